using Eqnn.Algebra.Groups;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Certificates.Checking;

/// <summary>A simple real representation, known by a complex character that the checker has proved irreducible.</summary>
/// <remarks>
/// <para>χ is the multiple χ(1) of an irreducible character iff <c>ω(C) = |C| χ(C) / χ(1)</c> is a homomorphism from the centre of the group algebra, that is <c>ω(C_i) ω(C_j) = Σ_k a_ijk ω(C_k)</c>: the homomorphisms are exactly those of the
/// irreducible characters. Its degree is right iff <c>⟨χ, χ⟩ = 1</c> and χ(1) &gt; 0. The sum on the right is taken over products of listed elements.</para>
/// <para>The type is the indicator <c>|G|⁻¹ Σ χ(g²)</c>.</para>
/// </remarks>
internal sealed class CheckedSimple
{
    private CheckedSimple(CheckedGroup group, string label, Cyclotomic[] character, int endomorphisms)
    {
        Group = group;
        Label = label;
        Character = character;
        Endomorphisms = endomorphisms;
    }

    public CheckedGroup Group { get; }

    public string Label { get; }

    /// <summary>ψ by classes.</summary>
    public Cyclotomic[] Character { get; }

    /// <summary>The dimension of End_G, 1, 2 or 4.</summary>
    public int Endomorphisms { get; }

    public Cyclotomic Dimension => Character[0];

    /// <summary>|kernel| and whether a class lies in it.</summary>
    public bool Fixes(int @class) => Character[@class] == Character[0];

    /// <summary>κ = dim L / (dim End(L) |G|): the coordinate of P_L e_1 at g is κ ψ(g).</summary>
    public Cyclotomic Scale => Dimension / (Endomorphisms * Group.Elements.Count);

    /// <summary>Σ of ψ over the kernel of another simple.</summary>
    public Cyclotomic SumOverKernel(CheckedSimple other)
    {
        var sum = Cyclotomic.Zero;
        for (var c = 0; c < Character.Length; c++)
        {
            sum += other.Fixes(c) ? Character[c] * Group.Classes[c].Count : 0;
        }

        return sum;
    }

    public static CheckedSimple Check(CertificateNode node, CheckedGroup group, List<string> claims, CancellationToken cancellationToken)
    {
        var label = node["label"].Label();
        var chi = node["constituent"].Vector(group.Classes.Count);
        RequireIrreducible(node["constituent"], chi, group, cancellationToken);
        var squares = Cyclotomic.Zero;
        foreach (var element in group.Elements)
        {
            squares += chi[group.ClassOf[group.PlaceOf(element * element)]];
        }

        var type = squares.IsZero ? 'C' : squares == group.Elements.Count ? 'R' : squares == -group.Elements.Count ? 'H' : throw node["constituent"].Refuse("the Frobenius-Schur sum is not 0, |G| or -|G|");
        node["type"].Require(node["type"].Text() == type.ToString(), () => $"the Frobenius-Schur indicator of the constituent says {type}");
        var psi = node["character"].Vector(chi.Length);
        for (var c = 0; c < psi.Length; c++)
        {
            var expected = type switch { 'R' => chi[c], 'C' => chi[c] + chi[c].Conjugate(), _ => 2 * chi[c] };
            node["character"].Items()[c].Require(psi[c] == expected, () => $"the constituent gives {expected}");
        }

        node["dimension"].Require(psi[0] == node["dimension"].Count(), () => $"the character is {psi[0]} at the identity");
        var simple = new CheckedSimple(group, label, psi, type switch { 'R' => 1, 'C' => 2, _ => 4 });
        node["kernelOrder"].RequireCount(Enumerable.Range(0, chi.Length).Where(simple.Fixes).Sum(c => group.Classes[c].Count));
        claims.Add($"{label} is a simple real representation of dimension {psi[0]}, type {type}: its constituent is an irreducible character");
        return simple;
    }

    private static void RequireIrreducible(CertificateNode node, Cyclotomic[] chi, CheckedGroup group, CancellationToken cancellationToken)
    {
        var items = node.Items();
        items[0].Require(chi[0].IsRational && chi[0].Sign > 0, () => "a character is positive at the identity");
        var norm = Cyclotomic.Zero;
        for (var c = 0; c < chi.Length; c++)
        {
            norm += group.Classes[c].Count * chi[c] * chi[c].Conjugate();
        }

        node.Require(norm == group.Elements.Count, () => $"the norm is {norm / group.Elements.Count}, that of an irreducible character 1");
        var omega = chi.Select((x, c) => x * group.Classes[c].Count / chi[0]).ToArray();
        for (var i = 0; i < chi.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var j = i; j < chi.Length; j++)
            {
                // C_i C_j = Σ_k a_k C_k. Summed over x in C_i with y the representative of C_j: |C_j| Σ_x ω(xy) / |class of xy|.
                var representative = group.Elements[group.Classes[j][0]];
                var counts = new Dictionary<int, int>();

                foreach (var x in group.Classes[i])
                {
                    var k = group.ClassOf[group.PlaceOf(group.Elements[x] * representative)];
                    counts[k] = counts.GetValueOrDefault(k) + 1;
                }

                var sum = Cyclotomic.Zero;
                foreach (var (k, count) in counts)
                {
                    sum += count * omega[k] / group.Classes[k].Count;
                }

                items[i].Require(omega[i] * omega[j] == sum * group.Classes[j].Count,
                    () => FormattableString.Invariant($"no irreducible character: the central character does not respect the product of classes {i + 1} and {j + 1}"));
            }
        }
    }
}
