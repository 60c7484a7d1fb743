using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>A permutation group of small degree with few random generators, as FsCheck makes it.</summary>
public sealed record RandomGroup(int Degree, int[][] Generators)
{
    public FiniteGroup Group => FiniteGroup.FromGenerators("random", Degree, Generators.Select(Permutation.FromImages));

    public override string ToString() => string.Join(";", Generators.Select(images => "[" + string.Join(",", images) + "]"));
}

/// <summary>Random groups: none to three generators on one to seven points, often with equal cycle types, so that small and imprimitive groups occur too.</summary>
public static class RandomGroups
{
    public static Arbitrary<RandomGroup> Groups()
    {
        var generator = from degree in Gen.Choose(1, 7)
                        from count in Gen.Choose(0, 3)
                        from images in Gen.Shuffle(Enumerable.Range(0, degree)).ArrayOf(count)
                        from powers in Gen.Choose(1, 4).ArrayOf(count)
                        select new RandomGroup(degree, [.. images.Zip(powers, (image, power) => Permutation.Pow(Permutation.FromImages(image), power).Images.ToArray())]);
        return Arb.From(generator, group => group.Generators.Select((_, i) => group with { Generators = [.. group.Generators.Where((_, j) => j != i)] }));
    }
}

/// <summary>What every character table satisfies, on random permutation groups, each by the slow obvious computation.</summary>
[Properties(Arbitrary = [typeof(RandomGroups)], MaxTest = 60)]
public sealed class CharacterTableLaws
{
    [Property]
    public void Rows_are_orthonormal(RandomGroup random)
    {
        var table = CharacterTable.Of(random.Group);
        foreach (var chi in table.Irreducibles)
        {
            foreach (var psi in table.Irreducibles)
            {
                Assert.Equal(ReferenceEquals(chi, psi) ? Cyclotomic.One : Cyclotomic.Zero, chi.Values.InnerProduct(psi.Values));
            }
        }
    }

    [Property]
    public void Columns_are_orthogonal(RandomGroup random)
    {
        var table = CharacterTable.Of(random.Group);
        foreach (var c in table.Classes)
        {
            foreach (var d in table.Classes)
            {
                var sum = table.Irreducibles.Aggregate(Cyclotomic.Zero, (total, chi) => total + (chi[c.Position] * chi[d.Position].Conjugate()));
                Assert.Equal(c == d ? (Cyclotomic)c.CentralizerOrder : 0, sum);
            }
        }
    }

    [Property]
    public void Degrees_and_dimensions_add_up_to_the_order(RandomGroup random)
    {
        var table = CharacterTable.Of(random.Group);
        Assert.Equal(table.Group.Order, table.Irreducibles.Aggregate(BigInteger.Zero, (sum, chi) => sum + (chi.Degree * chi.Degree)));
        Assert.Equal(table.Group.Order, table.Simples.Aggregate(BigInteger.Zero, (sum, simple) => sum + (simple.Dimension * simple.Dimension / simple.EndomorphismDimension)));
    }

    [Property]
    public void Indicators_count_roots_and_involutions(RandomGroup random)
    {
        // #{x : xⁿ = g} = Σ ν_n(χ) χ(g), counted by running through the group; for n = 2 these are the Frobenius-Schur indicators, and g = 1 gives 1 + the number of involutions.
        var table = CharacterTable.Of(random.Group);
        foreach (var n in (int[])[2, 3, 4, 6])
        {
            var roots = new int[table.Classes.Count];
            foreach (var x in table.Group.EnumerateElements())
            {
                roots[table.Group.ClassPositionOf(x.Power(n))]++;
            }

            foreach (var c in table.Classes)
            {
                var sum = table.Irreducibles.Aggregate(Cyclotomic.Zero, (total, chi) => total + ((n == 2 ? chi.Indicator : chi.Values.Indicator(n)) * chi[c.Position]));
                Assert.Equal((Cyclotomic)(roots[c.Position] / c.Size), sum);
            }
        }

        var involutions = table.Group.EnumerateElements().Count(x => x.Order == 2);
        Assert.Equal(1 + involutions, table.Irreducibles.Sum(chi => chi.Indicator * chi.Degree));
    }

    [Property]
    public void Class_sums_act_by_scalars(RandomGroup random)
    {
        // ω(C)ω(D) = Σ_g over C of ω-values of the products: the definition of a character of the class algebra, with products taken in the group.
        var table = CharacterTable.Of(random.Group);
        var last = table.Classes[^1];
        foreach (var chi in table.Irreducibles.Skip(table.Irreducibles.Count / 2).Take(4))
        {
            foreach (var d in table.Classes.Where(d => d.Position % 3 == 1))
            {
                var sum = last.EnumerateElements().Aggregate(Cyclotomic.Zero, (total, x) => total + chi.Values.ValueAt(x * d.Representative));
                Assert.Equal(chi[last.Position] * (Cyclotomic)last.Size * chi[d.Position], sum * (Cyclotomic)(BigInteger)chi.Degree);
            }
        }
    }

    [Property]
    public void Products_of_irreducibles_decompose_into_natural_numbers(RandomGroup random)
    {
        var table = CharacterTable.Of(random.Group);
        var (first, last) = (table.Irreducibles[^1].Values, table.Irreducibles[table.Irreducibles.Count / 2].Values);
        foreach (var character in new[] { first * last, first.SymmetricSquare(), first.ExteriorSquare() })
        {
            var coefficients = character.Coefficients();
            Assert.All(coefficients, c => Assert.True(c.IsInteger && c.ToRational().Sign >= 0));
            Assert.Equal(character, table.Irreducibles.Aggregate(0 * first, (sum, chi) => sum + (coefficients[chi.Position] * chi.Values)));
        }

        Assert.Equal(first * first, first.SymmetricSquare() + first.ExteriorSquare());
        Assert.Equal(first.AdamsOperation(2), first.SymmetricSquare() - first.ExteriorSquare());
    }

