using Eqnn.Checking.Reading;
using Eqnn.Numbers;

namespace Eqnn.Checking.Groups;

/// <summary>The proof that values on the classes are an irreducible character.</summary>
/// <remarks>
/// <para>χ is the multiple χ(1) of an irreducible character iff <c>ω(C) = |C| χ(C) / χ(1)</c> is a homomorphism from the centre of the group algebra, that is <c>ω(C_i) ω(C_j) = Σ_k a_ijk ω(C_k)</c>: the homomorphisms are exactly those of the
/// irreducible characters. Its degree is right iff <c>⟨χ, χ⟩ = 1</c> and χ(1) &gt; 0. The sum on the right is taken over products of listed elements.</para>
/// <para>For an abelian group: χ(1) = 1 and χ(s g) = χ(s) χ(g) for the generators s.</para>
/// </remarks>
internal static class IrreducibleCharacter
{
    /// <summary>Refuses values, at the entry where they fail.</summary>
    public static void Require(Claim claim, IReadOnlyList<Cyclotomic> values, ListedGroup group, CancellationToken cancellationToken)
    {
        claim[0].Require(values[0].IsRational && values[0].Sign > 0, "a character is positive at the identity");
        for (var c = 0; c < values.Count; c++)
        {
            // A sum of roots of unity of that order; so all fields here lie in that of the exponent, whatever a file holds.
            claim[c].Require(group.Elements[group.Representative(c)].Order % values[c].Conductor == 0, "no sum of roots of unity of the order of the class");
        }

        var norm = Cyclotomic.Zero;
        for (var c = 0; c < values.Count; c++)
        {
            norm += group.Classes[c].Count * values[c] * values[c].Conjugate();
        }

        claim.Require(norm == group.Order, () => $"the norm is {norm / group.Order}, that of an irreducible character 1");
        if (group.IsAbelian)
        {
            RequireMultiplicative(claim, values, group, cancellationToken);
        }
        else
        {
            RequireCentral(claim, values, group, cancellationToken);
        }
    }

    private static void RequireMultiplicative(Claim claim, IReadOnlyList<Cyclotomic> values, ListedGroup group, CancellationToken cancellationToken)
    {
        claim[0].Require(values[0].IsOne, "the value at 1 of a linear character is 1");
        foreach (var (s, left) in group.Left.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var factor = values[group.ClassOf[group.Places[group.Needed[s]]]];
            for (var i = 0; i < group.Order; i++)
            {
                var c = group.ClassOf[left[i]];
                claim[c].Require(values[c] == factor * values[group.ClassOf[i]], () => FormattableString.Invariant($"is not the product of the values at generator {group.Needed[s] + 1} and class {group.ClassOf[i] + 1}"));
            }
        }
    }

    private static void RequireCentral(Claim claim, IReadOnlyList<Cyclotomic> values, ListedGroup group, CancellationToken cancellationToken)
    {
        var central = values.Select((x, c) => x * group.Classes[c].Count / values[0]).ToArray();
        for (var i = 0; i < central.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var j = i; j < central.Length; j++)
            {
                // C_i C_j = Σ_k a_k C_k. Summed over x in C_i with y the representative of C_j: |C_j| Σ_x ω(xy) / |class of xy|.
                var sum = Cyclotomic.Zero;
                foreach (var (k, count) in group.Products(i, j))
                {
                    sum += count * central[k] / group.Classes[k].Count;
                }

                claim[i].Require(central[i] * central[j] == sum * group.Classes[j].Count,
                    () => FormattableString.Invariant($"no irreducible character: the central character does not respect the product of classes {i + 1} and {j + 1}"));
            }
        }
    }
}
