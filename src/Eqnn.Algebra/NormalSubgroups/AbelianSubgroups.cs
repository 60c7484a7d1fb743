using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.NormalSubgroups;

/// <summary>All subgroups of an abelian group by theory: one for each lattice between the relations of its generators and ℤ^r, in Hermite normal form. No table is made and no subgroup is listed element by element.</summary>
/// <remarks>
/// <para><b>Step.</b> G_j = ⟨s_1, ..., s_j⟩, and m_j is the order of s_j modulo G_{j−1}. A subgroup H of G_j is H ∩ G_{j−1} with one element s_j^d g, d | m_j, where g ∈ G_{j−1} counts modulo H ∩ G_{j−1} and (s_j^d g)^{m_j/d} ∈ G_{j−1} has to lie in it.</para>
/// <para><b>Marks</b> are the cyclic subgroups of prime power order, by their least generators, sorted by (order, image list) as elements are among the classes. Of two subgroups of equal order let x be the first element that only one of them
/// has. Then x has prime power order, for else one of its primary parts, which stand before it, would be such an element; and x is the least generator of ⟨x⟩. So the first mark that only one of them has decides as the lists of their elements do.</para>
/// </remarks>
internal sealed class AbelianSubgroups
{
    private readonly FiniteGroup _group;
    private readonly int[][] _generators;

    /// <summary>Row j is m_j e_j − Σ_{i &lt; j} c_i e_i for s_j^{m_j} = Π s_i^{c_i}: the form of the trivial subgroup.</summary>
    private readonly long[][] _relations;
    private readonly List<long[][]> _forms;
    private readonly List<(long Order, int[] Images, long[] Word)> _marks = [];

    private AbelianSubgroups(FiniteGroup group, CancellationToken cancellationToken)
    {
        _group = group;
        var numbering = new AbelianNumbering(new ElementNumbering(group.Chain), group.Generators, cancellationToken);
        _generators = [.. Enumerable.Range(0, numbering.Rank).Select(j => group.Generators[numbering.Generator(j)].RawImages)];
        _relations = [.. Enumerable.Range(0, numbering.Rank).Select(j => (long[])[.. numbering.Relation(j).Select(c => -c), numbering.RelativeOrder(j)])];
        _forms = Forms(cancellationToken);
        for (var i = 0; i < _forms.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (PrimaryGeneratorOf(i) is { } word)
            {
                _marks.Add((OrderOf(i), LeastGenerator(ElementAt(word), OrderOf(i)), word));
            }
        }

        _marks.Sort((a, b) => a.Order != b.Order ? a.Order.CompareTo(b.Order) : a.Images.AsSpan().SequenceCompareTo(b.Images));
    }

    /// <summary>The number of subgroups.</summary>
    public int Count => _forms.Count;

    /// <summary>The number of cyclic subgroups of prime power order above 1.</summary>
    public int MarkCount => _marks.Count;

    /// <summary>The subgroups of an abelian group of enumerable order, in no particular order.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static AbelianSubgroups Of(FiniteGroup group, CancellationToken cancellationToken) => new(group, cancellationToken);

    /// <summary>The order of a subgroup.</summary>
    public long OrderOf(int i)
    {
        var order = 1L;
        for (var j = 0; j < _relations.Length; j++)
        {
            order *= _relations[j][j] / _forms[i][j][j];
        }

        return order;
    }

    /// <summary>Whether a subgroup contains a mark.</summary>
    public bool Contains(int i, int mark) => Contains(_forms[i], _marks[mark].Word, 1);

    /// <summary>The least generator of a mark.</summary>
    public Permutation Mark(int mark) => PermutationArrays.ToPermutation(_marks[mark].Images);

    /// <summary>Whether a subgroup is no intersection of larger ones: the quotient is cyclic of prime power order, so that some generator of the group has that order in it.</summary>
    public bool IsMeetIrreducible(int i)
    {
        var index = _forms[i].Select((row, j) => row[j]).Aggregate(1L, (product, d) => product * d);
        return NumberTheory.PrimeFactors(index) is [var p] && Enumerable.Range(0, _relations.Length).Any(j => !Contains(_forms[i], Unit(j), index / p));
    }

