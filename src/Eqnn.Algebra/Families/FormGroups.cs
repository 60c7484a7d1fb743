using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Families;

/// <summary>Unitary and symplectic groups as permutation groups of the vectors or projective points that are isotropic for their form.</summary>
/// <remarks>
/// <para>Vectors are numbered as in <see cref="MatrixGroups"/>. Unitary: the form x₁ȳ_n + x₂ȳ_{n−1} + … over the field with q² elements, ȳ = y^q; GU and SU act on its nonzero isotropic vectors, which span the space, PSU on its isotropic
/// points. Symplectic: the form x₁y_{2m} + … − x_{2m}y₁; all vectors are isotropic.</para>
/// <para>Generators: transvections x ↦ x + c (x,u) u, taken in the order of the vectors u as long as they are not in the group generated so far; for unitary groups of odd dimension first a diagonal and two unipotent matrices, since the transvections alone do not
/// generate SU(3,2). The construction ends when the textbook order is reached, so generation is proved each time. [Wilson, §3.5, §3.6].</para>
/// </remarks>
internal static class FormGroups
{
    /// <summary>The most vectors whose forms are computed: 80 MB for their places.</summary>
    private const int MaxVectors = 20_000_000;

    public static GroupRecipe GeneralUnitary(int n, int q, GroupLimits limits, CancellationToken cancellationToken) => Unitary("GU", n, q, limits, cancellationToken);

    public static GroupRecipe SpecialUnitary(int n, int q, GroupLimits limits, CancellationToken cancellationToken) => Unitary("SU", n, q, limits, cancellationToken);

    public static GroupRecipe ProjectiveSpecialUnitary(int n, int q, GroupLimits limits, CancellationToken cancellationToken) => Unitary("PSU", n, q, limits, cancellationToken);

    public static GroupRecipe Symplectic(int n, int q, GroupLimits limits, CancellationToken cancellationToken) => Symplectic("Sp", n, q, limits, cancellationToken: cancellationToken);

    public static GroupRecipe ProjectiveSymplectic(int n, int q, GroupLimits limits, CancellationToken cancellationToken) => Symplectic("PSp", n, q, limits, cancellationToken: cancellationToken);

    private static GroupRecipe Unitary(string head, int n, int q, GroupLimits limits, CancellationToken cancellationToken)
    {
        var size = VectorCount(n, q * q, limits);
        var field = MatrixGroups.Field(q * q);
        var conjugate = Enumerable.Range(0, field.Order).Select(a => field.Power(a, q)).ToArray();
        int Form(int[] x, int[] y)
        {
            var sum = 0;
            for (var i = 0; i < n; i++)
            {
                sum = field.Add(sum, field.Multiply(x[i], conjugate[y[n - 1 - i]]));
            }

            return sum;
        }

        var w = field.Primitive;
        var first = new List<int[][]>();
        var diagonal = MatrixGroups.One(n);
        diagonal[0][0] = w;
        diagonal[n - 1][n - 1] = field.Inverse(conjugate[w]);
        if (head == "GU")
        {
            first.Add(diagonal);
        }

        if (n % 2 == 1)
        {
            var middle = n / 2;
            var special = Array.ConvertAll(diagonal, row => (int[])row.Clone());
            special[middle][middle] = field.Multiply(conjugate[w], field.Inverse(w));
            first.Add(special);

            foreach (var a in new[] { 1, w })
            {
                // e_m ↦ e_m + a e_1, e_n ↦ e_n − ā e_m + b e_1 with b + b̄ = −aā.
                var unipotent = MatrixGroups.One(n);
                unipotent[0][middle] = a;
                unipotent[middle][n - 1] = field.Negative(conjugate[a]);
                unipotent[0][n - 1] = Enumerable.Range(0, field.Order).First(b => field.Add(b, conjugate[b]) == field.Negative(field.Multiply(a, conjugate[a])));
                first.Add(unipotent);
            }
        }

        // x ↦ x + c (x,u) u is an isometry iff c + c̄ = 0.
        var scale = Enumerable.Range(1, field.Order - 1).First(c => field.Add(c, conjugate[c]) == 0);
        var order = BigInteger.Pow(q, n * (n - 1) / 2);
        for (var i = head == "GU" ? 1 : 2; i <= n; i++)
        {
            order *= BigInteger.Pow(q, i) - (i % 2 == 0 ? 1 : -1);
        }

        order = head == "PSU" ? order / BigInteger.GreatestCommonDivisor(n, q + 1) : order;
        return Build(MatrixGroups.Named(head, n, q), field, n, size, head == "PSU", Form, scale, first, order, scalar => FamilyFacts.Unitary(head, n, q, order, scalar), limits, cancellationToken);
    }

