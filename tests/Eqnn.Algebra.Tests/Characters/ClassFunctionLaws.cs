using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Subgroups;
using Eqnn.Numbers;
using Eqnn.Testing;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>The arithmetic of characters on random groups: powers, restriction and induction, quotients, kernels, indices.</summary>
[Properties(Arbitrary = [typeof(GroupSamples)], MaxTest = 25)]
public sealed class ClassFunctionLaws
{
    [Property]
    public void Symmetric_and_exterior_powers_are_inverse_series(FiniteGroup group)
    {
        if (Table(group) is not { } table)
        {
            return;
        }

        // Σ (−1)^k e_k h_{n−k} = 0 for n > 0, as for generating functions.
        var chi = table.Irreducibles[^1].Values + table.Irreducibles[0].Values;
        for (var n = 1; n <= 4; n++)
        {
            var sum = 0 * chi;
            for (var k = 0; k <= n; k++)
            {
                sum += (k % 2 == 0 ? 1 : -1) * (chi.ExteriorPower(k) * chi.SymmetricPower(n - k));
            }

            Assert.True(sum == 0 * chi);
        }

        Assert.Equal(chi.SymmetricSquare(), chi.SymmetricPower(2));
        Assert.Equal(chi.ExteriorSquare(), chi.ExteriorPower(2));
        Assert.Equal(chi, chi.SymmetricPower(1));
        Assert.Equal(chi.TensorPower(2), chi.SymmetricPower(2) + chi.ExteriorPower(2));
        Assert.True(chi.SymmetricPower(3).IsCharacter);
        Assert.True(chi.ExteriorPower((int)chi.Degree.ToRational().Numerator + 1) == 0 * chi);
    }

    [Property]
    public void Adams_operations_are_ring_homomorphisms(FiniteGroup group)
    {
        if (Table(group) is not { } table)
        {
            return;
        }

        var (a, b) = (table.Irreducibles[^1].Values, table.Irreducibles[table.Irreducibles.Count / 2].Values);
        foreach (var n in (long[])[-1, 0, 2, 3, 6])
        {
            Assert.Equal((a + b).AdamsOperation(n), a.AdamsOperation(n) + b.AdamsOperation(n));
            Assert.Equal((a * b).AdamsOperation(n), a.AdamsOperation(n) * b.AdamsOperation(n));
            Assert.Equal(a.AdamsOperation(2).AdamsOperation(n), a.AdamsOperation(2 * n));
            Assert.True(a.AdamsOperation(n).IsVirtualCharacter);
        }

        Assert.All(table.Irreducibles, chi => Assert.Equal(chi.Indicator, chi.Values.Indicator(2)));
    }

    [Property]
    public void Determinants_are_linear_and_multiplicative(FiniteGroup group)
    {
        if (Table(group) is not { } table)
        {
            return;
        }

        var (a, b) = (table.Irreducibles[^1].Values, table.Irreducibles[table.Irreducibles.Count / 2].Values);
        Assert.Equal(1, a.Determinant().Degree);
        Assert.True(a.Determinant().IsIrreducible);
        Assert.Equal(a.Determinant() * b.Determinant(), (a + b).Determinant());

        // The determinant of the permutation representation is the sign of the permutation.
        var points = GSet.Points(group).PermutationCharacter(table);
        Assert.Equal(table.Classes.Select(c => (Cyclotomic)c.Representative.Sign), points.Determinant().Values);
    }

    [Property]
    public void Galois_conjugation_permutes_the_irreducibles(FiniteGroup group)
    {
        if (Table(group) is not { } table)
        {
            return;
        }

        var rows = table.Irreducibles.Select(chi => chi.Values).ToHashSet();
        foreach (var chi in rows)
        {
            var conjugates = chi.GaloisConjugates();
            Assert.Equal(chi.Field.Degree, conjugates.Count);
            Assert.Equal(chi, conjugates[0]);
            Assert.True(rows.IsSupersetOf(conjugates));
            Assert.All(chi.RationalTrace().Values, value => Assert.True(value.IsInteger));
        }
    }