    /// <summary>A subgroup by the rows of its form that add to those before them.</summary>
    public FiniteGroup GroupOf(int i) => FiniteGroup.OfKnownOrder(
        "normal subgroup of " + _group.Name,
        _group.Degree,
        [.. _forms[i].Where((row, j) => row[j] < _relations[j][j]).Select(row => PermutationArrays.ToPermutation(ElementAt(row)))],
        OrderOf(i),
        _group.Limits);

    private List<long[][]> Forms(CancellationToken cancellationToken)
    {
        List<long[][]> forms = [[]];
        for (var j = 0; j < _relations.Length; j++)
        {
            var extended = new List<long[][]>();
            foreach (var form in forms)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var d in NumberTheory.Divisors(_relations[j][j]))
                {
                    Extend(form, d, extended);
                }
            }

            forms = extended;
        }

        return forms;
    }

    /// <summary>Adds the subgroups of G_j that meet G_{j−1} in a given one and G_j/G_{j−1} in the powers of s_j^d.</summary>
    private void Extend(long[][] form, long d, List<long[][]> found)
    {
        var j = form.Length;
        var relation = _relations[j];
        var times = relation[j] / d;
        var row = new long[j + 1];
        row[j] = d;
        var word = new long[j];
        while (true)
        {
            // (s_j^d g)^{m_j/d}, a word in the earlier generators.
            for (var i = 0; i < j; i++)
            {
                word[i] = (times * row[i]) - relation[i];
            }

            if (Contains(form, word, 1))
            {
                found.Add([.. form, (long[])row.Clone()]);
            }

            var place = 0;
            while (place < j && ++row[place] == form[place][place])
            {
                row[place++] = 0;
            }

            if (place == j)
            {
                return;
            }
        }
    }

    /// <summary>Whether the power of a word lies in the subgroup of a form: the word is divided by the rows, from the last one on.</summary>
    private static bool Contains(long[][] form, long[] word, long power)
    {
        // Entries stay below 2^r times the order of the group, times the power.
        Span<Int128> rest = stackalloc Int128[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            rest[i] = (Int128)word[i] * power;
        }

        for (var j = word.Length - 1; j >= 0; j--)
        {
            var (quotient, remainder) = Int128.DivRem(rest[j], form[j][j]);
            if (remainder != 0)
            {
                return false;
            }

            for (var i = 0; i < j; i++)
            {
                rest[i] -= quotient * form[j][i];
            }
        }

        return true;
    }

    /// <summary>A row that generates the subgroup, if that is cyclic of prime power order above 1: some generator of such a group has its order.</summary>
    private long[]? PrimaryGeneratorOf(int i)
    {
        var order = OrderOf(i);
        return NumberTheory.PrimeFactors(order) is [var p] ? Array.Find(_forms[i], row => !Contains(_relations, row, order / p)) : null;
    }

    private long[] Unit(int j)
    {
        var unit = new long[_relations.Length];
        unit[j] = 1;
        return unit;
    }

    private int[] ElementAt(long[] word)
    {
        var element = PermutationArrays.Identity(_group.Degree);
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] != 0)
            {
                PermutationArrays.MultiplyFromLeft(PermutationArrays.Power(_generators[i], word[i]), element);
            }
        }

        return element;
    }

    /// <summary>Of the powers that generate the same group the one with the least image list.</summary>
    private static int[] LeastGenerator(int[] element, long order)
    {
        var prime = NumberTheory.PrimeFactors(order)[0];
        var (least, power) = ((int[])element.Clone(), (int[])element.Clone());
        for (var exponent = 2L; exponent < order; exponent++)
        {
            PermutationArrays.MultiplyFromLeft(element, power);
            if (exponent % prime != 0 && power.AsSpan().SequenceCompareTo(least) < 0)
            {
                power.CopyTo(least, 0);
            }
        }

        return least;
    }
}
