using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>A fact of a <see cref="GroupSurvey"/>: what it says is one of truth, number, numbers and factors; or the limit that stopped it.</summary>
public sealed class GroupFact
{
    internal GroupFact(string key) => Key = key;

    /// <summary>What the fact is about, as answers name it: <c>centreOrder</c>.</summary>
    public string Key { get; }

    /// <summary>Whether it holds.</summary>
    public bool? Truth { get; internal init; }

    /// <summary>A count or an order.</summary>
    public BigInteger? Number { get; internal init; }

    /// <summary>Several counts or orders.</summary>
    public IReadOnlyList<BigInteger>? Numbers { get; internal init; }

    /// <summary>Composition factors.</summary>
    public IReadOnlyList<CompositionFactor>? Factors { get; internal init; }

    /// <summary>What stopped it; null where the fact is known.</summary>
    public LimitExceededException? Limit { get; internal init; }

    /// <summary>The key and what is said.</summary>
    public override string ToString() => $"{Key}: {Truth?.ToString() ?? Number?.ToString() ?? (Numbers is not null ? string.Join(", ", Numbers) : Factors is not null ? string.Join(", ", Factors) : Limit?.Message)}";
}
