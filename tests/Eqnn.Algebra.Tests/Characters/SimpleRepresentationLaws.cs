using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Subgroups;
using Eqnn.Algebra.Tests.Groups;
using Eqnn.Numbers;
using Eqnn.Testing;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>Simple representations over the real numbers against the table of types in docs/theory.md#objects, and their kernels against the group.</summary>
[Properties(Arbitrary = [typeof(GroupSamples)])]
public sealed class SimpleRepresentationLaws
{
    [Law(Cases = 60)]
    public Property Types_constituents_characters_and_dimensions_follow_the_indicator(FiniteGroup group)
    {
        var table = CharacterTable.Of(group);
        return Law(() =>
        {
            foreach (var simple in table.Simples)
            {
                var chi = simple.Constituents[0];
                var (type, character, constituents, dimension, endomorphisms) = Indicator(chi) switch
                {
                    1 => (SimpleType.Real, chi.Values, 1, chi.Degree, 1),
                    0 => (SimpleType.Complex, chi.Values + chi.Values.Conjugate(), 2, 2 * chi.Degree, 2),
                    _ => (SimpleType.Quaternionic, 2 * chi.Values, 1, 2 * chi.Degree, 4),
                };
                Assert.Equal((type, constituents, dimension, endomorphisms), (simple.Type, simple.Constituents.Count, simple.Dimension, simple.EndomorphismDimension));
                Assert.Equal(character, simple.Character);
                Assert.All(simple.Character.Values, value => Assert.Equal(value, value.Conjugate()));
            }

            Assert.Equal(table.Irreducibles.Select(chi => chi.Position), table.Simples.SelectMany(simple => simple.Constituents).Select(chi => chi.Position).Order());
        })
            .Classify(table.Simples.Any(simple => simple.Type == SimpleType.Complex), "of complex type")
            .Classify(table.Simples.Any(simple => simple.Type == SimpleType.Quaternionic), "of quaternionic type");
    }

    [Law(Cases = 60)]
    public void Simples_are_orthogonal_with_their_endomorphisms_as_norms(FiniteGroup group)
    {
        var simples = CharacterTable.Of(group).Simples;
        Assert.All(simples, left => Assert.All(simples, right => Assert.Equal(left == right ? left.EndomorphismDimension : 0, left.Character.InnerProduct(right.Character))));
    }

    [Law(Cases = 60)]
    public Property Simples_are_as_many_as_classes_up_to_inversion(FiniteGroup group)
    {
        var table = CharacterTable.Of(group);
        var classes = BruteForce.Classes(BruteForce.Elements(group));
        var real = classes.Count(c => c.Contains(c.First().Inverse()));
        return Law(() =>
        {
            Assert.Equal((classes.Count + real) / 2, table.Simples.Count);
            Assert.Equal(real, table.Irreducibles.Count(chi => chi.Indicator != 0));
        }).Classify(real < classes.Count, "with classes that are not real");
    }

    [Law(Cases = 60)]
    public void Kernels_are_the_normal_subgroups_where_the_character_is_its_degree(FiniteGroup group)
    {
        foreach (var simple in CharacterTable.Of(group).Simples)
        {
            var kernel = BruteForce.Elements(group).Where(g => simple.Character.ValueAt(g) == simple.Dimension).ToHashSet();
            Assert.Equal(kernel.Count, simple.KernelOrder);
            Assert.Equal(group.Order, simple.KernelOrder * simple.ImageOrder);
            Assert.True(kernel.SetEquals(BruteForce.Elements(group.Degree, kernel.Take(50))) || kernel.Count > 50);
            Assert.All(group.Generators, g => Assert.All(kernel, n => Assert.Contains(n.ConjugateBy(g), kernel)));
            Assert.Equal(kernel.Select(group.ClassPositionOf).Distinct().Order(), simple.KernelClassPositions);
        }
    }

    [Law(Cases = 60)]
    public Property Normal_subgroups_are_the_intersections_of_kernels(FiniteGroup group)
    {
        if (group.Order > 800)
        {
            return true.ToProperty();
        }

        // Normal subgroups from the list of all subgroups, which knows no characters.
        var table = CharacterTable.Of(group);
        var normal = group.ComputeSubgroups().Classes.Where(c => c.IsNormal).Select(c => group.ClassPositionsOf(c.Representative)).ToList();
        return Law(() =>
        {
            Assert.Equal(normal.Select(n => string.Join(",", n)).Order(StringComparer.Ordinal), table.NormalSubgroups.Subgroups.Select(n => string.Join(",", n.ClassPositions)).Order(StringComparer.Ordinal));
            foreach (var n in normal)
            {
                var kernels = table.Irreducibles.Select(chi => chi.KernelClassPositions).Where(kernel => !n.Except(kernel).Any());
                Assert.Equal(n, kernels.Aggregate(Enumerable.Range(0, table.Classes.Count), (a, b) => a.Intersect(b)));
            }
        }).Classify(normal.Count > 2, "not simple").Classify(table.Irreducibles.All(chi => !chi.KernelOrder.IsOne), "no faithful simple");
    }

    /// <summary>|G|⁻¹ Σ χ(g²), element by element.</summary>
    private static int Indicator(IrreducibleCharacter chi)
    {
        var group = chi.Table.Group;
        var sum = BruteForce.Elements(group).Aggregate(Cyclotomic.Zero, (total, g) => total + chi.Values.ValueAt(g * g));
        return (int)(sum / (Cyclotomic)group.Order).ToRational().Numerator;
    }

    private static Property Law(Action law) => law.ToProperty();
}
