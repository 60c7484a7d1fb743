using Eqnn.Algebra.Families;
using Eqnn.Algebra.Groups;

namespace Eqnn.Algebra.Names;

/// <summary>One form of group name that <see cref="FiniteGroup.Parse(string)"/> reads.</summary>
public sealed record GroupNameForm
{
    internal GroupNameForm(string form, string example, string description)
    {
        Form = form;
        Example = example;
        Description = description;
    }

    /// <summary>The pattern, e.g. <c>C&lt;n&gt;</c>.</summary>
    public string Form { get; }

    /// <summary>A name of this form.</summary>
    public string Example { get; }

    /// <summary>What it stands for and how it acts, in one line.</summary>
    public string Description { get; }
}

/// <summary>The group names that are understood, in the order in which a user would look for them.</summary>
public static class GroupNames
{
    /// <summary>All forms; every <see cref="GroupNameForm.Example"/> except that of a file can be parsed as it stands.</summary>
    public static IReadOnlyList<GroupNameForm> Forms { get; } = BuildForms();

    private static System.Collections.ObjectModel.ReadOnlyCollection<GroupNameForm> BuildForms()
    {
        var forms = new List<GroupNameForm>();
        foreach (var atom in NamedFamily.All)
        {
            forms.Add(new GroupNameForm(atom.Form, atom.Example, atom.Description));
        }

        forms.Add(new("p^{1+2n}_+, p^{1+2n}_-", "2^{1+4}_-", "extraspecial groups; + of exponent p (dihedral factors for p = 2), - the other one"));
        forms.Add(new("C<n>:C<m>", "C5:C4", "semidirect product, C<m> acting on C<n> as faithfully as possible; n with cyclic group of units"));
        forms.Add(new("G x H", "C2 x C4", "direct product, on the points of G and then those of H"));
        forms.Add(new("G^<k>", "C2^3", "direct power"));
        forms.Add(new("G wr H", "C2 wr S4", "wreath product, imprimitive: one block of points of G for each point of H"));
        forms.Add(new("SmallGroup(n,i), [n,i], n.i", "SmallGroup(24,3)", "group number i of order n <= 127, as in GAP, Magma, Sage (and with a dot in the LMFDB), on as few points as possible"));
        forms.Add(new("W(<type>)", "W(E6)", "Coxeter groups: A<n>, B<n>, C<n>, D<n>, G2, I2(m) under their names here, E6, E7, E8, F4, H3, H4 on their roots, D<n> on the vectors +-e_i"));
        forms.Add(new("words of GAP, Sage, Magma", "DihedralGroup(8)", "SymmetricGroup(4), Sym(4), CyclicGroup(8), DihedralGroup(8) (of order 8, as in GAP), QuaternionGroup(8), AbelianGroup([2,4]), V4, Dih4, Z/8, c8; lists [ (1,2,3), (1,2) ]"));
        forms.Add(new("perm:<cycles>;<cycles>", "perm:(1,2,3)(4,5);(1,2)", "generators as products of disjoint cycles on the points 1, 2, ..."));
        forms.Add(new("@<file>", "@group.json", "generators from a file {\"degree\": n, \"generators\": [...]}: lists of images 1..n, or cycles as texts"));
        return forms.AsReadOnly();
    }
}
