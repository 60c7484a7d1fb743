using System.Globalization;
using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Families;

/// <summary>GL, SL, PGL, PSL and AGL over finite fields as permutation groups of vectors or projective points.</summary>
/// <remarks>
/// Vectors v ∈ GF(q)^n are columns, numbered by their entries as digits in base q, the first entry counting most. GL and SL act on the q^n − 1 nonzero vectors, PGL and PSL on the (q^n − 1)/(q − 1) projective points (vectors
/// whose first nonzero entry is 1, in ascending order), AGL on all q^n vectors. Generators: an elementary transvection, a signed cyclic permutation of the basis, and diag(w, 1, …) for GL or diag(w, w⁻¹, 1, …) for SL where the field
/// is not prime. Orders are the textbook ones.
/// </remarks>
internal static class MatrixGroups
{
    public static GroupRecipe General(int n, int q, GroupLimits limits) => OnVectors("GL", n, q, false, limits);

    public static GroupRecipe Special(int n, int q, GroupLimits limits) => OnVectors("SL", n, q, true, limits);

    public static GroupRecipe ProjectiveGeneral(int n, int q, GroupLimits limits) => OnPoints("PGL", n, q, false, limits);

    public static GroupRecipe ProjectiveSpecial(int n, int q, GroupLimits limits) => OnPoints("PSL", n, q, true, limits);

    /// <summary>AGL(n,q): the linear maps and the translation by the first basis vector.</summary>
    public static GroupRecipe Affine(int n, int q, GroupLimits limits)
    {
        var size = Vectors(n, q, limits);
        var field = Field(q);
        var generators = new List<Permutation>();
        foreach (var matrix in Generators(n, field, false))
        {
            generators.Add(PermutationArrays.ToPermutation(Images(matrix, n, field, size)));
        }

        // e₁ is the vector q^{n−1}.
        generators.Add(Translation(field, size, size / q, 1));
        var order = BigInteger.Pow(q, n) * GeneralOrder(n, q);
        return new(Named("AGL", n, q), size, generators.ToArray(), order)
        {
            Facts = AffineFacts.Affine(
                n, q, order, orderOfScalar => Scalar(field.Power(field.Primitive, (q - 1) / orderOfScalar), field, [.. Enumerable.Range(0, size)], v => v),
                () => [.. Enumerable.Range(0, n).SelectMany(digit => Enumerable.Range(0, FiniteField.PrimePower(q).Degree).Select(power => Translation(field, size, (int)BigInteger.Pow(q, digit), field.Power(field.Primitive, power))))],
                () => [.. Generators(n, field, true).Select(matrix => PermutationArrays.ToPermutation(Images(matrix, n, field, size)))]),
        };
    }

    /// <summary>v ↦ v + c e, e the basis vector of the digit that counts <paramref name="unit"/>: only this digit changes.</summary>
    private static Permutation Translation(FiniteField field, int size, int unit, int c)
    {
        var images = new int[size];
        for (var v = 0; v < size; v++)
        {
            var digit = v / unit % field.Order;
            images[v] = v + ((field.Add(digit, c) - digit) * unit);
        }

        return PermutationArrays.ToPermutation(images);
    }

    private static GroupRecipe OnVectors(string head, int n, int q, bool special, GroupLimits limits)
    {
        var size = Vectors(n, q, limits);
        var field = Field(q);
        var generators = new List<Permutation>();
        foreach (var matrix in Generators(n, field, special))
        {
            var all = Images(matrix, n, field, size);
            var images = new int[size - 1];
            for (var v = 1; v < size; v++)
            {
                images[v - 1] = all[v] - 1;
            }

            generators.Add(PermutationArrays.ToPermutation(images));
        }

        var order = special ? GeneralOrder(n, q) / (q - 1) : GeneralOrder(n, q);
        return new(Named(head, n, q), size - 1, generators.ToArray(), order)
        {
            Facts = FamilyFacts.Linear(head, n, q, order, orderOfScalar => Scalar(field.Power(field.Primitive, (q - 1) / orderOfScalar), field, [.. Enumerable.Range(1, size - 1)], v => v - 1)),
        };
    }

    private static GroupRecipe OnPoints(string head, int n, int q, bool special, GroupLimits limits)
    {
        // The degree first: PSL(2,9973) has 9,974 points among 99,460,729 vectors, of which only the points are looked at.
        limits.RequireDegree((BigInteger.Pow(q, n) - 1) / (q - 1));
        var vectors = BigInteger.Pow(q, n);
        if (vectors > int.MaxValue)
        {
            throw new LimitExceededException("vectors over projective points", int.MaxValue, FormattableString.Invariant($"{vectors} vectors for {Named(head, n, q)}"), "not possible");
        }

        var field = Field(q);
        var points = new List<int>();
        var starts = new List<(int Vector, int Point)>();
        for (var (power, exponent) = (1, 0); exponent < n; exponent++)
        {
            // The first nonzero entry is 1: the vectors from q^e to 2q^e - 1.
            starts.Add((power, points.Count));
            points.AddRange(Enumerable.Range(power, power));
            power = exponent + 1 < n ? power * q : power;
        }

        int PointOf(int vector)
        {
            var block = starts.FindLastIndex(start => start.Vector <= vector);
            return starts[block].Point + vector - starts[block].Vector;
        }

        var generators = new List<Permutation>();
        foreach (var matrix in Generators(n, field, special))
        {
            var images = new int[points.Count];
            for (var i = 0; i < images.Length; i++)
            {
                images[i] = PointOf(Normalised(Image(matrix, n, field, points[i]), q, field));
            }

            var generator = PermutationArrays.ToPermutation(images);
            if (!generator.IsIdentity)
            {
                generators.Add(generator);
            }
        }

        var order = GeneralOrder(n, q) / (q - 1) / (special ? BigInteger.GreatestCommonDivisor(n, q - 1) : BigInteger.One);
        return new(Named(head, n, q), points.Count, generators.ToArray(), order) { Facts = FamilyFacts.Linear(head, n, q, order, null) };
    }