    [Property]
    public void Frobenius_reciprocity(FiniteGroup group)
    {
        if (Table(group) is not { } table)
        {
            return;
        }

        foreach (var subgroup in group.ComputeSubgroups().Classes.Where((_, i) => i % 3 == 1))
        {
            var fusion = ClassFusion.Of(subgroup.Representative, table);
            Assert.Equal(subgroup.FixedPointCounts().Select(count => (Cyclotomic)count), fusion.PermutationCharacter().Values);
            foreach (var lower in fusion.Subgroup.Irreducibles)
            {
                var induced = fusion.Induce(lower.Values);
                Assert.Equal(lower.Degree * subgroup.Index, induced.Degree);
                foreach (var upper in table.Irreducibles)
                {
                    Assert.Equal(fusion.Multiplicity(upper.Position, lower.Position), induced.InnerProduct(upper.Values));

                    // Projection formula: Ind(φ · Res χ) = Ind(φ) · χ.
                    Assert.Equal(induced * upper.Values, fusion.Induce(lower.Values * fusion.Restrict(upper.Values)));
                }
            }
        }
    }

    [Property]
    public void Characters_of_a_quotient_are_those_with_the_kernel_inside(FiniteGroup group)
    {
        if (Table(group) is not { } table)
        {
            return;
        }

        foreach (var normal in table.NormalSubgroups.Subgroups)
        {
            var quotient = QuotientGroup.Of(normal);
            Assert.Equal(normal.Index, quotient.Group.Order);
            var inflated = CharacterTable.Of(quotient.Group).Irreducibles.Select(chi => quotient.Inflate(chi.Values)).ToHashSet();
            var expected = table.Irreducibles.Where(chi => normal.ClassPositions.All(chi.KernelClassPositions.Contains)).Select(chi => chi.Values).ToHashSet();
            Assert.True(inflated.SetEquals(expected));
            Assert.All(group.Generators, g => Assert.All(group.Generators, h => Assert.Equal(quotient.Project(g) * quotient.Project(h), quotient.Project(g * h))));
        }
    }

    [Property]
    public void Decompositions_sum_up_and_kernels_and_centres_are_subgroups(FiniteGroup group)
    {
        if (Table(group) is not { } table)
        {
            return;
        }

        var points = GSet.Points(group).PermutationCharacter(table);
        Assert.True(points.IsCharacter);
        Assert.Equal(points, points.Decomposition().Select(part => (Cyclotomic)part.Multiplicity * part.Character.Values).Aggregate((a, b) => a + b));
        foreach (var chi in table.Irreducibles)
        {
            Assert.Equal(chi.KernelClassPositions, chi.Values.KernelClassPositions);
            Assert.Contains(table.NormalSubgroups.Subgroups, normal => normal.ClassPositions.SequenceEqual(chi.Values.CentreClassPositions));
        }

        // The centre of the group is the intersection of the centres of its irreducible characters [Isaacs, Cor 2.28].
        Assert.Equal(group.ClassPositionsOf(group.Centre), table.Irreducibles.Select(chi => chi.Values.CentreClassPositions).Aggregate((a, b) => [.. a.Intersect(b)]));
    }

    [Property]
    public void The_Schur_index_divides_every_multiplicity_in_a_permutation_character(FiniteGroup group)
    {
        if (Table(group) is not { } table)
        {
            return;
        }

        foreach (var chi in table.Irreducibles)
        {
            var index = SchurIndex.Of(chi);
            Assert.True(index.Exact is null || index.Exact == index.Divides);
            foreach (var subgroup in group.ComputeSubgroups().Classes)
            {
                var multiplicity = ClassFunction.FromValues(table, subgroup.FixedPointCounts().Select(count => (Cyclotomic)count)).InnerProduct(chi.Values).ToRational().Numerator;
                Assert.True((multiplicity % (index.Exact ?? 1)).IsZero, $"{chi.Label} of {group.Name}");
            }
        }
    }

    [Property]
    public void Chief_series_multiply_up_and_agree_with_the_derived_series(FiniteGroup group)
    {
        if (Table(group) is not { } table)
        {
            return;
        }

        var series = ChiefSeries.Of(table.NormalSubgroups);
        Assert.Equal(group.Order, series.FactorOrders.Aggregate(BigInteger.One, (a, b) => a * b));
        Assert.Equal(group.Order, series.CompositionFactors.Aggregate(BigInteger.One, (a, f) => a * BigInteger.Pow(f.Order, f.Multiplicity)));
        Assert.Equal(group.IsSolvable, series.IsSolvable);
        Assert.True(!group.IsNilpotent || series.IsSupersolvable);
        Assert.True(!series.IsSupersolvable || group.DerivedSubgroup.IsNilpotent);
        Assert.Equal(group.Order / group.DerivedSubgroup.Order, group.AbelianInvariants.Aggregate(BigInteger.One, (a, b) => a * b));
    }

