using Eqnn.Algebra.Characters;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>What three routes say about one question must not contradict: the bound J_t by theory, level sets on chambers, and networks with explicit weights.</summary>
internal static class DepthConsistency
{
    /// <summary>What level sets on chambers populate after t layers lies in J_t.</summary>
    /// <param name="source">The simple of the inputs.</param>
    /// <param name="layers">t.</param>
    /// <param name="populated">Positions of the simples that level sets populate.</param>
    /// <param name="bound">J_t.</param>
    /// <exception cref="CertificateException">One of them does not: a bug.</exception>
    public static void RequireInside(SimpleRepresentation source, int layers, IEnumerable<int> populated, IReadOnlyList<SimpleRepresentation> bound)
    {
        if (populated.FirstOrDefault(position => bound.All(target => target.Position != position), -1) is var outside and >= 0)
        {
            throw new CertificateException("what level sets on chambers populate lies in the bound J_t", FormattableString.Invariant($"{source.Label}, {layers} layers: {source.Table.Simples[outside].Label}"));
        }
    }

    /// <summary>A status beside a network that populates its simple.</summary>
    /// <exception cref="CertificateException">The status is that no network does: a bug.</exception>
    public static ReachedSimple NotExcluded(SimpleRepresentation source, ReachedSimple reached, object network) =>
        reached.Attainment == Attainment.Never
            ? throw new CertificateException("no network populates what level sets exclude", $"{source.Label} to {reached.Simple.Label}, {network}")
            : reached;
}
