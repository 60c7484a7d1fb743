using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Chains;

/// <summary>Nearly random elements of a group by product replacement with an accumulator ([Seress, §2.2]). The seed is fixed: equal input, equal sequence. Results never depend on it, only speed.</summary>
internal sealed class ProductReplacement
{
    private readonly int[][] _slots;
    private readonly int[] _accumulator;
    private readonly int[] _inverse;
    private int[] _spare;
    private ulong _state;

    public ProductReplacement(int degree, IReadOnlyList<int[]> generators, ulong seed = 0x9E3779B97F4A7C15UL)
    {
        _state = seed;
        _accumulator = PermutationArrays.Identity(degree);
        _inverse = new int[degree];
        _spare = new int[degree];
        var count = generators.Count == 0 ? 0 : Math.Max(generators.Count + 2, 8);
        _slots = new int[count][];
        for (var i = 0; i < count; i++)
        {
            _slots[i] = (int[])generators[i % generators.Count].Clone();
        }

        for (var i = 0; i < 4 * count; i++)
        {
            Step();
        }
    }

    /// <summary>The next element, in a new array.</summary>
    public int[] Next()
    {
        Step();
        return (int[])_accumulator.Clone();
    }

    /// <summary>Writes the next element into an array.</summary>
    public void Next(int[] target)
    {
        Step();
        _accumulator.CopyTo(target, 0);
    }

    private void Step()
    {
        if (_slots.Length == 0)
        {
            return;
        }

        var i = Below(_slots.Length);
        var j = Below(_slots.Length - 1);
        if (j >= i)
        {
            j++;
        }

        var factor = _slots[j];
        if (Below(2) != 0)
        {
            for (var x = 0; x < factor.Length; x++)
            {
                _inverse[factor[x]] = x;
            }

            factor = _inverse;
        }

        var (left, right) = Below(2) == 0 ? (factor, _slots[i]) : (_slots[i], factor);
        var product = _spare;
        for (var x = 0; x < product.Length; x++)
        {
            product[x] = left[right[x]];
        }

        (_spare, _slots[i]) = (_slots[i], product);
        PermutationArrays.MultiplyFromLeft(product, _accumulator);
    }

    private int Below(int bound)
    {
        // xorshift64*: wrap-around is the arithmetic of the generator.
        unchecked
        {
            _state ^= _state >> 12;
            _state ^= _state << 25;
            _state ^= _state >> 27;
            return (int)(((_state * 0x2545F4914F6CDD1DUL) >> 33) % (ulong)bound);
        }
    }
}
