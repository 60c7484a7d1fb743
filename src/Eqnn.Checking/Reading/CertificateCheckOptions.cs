namespace Eqnn.Checking.Reading;

/// <summary>Bounds of the check of a certificate.</summary>
/// <param name="MaxCones">The most chambers, walls or rays that are listed one by one, and partial bases of flats through the rays.</param>
/// <param name="MaxGroupOrder">The largest group whose elements are listed.</param>
/// <param name="CountBudget">The most exact products spent on counting the chambers again by deletion and restriction; beyond it that second reason is left out, and the report says so.</param>
/// <param name="MaxImages">The largest product of order and degree of a group: its elements are listed as image lists, four bytes for each image.</param>
/// <param name="SymmetryBudget">The most images that are looked up to find the order of the symmetry of an arrangement.</param>
public sealed record CertificateCheckOptions(long MaxCones = 5_000_000, long MaxGroupOrder = 50_000, long CountBudget = 5_000_000, long MaxImages = 50_000_000, long SymmetryBudget = 1_000_000_000)
{
    /// <summary>The defaults.</summary>
    public static CertificateCheckOptions Default { get; } = new();

    /// <summary>With another bound on cones.</summary>
    public CertificateCheckOptions WithMaxCones(long maxCones) => this with { MaxCones = maxCones };

    /// <summary>With another bound on the group.</summary>
    public CertificateCheckOptions WithMaxGroupOrder(long maxGroupOrder) => this with { MaxGroupOrder = maxGroupOrder };

    /// <summary>With another budget for counting the chambers again.</summary>
    public CertificateCheckOptions WithCountBudget(long countBudget) => this with { CountBudget = countBudget };

    /// <summary>With another bound on the images of points.</summary>
    public CertificateCheckOptions WithMaxImages(long maxImages) => this with { MaxImages = maxImages };

    /// <summary>With another budget for the order of the symmetry.</summary>
    public CertificateCheckOptions WithSymmetryBudget(long symmetryBudget) => this with { SymmetryBudget = symmetryBudget };
}