    [Property]
    public void Galois_conjugates_of_irreducibles_are_irreducible(RandomGroup random)
    {
        var table = CharacterTable.Of(random.Group);
        var exponent = (long)table.Group.Exponent;
        for (var k = 1L; k <= Math.Min(exponent, 12); k++)
        {
            if (NumberTheory.Gcd(k, exponent) == 1)
            {
                foreach (var chi in table.Irreducibles)
                {
                    Assert.Single(table.Irreducibles, psi => psi.Values == chi.Values.GaloisConjugate(k));
                    Assert.Equal(chi.Values.GaloisConjugate(k), chi.Values.AdamsOperation(k));
                }
            }
        }
    }

    [Property]
    public void As_many_characters_as_classes_are_fixed_by_each_galois_conjugation(RandomGroup random)
    {
        // Brauer's permutation lemma.
        var table = CharacterTable.Of(random.Group);
        var exponent = (long)table.Group.Exponent;
        for (var k = 1L; k <= Math.Min(exponent, 12); k++)
        {
            if (NumberTheory.Gcd(k, exponent) == 1)
            {
                Assert.Equal(table.Group.PowerMap(k).Index().Count(pair => pair.Index == pair.Item), table.Irreducibles.Count(chi => chi.Values.GaloisConjugate(k) == chi.Values));
            }
        }
    }

    [Property]
    public void The_natural_character_counts_orbits_and_pairs(RandomGroup random)
    {
        var group = random.Group;
        var table = CharacterTable.Of(group);
        var natural = ClassFunction.FromValues(table, table.Classes.Select(c => (Cyclotomic)c.Representative.FixedPointCount));
        Assert.Equal((Cyclotomic)OrbitCount(group.Degree, group, (g, x) => g[x]), natural.InnerProduct(table.Irreducibles[0].Values));
        Assert.Equal((Cyclotomic)OrbitCount(group.Degree * group.Degree, group, (g, x) => (g[x / group.Degree] * group.Degree) + g[x % group.Degree]), natural.InnerProduct(natural));
        Assert.Equal(natural, table.Simples.Aggregate(0 * natural, (sum, simple) => sum + ((Cyclotomic)simple.MultiplicityIn(natural) * simple.Character)));
    }

    [Property]
    public void Nothing_depends_on_the_order_of_the_generators(RandomGroup random)
    {
        var table = CharacterTable.Of(random.Group);
        var other = CharacterTable.Of(FiniteGroup.FromGenerators("reversed", random.Degree, random.Generators.Reverse().Select(Permutation.FromImages).Append(Permutation.Identity(random.Degree))));
        if (!table.Group.IsCyclic)
        {
            Assert.Equal(Text(table), Text(other));
        }

        static IEnumerable<string> Text(CharacterTable t) => t.Irreducibles.Select(chi => chi.Values.ToString()).Concat(t.Simples.Select(l => $"{l} {l.Character}"));
    }

    [Property]
    public void Irreducibles_and_simples_stand_in_the_documented_order(RandomGroup random)
    {
        var table = CharacterTable.Of(random.Group);
        Assert.All(table.Irreducibles[0].Values.Values, value => Assert.Equal(Cyclotomic.One, value));
        Assert.True(table.Simples[0].IsTrivial);
        if (table.Group.IsCyclic)
        {
            return;
        }

        for (var i = 2; i < table.Irreducibles.Count; i++)
        {
            var (x, y) = (table.Irreducibles[i - 1], table.Irreducibles[i]);
            Assert.True(Compare((x.Degree, Conductor(x), x.Values), (y.Degree, Conductor(y), y.Values)) < 0);
        }

        for (var i = 2; i < table.Simples.Count; i++)
        {
            var (x, y) = (table.Simples[i - 1], table.Simples[i]);
            Assert.True(Compare((x.Dimension, (long)x.Type, x.Character), (y.Dimension, (long)y.Type, y.Character)) < 0);
        }

        static long Conductor(IrreducibleCharacter chi) => chi.Values.Values.Aggregate(1L, (lcm, value) => NumberTheory.Lcm(lcm, value.Conductor));

        static int Compare((long First, long Second, ClassFunction Values) x, (long First, long Second, ClassFunction Values) y)
        {
            var result = (x.First, x.Second).CompareTo((y.First, y.Second));
            return result != 0 ? result : x.Values.Values.Zip(y.Values.Values, (a, b) => b.CompareTo(a)).FirstOrDefault(difference => difference != 0);
        }
    }

    private static int OrbitCount(int points, FiniteGroup group, Func<Permutation, int, int> act)
    {
        var seen = new bool[points];
        var count = 0;
        for (var start = 0; start < points; start++)
        {
            if (seen[start])
            {
                continue;
            }

            count++;
            var stack = new Stack<int>([start]);
            seen[start] = true;
            while (stack.TryPop(out var x))
            {
                foreach (var y in group.Generators.Select(g => act(g, x)).Where(y => !seen[y]))
                {
                    seen[y] = true;
                    stack.Push(y);
                }
            }
        }

        return count;
    }
}
