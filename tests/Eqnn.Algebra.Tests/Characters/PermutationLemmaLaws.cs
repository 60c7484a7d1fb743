using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Tests.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.Testing;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>
/// Brauer's permutation lemma [Isaacs, Thm 6.32, Cor 6.33]: where a group acts on classes and characters with χ^σ(c^σ) = χ(c), each element fixes as many classes as characters, and there are as many orbits of either.
/// Tried with field automorphisms, with automorphisms of the table, and with conjugation by permutations outside of the group.
/// </summary>
[Properties(Arbitrary = [typeof(RandomGroups)])]
public sealed class PermutationLemmaLaws
{
    [Law(Cases = 40)]
    public Property Galois_orbits_on_characters_are_as_many_as_classes_of_cyclic_subgroups(RandomGroup random)
    {
        var table = CharacterTable.Of(random.Group);
        var exponent = (long)table.Group.Exponent;
        var units = Enumerable.Range(1, (int)exponent).Where(k => NumberTheory.Gcd(k, exponent) == 1).ToArray();
        return Law(() =>
        {
            var onRows = units.Select(k => Positions(table, chi => chi.Values.GaloisConjugate(k))).ToList();
            Assert.Equal(CyclicSubgroupClasses(table.Group), OrbitCount(table.Classes.Count, onRows));
            Assert.Equal(OrbitCount(table.Classes.Count, units.Select(k => table.Group.PowerMap(k))), OrbitCount(table.Classes.Count, onRows));
        }).Classify(units.Any(k => table.Group.PowerMap(k).Index().Any(pair => pair.Index != pair.Item)), "with irrational characters");
    }

    [Law(Cases = 40)]
    public Property Automorphisms_of_the_table_fix_as_many_classes_as_characters(RandomGroup random)
    {
        var table = CharacterTable.Of(random.Group);
        var automorphisms = TableAutomorphisms.Of(table);
        return Law(() => Verify(table, automorphisms.Generators, automorphisms.EnumerateElements().Take(60)))
            .Classify(automorphisms.Order > 1, "with automorphisms").Classify(!automorphisms.IsCyclic, "not cyclic, so that orbits say more");
    }

    [Law(Cases = 40)]
    public Property Conjugation_from_outside_fixes_as_many_classes_as_characters(RandomGroup random)
    {
        if (random.Degree > 6)
        {
            return true.ToProperty();
        }

        var group = random.Group;
        var table = CharacterTable.Of(group);
        var normalizer = FiniteGroup.FromGenerators("all permutations", random.Degree, FiniteGroup.Parse("S" + random.Degree).Generators)
            .EnumerateElements().Where(h => group.Generators.All(g => group.Contains(g.ConjugateBy(h)))).ToList();
        var onClasses = normalizer.Select(h => Permutation.FromImages(table.Classes.Select(c => group.ClassPositionOf(c.Representative.ConjugateBy(h))))).Distinct().ToList();
        return Law(() =>
        {
            Verify(table, onClasses, onClasses);
            var automorphisms = TableAutomorphisms.Of(table);
            Assert.All(onClasses, images => Assert.True(automorphisms.Contains(images)));
        }).Classify(onClasses.Count > 1, "outer, moving classes");
    }

    /// <summary>The lemma for permutations of the classes that generate a group: the rows are moved by moving their columns and then looked up among the rows.</summary>
    private static void Verify(CharacterTable table, IEnumerable<Permutation> generators, IEnumerable<Permutation> elements)
    {
        Assert.All(elements, images => Assert.Equal(images.FixedPointCount, OnRows(images).Index().Count(pair => pair.Index == pair.Item)));
        var list = generators.ToList();
        Assert.Equal(OrbitCount(table.Classes.Count, list.Select(images => images.Images.ToArray())), OrbitCount(table.Classes.Count, list.Select(OnRows)));

        int[] OnRows(Permutation images) => Positions(table, chi => ClassFunction.FromValues(table, images.Inverse().Images.Select(c => chi[c])));
    }

    private static int[] Positions(CharacterTable table, Func<IrreducibleCharacter, ClassFunction> image) =>
        [.. table.Irreducibles.Select(chi => image(chi)).Select(values => Assert.Single(table.Irreducibles, chi => chi.Values == values).Position)];

    private static int CyclicSubgroupClasses(FiniteGroup group)
    {
        // By definition: sets of powers, up to conjugation by every element.
        var elements = BruteForce.Elements(group);
        var seen = new HashSet<Permutation>();
        var count = 0;
        foreach (var x in elements.Where(x => !seen.Contains(x)))
        {
            count++;
            var generators = Enumerable.Range(1, (int)x.Order).Where(k => NumberTheory.Gcd(k, (long)x.Order) == 1).Select(k => x.Power(k)).ToList();
            seen.UnionWith(from g in elements from y in generators select y.ConjugateBy(g));
        }

        return count;
    }

    private static int OrbitCount(int points, IEnumerable<IReadOnlyList<int>> maps)
    {
        var least = Enumerable.Range(0, points).ToArray();
        foreach (var map in maps)
        {
            for (var x = 0; x < points; x++)
            {
                var (a, b) = (least[x], least[map[x]]);
                least = Array.ConvertAll(least, y => y == Math.Max(a, b) ? Math.Min(a, b) : y);
            }
        }

        return least.Distinct().Count();
    }

    private static Property Law(Action law) => law.ToProperty();
}
