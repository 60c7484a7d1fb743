using System.Runtime.InteropServices;
using Eqnn.Numbers;

namespace Eqnn.Checking.Documents;

/// <summary>Sums <c>Σ a_y b_y</c> by direct evaluation; a sum with the same pairs, in whatever order, is evaluated once.</summary>
internal sealed class ReluSums
{
    private readonly Dictionary<Cyclotomic, int> _ids = [];
    private readonly List<Cyclotomic> _values = [];
    private readonly Dictionary<string, Cyclotomic> _sums = new(StringComparer.Ordinal);

    /// <summary>A number for a value: equal values have equal numbers.</summary>
    public int Id(Cyclotomic value)
    {
        if (!_ids.TryGetValue(value, out var id))
        {
            _values.Add(value);
            _ids.Add(value, id = _values.Count - 1);
        }

        return id;
    }

    /// <summary>The sum of the products of pairs of values, given by their numbers.</summary>
    public Cyclotomic Of(IReadOnlyList<(int A, int B)> pairs)
    {
        var sorted = pairs.Select(pair => ((long)pair.A << 32) | (uint)pair.B).ToArray();
        Array.Sort(sorted);
        var key = new string(MemoryMarshal.Cast<long, char>(sorted));
        if (!_sums.TryGetValue(key, out var sum))
        {
            sum = Cyclotomic.Zero;
            foreach (var (a, b) in pairs)
            {
                sum += _values[a] * _values[b];
            }

            _sums.Add(key, sum);
        }

        return sum;
    }
}
