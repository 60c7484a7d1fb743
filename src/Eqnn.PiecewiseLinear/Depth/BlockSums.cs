using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>Which simples K have <c>P_K 1_Z ≠ 0</c>, for a set Z of points inside one orbit of a G-set: by <c>|P_K 1_Z|² = Σ_{z,w in Z} P_K(z, w)</c>.</summary>
internal sealed class BlockSums
{
    /// <summary>The most pairs (z, w) that are counted for one block.</summary>
    public const long MaxPairs = 10_000_000;

    private readonly IsotypicDecomposition _decomposition;
    private readonly long _maxPairs;
    private readonly int[] _orbitOf;
    private readonly Dictionary<string, HashSet<int>> _known = new(StringComparer.Ordinal);

    public BlockSums(IsotypicDecomposition decomposition, long maxPairs = MaxPairs)
    {
        _decomposition = decomposition;
        _maxPairs = maxPairs;
        _orbitOf = new int[(int)decomposition.Set.Size];
        for (var i = 0; i < decomposition.Set.Orbits.Count; i++)
        {
            foreach (var point in decomposition.Set.Orbits[i].Points)
            {
                _orbitOf[point] = i;
            }
        }
    }

    /// <summary>The positions of the simples, in the table.</summary>
    /// <exception cref="LimitExceededException">The block has more pairs of points than the limit and is not a whole orbit.</exception>
    public IReadOnlySet<int> SimplesOf(IReadOnlyList<int> block)
    {
        var place = _orbitOf[block[0]];
        var orbit = _decomposition.Set.Orbits[place];
        long[] counts;
        if (block.Count == orbit.Length)
        {
            counts = [];
        }
        else
        {
            if ((long)block.Count * block.Count > _maxPairs)
            {
                throw new LimitExceededException("pairs of points of one block", _maxPairs, FormattableString.Invariant($"{block.Count} squared"), "not adjustable; choose smaller G-sets");
            }

            counts = new long[orbit.Pieces.Count];
            foreach (var z in block)
            {
                foreach (var w in block)
                {
                    counts[orbit.PieceOfPair(z, w)]++;
                }
            }
        }

        var key = FormattableString.Invariant($"{place}:{string.Join(',', counts)}");
        if (!_known.TryGetValue(key, out var simples))
        {
            _known.Add(key, simples = [.. _decomposition.Components.Select(component => component.Simple).Where(simple => IsPopulated(simple, place, counts)).Select(simple => simple.Position)]);
        }

        return simples;
    }

    private bool IsPopulated(SimpleRepresentation simple, int orbit, long[] counts)
    {
        // On a whole orbit the indicator is invariant.
        if (counts.Length == 0 || simple.IsTrivial)
        {
            return simple.IsTrivial;
        }

        var values = _decomposition.ProjectorValues(simple, orbit);
        var sum = Cyclotomic.Zero;
        for (var piece = 0; piece < counts.Length; piece++)
        {
            if (counts[piece] != 0)
            {
                sum += values[piece] * (Rational)counts[piece];
            }
        }

        return !sum.IsZero;
    }
}
