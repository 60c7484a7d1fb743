using System.Numerics;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;

namespace Eqnn.Checking.Fans;

/// <summary>Numbers that every element of the symmetry leaves as they are: a colour of each signed hyperplane with respect to a chamber, and one number for the orbit of a chamber.</summary>
/// <remarks>
/// Point 2h is the positive side of hyperplane h, 2h + 1 the negative one; a chamber is the set of the sides on which it lies. Each orbit of the group on pairs of points gets a number; the colour of p at a chamber c is the sum of the numbers
/// of the pairs (p, q), q in c, modulo 2^64. So p at c and gp at gc have one colour: different colours exclude, equal ones prove nothing. Colours are kept on the points that base points can reach.
/// </remarks>
internal sealed class ChamberColours
{
    private readonly int _points;
    private readonly int[] _place;
    private readonly ulong[] _ofPlace;
    private readonly ulong[] _ofPoint;
    private readonly ulong[] _weights;

    private ChamberColours(int points, int[] place, int places)
    {
        _points = points;
        _place = place;
        Count = places;
        _ofPlace = new ulong[places];
        _ofPoint = new ulong[points];
        _weights = new ulong[(long)points * places];
    }

    /// <summary>How many points have colours.</summary>
    public int Count { get; }

    /// <summary>The colours of a group.</summary>
    /// <param name="points">Twice the number of hyperplanes.</param>
    /// <param name="generators">Images of the points.</param>
    /// <param name="basePoints">Points whose images determine an element.</param>
    /// <param name="limit">The most pairs.</param>
    /// <exception cref="LimitExceededException">More pairs.</exception>
    public static ChamberColours Of(int points, IReadOnlyList<int[]> generators, IReadOnlyList<int> basePoints, long limit)
    {
        // Points that base points reach, orbit after orbit.
        var place = new int[points];
        Array.Fill(place, -1);
        var reached = new List<int>();
        foreach (var start in basePoints)
        {
            if (place[start] >= 0)
            {
                continue;
            }

            place[start] = reached.Count;
            reached.Add(start);
            for (var at = reached.Count - 1; at < reached.Count; at++)
            {
                foreach (var g in generators)
                {
                    if (place[g[reached[at]]] < 0)
                    {
                        place[g[reached[at]]] = reached.Count;
                        reached.Add(g[reached[at]]);
                    }
                }
            }
        }

        if ((long)points * reached.Count > limit)
        {
            throw CheckLimit.Reached("pairs of sides of hyperplanes that the checker puts into orbits", limit, (long)points * reached.Count, "CertificateCheckOptions.MaxImages");
        }

        var colours = new ChamberColours(points, place, reached.Count);
        colours.NumberPairs(generators, reached);
        colours.NumberPoints(generators);
        return colours;
    }

    /// <summary>The colours of the reached points at a chamber, by <see cref="At"/>.</summary>
    public void Fill(ReadOnlySpan<bool> isNegative, Span<ulong> colours)
    {
        colours.Clear();
        for (var h = 0; h < isNegative.Length; h++)
        {
            var row = _weights.AsSpan(((2 * h) + (isNegative[h] ? 1 : 0)) * Count, Count);
            unchecked
            {
                var i = 0;
                for (; i <= row.Length - Vector<ulong>.Count; i += Vector<ulong>.Count)
                {
                    (new Vector<ulong>(colours[i..]) + new Vector<ulong>(row[i..])).CopyTo(colours[i..]);
                }

                for (; i < row.Length; i++)
                {
                    colours[i] += row[i];
                }
            }
        }
    }

    /// <summary>Where the colour of a point stands; -1 if no base point reaches it.</summary>
    public int At(int point) => _place[point];

    /// <summary>One number for the orbit of a chamber.</summary>
    public ulong Invariant(ReadOnlySpan<bool> isNegative, ReadOnlySpan<ulong> colours)
    {
        var sum = 0UL;
        unchecked
        {
            for (var i = 0; i < colours.Length; i++)
            {
                sum += Mixed(colours[i] ^ _ofPlace[i]);
            }

            for (var h = 0; h < isNegative.Length; h++)
            {
                sum += _ofPoint[(2 * h) + (isNegative[h] ? 1 : 0)];
            }
        }

        return sum;
    }

    private void NumberPairs(IReadOnlyList<int[]> generators, List<int> reached)
    {
        var isNumbered = new bool[_weights.Length];
        var next = new Stack<long>();
        var orbit = 0UL;
        for (var start = 0L; start < _weights.Length; start++)
        {
            if (isNumbered[start])
            {
                continue;
            }

            var weight = Mixed(++orbit);
            isNumbered[start] = true;
            next.Push(start);
            while (next.TryPop(out var pair))
            {
                _weights[pair] = weight;
                var q = (int)(pair / Count);
                var p = reached[(int)(pair % Count)];
                foreach (var g in generators)
                {
                    var image = ((long)g[q] * Count) + _place[g[p]];
                    if (!isNumbered[image])
                    {
                        isNumbered[image] = true;
                        next.Push(image);
                    }
                }
            }
        }
    }

    private void NumberPoints(IReadOnlyList<int[]> generators)
    {
        var next = new Stack<int>();
        var orbit = (ulong)_points;
        var isNumbered = new bool[_points];
        for (var start = 0; start < _points; start++)
        {
            if (isNumbered[start])
            {
                continue;
            }

            var weight = Mixed(~orbit++);
            isNumbered[start] = true;
            next.Push(start);
            while (next.TryPop(out var point))
            {
                _ofPoint[point] = weight;
                if (_place[point] >= 0)
                {
                    _ofPlace[_place[point]] = weight;
                }

                foreach (var g in generators)
                {
                    if (!isNumbered[g[point]])
                    {
                        isNumbered[g[point]] = true;
                        next.Push(g[point]);
                    }
                }
            }
        }
    }

    /// <summary>Spreads the bits of a number, one to one; which numbers come out matters to no proof.</summary>
    private static ulong Mixed(ulong x)
    {
        unchecked
        {
            x = (x ^ (x >> 31)) * 0x7FB5D329728EA185UL;
            x = (x ^ (x >> 27)) * 0x81DADEF4BC2DD44DUL;
            return x ^ (x >> 33);
        }
    }
}
