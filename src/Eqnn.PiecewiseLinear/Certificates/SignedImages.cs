using Eqnn.PiecewiseLinear.Arrangements;

namespace Eqnn.PiecewiseLinear.Certificates;

/// <summary>The symmetry of an arrangement as certificates give it.</summary>
internal static class SignedImages
{
    /// <summary>For each generator the images of the rows from 1, negative for the opposite row.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(Arrangement arrangement) =>
        [.. arrangement.Symmetry.Select(g => (IReadOnlyList<int>)[.. Enumerable.Range(0, g.Degree).Select(j => g.SignAt(j) * (g.Image(j) + 1))])];
}
