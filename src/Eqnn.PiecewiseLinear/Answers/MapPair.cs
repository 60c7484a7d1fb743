using Eqnn.Algebra.Characters;
using Eqnn.PiecewiseLinear.Existence;

namespace Eqnn.PiecewiseLinear.Answers;

/// <summary>An entry of a <see cref="MapTable"/>.</summary>
public sealed class MapPair
{
    // The verdict itself is not kept: a table of a large group has millions of pairs.
    internal MapPair(MapVerdict verdict, bool couples)
    {
        (Source, Target, Exists, LinearExists, Couples) = (verdict.Source, verdict.Target, verdict.IsPossible, verdict.LinearExists, couples);
    }

    /// <summary>The simple L.</summary>
    public SimpleRepresentation Source { get; }

    /// <summary>The simple K.</summary>
    public SimpleRepresentation Target { get; }

    /// <summary>Whether a nonzero piecewise linear map exists.</summary>
    public bool Exists { get; }

    /// <summary>Whether a nonzero linear map exists: L = K.</summary>
    public bool LinearExists { get; }

    /// <summary>Whether one layer of the activation gives a nonzero map.</summary>
    public bool Couples { get; }

    /// <summary>In one line: the two simples, and what there is between them.</summary>
    public override string ToString() => $"{Source.Label} -> {Target.Label}: {(Exists ? Couples ? "one layer does" : "exists" : "impossible")}";
}
