using System.Numerics;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Representations.Abelian;

/// <summary>The relations between r commuting elements: the lattice of all v in ℤ^r with g_1^{v_1} ⋯ g_r^{v_r} in a subgroup N, N of finite index; equal lattices are equal values.</summary>
/// <remarks>
/// Row j of the triangular form is m_j e_j − Σ_{i &lt; j} c_{ji} e_i with m_j ≥ 1 least and 0 ≤ c_{ji} &lt; m_i: g_j^{m_j} is the first power that lies in the group of N and the earlier elements. It is unique
/// (the Hermite normal form), and the index of the lattice is Π m_j = [⟨g⟩ : N].
/// </remarks>
internal sealed class AbelianRelations : IEquatable<AbelianRelations>
{
    private readonly BigInteger[] _orders;
    private readonly BigInteger[][] _coefficients;

    private AbelianRelations(BigInteger[] orders, BigInteger[][] coefficients)
    {
        _orders = orders;
        _coefficients = coefficients;
        Index = orders.Aggregate(BigInteger.One, (product, order) => product * order);
    }

    /// <summary>[⟨g⟩ : N].</summary>
    public BigInteger Index { get; }

    /// <summary>The relations of the generators of a group: N = 1.</summary>
    public static AbelianRelations OfGroup(FiniteGroup group)
    {
        if (group.Generators.Count == 1)
        {
            return new([group.Order], [[]]);
        }

        // G is a subgroup of the product of its actions on the orbits: its relations are those that hold on all of them.
        return OrbitsOf(group.Degree, [.. group.Generators.Select(g => (Func<int, int>)(x => g[x]))]).Select(kind => kind.Relations).Aggregate(Whole(group.Generators.Count), Intersect);
    }

    /// <summary>The lattice of everything, N the whole group.</summary>
    public static AbelianRelations Whole(int count) => new([.. Enumerable.Repeat(BigInteger.One, count)], [.. Enumerable.Range(0, count).Select(j => new BigInteger[j])]);

    /// <summary>The orbits of commuting permutations, by the relations that say which words fix a point: the kinds in the order of their first orbits, with the number of orbits of each. Linear in points times permutations.</summary>
    public static IReadOnlyList<(AbelianRelations Relations, long Count)> OrbitsOf(int size, IReadOnlyList<Func<int, int>> generators)
    {
        var place = new int[size];
        Array.Fill(place, -1);
        var kinds = new Numbering<AbelianRelations>();
        var counts = new List<long>();
        for (var x = 0; x < size; x++)
        {
            if (place[x] < 0)
            {
                var kind = kinds.NumberOf(At(x, generators, place));
                if (kind == counts.Count)
                {
                    counts.Add(0);
                }

                counts[kind]++;
            }
        }

        return [.. kinds.Values.Zip(counts)];
    }

    /// <summary>The words at which a character with these frequencies is 1: N its kernel, the index its order.</summary>
    public static AbelianRelations OfKernel(IReadOnlyList<Rational> frequencies)
    {
        var orders = new BigInteger[frequencies.Count];
        var coefficients = new BigInteger[frequencies.Count][];
        // a_1, ..., a_j generate the fractions with denominator reached[j].
        var reached = new BigInteger[frequencies.Count + 1];
        reached[0] = BigInteger.One;
        for (var j = 0; j < orders.Length; j++)
        {
            var a = frequencies[j];
            orders[j] = Fraction(a * new Rational(reached[j], 1)).Denominator;
            reached[j + 1] = reached[j] * orders[j];
            coefficients[j] = new BigInteger[j];
            var rest = Fraction(a * new Rational(orders[j], 1));
            for (var i = j - 1; i >= 0; i--)
            {
                // Modulo the fractions with denominator reached[i]: a_i has order m_i there, as a unit over m_i.
                var unit = Fraction(frequencies[i] * new Rational(reached[i], 1));
                var wanted = Fraction(rest * new Rational(reached[i], 1));
                var m = orders[i];
                var c = m.IsOne ? BigInteger.Zero : Residue(wanted.Numerator * (m / wanted.Denominator) * Inverse(unit.Numerator, m), m);
                coefficients[j][i] = c;
                rest = Fraction(rest - (frequencies[i] * new Rational(c, 1)));
            }
        }

        return new(orders, coefficients);
    }

