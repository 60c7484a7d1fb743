namespace Eqnn.Numbers;

/// <summary>The classes of the equivalence relation on 0, 1, …, n − 1 that pairs generate. Each class is represented by its least element.</summary>
/// <remarks>Nearly linear: paths are halved on the way.</remarks>
public sealed class DisjointSets
{
    private readonly int[] _parent;

    /// <summary>n classes of one element each.</summary>
    public DisjointSets(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _parent = new int[count];
        Reset();
    }

    /// <summary>The number n of elements.</summary>
    public int Count => _parent.Length;

    /// <summary>The least element of the class of <paramref name="x"/>.</summary>
    public int Find(int x)
    {
        while (_parent[x] != x)
        {
            x = _parent[x] = _parent[_parent[x]];
        }

        return x;
    }

    /// <summary>Makes one class of two; <c>false</c> if they were one.</summary>
    public bool Unite(int x, int y)
    {
        var (a, b) = (Find(x), Find(y));
        if (a == b)
        {
            return false;
        }

        _parent[Math.Max(a, b)] = Math.Min(a, b);
        return true;
    }

    /// <summary>Every element alone again.</summary>
    public void Reset()
    {
        for (var x = 0; x < _parent.Length; x++)
        {
            _parent[x] = x;
        }
    }

    /// <summary>For each element the least of its class.</summary>
    public int[] LeastElements()
    {
        var least = new int[_parent.Length];
        for (var x = 0; x < least.Length; x++)
        {
            least[x] = Find(x);
        }

        return least;
    }
}
