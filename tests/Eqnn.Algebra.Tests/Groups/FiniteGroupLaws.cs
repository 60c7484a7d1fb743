using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.NormalSubgroups;
using Eqnn.Numbers.Permutations;
using Eqnn.Testing;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Algebra.Tests.Groups;

/// <summary>Random permutation groups of small degree against the definitions, by full enumeration.</summary>
[Properties(Arbitrary = [typeof(GroupSamples)], MaxTest = 60)]
public sealed class FiniteGroupLaws
{
    [Property]
    public void The_order_is_that_of_the_closure_of_the_generators(FiniteGroup g)
    {
        var elements = BruteForce.Elements(g);
        Assert.Equal(elements.Count, g.Order);
        Assert.Equal(elements.Count, StabilizerChain.Of(g.Degree, g.Generators).Order);
    }

    [Property]
    public void Elements_are_listed_once_in_lexicographic_order(FiniteGroup g)
    {
        var listed = g.EnumerateElements().ToList();
        Assert.Equal(BruteForce.Elements(g).Order(), listed);
    }

    /// <summary>From all elements of a subgroup come back the subgroup and few generators, none of which the ones before it give.</summary>
    [Property]
    public void Few_elements_generate_what_all_do(FiniteGroup g)
    {
        var half = g.Subgroup(g.Generators.Take(g.Generators.Count / 2));
        foreach (var group in new[] { g, half })
        {
            var few = g.SubgroupByFew(group.EnumerateElements());
            Assert.True(few.Order == group.Order && group.Generators.All(few.Contains));
            Assert.All(Enumerable.Range(0, few.Generators.Count), i => Assert.False(g.Subgroup(few.Generators.Take(i)).Contains(few.Generators[i])));
        }
    }

    [Property]
    public void Orbit_sizes_are_indices_of_stabilisers(FiniteGroup g)
    {
        var stabiliser = BruteForce.Elements(g);
        for (var i = 0; i < g.Chain.Base.Count; i++)
        {
            var point = g.Chain.Base[i];
            // Canonical base: nothing moves the points in front of it any more.
            Assert.All(stabiliser, p => Assert.All(Enumerable.Range(0, point), x => Assert.Equal(x, p[x])));
            Assert.Equal(stabiliser.Select(p => p[point]).Distinct().Count(), g.Chain.OrbitSizes[i]);
            stabiliser = stabiliser.Where(p => p[point] == point).ToHashSet();
        }

        Assert.Single(stabiliser);
    }

    [Property]
    public void Sifting_leaves_the_identity_exactly_for_elements(FiniteGroup g, Permutation p)
    {
        var elements = BruteForce.Elements(g);
        Assert.All(elements, x => Assert.True(g.Chain.Sift(x).IsIdentity));
        Assert.All(elements, x => Assert.True(g.Contains(x)));
        if (p.Degree == g.Degree)
        {
            Assert.Equal(elements.Contains(p), g.Contains(p));
            Assert.Equal(elements.Contains(p), g.Chain.Sift(p).IsIdentity);
            // What was divided off lies in the group.
            Assert.Contains(p * g.Chain.Sift(p).Inverse(), Cosets(elements, p, g.Chain.Sift(p)));
        }
        else
        {
            Assert.False(g.Contains(p));
        }
    }

    [Property]
    public void The_numbering_is_a_bijection_with_the_identity_in_front(FiniteGroup g)
    {
        var numbering = new ElementNumbering(g.Chain);
        var seen = new HashSet<Permutation>();
        for (var number = 0; number < numbering.Count; number++)
        {
            var images = numbering.Images(number);
            Assert.Equal(number, numbering.NumberOf(images));
            Assert.True(seen.Add(PermutationArrays.ToPermutation(images)));
        }

        Assert.Equal(BruteForce.Elements(g).Count, seen.Count);
        Assert.Equal(Permutation.Identity(g.Degree), PermutationArrays.ToPermutation(numbering.Images(0)));
    }

