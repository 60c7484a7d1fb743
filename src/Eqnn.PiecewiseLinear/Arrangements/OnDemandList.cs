using System.Collections;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>A list whose members are made when asked for.</summary>
internal sealed class OnDemandList<T>(int count, Func<int, T> make) : IReadOnlyList<T>
{
    public int Count { get; } = count;

    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return make(index);
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return make(i);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
