using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.Checking.Fans;

/// <summary>The number of chambers by deletion and restriction over the exact numbers themselves: a vector added last cuts as many chambers as its hyperplane has under the others.</summary>
/// <remarks><b>Source.</b> [Zaslavsky1975, Thm A].</remarks>
internal sealed class DeletionRestriction(CancellationToken cancellationToken)
{
    private long _left;

    /// <summary>The count, or null if more than <paramref name="budget"/> products would be needed.</summary>
    public BigInteger? TryCount(IReadOnlyList<Cyclotomic[]> normals, long budget)
    {
        _left = budget;
        return Count(normals);
    }

    /// <summary>The count for vectors of which no two are parallel.</summary>
    private BigInteger? Count(IReadOnlyList<Cyclotomic[]> vectors)
    {
        if (vectors.Count == 0)
        {
            return 1;
        }

        var width = vectors[0].Length;
        if (width <= 2)
        {
            return 2 * vectors.Count;
        }

        var (basis, others) = Split(vectors);
        BigInteger total = BigInteger.One << basis.Count;
        for (var k = 0; k < others.Count; k++)
        {
            if (_left < 0 || Count(Restrict([.. basis, .. others.Take(k)], others[k])) is not { } cut)
            {
                return null;
            }

            total += cut;
        }

        return total;
    }

    /// <summary>The vectors modulo one of them, parallels merged.</summary>
    private List<Cyclotomic[]> Restrict(IReadOnlyList<Cyclotomic[]> vectors, Cyclotomic[] h)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _left -= (long)vectors.Count * h.Length;
        var pivot = Array.FindIndex(h, x => !x.IsZero);
        var inverse = h[pivot].Inverse();
        var seen = new HashSet<string>();
        var result = new List<Cyclotomic[]>();
        foreach (var v in vectors)
        {
            var factor = v[pivot] * inverse;
            var image = new Cyclotomic[h.Length - 1];
            for (int i = 0, to = 0; i < h.Length; i++)
            {
                if (i != pivot)
                {
                    image[to++] = factor.IsZero ? v[i] : v[i] - (factor * h[i]);
                }
            }

            var lead = Array.Find(image, x => !x.IsZero).Inverse();
            for (var i = 0; i < image.Length; i++)
            {
                image[i] *= lead;
            }

            if (seen.Add(string.Join(' ', image)))
            {
                result.Add(image);
            }
        }

        return result;
    }

    /// <summary>The first independent vectors, and the rest.</summary>
    private (List<Cyclotomic[]> Basis, List<Cyclotomic[]> Others) Split(IReadOnlyList<Cyclotomic[]> vectors)
    {
        var basis = new List<Cyclotomic[]>();
        var others = new List<Cyclotomic[]>();
        var echelon = new List<(int Pivot, Cyclotomic[] Row)>();
        foreach (var v in vectors)
        {
            var rest = (Cyclotomic[])v.Clone();
            foreach (var (pivot, row) in echelon)
            {
                var factor = rest[pivot];
                for (var i = 0; i < rest.Length && !factor.IsZero; i++)
                {
                    rest[i] -= factor * row[i];
                }
            }

            _left -= (long)echelon.Count * v.Length;
            var lead = Array.FindIndex(rest, x => !x.IsZero);
            if (lead < 0)
            {
                others.Add(v);
                continue;
            }

            var inverse = rest[lead].Inverse();
            echelon.Add((lead, Array.ConvertAll(rest, x => x * inverse)));
            basis.Add(v);
        }

        return (basis, others);
    }
}
