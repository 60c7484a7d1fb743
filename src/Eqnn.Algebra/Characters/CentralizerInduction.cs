using System.Numerics;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Algebra.Classes;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Modular;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Characters;

/// <summary>The characters induced from the centralizers of elements of prime order modulo the centre, modulo a prime.</summary>
/// <remarks>
/// <para><b>Why these.</b> By Brauer every irreducible character is an integer combination of characters induced from elementary subgroups ⟨x⟩ × P, P a p-group and x of order prime to p [Isaacs, Thm 8.4]. Such a subgroup lies in the
/// centralizer of each element of its centre. So these characters generate all where the centre of no maximal elementary subgroup lies in that of G; always, if G has trivial centre.</para>
/// <para><b>How.</b> The centralizer H has a table of its own, proved as any other; Ind ψ(c) = Σ |C_G(c)| / |C_H(h)| ψ(h) over the classes h of H that lie in c.</para>
/// </remarks>
internal static class CentralizerInduction
{
    /// <summary>The induced characters, small centralizers first, each as one list of values by class.</summary>
    /// <param name="group">A group whose classes were searched for.</param>
    /// <param name="partition">Its classes.</param>
    /// <param name="powers">The powers of the classes.</param>
    /// <param name="field">A field with p ≡ 1 modulo the exponent.</param>
    /// <param name="exponent">The exponent of the group.</param>
    /// <param name="root">An element of that order.</param>
    /// <param name="cancellationToken">Looked at for every class of a centralizer.</param>
    public static IEnumerable<ulong[]> Characters(FiniteGroup group, SearchedClasses partition, ClassPowers powers, PrimeField field, long exponent, ulong root, CancellationToken cancellationToken)
    {
        var prime = Enumerable.Range(1, partition.Count - 1).Where(c => !partition.Size(c).IsOne && NumberTheory.PrimeFactors(partition.ElementOrder(c)).Any(q => partition.Size(powers.Power(c, q)).IsOne));
        foreach (var c in prime.OrderByDescending(partition.Size))
        {
            // The norm of the induced characters is at most the index; it has to be known from its residue.
            if (partition.Size(c) >= field.P / 2)
            {
                continue;
            }

            var centralizer = group.Subgroup(partition.CentralizerOfMember(c).Select(images => PermutationArrays.ToPermutation(images)));
            if (TableOf(centralizer, cancellationToken) is { } table)
            {
                foreach (var values in Induced(group, partition, table, field, exponent, root, cancellationToken))
                {
                    yield return values;
                }
            }
        }
    }

    /// <summary>The table, or <c>null</c> where a limit stops it: the other centralizers may do.</summary>
    private static CharacterTable? TableOf(FiniteGroup centralizer, CancellationToken cancellationToken)
    {
        try
        {
            return CharacterTable.Of(centralizer, null, cancellationToken);
        }
        catch (LimitExceededException)
        {
            return null;
        }
    }

    private static IEnumerable<ulong[]> Induced(FiniteGroup group, SearchedClasses partition, CharacterTable table, PrimeField field, long exponent, ulong root, CancellationToken cancellationToken)
    {
        // The powers of one element go where those of its class go: the elements of large order first, few are looked up.
        var own = table.Group.Partition;
        var fusion = new int[table.Classes.Count];
        Array.Fill(fusion, -1);
        foreach (var h in table.Classes.OrderByDescending(h => h.ElementOrder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (fusion[h.Position] < 0)
            {
                var (within, above) = (own.PowerPositions(h.Position), partition.PowerPositions(partition.PositionOf(h.Representative.RawImages)));
                for (var k = 0; k < within.Length; k++)
                {
                    fusion[within[k]] = above[k];
                }
            }
        }

        var factor = table.Classes.Select(h => field.FromInteger((long)(group.Order / partition.Size(fusion[h.Position]) * h.Size / table.Group.Order % (BigInteger)field.P))).ToArray();
        var image = table.Pool.ImagesIn(field, exponent, root);
        foreach (var chi in table.Irreducibles)
        {
            var values = new ulong[partition.Count];
            for (var h = 0; h < fusion.Length; h++)
            {
                values[fusion[h]] = field.Add(values[fusion[h]], field.Multiply(factor[h], image(chi.Row.Id(h))));
            }

            yield return values;
        }
    }
}