    /// <summary>Multiplication by a field element, on some vectors: whatever the dimension, each digit is multiplied.</summary>
    /// <param name="factor">The field element, not 0.</param>
    /// <param name="field">The field.</param>
    /// <param name="vectors">The vectors, closed under it.</param>
    /// <param name="pointOf">The place of each among them.</param>
    internal static Permutation Scalar(int factor, FiniteField field, IReadOnlyList<int> vectors, Func<int, int> pointOf)
    {
        var images = new int[vectors.Count];
        for (var i = 0; i < images.Length; i++)
        {
            var (image, place) = (0, 1);
            for (var v = vectors[i]; v > 0; v /= field.Order)
            {
                image += field.Multiply(factor, v % field.Order) * place;
                place = v >= field.Order ? place * field.Order : place;
            }

            images[i] = pointOf(image);
        }

        return PermutationArrays.ToPermutation(images);
    }

    private static BigInteger GeneralOrder(int n, int q)
    {
        var order = BigInteger.One;
        var all = BigInteger.Pow(q, n);
        for (var i = 0; i < n; i++)
        {
            order *= all - BigInteger.Pow(q, i);
        }

        return order;
    }

    internal static FiniteField Field(int q)
    {
        var (characteristic, degree) = FiniteField.PrimePower(q);
        return new FiniteField(characteristic, degree);
    }

    private static int Vectors(int n, int q, GroupLimits limits)
    {
        // n first: q^n with n in the millions is a number of millions of digits.
        limits.RequireDegree(BigInteger.Pow(2, Math.Min(n, 64)));
        var size = BigInteger.Pow(q, n);
        limits.RequireDegree(size - 1);
        return (int)size;
    }

    /// <summary>Generating matrices, each as rows of field elements; identities left out.</summary>
    private static List<int[][]> Generators(int n, FiniteField field, bool special)
    {
        var generators = new List<int[][]>();
        var w = field.Primitive;
        if (n == 1)
        {
            if (!special && w != 1)
            {
                generators.Add([[w]]);
            }

            return generators;
        }

        var prime = field.Order == field.Characteristic;
        if (special ? !prime : w != 1)
        {
            var diagonal = One(n);
            diagonal[0][0] = w;
            diagonal[1][1] = special ? field.Inverse(w) : 1;
            generators.Add(diagonal);
        }

        var transvection = One(n);
        transvection[0][1] = 1;
        generators.Add(transvection);

        // e₁ ↦ e₂ ↦ … ↦ e_n ↦ ± e₁ with determinant 1.
        var cycle = new int[n][];
        for (var row = 0; row < n; row++)
        {
            cycle[row] = new int[n];
            cycle[row][(row + n - 1) % n] = row == 0 && (n & 1) == 0 ? field.Negative(1) : 1;
        }

        generators.Add(cycle);
        return generators;
    }

    internal static int[][] One(int n)
    {
        var rows = new int[n][];
        for (var i = 0; i < n; i++)
        {
            rows[i] = new int[n];
            rows[i][i] = 1;
        }

        return rows;
    }

    internal static int[] Images(int[][] matrix, int n, FiniteField field, int size)
    {
        var images = new int[size];
        for (var v = 0; v < size; v++)
        {
            images[v] = Image(matrix, n, field, v);
        }

        return images;
    }

    /// <summary>The image of one vector.</summary>
    internal static int Image(int[][] matrix, int n, FiniteField field, int v)
    {
        Span<int> vector = stackalloc int[n];
        for (var (i, rest) = (n - 1, v); i >= 0; i--)
        {
            (rest, vector[i]) = Math.DivRem(rest, field.Order);
        }

        var image = 0;
        foreach (var row in matrix)
        {
            var entry = 0;
            for (var i = 0; i < n; i++)
            {
                entry = field.Add(entry, field.Multiply(row[i], vector[i]));
            }

            image = (image * field.Order) + entry;
        }

        return image;
    }

    internal static int LeadingDigit(int v, int q)
    {
        while (v >= q)
        {
            v /= q;
        }

        return v;
    }

    internal static int Normalised(int v, int q, FiniteField field)
    {
        var scale = field.Inverse(LeadingDigit(v, q));
        var (result, place) = (0, 1);
        for (; v > 0; v /= q)
        {
            result += field.Multiply(scale, v % q) * place;
            place = v >= q ? place * q : place;
        }

        return result;
    }

    internal static string Named(string head, int n, int q) => string.Create(CultureInfo.InvariantCulture, $"{head}({n},{q})");
}
