using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>An action given by the images of the generators, checked to be a homomorphism.</summary>
/// <remarks>
/// The elements <c>(g, image of g)</c> generate a subgroup D of <c>G × Sym(X)</c>, acting on the disjoint union of the points of G and X.
/// The images define a homomorphism iff D meets <c>1 × Sym(X)</c> trivially, that is iff <c>|D| = |G|</c>; then sifting <c>(g, 1)</c> through D leaves <c>(1, image of g⁻¹)</c>.
/// </remarks>
internal sealed class ExplicitAction : GroupAction
{
    private readonly int _degree;
    private readonly int _size;
    private readonly IReadOnlyList<Permutation> _images;
    private readonly StabilizerChain _diagonal;
    private readonly Dictionary<Permutation, Permutation> _known = [];
    private readonly Lock _lock = new();

    public ExplicitAction(FiniteGroup group, IReadOnlyList<Permutation> images, int size)
    {
        if (images.Count != group.Generators.Count)
        {
            throw new ArgumentException($"{group.Name} has {group.Generators.Count} generators, the G-set gives images of {images.Count}");
        }

        _degree = group.Degree;
        _size = size;
        _images = images;
        _diagonal = StabilizerChain.Of(_degree + size, group.Generators.Select((g, i) => Combine(g, images[i])));
        if (_diagonal.Order != group.Order)
        {
            throw new ArgumentException($"the images of the generators of {group.Name} do not define an action: a product of generators that is 1 in the group is not 1 on the points");
        }
    }

    public override long Size => _size;

    public override int ApplyGenerator(IReadOnlyList<Permutation> generators, int generator, int point) => _images[generator][point];

    public override int Apply(Permutation g, int point) => TryImageOf(g)[point];

    public override Permutation TryImageOf(Permutation g)
    {
        Permutation? image;
        lock (_lock)
        {
            if (!_known.TryGetValue(g, out image))
            {
                image = ImageOf(g);
                if (_known.Count >= 4096)
                {
                    // Keeps the generators' and class representatives' images at hand without growing with the group.
                    _known.Clear();
                }

                _known.Add(g, image);
            }
        }

        return image;
    }

    private Permutation ImageOf(Permutation g)
    {
        var residue = _diagonal.Sift(Combine(g, Permutation.Identity(_size)));
        return Permutation.FromImages(Enumerable.Range(0, _size).Select(x => residue[_degree + x] - _degree)).Inverse();
    }

    private Permutation Combine(Permutation g, Permutation image) =>
        Permutation.FromImages(Enumerable.Range(0, _degree).Select(i => g[i]).Concat(Enumerable.Range(0, _size).Select(x => _degree + image[x])));
}