    /// <param name="head">Sp or PSp.</param>
    /// <param name="n">The dimension.</param>
    /// <param name="q">The order of the field.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="falsify">Changes the order that theory gives, for the test of its check.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    internal static GroupRecipe Symplectic(string head, int n, int q, GroupLimits limits, Func<BigInteger, BigInteger>? falsify = null, CancellationToken cancellationToken = default)
    {
        var size = VectorCount(n, q, limits);
        var field = MatrixGroups.Field(q);
        int Form(int[] x, int[] y)
        {
            var sum = 0;
            for (var i = 0; i < n; i++)
            {
                var term = field.Multiply(x[i], y[n - 1 - i]);
                sum = field.Add(sum, i < n / 2 ? term : field.Negative(term));
            }

            return sum;
        }

        var order = BigInteger.Pow(q, n * n / 4);
        for (var i = 2; i <= n; i += 2)
        {
            order *= BigInteger.Pow(q, i) - 1;
        }

        order = head == "PSp" ? order / BigInteger.GreatestCommonDivisor(2, q - 1) : order;
        return Build(MatrixGroups.Named(head, n, q), field, n, size, head == "PSp", Form, 1, [], falsify?.Invoke(order) ?? order, scalar => FamilyFacts.Symplectic(head, n, q, order, scalar), limits, cancellationToken);
    }

    private static GroupRecipe Build(string name, FiniteField field, int n, int size, bool projective, Func<int[], int[], int> form, int scale, List<int[][]> first, BigInteger order, Func<Func<long, Permutation>?, FamilyFacts?> facts, GroupLimits limits, CancellationToken cancellationToken)
    {
        var points = new List<int>();
        var pointOf = new int[size];
        for (var v = 1; v < size; v++)
        {
            if ((v & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var vector = Digits(v, n, field.Order);
            if (form(vector, vector) == 0 && (!projective || MatrixGroups.LeadingDigit(v, field.Order) == 1))
            {
                pointOf[v] = points.Count;
                points.Add(v);
            }
        }

        limits.RequireDegree(points.Count);
        // The chain grows by random elements: it never shows more than is generated, and its order is at most that of the isometries, so the textbook order proves both.
        var generators = new List<Permutation>();
        var chain = SchreierSims.Growing(points.Count, [], cancellationToken);
        foreach (var matrix in first.Concat(Transvections()))
        {
            if (chain.OrbitProduct() == order)
            {
                break;
            }

            cancellationToken.ThrowIfCancellationRequested();
            var images = new int[points.Count];
            for (var i = 0; i < images.Length; i++)
            {
                var image = MatrixGroups.Image(matrix, n, field, points[i]);
                images[i] = pointOf[projective ? MatrixGroups.Normalised(image, field.Order, field) : image];
            }

            if (chain.TryGrow(images))
            {
                generators.Add(PermutationArrays.ToPermutation(images));
            }
        }

        return chain.OrbitProduct() == order
            ? new(name, points.Count, generators.ToArray(), order)
            {
                Facts = facts(projective ? null : scalarOrder => MatrixGroups.Scalar(field.Power(field.Primitive, (field.Order - 1) / scalarOrder), field, points, points.BinarySearch)),
            }
            : throw new CertificateException("transvections generate the isometries of determinant 1", FormattableString.Invariant($"{name}, order {chain.OrbitProduct()} in place of {order}"));

        IEnumerable<int[][]> Transvections()
        {
            // All vectors, not only points: a multiple of u changes the factor c by norms (unitary) or squares (symplectic). Those far apart first meet few others, so the last vectors come after the first.
            for (var i = 1; i < size; i++)
            {
                var u = Digits(i % 2 == 1 ? (i + 1) / 2 : size - (i / 2), n, field.Order);
                if (form(u, u) != 0)
                {
                    continue;
                }

                var matrix = MatrixGroups.One(n);
                for (var column = 0; column < n; column++)
                {
                    var unit = new int[n];
                    unit[column] = 1;
                    var factor = field.Multiply(scale, form(unit, u));
                    for (var row = 0; row < n; row++)
                    {
                        matrix[row][column] = field.Add(matrix[row][column], field.Multiply(factor, u[row]));
                    }
                }

                yield return matrix;
            }
        }
    }

    private static int VectorCount(int n, int q, GroupLimits limits)
    {
        // Isotropic points are about a fraction 1/q² of the vectors; n first, since q^n with n in the millions is a number of millions of digits.
        limits.RequireDegree(BigInteger.Pow(2, Math.Min(n, 64)));
        var size = BigInteger.Pow(q, n);
        limits.RequireDegree((size - 1) / ((BigInteger)q * q));
        return size <= MaxVectors ? (int)size : throw new LimitExceededException("vectors that are searched for isotropic ones", MaxVectors, FormattableString.Invariant($"{size} vectors"), "not possible");
    }

    private static int[] Digits(int v, int n, int q)
    {
        var vector = new int[n];
        for (var i = n - 1; i >= 0; i--)
        {
            (v, vector[i]) = Math.DivRem(v, q);
        }

        return vector;
    }
}
