namespace Eqnn.Networks;

/// <summary>Whether the batch is an axis of its own in an array, or one axis together with a neighbour.</summary>
public enum BatchJoin
{
    /// <summary>An axis of its own.</summary>
    None,

    /// <summary>One axis with the next one: all entries of the first sample, then of the second.</summary>
    WithNext,

    /// <summary>One axis with the one before it.</summary>
    WithPrevious,
}
