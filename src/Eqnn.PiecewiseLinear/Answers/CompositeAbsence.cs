namespace Eqnn.PiecewiseLinear.Answers;

/// <summary>Why a <see cref="MapAnswer"/> does not write out the exact map of one ReLU layer.</summary>
public enum CompositeAbsence
{
    /// <summary>It is written out, or zero.</summary>
    None,

    /// <summary>The activation is not ReLU.</summary>
    OtherActivation,

    /// <summary>The source has a dimension above 2.</summary>
    DimensionAboveTwo,

    /// <summary>The source or the target does not occur in the functions on the G-set.</summary>
    DoesNotOccur,

    /// <summary>The G-set has more points than are listed one by one.</summary>
    TooManyPoints,

    /// <summary>No copy of the source in coordinates was found: the subgroups tried have too large an index.</summary>
    NoCopy,
}
