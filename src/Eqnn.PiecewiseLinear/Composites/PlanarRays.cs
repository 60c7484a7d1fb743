using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Composites;

/// <summary>The rays of the fan cut out by lines through the origin of a plane.</summary>
internal static class PlanarRays
{
    /// <summary>Both directions of each line <c>{v : form(v) = 0}</c>, parallel forms merged, by angle from the first axis; first nonzero coordinate ±1.</summary>
    public static IReadOnlyList<ColumnVector<Cyclotomic>> Of(IEnumerable<IReadOnlyList<Cyclotomic>> forms)
    {
        var lines = new HashSet<(Cyclotomic, Cyclotomic)>();
        foreach (var form in forms)
        {
            // The direction (-b, a) of the line of (a, b), scaled so that its first nonzero coordinate is 1.
            lines.Add(form[1].IsZero ? (Cyclotomic.Zero, Cyclotomic.One) : (Cyclotomic.One, -form[0] / form[1]));
        }

        var upper = lines.Select(line => line.Item2.Sign < 0 ? (-line.Item1, -line.Item2) : line).ToList();
        upper.Sort((v, w) => Cyclotomic.CompareReal(v.Item2 * w.Item1, v.Item1 * w.Item2));
        return [.. upper.Select(v => (ColumnVector<Cyclotomic>)[v.Item1, v.Item2]), .. upper.Select(v => (ColumnVector<Cyclotomic>)[-v.Item1, -v.Item2])];
    }
}
