using System.Numerics;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Subgroups;
using Eqnn.Numbers.Permutations;
using Eqnn.Testing;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Algebra.Tests.Subgroups;

/// <summary>Subgroups of small groups against the definition, and the laws of marks.</summary>
[Properties(Arbitrary = [typeof(GroupSamples)], MaxTest = 30)]
public sealed class SubgroupLatticeLaws
{
    [Property]
    public void All_subgroups_are_found(FiniteGroup group)
    {
        if (group.Order > 60)
        {
            return;
        }

        // The slow route: close under joins with cyclic subgroups until nothing new appears.
        var elements = group.EnumerateElements().ToArray();
        var found = new HashSet<string> { Key([group.Identity]) };
        var queue = new Queue<FiniteGroup>([group.Subgroup([])]);
        while (queue.TryDequeue(out var subgroup))
        {
            foreach (var g in elements)
            {
                var join = group.Subgroup([.. subgroup.Generators, g]);
                if (found.Add(Key(join.EnumerateElements())))
                {
                    queue.Enqueue(join);
                }
            }
        }

        Assert.Equal(found.Count, group.ComputeSubgroups().SubgroupCount);
    }

    [Property]
    public void Representatives_generate_and_conjugates_are_counted_by_normalisers(FiniteGroup group)
    {
        if (group.Order > 200)
        {
            return;
        }

        var lattice = group.ComputeSubgroups();
        Assert.Equal(lattice.SubgroupCount, lattice.Classes.Sum(c => c.ConjugateCount));
        foreach (var subgroup in lattice.Classes)
        {
            Assert.Equal(subgroup.Order, subgroup.Representative.Order);
            Assert.Equal(subgroup, lattice.ClassOf(subgroup.Representative));
            Assert.Equal(subgroup.IsNormal, group.NormalClosure(subgroup.Representative.Generators).Order == subgroup.Order);
            var normaliser = group.EnumerateElements().Count(g => subgroup.Representative.Generators.All(h => subgroup.Representative.Contains(h.ConjugateBy(g))));
            Assert.Equal(subgroup.NormalizerOrder, normaliser);
        }
    }

    [Property]
    public void Marks_of_cyclic_subgroups_are_the_permutation_character(FiniteGroup group)
    {
        if (group.Order > 200)
        {
            return;
        }

        var lattice = group.ComputeSubgroups();
        foreach (var set in lattice.Classes)
        {
            var counts = set.FixedPointCounts();
            Assert.Equal(GSet.Cosets(group, set.Representative.Generators).FixedPointCounts(), counts);
            foreach (var c in group.ConjugacyClasses)
            {
                Assert.Equal(counts[c.Position], (BigInteger)lattice.TableOfMarks[set.Position, lattice.ClassOf(group.Subgroup([c.Representative])).Position]);
            }
        }
    }

    [Property]
    public void Products_in_the_Burnside_ring_are_products_of_sets(FiniteGroup group)
    {
        if (group.Order > 60)
        {
            return;
        }

        var lattice = group.ComputeSubgroups();
        var left = lattice.Classes[lattice.Classes.Count / 2];
        foreach (var right in lattice.Classes)
        {
            var counts = new int[lattice.Classes.Count];
            foreach (var orbit in GSet.Product(GSet.Cosets(group, left.Representative.Generators), GSet.Cosets(group, right.Representative.Generators)).Orbits)
            {
                counts[lattice.ClassOf(orbit.Stabilizer).Position]++;
            }

            Assert.Equal(counts, lattice.TableOfMarks.Product(left, right));
        }
    }

    private static string Key(IEnumerable<Permutation> elements) => string.Join(" ", elements.Order());
}
