using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>A group acting on the N hyperplanes with signs, as permutations of 2N signed hyperplanes (2j: the normal of j, 2j + 1: its negative), together with the rows it was given on.</summary>
/// <remarks>Combined points: first the extra points a canonical form wants as its base, then the signed hyperplanes, then the points of the given action. The last make the action faithful.</remarks>
internal sealed class SignedAction
{
    private SignedAction(int extra, int count, int[][] generators, StabilizerChain chain)
    {
        Extra = extra;
        Count = count;
        Generators = generators;
        Chain = chain;
        var hyperplanes = extra + 2 * count;
        ImageLevels = chain.Base.TakeWhile(b => b < hyperplanes).Count();
        ImageOrder = chain.OrbitSizes.Take(ImageLevels).Aggregate(BigInteger.One, (product, size) => product * size);
    }

    /// <summary>The number of extra points in front.</summary>
    public int Extra { get; }

    /// <summary>N.</summary>
    public int Count { get; }

    /// <summary>The generators on all combined points.</summary>
    public int[][] Generators { get; }

    /// <summary>The chain on the combined points.</summary>
    public StabilizerChain Chain { get; }

    /// <summary>The order of the given group.</summary>
    public BigInteger Order => Chain.Order;

    /// <summary>The order of the group as it acts on the signed hyperplanes.</summary>
    public BigInteger ImageOrder { get; }

    /// <summary>The levels of the chain whose base points are extra points or signed hyperplanes.</summary>
    public int ImageLevels { get; }

    /// <summary>The action with the chain built; generators act on 2N signed hyperplanes followed by the points of the given action.</summary>
    public static SignedAction Of(int count, IReadOnlyList<int[]> generators, int degree, CancellationToken cancellationToken) =>
        WithBase(0, count, [.. generators], degree, cancellationToken);

    /// <summary>The same action with points in front on which the generators act as given.</summary>
    public SignedAction Prefixed(IReadOnlyList<int[]> onExtra, CancellationToken cancellationToken)
    {
        var extra = onExtra.Count == 0 ? 0 : onExtra[0].Length;
        var combined = new int[Generators.Length][];
        for (var g = 0; g < combined.Length; g++)
        {
            var old = Generators[g].AsSpan(Extra);
            combined[g] = new int[extra + old.Length];
            onExtra[g].CopyTo(combined[g], 0);
            for (var i = 0; i < old.Length; i++)
            {
                combined[g][extra + i] = old[i] - Extra + extra;
            }
        }

        return WithBase(extra, Count, combined, combined[0].Length, cancellationToken);
    }

    /// <summary>The orbits of the signed hyperplanes, each ascending, in the order of their least members; points counted from 0 = the first signed hyperplane.</summary>
    public IReadOnlyList<int[]> SignedOrbits()
    {
        var seen = new bool[2 * Count];
        var orbits = new List<int[]>();
        for (var start = 0; start < seen.Length; start++)
        {
            if (seen[start])
            {
                continue;
            }

            var orbit = new List<int> { start };
            seen[start] = true;
            for (var at = 0; at < orbit.Count; at++)
            {
                foreach (var generator in Generators)
                {
                    var image = generator[Extra + orbit[at]] - Extra;
                    if (!seen[image])
                    {
                        seen[image] = true;
                        orbit.Add(image);
                    }
                }
            }

            orbits.Add([.. orbit.Order()]);
        }

        return orbits;
    }

    private static SignedAction WithBase(int extra, int count, int[][] generators, int degree, CancellationToken cancellationToken) =>
        new(extra, count, generators, StabilizerChain.Of(degree, generators.Select(g => Permutation.FromImages(g)), cancellationToken));
}
