namespace Eqnn.Networks.Plans;

/// <summary>How a linear map is computed.</summary>
public enum PlanKind
{
    /// <summary>Whatever is estimated to be fastest.</summary>
    Automatic,

    /// <summary>The expanded dense matrix.</summary>
    Dense,

    /// <summary>Fourier transforms on an abelian (sub)group that acts freely, and a small product for each frequency.</summary>
    Fourier,

    /// <summary>The Fourier basis of a group that acts freely, commutative or not: sparse factors along a chain of subgroups, and one matrix for each simple.</summary>
    BlockDiagonal,

    /// <summary>Few taps on padded planes.</summary>
    Stencil,

    /// <summary>Deep sets: a product for each point and sums over all points.</summary>
    Sums,
}
