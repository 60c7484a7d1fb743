using System.Numerics;
using Eqnn.Algebra.Families;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.NormalSubgroups;

/// <summary>The normal subgroups of a group whose name says that they lie in its cyclic centre or contain its perfect derived subgroup, with cyclic quotient: one for each divisor of |Z(G)|, one for each divisor of [G : G′] (docs/theory.md#families).</summary>
internal static class KnownNormalSubgroups
{
    /// <summary>The subgroups of such a group.</summary>
    public static FoundSubgroups Of(FiniteGroup group, FamilyFacts facts, CancellationToken cancellationToken)
    {
        var centre = group.ComputeCentre(cancellationToken);
        var (below, above) = (NumberTheory.Divisors(facts.CentreOrder), NumberTheory.Divisors(facts.QuotientOrder));
        var central = below.Select(order => order == 1 ? group.TrivialSubgroup(group.Name)
            : Subgroup(group, [centre.Generators[0].Power(facts.CentreOrder / order)], order)).ToList();
        var derived = facts.QuotientOrder == 1 ? group : group.ComputeDerivedSubgroup(cancellationToken);

        // A subgroup over G′ of index e in a group with cyclic quotient consists of the e-th powers modulo G′.
        var upper = above.Select(index => index == 1 ? group
            : Subgroup(group, [.. derived.Generators, .. group.Generators.Select(g => g.Power(index)).Where(g => !g.IsIdentity)], group.Order / index)).ToList();
        List<IReadOnlyList<int>> inclusions = [];
        foreach (var (place, order) in below.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var inUpper = Enumerable.Range(0, upper.Count).Where(i => order == 1 || above[i] == 1 || upper[i].Contains(central[place].Generators[0]));
            inclusions.Add([.. Enumerable.Range(0, below.Count).Where(i => below[i] % order == 0), .. inUpper.Select(i => below.Count + i)]);
        }

        inclusions.AddRange(above.Select(index => (IReadOnlyList<int>)[.. Enumerable.Range(0, above.Count).Where(i => index % above[i] == 0).Select(i => below.Count + i)]));
        return new([.. central, .. upper], inclusions);
    }

    /// <summary>The subgroups of V ⋊ H: 1, and V N for the normal subgroups N of H. These are the powers of H where it is cyclic; else those of its centre, the scalars, and those over H′.</summary>
    public static FoundSubgroups Of(FiniteGroup group, AffineFacts facts, CancellationToken cancellationToken)
    {
        var vectors = facts.Translations;
        var indices = NumberTheory.Divisors(facts.QuotientOrder);
        Permutation[] derived = [.. vectors, .. facts.DerivedLinear];
        var upper = indices.Select(index => index == 1 ? group
            : Subgroup(group, [.. derived, .. group.Generators.Select(g => g.Power(index)).Where(g => !g.IsIdentity)], group.Order / index)).ToList();
        var scalars = facts.Linear is { } linear ? NumberTheory.Divisors(linear.CentreOrder).Select(order => (Order: order, Generator: order == 1 ? null : linear.CentreGenerator!.Power(linear.CentreOrder / order))).ToList() : [];
        var lower = scalars.Select(scalar => Subgroup(group, [.. vectors, .. scalar.Generator is { } g ? [g] : Array.Empty<Permutation>()], facts.VectorCount * scalar.Order)).ToList();
        List<IReadOnlyList<int>> inclusions = [[.. Enumerable.Range(0, 1 + lower.Count + upper.Count)]];
        foreach (var (order, _) in scalars)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var inUpper = Enumerable.Range(0, upper.Count).Where(i => facts.HasScalarDeterminant(order, indices[i]));
            inclusions.Add([.. Enumerable.Range(0, scalars.Count).Where(i => scalars[i].Order % order == 0).Select(i => 1 + i), .. inUpper.Select(i => 1 + lower.Count + i)]);
        }

        inclusions.AddRange(indices.Select(index => (IReadOnlyList<int>)[.. Enumerable.Range(0, indices.Count).Where(i => index % indices[i] == 0).Select(i => 1 + lower.Count + i)]));
        return new([group.TrivialSubgroup(group.Name), .. lower, .. upper], inclusions);
    }

    private static FiniteGroup Subgroup(FiniteGroup group, Permutation[] generators, BigInteger order) =>
        FiniteGroup.OfKnownOrder("normal subgroup of " + group.Name, group.Degree, generators, order, group.Limits);
}
