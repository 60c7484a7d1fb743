using System.Collections;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters.Rows;

/// <summary>A list of field elements that are made when they are asked for.</summary>
internal sealed class LazyValues(int count, Func<int, Cyclotomic> value) : IReadOnlyList<Cyclotomic>
{
    /// <inheritdoc/>
    public int Count => count;

    /// <inheritdoc/>
    public Cyclotomic this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
            return value(index);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<Cyclotomic> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
        {
            yield return value(i);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