    [Property]
    public void Classes_are_the_conjugation_orbits_in_the_documented_order(FiniteGroup g)
    {
        var expected = BruteForce.Classes(BruteForce.Elements(g))
            .Select(set => (Order: set.First().Order, Size: set.Count, Least: set.Min()!, Set: set))
            .OrderBy(c => c.Order).ThenBy(c => c.Size).ThenBy(c => c.Least).ToList();
        Assert.Equal(expected.Select(c => (c.Order, (BigInteger)c.Size, c.Least)), g.ConjugacyClasses.Select(c => ((BigInteger)c.ElementOrder, c.Size, c.Representative)));
        Assert.True(g.ConjugacyClasses[0].Representative.IsIdentity);
        for (var i = 0; i < expected.Count; i++)
        {
            Assert.All(expected[i].Set, x => Assert.Equal(i, g.ClassPositionOf(x)));
            Assert.True(expected[i].Set.SetEquals(g.ConjugacyClasses[i].EnumerateElements()));
        }
    }

    [Property]
    public void Class_sizes_divide_the_order_and_sum_to_it(FiniteGroup g)
    {
        Assert.Equal(g.Order, g.ConjugacyClasses.Aggregate(BigInteger.Zero, (sum, c) => sum + c.Size));
        Assert.All(g.ConjugacyClasses, c => Assert.Equal(g.Order, c.Size * c.CentralizerOrder));
    }

    [Property]
    public void The_class_equation_holds_with_centralisers_as_groups(FiniteGroup g)
    {
        // Representatives from the classes as sets, centralisers from the search: neither knows the list of classes.
        var centralizers = BruteForce.Classes(BruteForce.Elements(g)).Select(c => g.Centralizer(c.First())).ToList();
        Assert.All(centralizers, c => Assert.Equal(BruteForce.Elements(c).Count, c.Order));
        Assert.Equal(g.Order, centralizers.Aggregate(BigInteger.Zero, (sum, c) => sum + (g.Order / c.Order)));
        Assert.Equal(g.Centre.Order, centralizers.Count(c => c.Order == g.Order));
    }

    [Property]
    public void Power_maps_commute_and_are_those_of_elements(FiniteGroup g, sbyte k, sbyte l)
    {
        var first = g.PowerMap(k);
        var second = g.PowerMap(l);
        var both = g.PowerMap((long)k * l);
        for (var i = 0; i < first.Count; i++)
        {
            Assert.Equal(both[i], second[first[i]]);
            Assert.Equal(both[i], first[second[i]]);
            Assert.Equal(first[i], g.ClassPositionOf(g.ConjugacyClasses[i].EnumerateElements().Last().Power(k)));
            Assert.Equal(i, g.InverseMap[g.InverseMap[i]]);
        }
    }

    [Property]
    public void The_exponent_is_the_least_common_multiple_of_the_orders(FiniteGroup g)
    {
        var exponent = BruteForce.Elements(g).Select(x => x.Order).Aggregate(BigInteger.One, (a, b) => a / BigInteger.GreatestCommonDivisor(a, b) * b);
        Assert.Equal(exponent, g.Exponent);
        Assert.Equal(g.IsAbelian && g.ConjugacyClasses.Any(c => c.ElementOrder == g.Order), g.IsCyclic);
    }

    [Property]
    public void The_centre_is_what_commutes_with_everything(FiniteGroup g)
    {
        var elements = BruteForce.Elements(g);
        var centre = elements.Where(z => elements.All(x => x * z == z * x)).ToHashSet();
        Assert.True(centre.SetEquals(g.Centre.EnumerateElements()));
        Assert.Equal(centre.Count, g.ConjugacyClasses.Count(c => c.Size.IsOne));
        Assert.Equal(centre.Count == elements.Count, g.IsAbelian);
    }

    [Property]
    public void The_derived_subgroup_is_generated_by_all_commutators(FiniteGroup g)
    {
        var elements = BruteForce.Elements(g).Take(200).ToArray();
        var all = BruteForce.Elements(g);
        if (all.Count > 200)
        {
            return;
        }

        var commutators = from a in elements from b in elements select a * b * a.Inverse() * b.Inverse();
        var derived = BruteForce.Elements(g.Degree, commutators.Distinct());
        Assert.Equal(derived.Count, g.DerivedSubgroup.Order);
        Assert.All(derived, x => Assert.True(g.DerivedSubgroup.Contains(x)));
    }

