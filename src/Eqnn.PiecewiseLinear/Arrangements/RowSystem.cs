using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>What the rows of an arrangement say, exactly: zero rows, parallel classes, rank, lineality, a basis of rows and of columns.</summary>
internal sealed class RowSystem
{
    private const long MaxFieldEntries = 100_000_000;
    private const long MaxBits = 1 << 20;

    private RowSystem(IReadOnlyList<ColumnVector<Cyclotomic>> rows, int columns, RealCyclotomicOrder ring, BigInteger[][] integers)
    {
        Rows = rows;
        ColumnCount = columns;
        Ring = ring;
        Integers = integers;
    }

    public IReadOnlyList<ColumnVector<Cyclotomic>> Rows { get; }

    public int ColumnCount { get; }

    public RealCyclotomicOrder Ring { get; }

    /// <summary>The rows times one common positive integer, in the basis of the ring.</summary>
    public BigInteger[][] Integers { get; }

    public IReadOnlyList<int> ZeroRows { get; private set; } = [];

    public IReadOnlyList<Hyperplane> Hyperplanes { get; private set; } = [];

    /// <summary>For each row its hyperplane, or -1 for a zero row.</summary>
    public int[] HyperplaneOf { get; private set; } = [];

    /// <summary>For each row its direction relative to the hyperplane's normal; 0 for a zero row.</summary>
    public int[] SignOf { get; private set; } = [];

    /// <summary>Hyperplanes with independent normals, the first such, ascending.</summary>
    public int[] BasisHyperplanes { get; private set; } = [];

    /// <summary>Columns on which these normals are independent already.</summary>
    public int[] BasisColumns { get; private set; } = [];

    public IReadOnlyList<ColumnVector<Cyclotomic>> Lineality { get; private set; } = [];

    public static RowSystem Of(IEnumerable<IEnumerable<Cyclotomic>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var list = rows.Select(row => ColumnVector.Of(row)).ToArray();
        var columns = list.Length == 0 ? 0 : list[0].Count;
        var conductor = 1L;
        var denominator = BigInteger.One;
        for (var r = 0; r < list.Length; r++)
        {
            if (list[r].Count != columns)
            {
                throw new ArgumentException(FormattableString.Invariant($"row {r + 1} has {list[r].Count} entries, row 1 has {columns}"), nameof(rows));
            }

            for (var c = 0; c < columns; c++)
            {
                var entry = list[r][c];
                if (!entry.IsReal)
                {
                    throw new ArgumentException(FormattableString.Invariant($"row {r + 1}, column {c + 1}: {entry} is not real"), nameof(rows));
                }

                if (conductor % entry.Conductor != 0)
                {
                    conductor = NumberTheory.Lcm(conductor, entry.Conductor);
                    RequireField(conductor, r);
                }

                denominator = NumberTheory.Lcm(denominator, entry.Denominator);
                RequireBits(denominator, r);
            }
        }

        var ring = new RealCyclotomicOrder((int)conductor);
        var integers = new BigInteger[list.Length][];
        for (var r = 0; r < list.Length; r++)
        {
            integers[r] = ToIntegers(ring, list[r], 2 * denominator);
            foreach (var number in integers[r])
            {
                RequireBits(number, r);
            }
        }

        var system = new RowSystem(list, columns, ring, integers);
        system.Merge();
        system.FindBasis();
        return system;
    }

    /// <summary>The field is worked in by a table of its conductor times its degree.</summary>
    private static void RequireField(long conductor, int row)
    {
        var needed = (BigInteger)conductor * Math.Max(1, NumberTheory.EulerPhi(conductor) / 2);
        if (needed > MaxFieldEntries)
        {
            throw new LimitExceededException("entries of the table of a field", MaxFieldEntries, FormattableString.Invariant($"{needed} for the conductor {conductor} of the rows up to row {row + 1}"), "not adjustable; take rows over a smaller field");
        }
    }

    /// <summary>Divisions of longer numbers take seconds each.</summary>
    private static void RequireBits(BigInteger number, int row)
    {
        if (number.GetBitLength() > MaxBits)
        {
            throw new LimitExceededException("bits of a number of an arrangement", MaxBits, FormattableString.Invariant($"{number.GetBitLength()} in the rows up to row {row + 1}"), "not adjustable; take rows with shorter numbers");
        }
    }

    /// <summary>The coordinates of a vector times a positive integer that makes them integral.</summary>
    public static BigInteger[] ToIntegers(RealCyclotomicOrder ring, IReadOnlyList<Cyclotomic> vector, BigInteger multiple)
    {
        var m = ring.Degree;
        var result = new BigInteger[vector.Count * m];
        for (var i = 0; i < vector.Count; i++)
        {
            // x = (x + x̄)/2 = Σ a_e c_{e·n/conductor} / 2; the multiple carries the factor 2.
            var scale = ring.Conductor / Math.Max(1, vector[i].Conductor);
            foreach (var (exponent, coefficient) in vector[i].ZumbroichCoefficients)
            {
                var factor = (coefficient * multiple).Numerator / 2;
                if (2 * factor != (coefficient * multiple).Numerator)
                {
                    throw new ArgumentException("the multiple must be even and clear all denominators", nameof(multiple));
                }

                var cosine = ring.Cosine((long)exponent * scale);
                for (var k = 0; k < m; k++)
                {
                    result[i * m + k] += factor * cosine[k];
                }
            }
        }

        return result;
    }