    [Property]
    public void Table_automorphisms_are_those_that_brute_force_finds(FiniteGroup group)
    {
        if (Table(group) is not { Classes.Count: <= 7 } table)
        {
            return;
        }

        var rows = table.Irreducibles.Select(chi => string.Join(" ", chi.Values.Values)).ToHashSet();
        var count = 0;
        foreach (var images in FiniteGroup.Parse("S" + table.Classes.Count).EnumerateElements())
        {
            var keeps = table.Irreducibles.All(chi => rows.Contains(string.Join(" ", images.Images.Select(c => chi[c]))))
                && NumberTheory.PrimeFactors((long)group.Exponent).All(p => table.Classes.All(c => table.PowerOfClass(images[c.Position], p) == images[table.PowerOfClass(c.Position, p)]));
            count += keeps ? 1 : 0;
        }

        Assert.Equal(count, TableAutomorphisms.Of(table).Order);
    }

    /// <summary>Two routes: characters are computed at one class of each orbit g ↦ g^t, functions of which nothing is known at all classes.</summary>
    [Property]
    public void What_is_computed_at_one_class_of_each_Galois_orbit_is_what_all_classes_give(FiniteGroup group)
    {
        if (Table(group) is not { } table)
        {
            return;
        }

        var (a, b) = (table.Irreducibles[^1].Values + table.Irreducibles[0].Values, table.Simples[^1].Character - table.Irreducibles[table.Irreducibles.Count / 2].Values);
        var (plainA, plainB) = (ClassFunction.FromValues(table, a.Values), ClassFunction.FromValues(table, b.Values));
        Assert.True(a.IsGaloisStable && b.IsGaloisStable && !plainA.IsGaloisStable);
        Assert.Equal(plainA.InnerProduct(plainB), a.InnerProduct(b));
        Assert.Equal(plainB.InnerProduct(plainB), b.InnerProduct(b));
        Assert.Equal(plainA.Coefficients(), a.Coefficients());
        Assert.Equal(plainA.TensorPower(5), a.TensorPower(5));
        Assert.Equal(plainB * plainB * plainB, b.TensorPower(3));
        Assert.Equal(plainA * plainB, a * b);
        Assert.Equal(plainA.SymmetricPower(3), a.SymmetricPower(3));
        Assert.Equal(plainB.ExteriorPower(4), b.ExteriorPower(4));
        Assert.Equal(plainA.AdamsOperation(2), a.AdamsOperation(2));
        Assert.Equal(plainA.Determinant(), a.Determinant());
        Assert.Equal(plainB.Field, b.Field);
        Assert.Equal(plainA.KernelClassPositions, a.KernelClassPositions);
        Assert.Equal(plainA.CentreClassPositions, a.CentreClassPositions);
    }

    /// <summary>What is asked of a character of C97: the classes of 1 and of one generator, not 97.</summary>
    [Fact]
    public void Powers_and_inner_products_of_characters_of_a_cyclic_group_look_at_one_class_for_each_divisor()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("C97"));
        var asked = new HashSet<int>();
        var chi = new ClassFunction(table, new LazyValues(97, c =>
        {
            asked.Add(c);
            return table.Irreducibles[1].Values[c];
        }), isGaloisStable: true);
        Assert.True(chi.TensorPower(20) == table.Irreducibles[20].Values);
        Assert.True(chi.InnerProduct(table.Irreducibles[1].Values).IsOne);
        Assert.True(chi.InnerProduct(table.Irreducibles[2].Values).IsZero);
        Assert.Equal(2, asked.Count);
    }

    /// <summary>(ζ + ζ⁻¹)^100 by its binomial coefficients: the values at 1000 classes have 400 coefficients of 100 bits each.</summary>
    [Fact]
    public void The_hundredth_power_of_a_plane_of_C1000()
    {
        var power = ClassFunction.Parse(CharacterTable.Of(FiniteGroup.Parse("C1000")), "L1^100");
        var binomial = BigInteger.One;
        for (var k = 0; k <= 50; k++)
        {
            Assert.Equal(binomial, power.Coefficients()[100 - (2 * k)].ToRational().Numerator);
            binomial = binomial * (100 - k) / (k + 1);
        }
    }

    private static CharacterTable? Table(FiniteGroup group) => group.Order <= 120 ? CharacterTable.Of(group) : null;
}
