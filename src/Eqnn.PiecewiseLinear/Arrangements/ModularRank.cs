using Eqnn.Numbers;
using Eqnn.Numbers.Modular;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>Chooses independent normals among many by elimination modulo a prime that splits in the ring.</summary>
/// <remarks>Independent modulo a prime is independent: a minor that is not 0 modulo p is not 0. The converse may fail for unlucky primes, so a set that looks too small is looked at again with the next prime. Works in two buffers that are kept, millions of times: <see cref="ModularSubspace"/> would allocate.</remarks>
internal sealed class ModularRank
{
    private const int Attempts = 16;
    private readonly IntegerArrangement _arrangement;
    private readonly List<(PrimeField Field, ulong[] Normals)> _images = [];
    private readonly ulong[] _pivots;
    private readonly ulong[] _work;

    public ModularRank(IntegerArrangement arrangement)
    {
        _arrangement = arrangement;
        var d = Math.Max(1, arrangement.Dimension);
        _pivots = new ulong[d * d];
        _work = new ulong[d];
    }

    /// <summary>Writes <paramref name="needed"/> independent members of <paramref name="hyperplanes"/>, a set of at least that rank; returns the number found.</summary>
    public int Independent<TBits>(TBits hyperplanes, int needed, Span<int> chosen)
        where TBits : struct, IBits<TBits>
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (field, normals) = Image(attempt);
            var found = 0;
            for (var rest = hyperplanes; !rest.IsEmpty && found < needed; rest ^= Bits.Single<TBits>(rest.Lowest))
            {
                if (Reduce(normals, rest.Lowest, field, found))
                {
                    chosen[found++] = rest.Lowest;
                }
            }

            if (found == needed)
            {
                return found;
            }
        }

        throw new CertificateException("the hyperplanes through a two-dimensional cone have rank d - 2", FormattableString.Invariant($"{hyperplanes.Count} hyperplanes"));
    }

    private bool Reduce(ulong[] normals, int j, PrimeField field, int found)
    {
        var prime = field.P;
        var d = _arrangement.Dimension;
        normals.AsSpan(j * d, d).CopyTo(_work);
        for (var r = 0; r < found; r++)
        {
            var pivotRow = _pivots.AsSpan(r * d, d);
            var lead = pivotRow.IndexOfAnyExcept(0UL);
            var factor = _work[lead];
            if (factor == 0)
            {
                continue;
            }

            // Pivot rows start with 1; all residues are below 2^31, so products fit.
            for (var i = lead; i < d; i++)
            {
                _work[i] = (_work[i] + (prime - factor) * pivotRow[i]) % prime;
            }
        }

        var first = _work.AsSpan(0, d).IndexOfAnyExcept(0UL);
        if (first < 0)
        {
            return false;
        }

        var inverse = field.Inverse(_work[first]);
        for (var i = first; i < d; i++)
        {
            _pivots[found * d + i] = _work[i] * inverse % prime;
        }

        _pivots.AsSpan(found * d, first).Clear();
        return true;
    }

    private (PrimeField Field, ulong[] Normals) Image(int attempt)
    {
        while (_images.Count <= attempt)
        {
            var image = ModularImage.Above(_arrangement.Ring, _images.Count == 0 ? ModularImage.Large : (long)_images[^1].Field.P);
            _images.Add((image.Field, image.Of(_arrangement.Big)));
        }

        return _images[attempt];
    }
}
