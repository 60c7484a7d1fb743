using Eqnn.Checking.Reading;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Checking.Fans;

/// <summary>Whether listed rays are <em>all</em> extreme rays of a chamber: every edge that leaves a listed ray must end in a listed ray. The graph of rays and 2-faces of a pointed cone is connected, so then none is missing.</summary>
/// <remarks>
/// The 2-faces at a ray r are cut out by the hyperplanes through r alone. If these are d - 1 in number, leaving out each in turn gives the d - 1 edges. Otherwise all flats of rank d - 2 among them are listed once for
/// the ray, each with the signs of the remaining hyperplanes along it; the edges of a chamber at r are those along which these signs are its own.
/// </remarks>
internal sealed class ConeSkeleton
{
    private readonly CheckedForms _forms;
    private readonly IReadOnlyList<string> _signs;
    private readonly int[][] _zeros;
    private readonly IReadOnlyList<(int[] Flat, int[] Moving, int[] Signs)>?[] _edges;
    private readonly long _limit;
    private readonly CancellationToken _cancellationToken;
    private long _bases;

    /// <summary>Rays by the signs of the hyperplanes on them.</summary>
    public ConeSkeleton(CheckedForms forms, IReadOnlyList<string> raySigns, CertificateCheckOptions options, CancellationToken cancellationToken)
    {
        _limit = options.MaxCones;
        _cancellationToken = cancellationToken;
        _forms = forms;
        _signs = raySigns;
        _zeros = [.. raySigns.Select(word => Enumerable.Range(0, word.Length).Where(h => word[h] == '0').ToArray())];
        _edges = new IReadOnlyList<(int[], int[], int[])>?[raySigns.Count];
    }

    /// <summary>Whether a vector spans an extreme ray of the arrangement: the hyperplanes through it have rank d - 1.</summary>
    public bool IsRay(int ray, ModularImage field)
    {
        var zeros = _zeros[ray];
        var d = _forms.Dimension;
        if (zeros.Length < d - 1 || zeros.Length == _forms.FirstRows.Length)
        {
            return false;
        }

        // It is at most d - 1, the point being no zero of all forms; a rank modulo p is at most the rank.
        var rows = new ModularRows(field, d);
        foreach (var h in zeros)
        {
            var row = new ulong[d];
            var normal = _forms.Normal(h);
            for (var i = 0; i < d; i++)
            {
                if (field.TryMap(normal[i]) is not { } value)
                {
                    return Matrix<Cyclotomic>.FromRows(zeros.Select(_forms.Normal)).Rank == d - 1;
                }

                row[i] = value;
            }

            rows.Add(row);
        }

        return rows.Rank == d - 1 || (d > 1 && Matrix<Cyclotomic>.FromRows(zeros.Select(_forms.Normal)).Rank == d - 1);
    }

    /// <summary>The signs of the chamber spanned by rays; null if they do not lie in the closure of one chamber with their sum inside.</summary>
    public string? ChamberOf(IReadOnlyList<int> rays)
    {
        var word = new char[_forms.FirstRows.Length];
        for (var h = 0; h < word.Length; h++)
        {
            foreach (var ray in rays)
            {
                var sign = _signs[ray][h];
                if (sign != '0' && word[h] != 0 && word[h] != sign)
                {
                    return null;
                }

                word[h] = sign == '0' ? word[h] : sign;
            }

            if (word[h] == 0)
            {
                return null;
            }
        }

        return new string(word);
    }

    /// <summary>The ray at which an edge leads to no listed ray; null if all rays of the chamber are listed.</summary>
    public int? FirstOpenEnd(string chamber, IReadOnlyList<int> rays)
    {
        var d = _forms.Dimension;
        if (d == 1)
        {
            return rays.Count == 1 ? null : rays[0];
        }

        foreach (var ray in rays)
        {
            var zeros = _zeros[ray];
            if (zeros.Length == d - 1)
            {
                foreach (var left in zeros)
                {
                    if (!rays.Any(other => other != ray && zeros.All(h => h == left || _signs[other][h] == '0')))
                    {
                        return ray;
                    }
                }

                continue;
            }

            foreach (var (flat, moving, signs) in _edges[ray] ??= EdgesAt(ray))
            {
                foreach (var direction in new[] { 1, -1 })
                {
                    var inside = true;
                    for (var i = 0; i < moving.Length && inside; i++)
                    {
                        inside = signs[i] * direction > 0 == (chamber[moving[i]] == '+');
                    }

                    if (inside && !rays.Any(other => other != ray && flat.All(h => _signs[other][h] == '0')))
                    {
                        return ray;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>The hyperplanes that carry facets: those which alone hold all the rays on them. (The span of a face is the intersection of the hyperplanes that hold it.)</summary>
    public List<int> Facets(IReadOnlyList<int> rays)
    {
        var count = _forms.FirstRows.Length;
        if (_forms.Dimension == 1)
        {
            return [.. Enumerable.Range(0, count)];
        }

        var facets = new List<int>();
        for (var h = 0; h < count; h++)
        {
            var on = rays.Where(ray => _signs[ray][h] == '0').ToArray();
            if (on.Length > 0 && !_zeros[on[0]].Any(other => other != h && on.All(ray => _signs[ray][other] == '0')))
            {
                facets.Add(h);
            }
        }

        return facets;
    }

    /// <summary>All flats of rank d - 2 of the hyperplanes through a ray, each met at its lexicographically first basis.</summary>
    private List<(int[] Flat, int[] Moving, int[] Signs)> EdgesAt(int ray)
    {
        var zeros = _zeros[ray];
        var edges = new List<(int[], int[], int[])>();
        Descend(0, _forms.Dimension - 2, [.. zeros.Select(_forms.Normal)]);
        return edges;

        void Descend(int first, int missing, Cyclotomic[][] rest)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (++_bases > _limit)
            {
                throw CheckLimit.Reached("partial bases of flats through the rays that the checker lists", _limit, null, "CertificateCheckOptions.MaxCones", "time and memory grow with the number");
            }

            if (missing == 0)
            {
                // What is left has rank 1: the signs along the flat.
                var column = Array.FindIndex(rest.First(v => v.Any(x => !x.IsZero)), x => !x.IsZero);
                var moving = Enumerable.Range(0, zeros.Length).Where(i => !rest[i][column].IsZero).ToArray();
                edges.Add(([.. Enumerable.Range(0, zeros.Length).Except(moving).Select(i => zeros[i])], [.. moving.Select(i => zeros[i])], [.. moving.Select(i => rest[i][column].Sign)]));
                return;
            }

            for (var e = first; e < zeros.Length; e++)
            {
                var pivot = Array.FindIndex(rest[e], x => !x.IsZero);
                if (pivot < 0)
                {
                    continue;
                }

                var inverse = rest[e][pivot].Inverse();
                var reduced = new Cyclotomic[zeros.Length][];
                var isFirst = true;
                for (var i = 0; i < zeros.Length && isFirst; i++)
                {
                    var factor = rest[i][pivot] * inverse;
                    reduced[i] = factor.IsZero ? rest[i] : [.. rest[i].Zip(rest[e], (a, b) => a - (factor * b))];
                    isFirst = i >= e || !Array.TrueForAll(reduced[i], x => x.IsZero) || Array.TrueForAll(rest[i], x => x.IsZero);
                }

                if (isFirst)
                {
                    Descend(e + 1, missing - 1, reduced);
                }
            }
        }
    }
}
