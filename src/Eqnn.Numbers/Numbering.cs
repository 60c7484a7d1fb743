using System.Runtime.InteropServices;

namespace Eqnn.Numbers;

/// <summary>Distinct values, numbered from 0 in the order in which they are first met.</summary>
/// <typeparam name="T">The values.</typeparam>
/// <remarks>One look into a hash table for each value that is met.</remarks>
public sealed class Numbering<T>
    where T : notnull
{
    private readonly Dictionary<T, int> _numbers;
    private readonly List<T> _values = [];

    /// <summary>No values yet.</summary>
    /// <param name="comparer">Which values are equal; as they say themselves if absent.</param>
    public Numbering(IEqualityComparer<T>? comparer = null) => _numbers = new(comparer);

    /// <summary>How many values were met.</summary>
    public int Count => _values.Count;

    /// <summary>The values by their numbers.</summary>
    public IReadOnlyList<T> Values => _values;

    /// <summary>The value of a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public T this[int number] => _values[number];

    /// <summary>The number of a value: a new one, <see cref="Count"/>, if it was not met before.</summary>
    public int NumberOf(T value)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, value, out var isKnown);
        if (!isKnown)
        {
            number = _values.Count;
            _values.Add(value);
        }

        return number;
    }

    /// <summary>Numbers a value; <c>false</c> if it was met before.</summary>
    public bool TryAdd(T value)
    {
        var count = _values.Count;
        return NumberOf(value) == count;
    }

    /// <summary>The number of a value; −1 if it was not met.</summary>
    public int Find(T value) => _numbers.TryGetValue(value, out var number) ? number : -1;

    /// <summary>Forgets all values.</summary>
    public void Clear()
    {
        _numbers.Clear();
        _values.Clear();
    }
}
