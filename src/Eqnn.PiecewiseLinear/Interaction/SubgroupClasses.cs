using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Numbers;

namespace Eqnn.PiecewiseLinear.Interaction;

/// <summary>A subgroup B of G known only by how many of its elements lie in each conjugacy class of G: enough for every sum of a character over B.</summary>
public sealed class SubgroupClasses
{
    private readonly BigInteger[] _counts;

    internal SubgroupClasses(FiniteGroup group, BigInteger[] counts)
    {
        _counts = counts;
        Order = counts.Aggregate(BigInteger.Zero, (sum, count) => sum + count);
        ClassPositions = [.. Enumerable.Range(0, counts.Length).Where(c => !counts[c].IsZero)];
        IsNormal = ClassPositions.All(c => counts[c] == group.ConjugacyClasses[c].Size);
    }

    /// <summary>|B|.</summary>
    public BigInteger Order { get; }

    /// <summary>The positions of the classes of G that meet B, ascending.</summary>
    public IReadOnlyList<int> ClassPositions { get; }

    /// <summary>The number of elements of B in each class of G, by class position.</summary>
    public IReadOnlyList<BigInteger> ClassCounts => _counts;

    /// <summary>Whether B is a union of classes, that is normal in G.</summary>
    public bool IsNormal { get; }

    /// <summary><c>Σ_{b ∈ B} ψ_K(b)</c>, which is |B| times the dimension of the vectors of K fixed by B.</summary>
    public Cyclotomic SumOf(SimpleRepresentation simple)
    {
        var sum = Cyclotomic.Zero;
        foreach (var c in ClassPositions)
        {
            sum += simple.Character[c] * new Rational(_counts[c], 1);
        }

        return sum;
    }

    /// <summary>Whether K has a nonzero vector fixed by B, that is whether K occurs in <c>ℝ[G/B]</c>.</summary>
    public bool Fixes(SimpleRepresentation simple)
    {
        if (!IsNormal)
        {
            return !SumOf(simple).IsZero;
        }

        // The vectors fixed by a normal subgroup are 0 or everything.
        foreach (var c in ClassPositions)
        {
            if (simple.Character[c] != simple.Character[0])
            {
                return false;
            }
        }

        return true;
    }
}
