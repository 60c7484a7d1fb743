using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Classes;

/// <summary>Conjugacy classes without visiting the elements: members are found at random, their centralizers by backtrack search, and the classes are all there when their sizes |G|/|C(g)| add up to |G|.</summary>
/// <remarks>
/// <para><b>Finding.</b> The Burnside process: from a class found, a random element of the centralizer of its member. That is a Markov chain on the elements whose limit meets every class equally often, however small the class
/// [Jerrum1993]; powers of new elements are looked at too.</para>
/// <para><b>Telling apart.</b> By <see cref="ClassInvariants"/>; where these agree, by an exhaustive <see cref="ConjugationSearch"/>. So different classes are proved different, and the sum of the sizes proves that none is missing.</para>
/// <para><b>Representatives.</b> The least image list of the class, by <see cref="LeastConjugate"/>, as where the group is enumerated. Nothing depends on the random elements but the time.</para>
/// </remarks>
internal sealed class SearchedClasses : ClassPartition
{
    private readonly ClassInvariants _invariants;
    private readonly Dictionary<ulong, int[]> _positions = [];
    private readonly Found[] _classes;
    private readonly int[]?[] _powers;

    private SearchedClasses(ClassInvariants invariants, Found[] classes)
    {
        _invariants = invariants;
        _classes = classes;
        _powers = new int[classes.Length][];
        foreach (var sharing in Enumerable.Range(0, classes.Length).GroupBy(position => classes[position].Invariant))
        {
            _positions.Add(sharing.Key, [.. sharing]);
        }
    }

    /// <summary>The classes, or <c>null</c> if the search gave up: it never does so by itself on groups whose classes the random elements reach.</summary>
    public static SearchedClasses? TryOf(IPermutationGroup group, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        for (var generatorCount = 20; generatorCount <= 160; generatorCount *= 2)
        {
            var root = StabilizerNode.Root(group.Degree, group.EssentialGenerators, group.Order, generatorCount);
            var finder = new ClassFinder(group, root, progress, cancellationToken);
            if (finder.TryFindAll() && finder.TrySort() is { } classes)
            {
                return new SearchedClasses(finder.Invariants, classes);
            }

            if (finder.GaveUp)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>About how many classes there are: |G| times the share of commuting pairs, from the centralizers of some random elements. Usually too small, as elements with large centralizers are rare.</summary>
    public static BigInteger EstimatedCount(IPermutationGroup group, CancellationToken cancellationToken)
    {
        const int sample = 12;
        var root = StabilizerNode.Root(group.Degree, group.EssentialGenerators, group.Order, 20);
        var random = new ProductReplacement(group.Degree, group.EssentialGenerators);
        var (sum, count) = (BigInteger.Zero, 0);
        for (var i = 0; i < sample; i++)
        {
            if (ConjugationSearch.TryOf(root, random.Next()) is { } search)
            {
                sum += search.Centralizer(cancellationToken).Order;
                count++;
            }
        }

        return count == 0 ? BigInteger.One : (sum / count) + 1;
    }

    public override string Origin => "centralizers of random elements, sizes adding up to the order";

    public override int Count => _classes.Length;

    public override BigInteger Size(int position) => _classes[position].Size;

    public override long ElementOrder(int position) => _classes[position].ElementOrder;

    public override Permutation Representative(int position) => PermutationArrays.ToPermutation((int[])_classes[position].Least.Clone());

    /// <summary>An element of the class, not always the representative; shared, not to be written to.</summary>
    public int[] Member(int position) => _classes[position].Element;

    /// <summary>Generators of the centralizer of <see cref="Member"/>.</summary>
    public IReadOnlyList<int[]> CentralizerOfMember(int position) => _classes[position].Centralizer;

    public override int PositionOf(int[] images)
    {
        var candidates = _positions[_invariants.Of(images)];
        for (var i = 0; i + 1 < candidates.Length; i++)
        {
            if (_classes[candidates[i]].Search.Conjugator(images) is not null)
            {
                return candidates[i];
            }
        }

        // An element of the group lies in some class, so in the last one left.
        return candidates[^1];
    }

    /// <inheritdoc/>
    /// <remarks>Few elements are looked up: the powers of g^q, q prime, are those of its class, and where g^u is conjugate to g, so is g^(ku) to g^k.</remarks>
    public override int[] PowerPositions(int position) => LazyInitializer.EnsureInitialized(ref _powers[position], () => PowersOf(position));

    private int[] PowersOf(int position)
    {
        var (order, element) = ((int)ElementOrder(position), Member(position));
        var powers = new int[order];
        Array.Fill(powers, -1);
        powers[0] = 0;
        foreach (var q in NumberTheory.PrimeFactors(order))
        {
            var list = PowerPositions(PositionOf(PermutationArrays.Power(element, q)));
            for (var j = 0; j < order / q; j++)
            {
                powers[j * (int)q] = list[j % list.Length];
            }
        }

        // The units u with g^u conjugate to g, and one exponent of each coset of theirs.
        List<long> fusing = [1];
        List<(long Exponent, int Class)> cosets = [];
        for (var k = 1L; k < order; k++)
        {
            if (powers[k] >= 0)
            {
                continue;
            }

            var c = k == 1 ? position : PositionOf(PermutationArrays.Power(element, k));
            if (k > 1 && c == position)
            {
                for (var i = 0; i < fusing.Count; i++)
                {
                    if (fusing[i] * k % order is var product && !fusing.Contains(product))
                    {
                        fusing.Add(product);
                    }
                }
            }
            else
            {
                cosets.Add((k, c));
            }

            foreach (var (exponent, own) in c == position ? cosets : [(k, c)])
            {
                foreach (var u in fusing)
                {
                    powers[exponent * u % order] = own;
                }
            }
        }

        return powers;
    }

    /// <summary>A class with the tools to recognise its elements.</summary>
    internal sealed record Found(int[] Element, ulong Invariant, ConjugationSearch Search, IReadOnlyList<int[]> Centralizer, BigInteger Size, long ElementOrder)
    {
        public int[] Least { get; init; } = Element;
    }
}
