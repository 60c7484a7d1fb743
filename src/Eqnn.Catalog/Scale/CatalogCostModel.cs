using Eqnn.Algebra.Groups;

namespace Eqnn.Catalog.Scale;

/// <summary>What the document of a group will cost: a fit to measured costs, to share work out. <b>Not</b> a bound: nothing is refused by it.</summary>
/// <remarks>
/// log(seconds) = a + b log(order) + c log(simples), b and c by least squares over 233 groups of order 9 to 127 on the regular set, a so that the sum of measured costs is right. The number of simples over the reals is that of classes up to inversion, so no character table is needed.
/// docs/scale.md#model has the data, the error and how it is fitted again. A G-set of m points counts m/|G| of the regular one.
/// </remarks>
internal static class CatalogCostModel
{
    private const double Constant = -5.629;
    private const double OrderPower = 0.224;
    private const double SimplesPower = 1.524;

    /// <summary>Megabytes that a process takes before it builds anything.</summary>
    private const double BaseMegabytes = 100;

    /// <summary>Megabytes for each second of a document, as measured.</summary>
    private const double MegabytesPerSecond = 12;

    /// <summary>The factor within which 19 of 20 measured costs lie.</summary>
    public const double Factor = 3.66;

    /// <summary>Seconds of one processor, for a document on G-sets of these numbers of points.</summary>
    public static double Seconds(FiniteGroup group, IEnumerable<long> points)
    {
        var inverse = group.InverseMap;
        var simples = Enumerable.Range(0, inverse.Count).Count(c => c <= inverse[c]);
        var regular = Math.Exp(Constant + (OrderPower * Math.Log((double)group.Order)) + (SimplesPower * Math.Log(simples)));
        return points.Sum(size => regular * size / (double)group.Order);
    }

    /// <summary>Megabytes of memory for a document that takes that long.</summary>
    public static double Megabytes(double seconds) => BaseMegabytes + (MegabytesPerSecond * seconds);
}