    /// <summary>Whether a character is 1 on every word of the lattice, that is on N.</summary>
    public bool AnnihilatedBy(IReadOnlyList<Rational> frequencies)
    {
        for (var j = 0; j < _orders.Length; j++)
        {
            if (!Row(j, frequencies).IsInteger)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A word of N at which a character is not 1, or null.</summary>
    public IReadOnlyList<BigInteger>? TryMoving(IReadOnlyList<Rational> frequencies)
    {
        for (var j = 0; j < _orders.Length; j++)
        {
            if (!Row(j, frequencies).IsInteger)
            {
                return BasisRow(j);
            }
        }

        return null;
    }

    /// <summary>The frequencies of all characters that are 1 on N, lazily; <see cref="Index"/> of them, the trivial one first.</summary>
    public IEnumerable<Rational[]> Characters()
    {
        var digits = new BigInteger[_orders.Length];
        while (true)
        {
            var vector = new Rational[_orders.Length];
            for (var j = 0; j < vector.Length; j++)
            {
                var sum = new Rational(digits[j], 1);
                for (var i = 0; i < j; i++)
                {
                    sum += vector[i] * new Rational(_coefficients[j][i], 1);
                }

                vector[j] = sum * new Rational(BigInteger.One, _orders[j]);
            }

            yield return vector;
            var place = 0;
            while (place < digits.Length && ++digits[place] == _orders[place])
            {
                digits[place++] = BigInteger.Zero;
            }

            if (place == digits.Length)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public bool Equals(AbelianRelations? other) =>
        other is not null && _orders.AsSpan().SequenceEqual(other._orders) && _coefficients.Zip(other._coefficients).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AbelianRelations);

    /// <inheritdoc/>
    public override int GetHashCode() => _coefficients.Aggregate(_orders.Aggregate(0, HashCode.Combine), (hash, row) => row.Aggregate(hash, HashCode.Combine));

    /// <summary>The representative in [0, 1) modulo the integers.</summary>
    internal static Rational Fraction(Rational value) => value - new Rational(value.Floor(), 1);

    private Rational Row(int j, IReadOnlyList<Rational> frequencies)
    {
        var sum = frequencies[j] * new Rational(_orders[j], 1);
        for (var i = 0; i < j; i++)
        {
            sum -= frequencies[i] * new Rational(_coefficients[j][i], 1);
        }

        return sum;
    }

    /// <summary>The relations at one point; the places of its orbit are filled in.</summary>
    private static AbelianRelations At(int x, IReadOnlyList<Func<int, int>> generators, int[] place)
    {
        // The points reached so far stand in mixed radix: place Σ v_i Π_{l < i} m_l is g_1^{v_1} ... g_j^{v_j} x.
        var points = new List<int> { x };
        place[x] = 0;
        var orders = new BigInteger[generators.Count];
        var coefficients = new BigInteger[generators.Count][];
        for (var j = 0; j < orders.Length; j++)
        {
            var block = points.Count;
            var order = 1;
            // g_j^{order} x, until it is a point that the earlier generators reach.
            var image = generators[j](x);
            while (place[image] < 0)
            {
                for (var i = 0; i < block; i++)
                {
                    var next = generators[j](points[points.Count - block]);
                    place[next] = points.Count;
                    points.Add(next);
                }

                order++;
                image = generators[j](image);
            }

            orders[j] = order;
            coefficients[j] = new BigInteger[j];
            BigInteger rest = place[image];
            for (var i = 0; i < j; i++)
            {
                rest = BigInteger.DivRem(rest, orders[i], out coefficients[j][i]);
            }
        }

        return new(orders, coefficients);
    }

    /// <summary>The words in both lattices, by Zassenhaus: of the rows (u, u) and (0, w), u and w in bases of the two, those combinations whose second half vanishes have the common words as first half.</summary>
    private static AbelianRelations Intersect(AbelianRelations a, AbelianRelations b)
    {
        var count = a._orders.Length;
        var rows = new List<BigInteger[]>();
        rows.AddRange(Enumerable.Range(0, count).Select(j => (BigInteger[])[.. a.BasisRow(j), .. a.BasisRow(j)]));
        rows.AddRange(Enumerable.Range(0, count).Select(j => (BigInteger[])[.. new BigInteger[count], .. b.BasisRow(j)]));
        for (var column = (2 * count) - 1; column >= count; column--)
        {
            TakePivot(rows, column);
        }

        var (orders, coefficients) = (new BigInteger[count], new BigInteger[count][]);
        var pivots = new BigInteger[count][];
        for (var column = count - 1; column >= 0; column--)
        {
            pivots[column] = TakePivot(rows, column) ?? throw new InvalidOperationException("a lattice of finite index has full rank");
        }

        for (var j = 0; j < count; j++)
        {
            var row = pivots[j];
            if (row[j].Sign < 0)
            {
                Subtract(row, row, 2);
            }

            for (var i = j - 1; i >= 0; i--)
            {
                // The entry at i becomes one of 0, −1, ..., 1 − m_i.
                var above = row[i] + (pivots[i][i] - 1);
                Subtract(row, pivots[i], Floor(above, pivots[i][i]));
            }

            orders[j] = row[j];
            coefficients[j] = [.. row.Take(j).Select(entry => -entry)];
        }

        return new(orders, coefficients);
    }

    private BigInteger[] BasisRow(int j)
    {
        var row = new BigInteger[_orders.Length];
        row[j] = _orders[j];
        for (var i = 0; i < j; i++)
        {
            row[i] = -_coefficients[j][i];
        }

        return row;
    }

    /// <summary>Makes a column zero in all rows but one, which is taken out and returned; null if it is zero.</summary>
    private static BigInteger[]? TakePivot(List<BigInteger[]> rows, int column)
    {
        while (true)
        {
            var (pivot, others) = (-1, 0);
            for (var i = 0; i < rows.Count; i++)
            {
                if (!rows[i][column].IsZero)
                {
                    others++;
                    pivot = pivot < 0 || BigInteger.Abs(rows[i][column]) < BigInteger.Abs(rows[pivot][column]) ? i : pivot;
                }
            }

            if (pivot < 0)
            {
                return null;
            }

            var row = rows[pivot];
            if (others == 1)
            {
                rows.RemoveAt(pivot);
                return row;
            }

            // Euclid: remainders are smaller than the pivot.
            for (var i = 0; i < rows.Count; i++)
            {
                if (i != pivot && !rows[i][column].IsZero)
                {
                    Subtract(rows[i], row, rows[i][column] / row[column]);
                }
            }
        }
    }

    private static void Subtract(BigInteger[] from, BigInteger[] row, BigInteger times)
    {
        for (var i = 0; i < from.Length; i++)
        {
            from[i] -= times * row[i];
        }
    }

    private static BigInteger Floor(BigInteger a, BigInteger positive)
    {
        var quotient = BigInteger.DivRem(a, positive, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    private static BigInteger Residue(BigInteger a, BigInteger modulus) => a - (Floor(a, modulus) * modulus);

    /// <summary>The inverse of a unit modulo m, by Euclid.</summary>
    private static BigInteger Inverse(BigInteger unit, BigInteger modulus)
    {
        var (r0, r1, t0, t1) = (modulus, Residue(unit, modulus), BigInteger.Zero, BigInteger.One);
        while (!r1.IsZero)
        {
            var quotient = r0 / r1;
            (r0, r1, t0, t1) = (r1, r0 - (quotient * r1), t1, t0 - (quotient * t1));
        }

        return Residue(t0, modulus);
    }
}
