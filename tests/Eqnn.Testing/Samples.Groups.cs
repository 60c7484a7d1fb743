using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Permutations;
using FsCheck;
using FsCheck.Fluent;

namespace Eqnn.Testing;

/// <summary>Generators of permutations and of small permutation groups, with shrinkers. Corners: the trivial group, C2, abelian, intransitive, identity and repeated generators, fixed points in front.</summary>
public static class GroupSamples
{
    /// <summary>Permutations of 1 to 9 points.</summary>
    public static Arbitrary<Permutation> Permutations() =>
        Arb.From(from degree in Gen.Choose(1, 9) from p in PermutationOf(degree) select p, Shrink);

    /// <summary>Three permutations of one degree.</summary>
    public static Arbitrary<SameDegree> Triples() =>
        Arb.From(
            from degree in Gen.Choose(1, 9)
            from a in PermutationOf(degree)
            from b in PermutationOf(degree)
            from c in PermutationOf(degree)
            select new SameDegree(a, b, c),
            t => from a in Shrink(t.A) where a.Degree == t.A.Degree select t with { A = a });

    /// <summary>Groups of degree at most 7: random generators, and named groups at the corners.</summary>
    public static Arbitrary<FiniteGroup> Groups() =>
        Arb.From(
            Gen.OneOf(
                from degree in Gen.Choose(1, 7)
                from count in Gen.Choose(0, 3)
                from generators in PermutationOf(degree).ListOf(count)
                select Make(degree, generators),
                from degree in Gen.Choose(2, 7)
                from count in Gen.Choose(1, 3)
                from generators in SparseOf(degree).ListOf(count)
                select Make(degree, generators),
                Gen.Elements(Named).Select(FiniteGroup.Parse)),
            ShrinkGroup);

    /// <summary>Names of groups with corners in them; orders at most 400.</summary>
    public static readonly string[] Named =
    [
        "C1", "C2", "C12", "D1", "D2", "D4", "D6", "S4", "A4", "A5", "Q8", "Q16", "Dic3", "SD16", "M16", "F20", "F21", "C2^3", "C2 x C4", "C3 x S3", "C2 wr C3", "SL(2,3)", "GL(2,3)", "PSL(2,7)", "3^{1+2}_+", "2^{1+4}_-",
    ];

    private static Gen<Permutation> PermutationOf(int degree) => Gen.Shuffle(Enumerable.Range(0, degree).ToArray()).Select(images => Permutation.FromImages(images));

    /// <summary>Products of few transpositions: small and intransitive groups, where uniform permutations give S_n or A_n nearly always.</summary>
    private static Gen<Permutation> SparseOf(int degree) =>
        from count in Gen.Choose(0, 2)
        from pairs in (from a in Gen.Choose(0, degree - 1) from b in Gen.Choose(0, degree - 1) select (a, b)).ListOf(count)
        select pairs.Aggregate(Permutation.Identity(degree), (p, pair) => pair.a == pair.b ? p : Permutation.FromCycles(degree, [[pair.a, pair.b]]) * p);

    private static FiniteGroup Make(int degree, IEnumerable<Permutation> generators)
    {
        var list = generators.ToArray();
        return FiniteGroup.FromGenerators("<" + string.Join(", ", list.Select(g => g.ToString())) + "> of degree " + degree, degree, list);
    }

    private static IEnumerable<Permutation> Shrink(Permutation p)
    {
        // Undo one move: the cycle loses its least point.
        for (var x = 0; x < p.Degree; x++)
        {
            if (p[x] != x)
            {
                yield return Permutation.FromCycles(p.Degree, [[x, p[x]]]) * p;
            }
        }

        if (p.Degree > 1 && p[p.Degree - 1] == p.Degree - 1)
        {
            yield return Permutation.FromImages(p.Images.Take(p.Degree - 1));
        }
    }

    private static IEnumerable<FiniteGroup> ShrinkGroup(FiniteGroup group)
    {
        var generators = group.Generators;
        for (var i = 0; i < generators.Count; i++)
        {
            yield return Make(group.Degree, generators.Where((_, j) => j != i));
        }

        for (var i = 0; i < generators.Count; i++)
        {
            foreach (var smaller in Shrink(generators[i]).Where(p => p.Degree == group.Degree))
            {
                yield return Make(group.Degree, generators.Select((g, j) => j == i ? smaller : g));
            }
        }
    }
}

/// <summary>Three permutations of one degree.</summary>
public sealed record SameDegree(Permutation A, Permutation B, Permutation C);
