using Eqnn.Algebra.GSets;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Refinement;

namespace Eqnn.PiecewiseLinear.Separation;

/// <summary>The pointwise stabiliser of images chosen so far, as far as it is known: which further images it makes equivalent. Immutable.</summary>
/// <remarks>Knowing less of it costs time only.</remarks>
internal sealed class ImageSymmetry
{
    private readonly ActionImages _layer;
    private readonly IReadOnlyList<int[]>? _elements;
    private readonly HashSet<int>? _fixedPoints;
    private readonly int _leastFree;

    private ImageSymmetry(ActionImages layer, IReadOnlyList<int[]>? elements, HashSet<int>? fixedPoints, int leastFree, bool isWhole) =>
        (_layer, _elements, _fixedPoints, _leastFree, IsWhole) = (layer, elements, fixedPoints, leastFree, isWhole);

    /// <summary>Whether nothing was chosen yet, so that the whole group acts.</summary>
    private bool IsWhole { get; }

    /// <summary>The group itself.</summary>
    public static ImageSymmetry Of(GSet layer, CancellationToken cancellationToken)
    {
        var images = ActionImages.Of(layer);
        if (images.IsNaturalGiant)
        {
            // S_n and A_n: what fixes k points is transitive on the others, for A_n as long as three are left.
            var isSymmetric = layer.Group.Generators.Any(g => g.Sign < 0);
            return new(images, null, [], isSymmetric ? 1 : 3, isWhole: true);
        }

        try
        {
            return new(images, new InputOrbits(layer, cancellationToken).Elements, null, 0, isWhole: true);
        }
        catch (LimitExceededException)
        {
            return new(images, null, null, 0, isWhole: true);
        }
    }

    /// <summary>The images that some element of the stabiliser sends <paramref name="image"/> to, as far as known; itself among them.</summary>
    public IEnumerable<int> EquivalentTo(int image)
    {
        if (_elements is not null)
        {
            return _elements.Select(element => element[image]);
        }

        if (_fixedPoints is not null)
        {
            return !_fixedPoints.Contains(image) && _layer.Size - _fixedPoints.Count >= _leastFree ? Enumerable.Range(0, _layer.Size).Where(y => !_fixedPoints.Contains(y)) : [image];
        }

        var orbit = _layer.OrbitOf[image];
        return IsWhole ? _layer.Order[_layer.Starts[orbit].._layer.Starts[orbit + 1]] : [image];
    }

    /// <summary>The part that fixes another image.</summary>
    public ImageSymmetry Fixing(int image) => _elements is not null
        ? new(_layer, [.. _elements.Where(element => element[image] == image)], null, 0, isWhole: false)
        : new(_layer, null, _fixedPoints is null ? null : [.. _fixedPoints, image], _leastFree, isWhole: false);

    /// <summary>No symmetry known.</summary>
    public ImageSymmetry Forgotten() => new(_layer, null, null, 0, isWhole: false);
}