    /// <summary>The number Σ value[k] c_k (c_0 = 1).</summary>
    public static Cyclotomic ToCyclotomic(RealCyclotomicOrder ring, ReadOnlySpan<BigInteger> value)
    {
        if (ring.Degree == 1)
        {
            return value[0];
        }

        var powers = new Rational[ring.Conductor];
        powers[0] = value[0];
        for (var k = 1; k < ring.Degree; k++)
        {
            powers[k] += value[k];
            powers[ring.Conductor - k] += value[k];
        }

        return Cyclotomic.FromPowers(ring.Conductor, powers);
    }

    private void Merge()
    {
        var keys = DirectionKeys();
        var classes = new List<List<(int Row, int Sign)>>();
        var byKey = new Dictionary<ulong, List<int>>();
        var zero = new List<int>();
        HyperplaneOf = new int[Rows.Count];
        SignOf = new int[Rows.Count];
        for (var r = 0; r < Rows.Count; r++)
        {
            var pivot = PivotOf(r);
            if (pivot < 0)
            {
                zero.Add(r);
                HyperplaneOf[r] = -1;
                continue;
            }

            // Parallel rows have equal keys; equal keys are compared exactly.
            if (!byKey.TryGetValue(keys[r], out var candidates))
            {
                byKey[keys[r]] = candidates = [];
            }

            var found = candidates.FindIndex(c => AreParallel(classes[c][0].Row, r, pivot));
            if (found < 0)
            {
                candidates.Add(classes.Count);
                classes.Add([]);
                found = candidates.Count - 1;
            }

            var list = classes[candidates[found]];
            var sign = list.Count == 0 ? 1 : Entry(list[0].Row, pivot) * Entry(r, pivot);
            list.Add((r, sign));
            HyperplaneOf[r] = candidates[found];
            SignOf[r] = sign;
        }

        ZeroRows = zero.AsReadOnly();
        Hyperplanes = classes.Select((c, i) => new Hyperplane(i, Rows[c[0].Row], c.AsReadOnly())).ToList().AsReadOnly();
    }

    private ulong[] DirectionKeys()
    {
        for (var above = ModularImage.Large; ;)
        {
            var image = ModularImage.Above(Ring, above);
            above = (long)image.Field.P;
            var keys = new ulong[Rows.Count];
            var lucky = true;
            for (var r = 0; r < keys.Length && lucky; r++)
            {
                var pivot = PivotOf(r);
                var key = pivot < 0 ? 0 : image.DirectionKey(Integers[r], pivot);
                lucky = key is not null;
                keys[r] = key ?? 0;
            }

            if (lucky)
            {
                return keys;
            }
        }
    }

    private int PivotOf(int row)
    {
        var at = Array.FindIndex(Integers[row], c => !c.IsZero);
        return at < 0 ? -1 : at / Ring.Degree;
    }

    private int Entry(int row, int column) => Ring.Sign<BigInteger>(Integers[row].AsSpan(column * Ring.Degree, Ring.Degree));

    private bool AreParallel(int first, int second, int pivot)
    {
        var m = Ring.Degree;
        var left = new BigInteger[m];
        var right = new BigInteger[m];
        for (var c = 0; c < ColumnCount; c++)
        {
            Ring.Multiply<BigInteger>(Integers[first].AsSpan(c * m, m), Integers[second].AsSpan(pivot * m, m), left);
            Ring.Multiply<BigInteger>(Integers[second].AsSpan(c * m, m), Integers[first].AsSpan(pivot * m, m), right);
            if (!left.AsSpan().SequenceEqual(right))
            {
                return false;
            }
        }

        return true;
    }

    private void FindBasis()
    {
        for (var above = ModularImage.Large; ;)
        {
            var image = ModularImage.Above(Ring, above);
            above = (long)image.Field.P;
            (BasisHyperplanes, BasisColumns) = image.Basis(Hyperplanes.Select(h => Integers[h.Rows[0].Row]), ColumnCount);

            // Independent modulo p is independent. That nothing is missing is exact: the kernel of the basis must annihilate every row.
            Lineality = BasisHyperplanes.Length == ColumnCount ? [] : Subspace<Cyclotomic>.SolutionsOf(ColumnCount, BasisHyperplanes.Select(h => Hyperplanes[h].Normal)).Basis;
            if (Hyperplanes.All(h => Lineality.All(v => h.Normal.Dot(v).IsZero)))
            {
                return;
            }
        }
    }
}
