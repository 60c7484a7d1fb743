using System.Numerics;
using System.Runtime.InteropServices;

namespace Eqnn.Checking.Fans;

/// <summary>Whether walls are all walls of a chamber, in one kind of numbers.</summary>
internal interface IWallCone
{
    /// <summary>The first hyperplane that cuts the cone of the walls, or -1 if none does; -2 if the cone contains a line.</summary>
    /// <param name="walls">The hyperplanes of the walls.</param>
    /// <param name="isNegative">Whether the chamber lies on the negative side of each hyperplane.</param>
    /// <exception cref="OverflowException">Machine integers are too small.</exception>
    int FirstCut(ReadOnlySpan<int> walls, ReadOnlySpan<bool> isNegative);
}

/// <summary>The cone cut out by listed walls, by the double description method; and whether other hyperplanes cut it.</summary>
/// <remarks>
/// If the walls cut out a pointed cone on all of whose rays the other hyperplanes have the signs of the chamber or 0, then the closure of the chamber is that cone: no other hyperplane carries a facet.
/// The cone is kept as a lineality space and rays; a wall on which the lineality space is not 0 takes one dimension of it, any other cuts the rays, new ones arising between adjacent rays on its two sides.
/// </remarks>
internal sealed class WallCone<T, TNumbers>(T[] normals, int dimension, long limit) : IWallCone
    where TNumbers : IConeNumbers<T>
{
    private readonly int _count = normals.Length / dimension;
    private readonly List<int> _lineality = [];
    private readonly List<int> _free = [];
    private List<int> _rays = [];
    private List<int> _next = [];
    private T[] _vectors = new T[64 * dimension];
    private T[] _values = new T[64];
    private ulong[] _zeros = new ulong[64];
    private int _words = 1;
    private int _made;

    public int FirstCut(ReadOnlySpan<int> walls, ReadOnlySpan<bool> isNegative)
    {
        Start(walls.Length);
        for (var w = 0; w < walls.Length; w++)
        {
            Insert(walls[w], isNegative[walls[w]], w);
        }

        if (_lineality.Count > 0)
        {
            return -2;
        }

        for (var h = 0; h < _count; h++)
        {
            foreach (var ray in _rays)
            {
                if (TNumbers.Sign(Side(h, isNegative[h], ray)) < 0)
                {
                    return h;
                }
            }
        }

        return -1;
    }

    private void Start(int walls)
    {
        _words = Math.Max(1, (walls + 63) / 64);
        _made = 0;
        _free.Clear();
        _rays.Clear();
        _lineality.Clear();
        for (var i = 0; i < dimension; i++)
        {
            var line = New();
            Vector(line).Fill(TNumbers.Zero);
            Vector(line)[i] = TNumbers.One;
            _lineality.Add(line);
        }
    }

    private void Insert(int h, bool negate, int wall)
    {
        for (var l = 0; l < _lineality.Count; l++)
        {
            var line = _lineality[l];
            var value = Side(h, negate, line);
            if (TNumbers.Sign(value) != 0)
            {
                _lineality.RemoveAt(l);
                Take(line, h, negate, value, wall);
                return;
            }
        }

        Cut(h, negate, wall);
    }

    /// <summary>A line that leaves the hyperplane becomes a ray on the side of the chamber; everything else is moved along it into the hyperplane.</summary>
    private void Take(int line, int h, bool negate, T value, int wall)
    {
        if (TNumbers.Sign(value) < 0)
        {
            value = TNumbers.Negative(value);
            foreach (ref var entry in Vector(line))
            {
                entry = TNumbers.Negative(entry);
            }
        }

        foreach (var other in _lineality)
        {
            Move(other, h, negate, value, line);
        }

        foreach (var ray in _rays)
        {
            Move(ray, h, negate, value, line);
            Mark(ray, wall);
        }

        var zeros = Zeros(line);
        zeros.Clear();
        for (var w = 0; w < wall; w++)
        {
            Mark(line, w);
        }

        _rays.Add(line);
    }

    private void Move(int vector, int h, bool negate, T value, int line)
    {
        var own = Side(h, negate, vector);
        if (TNumbers.Sign(own) == 0)
        {
            return;
        }

        var entries = Vector(vector);
        var along = Vector(line);
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = TNumbers.Cross(value, entries[i], own, along[i]);
        }

        TNumbers.Shorten(entries);
    }

    private void Cut(int h, bool negate, int wall)
    {
        if (_values.Length < _rays.Count)
        {
            _values = new T[2 * _rays.Count];
        }

        _next.Clear();
        var below = 0;
        for (var i = 0; i < _rays.Count; i++)
        {
            _values[i] = Side(h, negate, _rays[i]);
            var sign = TNumbers.Sign(_values[i]);
            below += sign < 0 ? 1 : 0;
            if (sign >= 0)
            {
                _next.Add(_rays[i]);
            }
        }

        for (var q = 0; q < _rays.Count && below > 0; q++)
        {
            if (TNumbers.Sign(_values[q]) >= 0)
            {
                continue;
            }

            for (var p = 0; p < _rays.Count; p++)
            {
                if (TNumbers.Sign(_values[p]) > 0 && AreAdjacent(_rays[p], _rays[q]))
                {
                    _next.Add(Between(p, q, wall));
                    if (_next.Count > limit)
                    {
                        throw SignOrbits.TooMany(limit, null);
                    }
                }
            }
        }

        for (var i = 0; i < _rays.Count; i++)
        {
            var sign = TNumbers.Sign(_values[i]);
            if (sign == 0)
            {
                Mark(_rays[i], wall);
            }
            else if (sign < 0)
            {
                _free.Add(_rays[i]);
            }
        }

        (_rays, _next) = (_next, _rays);
    }

    private int Between(int p, int q, int wall)
    {
        var ray = New();
        var entries = Vector(ray);
        var above = Vector(_rays[p]);
        var below = Vector(_rays[q]);
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = TNumbers.Cross(_values[p], below[i], _values[q], above[i]);
        }

        TNumbers.Shorten(entries);
        for (var w = 0; w < _words; w++)
        {
            _zeros[(ray * _words) + w] = _zeros[(_rays[p] * _words) + w] & _zeros[(_rays[q] * _words) + w];
        }

        Mark(ray, wall);
        return ray;
    }

    /// <summary>Two rays span a face iff no third lies on all the walls that hold both.</summary>
    private bool AreAdjacent(int first, int second)
    {
        if (_words == 1)
        {
            return AreAdjacentInOneWord(first, second);
        }

        var count = 0;
        for (var w = 0; w < _words; w++)
        {
            count += BitOperations.PopCount(_zeros[(first * _words) + w] & _zeros[(second * _words) + w]);
        }

        // Modulo the lineality space the walls through a face of dimension 2 have rank two less than the dimension.
        if (count < dimension - _lineality.Count - 2)
        {
            return false;
        }

        foreach (var other in _rays)
        {
            if (other == first || other == second)
            {
                continue;
            }

            var holds = true;
            for (var w = 0; w < _words && holds; w++)
            {
                holds = (_zeros[(first * _words) + w] & _zeros[(second * _words) + w] & ~_zeros[(other * _words) + w]) == 0;
            }

            if (holds)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same where there are at most 64 walls.</summary>
    private bool AreAdjacentInOneWord(int first, int second)
    {
        var zeros = _zeros;
        var common = zeros[first] & zeros[second];
        if (BitOperations.PopCount(common) < dimension - _lineality.Count - 2)
        {
            return false;
        }

        foreach (var other in CollectionsMarshal.AsSpan(_rays))
        {
            if ((common & ~zeros[other]) == 0 && other != first && other != second)
            {
                return false;
            }
        }

        return true;
    }

    private T Side(int h, bool negate, int vector)
    {
        var sum = TNumbers.Zero;
        var normal = normals.AsSpan(h * dimension, dimension);
        var entries = _vectors.AsSpan(vector * dimension, normal.Length);
        for (var i = 0; i < normal.Length; i++)
        {
            sum = TNumbers.AddProduct(sum, normal[i], entries[i]);
        }

        return negate ? TNumbers.Negative(sum) : sum;
    }

    private void Mark(int ray, int wall) => _zeros[(ray * _words) + (wall >> 6)] |= 1UL << (wall & 63);

    private Span<T> Vector(int vector) => _vectors.AsSpan(vector * dimension, dimension);

    private Span<ulong> Zeros(int vector) => _zeros.AsSpan(vector * _words, _words);

    /// <summary>Room for one more vector, its entries not yet set.</summary>
    private int New()
    {
        if (_free.Count > 0)
        {
            var last = _free[^1];
            _free.RemoveAt(_free.Count - 1);
            return last;
        }

        if ((_made + 1) * dimension > _vectors.Length)
        {
            Array.Resize(ref _vectors, 2 * _vectors.Length);
        }

        if ((_made + 1) * _words > _zeros.Length)
        {
            Array.Resize(ref _zeros, 2 * (_made + 1) * _words);
        }

        return _made++;
    }
}
