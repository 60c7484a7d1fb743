using System.Numerics;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Numbers;
using Eqnn.Numbers.Modular;

namespace Eqnn.Algebra.Characters.Proofs;

/// <summary>Proves that lifted rows satisfy ⟨χ_i, χ_j⟩ = δ_ij exactly, by congruences that leave no other possibility.</summary>
/// <remarks>
/// <para><b>Argument.</b> Let S_ij = Σ_C |C| χ_i(C) χ_j(C⁻¹) - δ_ij |G|, an algebraic integer in Z[ζ_e], e a common multiple of the orders of the roots of unity in the stored values.
/// (a) Every stored value is a combination of roots of unity whose coefficients have absolute sum at most M, so every conjugate of S_ij has absolute value at most B = |G|(M² + 1). (b) The set of rows is closed under the Galois group and σ_t χ(C) = χ(C^t), both checked here on the stored integers; C ↦ C^t keeps class sizes, so
/// the conjugates of S_ij are again such sums. (c) All S_ij vanish under one homomorphism Z[ζ_e] → F_p, for several primes p ≡ 1 mod e whose product exceeds B. By (b) S_ij
/// vanishes under every such homomorphism, so it is divisible by p (which is unramified), hence by the product; an algebraic integer divisible by a number greater than all its conjugates is 0.</para>
/// <para>Two different homomorphisms G → C* are orthogonal, so pairs of linear characters need no computation. The table is square, so the columns are orthogonal too (X D X* = |G| implies X* X = |G| D⁻¹).</para>
/// </remarks>
internal static class OrthogonalityCheck
{
    private const long FirstPrime = 1L << 30;

    /// <summary>Checks all pairs that contain a character of degree above 1, and Σ χ(1)² = |G|.</summary>
    /// <param name="algebra">Class sizes and power maps.</param>
    /// <param name="linear">The characters of degree 1.</param>
    /// <param name="stored">The others.</param>
    /// <param name="pool">Their values.</param>
    /// <param name="lifting">The field and the root of unity, of order the exponent of the group, with which the values were computed, or <c>null</c> if they were not lifted.</param>
    /// <param name="cancellationToken">Looked at for every row.</param>
    /// <exception cref="CertificateException">A relation fails.</exception>
    public static void Verify(IClassAlgebra algebra, IReadOnlyList<LinearRow> linear, IReadOnlyList<StoredRow> stored, ValuePool pool, (PrimeField Field, ulong Root)? lifting, CancellationToken cancellationToken)
    {
        var squares = new BigInteger(linear.Count);
        foreach (var row in stored)
        {
            squares += (BigInteger)row.Degree * row.Degree;
            Require(pool.IsDegree(row.Ids[0], row.Degree), "the degree is the value at the identity", algebra);
        }

        Require(squares == algebra.Order && linear.Count + stored.Count == algebra.ClassCount, "sum of the squares of the degrees", algebra);
        RequireGaloisClosed(algebra, stored, pool);

        var (orders, greatest) = pool.OrdersAndBound();
        var exponent = lifting is null ? orders : algebra.Exponent;
        var bound = algebra.Order * (((BigInteger)greatest * greatest) + 1);
        var product = BigInteger.One;
        PrimeField? field = null;
        while (product <= bound)
        {
            var isLiftingField = field is null && lifting is not null;
            field = isLiftingField ? lifting!.Value.Field : PrimeField.SplittingExponent(exponent, (long?)field?.P ?? FirstPrime);
            var root = isLiftingField ? lifting!.Value.Root : field.RootOfUnity(exponent);
            product *= field.P;
            VerifyModulo(algebra, linear, stored, pool, field, exponent, root, isLiftingField, cancellationToken);
        }
    }

    private static void RequireGaloisClosed(IClassAlgebra algebra, IReadOnlyList<StoredRow> stored, ValuePool pool)
    {
        var rows = new HashSet<int[]>(stored.Select(row => row.Ids), SequenceComparer<int>.Instance);
        Require(rows.Count == stored.Count, "different irreducible characters are different", algebra);
        foreach (var t in ClassPowers.UnitGenerators(algebra.Exponent))
        {
            var map = algebra.Powers.Map(t);
            var image = new int[map.Length];
            foreach (var row in stored)
            {
                for (var c = 0; c < map.Length; c++)
                {
                    image[c] = pool.GaloisImage(row.Ids[c], (int)(t % algebra.Powers.ElementOrder(c)));
                    Require(image[c] == row.Ids[map[c]], "Galois conjugate values at powers", algebra);
                }

                Require(rows.Contains(image), "closed under Galois conjugation", algebra);
            }
        }
    }

    private static void VerifyModulo(IClassAlgebra algebra, IReadOnlyList<LinearRow> linear, IReadOnlyList<StoredRow> stored, ValuePool pool, PrimeField field, long exponent, ulong root, bool isLiftingField,
        CancellationToken cancellationToken)
    {
        var count = algebra.ClassCount;
        var images = pool.Images(field, exponent, root);
        var inverse = algebra.Powers.Map(-1);
        var order = field.FromInteger(algebra.Order);
        var sizes = algebra.Sizes.Select(field.FromInteger).ToArray();
        var values = new ulong[stored.Count][];
        var weighted = new ulong[stored.Count][];
        for (var i = 0; i < stored.Count; i++)
        {
            values[i] = Array.ConvertAll(stored[i].Ids, id => images[id]);
            Require(!isLiftingField || values[i].AsSpan().SequenceEqual(stored[i].Modular), "the lifted values reduce to the values modulo p", algebra);
            weighted[i] = new ulong[count];
            for (var c = 0; c < count; c++)
            {
                weighted[i][c] = field.Multiply(sizes[c], values[i][inverse[c]]);
            }
        }

        for (var i = 0; i < stored.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var j = i; j < stored.Count; j++)
            {
                Require(ModularVector.Dot(field, values[j], weighted[i]) == (i == j ? order : 0), "orthogonality of rows", algebra);
            }
        }

        var roots = ValuePool.RootTable(field, exponent, root, pool.RootOrder);
        var row = new ulong[count];
        foreach (var homomorphism in linear)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var c = 0; c < count; c++)
            {
                row[c] = roots[homomorphism.Exponent(c)];
            }

            foreach (var other in weighted)
            {
                Require(ModularVector.Dot(field, row, other) == 0, "orthogonality to linear characters", algebra);
            }
        }
    }

    private static void Require(bool holds, string check, IClassAlgebra algebra)
    {
        if (!holds)
        {
            throw new CertificateException(check, FormattableString.Invariant($"a character table with {algebra.ClassCount} classes of a group of order {algebra.Order}"));
        }
    }
}
