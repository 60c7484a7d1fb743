namespace Eqnn.Checking;

/// <summary>What the check of a certificate found: every claim holds, or the first place where one does not.</summary>
public abstract record CertificateReport
{
    private CertificateReport(string kind) => Kind = kind;

    /// <summary>What the certificate is about: <c>chambers</c>, <c>maps</c>; empty if it could not be read so far.</summary>
    public string Kind { get; }

    /// <summary>Whether every claim holds.</summary>
    public bool IsAccepted => Holds;

    /// <summary>Which case it is; that no other room can say it is why there is no third.</summary>
    private protected abstract bool Holds { get; }

    /// <summary>Takes the branch that holds.</summary>
    public abstract T Match<T>(Func<Accepted, T> accepted, Func<Refused, T> refused);

    /// <summary>Every claim of the document holds.</summary>
    public sealed record Accepted : CertificateReport
    {
        internal Accepted(string kind, string statement, IReadOnlyList<string> claims, IReadOnlyList<string> labels)
            : base(kind)
        {
            Statement = statement;
            Claims = claims;
            Labels = labels;
        }

        /// <summary>What the certificate proves, in one line.</summary>
        public string Statement { get; }

        /// <summary>What was established, one sentence each, in the order of the checks.</summary>
        public IReadOnlyList<string> Claims { get; }

        /// <summary>The texts of the document that are labels, each with its place: <c>group.name: "S4"</c>, in quotation marks, long ones shortened. Statement and claims use them, quoted too, to speak of the generators and characters that stand beside them; that these have such names elsewhere is not proved.</summary>
        public IReadOnlyList<string> Labels { get; }

        private protected override bool Holds => true;

        /// <inheritdoc/>
        public override T Match<T>(Func<Accepted, T> accepted, Func<Refused, T> refused)
        {
            ArgumentNullException.ThrowIfNull(accepted);
            return accepted(this);
        }

        /// <inheritdoc/>
        public bool Equals(Accepted? other) => other is not null && Kind == other.Kind && Statement == other.Statement && Claims.SequenceEqual(other.Claims) && Labels.SequenceEqual(other.Labels);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Kind, Statement, Claims.Count);
    }

    /// <summary>The document is no certificate, or one of its claims does not hold.</summary>
    public sealed record Refused : CertificateReport
    {
        internal Refused(string kind, string where, string problem)
            : base(kind)
        {
            Where = where;
            Problem = problem;
        }

        /// <summary>The place: <c>chamberOrbits[3].size</c>, list entries from 0 as in every path into a JSON document.</summary>
        public string Where { get; }

        /// <summary>What is wrong there.</summary>
        public string Problem { get; }

        private protected override bool Holds => false;

        /// <inheritdoc/>
        public override T Match<T>(Func<Accepted, T> accepted, Func<Refused, T> refused)
        {
            ArgumentNullException.ThrowIfNull(refused);
            return refused(this);
        }
    }
}
