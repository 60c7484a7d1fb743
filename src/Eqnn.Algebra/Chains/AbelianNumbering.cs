using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Chains;

/// <summary>An abelian group along its generators: every element is s₁^a₁ ⋯ s_r^a_r with 0 ≤ a_j &lt; m_j for exactly one vector a, m_j the order of s_j modulo ⟨s₁, …, s_{j−1}⟩.</summary>
/// <remarks>Generators that add nothing (m_j = 1) are left out. The index of an element is a₁ + m₁(a₂ + m₂(a₃ + …)): subgroups of the chain are initial segments.</remarks>
internal sealed class AbelianNumbering
{
    private readonly int[] _numberAt;
    private readonly int[] _indexOfNumber;
    private readonly List<int> _relativeOrders = [];
    private readonly List<long[]> _relations = [];
    private readonly List<int> _generators = [];

    public AbelianNumbering(ElementNumbering numbering, IReadOnlyList<Permutation> generators, CancellationToken cancellationToken)
    {
        _numberAt = new int[numbering.Count];
        _indexOfNumber = new int[numbering.Count];
        Array.Fill(_indexOfNumber, -1);
        _indexOfNumber[0] = 0;
        var depth = numbering.Depth;
        // Base images of all elements found so far, element by element.
        var images = new int[numbering.Count * (long)depth];
        for (var i = 0; i < depth; i++)
        {
            images[i] = numbering.Base[i];
        }

        var size = 1;
        var scratch = new int[depth];
        for (var j = 0; j < generators.Count && size < numbering.Count; j++)
        {
            var s = generators[j].RawImages;
            var m = 1;
            int met;
            // The coset s^m A, one after the other, until its first element s^m lies in A.
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var from = (long)(m - 1) * size * depth;
                for (var i = 0; i < depth; i++)
                {
                    scratch[i] = s[images[from + i]];
                }

                met = _indexOfNumber[numbering.NumberOfBaseImages(scratch)];
                if (met >= 0)
                {
                    break;
                }

                for (var x = 0; x < size; x++)
                {
                    var source = from + ((long)x * depth);
                    var target = source + ((long)size * depth);
                    for (var i = 0; i < depth; i++)
                    {
                        images[target + i] = s[images[source + i]];
                        scratch[i] = images[target + i];
                    }

                    var number = numbering.NumberOfBaseImages(scratch);
                    var index = (m * size) + x;
                    _numberAt[index] = number;
                    _indexOfNumber[number] = index;
                }

                m++;
            }

            if (m == 1)
            {
                continue;
            }

            var relation = new long[_relativeOrders.Count];
            ExponentsOf(met, relation);
            _relations.Add(relation);
            _relativeOrders.Add(m);
            _generators.Add(j);
            size *= m;
        }
    }

    /// <summary>The orders of all elements, by element number.</summary>
    /// <remarks>An element s_j^a x, x ∈ A_{j−1}, has order t · order((s_j^a x)^t) with t = m_j / gcd(m_j, a), the order of its class modulo A_{j−1}; the power lies in A_{j−1}, whose indices come earlier.</remarks>
    public int[] Orders(CancellationToken cancellationToken)
    {
        var orders = new int[_numberAt.Length];
        orders[0] = 1;
        var exponents = new long[Rank];
        for (var index = 1; index < orders.Length; index++)
        {
            if ((index & 0xFFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            ExponentsOf(index, exponents);
            var top = Rank - 1;
            while (exponents[top] == 0)
            {
                top--;
            }

            var modulus = _relativeOrders[top];
            var t = modulus / (int)NumberTheory.Gcd(modulus, exponents[top]);
            for (var i = 0; i <= top; i++)
            {
                exponents[i] *= t;
            }

            orders[_numberAt[index]] = t * orders[_numberAt[IndexOf(exponents)]];
        }

        return orders;
    }

    /// <summary>The number r of generators that count.</summary>
    public int Rank => _relativeOrders.Count;

    /// <summary>m_j.</summary>
    public int RelativeOrder(int j) => _relativeOrders[j];

    /// <summary>The place of s_j among the generators of the group.</summary>
    public int Generator(int j) => _generators[j];

    /// <summary>The exponents of s_j^{m_j} over s₁, …, s_{j−1}; shared, not to be written to.</summary>
    public long[] Relation(int j) => _relations[j];

    /// <summary>The element number (see <see cref="ElementNumbering"/>) at an index.</summary>
    public int NumberAt(int index) => _numberAt[index];

    /// <summary>The index of an element number.</summary>
    public int IndexOfNumber(int number) => _indexOfNumber[number];

    /// <summary>The exponent vector at an index, into an array of at least <see cref="Rank"/> entries.</summary>
    public void ExponentsOf(int index, long[] exponents)
    {
        for (var j = 0; j < _relativeOrders.Count; j++)
        {
            (index, var remainder) = Math.DivRem(index, _relativeOrders[j]);
            exponents[j] = remainder;
        }
    }

    /// <summary>The index of the element with these exponents, any integers of moderate size; reduces them in place.</summary>
    public int IndexOf(long[] exponents)
    {
        for (var j = _relativeOrders.Count - 1; j >= 0; j--)
        {
            var m = _relativeOrders[j];
            var quotient = Math.DivRem(exponents[j], m, out var remainder);
            if (remainder < 0)
            {
                remainder += m;
                quotient--;
            }

            exponents[j] = remainder;
            var relation = _relations[j];
            for (var i = 0; i < relation.Length && quotient != 0; i++)
            {
                // Reduced modulo the group order: exponents matter modulo the exponent of the group only, and nothing overflows.
                exponents[i] = (exponents[i] + ((quotient % _numberAt.Length) * relation[i])) % _numberAt.Length;
            }
        }

        var index = 0L;
        for (var j = _relativeOrders.Count - 1; j >= 0; j--)
        {
            index = (index * _relativeOrders[j]) + exponents[j];
        }

        return (int)index;
    }
}