    [Property]
    public void A_centralizer_is_what_commutes_with_the_element(FiniteGroup g, ushort choice)
    {
        var elements = BruteForce.Elements(g).Order().ToArray();
        var x = elements[choice % elements.Length];
        Assert.True(elements.Where(y => x * y == y * x).ToHashSet().SetEquals(g.Centralizer(x).EnumerateElements()));
        Assert.Equal(g.ConjugacyClasses[g.ClassPositionOf(x)].CentralizerOrder, g.Centralizer(x).Order);
    }

    [Property]
    public void A_normal_closure_is_the_smallest_union_of_classes(FiniteGroup g, ushort choice)
    {
        var elements = BruteForce.Elements(g).Order().ToArray();
        var x = elements[choice % elements.Length];
        var closure = BruteForce.Elements(g.Degree, g.ConjugacyClasses[g.ClassPositionOf(x)].EnumerateElements());
        var computed = g.NormalClosure([x]);
        Assert.Equal(closure.Count, computed.Order);
        Assert.All(closure, y => Assert.True(computed.Contains(y)));
        Assert.True(computed.HasSameElementsAs(g.SubgroupOfClasses(g.ClassPositionsOf(computed))));
        Assert.True(computed.HasSameElementsAs(g.NormalClosureOfClasses([g.ClassPositionOf(x)])));
    }

    [Property]
    public void Solvable_nilpotent_perfect_and_simple_follow_the_definitions(FiniteGroup g)
    {
        var series = g.DerivedSeries;
        Assert.Equal(series[^1].Order.IsOne, g.IsSolvable);
        Assert.Equal(g.DerivedSubgroup.Order == g.Order, g.IsPerfect);
        for (var i = 1; i < series.Count; i++)
        {
            Assert.True(series[i].IsSubgroupOf(series[i - 1]));
            Assert.True(series[i].Order < series[i - 1].Order);
        }

        // Nilpotent: elements of coprime prime power orders commute.
        var powers = BruteForce.Elements(g).Where(x => IsPrimePower((long)x.Order)).Take(60).ToArray();
        var commute = powers.All(a => powers.All(b => BigInteger.GreatestCommonDivisor(a.Order, b.Order) > 1 || a * b == b * a));
        if (!commute)
        {
            Assert.False(g.IsNilpotent);
        }
        else if (powers.Length < 60)
        {
            Assert.True(g.IsNilpotent);
        }

        var closures = g.ConjugacyClasses.Skip(1).Select(c => g.NormalClosure([c.Representative]).Order).ToArray();
        Assert.Equal(closures.Length > 0 && closures.All(o => o == g.Order), g.IsSimple());
    }

    [Property]
    public void Nothing_depends_on_the_choice_of_generators(FiniteGroup g)
    {
        var other = FiniteGroup.FromGenerators("other", g.Degree, g.EnumerateElements().Reverse().Take(2000));
        Assert.Equal(g.Order, other.Order);
        Assert.Equal(g.Chain.Base, other.Chain.Base);
        Assert.Equal(g.Chain.OrbitSizes, other.Chain.OrbitSizes);
        Assert.Equal(g.ConjugacyClasses.Select(c => c.Representative), other.ConjugacyClasses.Select(c => c.Representative));
        Assert.Equal(g.PowerMap(2), other.PowerMap(2));
        Assert.True(g.HasSameElementsAs(other));
    }

    private static IEnumerable<Permutation> Cosets(HashSet<Permutation> elements, Permutation p, Permutation rest)
    {
        // p = (element of the group) · rest.
        var quotient = p * rest.Inverse();
        return elements.Contains(quotient) ? [quotient] : [];
    }

    private static bool IsPrimePower(long n)
    {
        var primes = 0;
        for (var p = 2L; n > 1; p++)
        {
            if (n % p == 0)
            {
                primes++;
                while (n % p == 0)
                {
                    n /= p;
                }
            }
        }

        return primes == 1;
    }
}
