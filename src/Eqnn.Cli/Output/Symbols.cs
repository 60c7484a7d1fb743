using System.Text.RegularExpressions;

namespace Eqnn.Cli.Output;

/// <summary>The signs and words of answers: what they mean, and the section of docs/theory.md that defines them. The one place where they stand.</summary>
internal static class Symbols
{
    /// <summary>All of them, in the order in which a legend lists them.</summary>
    public static IReadOnlyList<Symbol> All { get; } =
    [
        Word("L0, L1, ...", @"\bL\d", "the simple real representations, L0 the trivial one; the number of a simple of a cyclic group is its frequency", "objects"),
        Word("X.1, X.2, ...", @"\bX\.\d", "the complex irreducible characters, in the order of the table", "tables"),
        Word("N1, N2, ...", @"\bN\d", "the normal subgroups, by their orders", "normal-subgroups"),
        Column("type", "type", "R, C or H: the endomorphisms of the simple are the real numbers, the complex numbers or the quaternions", "objects"),
        Column("dimension", "dimension", "the dimension of the simple over the real numbers", "objects"),
        Column("kernel", "kernel", "the order of ker L, of the elements that act trivially", "objects"),
        Column("image", "image", "the order of the group of matrices by which G acts: the order of G over that of the kernel", "objects"),
        Column("multiplicity", "multiplicity.*", "how often the simple occurs in the functions on the G-set", "isotypic"),
        Word("ker L", @"\bker L", "the normal subgroup of the elements that act trivially on L", "objects"),
        Word("P_L", @"\bP_|\bP e_", "the projector of the functions on the G-set onto the isotypic component of L, the sum of all copies of L", "isotypic"),
        Word("ψ_L", "ψ", "the real character of L: the traces of the elements", "objects"),
        Word("e_1, e_x", @"\be_[1xy]\b", "the function that is 1 at a point (at the neutral element, at x) and 0 elsewhere", "objects"),
        Word("β", "β", "the bias: subtracted from every coordinate before the activation", "witness"),
        Word("r", @"\br = P_", "the projection of the function that is 1 at the base point of an orbit", "stabilisers"),
        Word("B", @"\bB = \{|\|B\||over B", "the elements that fix r up to sign, the stabiliser of its line; the even part of an activation reaches K if and only if the sum of ψ_K over B is not 0", "stabilisers"),
        Word("A", @"\|A\||outside A", "the elements that fix r itself; A has index 1 or 2 in B", "stabilisers"),
        Word("ε", "ε", "the sign by which an element of B acts on r", "stabilisers"),
        Word("obstruction", "^- obstruction$", "an element that acts trivially on L and not on K: so every equivariant map L → K vanishes", "kernel-criterion"),
        Word("vanishing sum", "^- vanishing sum$", "the sum of ψ_K over ker L, the order of ker L times the dimension of the fixed vectors in K", "kernel-criterion"),
        Word("witness", "^- witness$", "a network that is such a map, and a point at which it is not 0", "witness"),
        Column("reaches", "reaches", "the simples K for which f, applied to every coordinate, has a part in K for some vector of the component", "interaction"),
        Word("J_t", @"\bJ_", "a bound on what networks of t layers populate, whatever the weights", "depth"),
        Word("E|f(v)|^2", @"E\|f", "the mean of the squared length of f(v), v standard normal in the component", "energies"),
        Word("chambers", "^[-|] chambers$", "the regions into which the hyperplanes v_x = 0 cut the space", "fans"),
        Word("rays", "^[-|] (rays|ray|ray orbit)$", "the edges of the chambers, each written by one vector on it", "fans"),
        Word("Betti numbers", "^- Betti numbers$", "b_k, the sums of |μ(X)| over the flats X of rank k; their sum is the number of chambers", "characteristic"),
        Word("characteristic", "^- characteristic$", "the characteristic polynomial, the sum of (-1)^k b_k t^(n-k)", "characteristic"),
        Column("orbital", "orbitals?", "an orbit of G on pairs (y, x) of points: one free weight of a linear layer", "orbitals"),
        Column("indicator", "indicator", "the Frobenius-Schur indicator: 1, 0, -1 for the types R, C, H", "objects"),
        Column("index over Q", "index over Q", "the Schur index: how many copies of the character are that of a representation over the field of its values", "schur"),
        Column("closure", "closure|order of closure", "the order of the largest subgroup with the same fixed vectors as H", "closures"),
        Column("first missed", "first missed", "the smallest degree in which the networks miss invariant polynomials: dimension reached of all", "deficit"),
    ];

    /// <summary>Those that occur on a page.</summary>
    public static IReadOnlyList<Symbol> On(Page page)
    {
        var text = page.WrittenLines();
        return [.. All.Where(symbol => symbol.Pattern.IsMatch(text))];
    }

    private static Symbol Word(string name, string pattern, string definition, string place) => new(name, new Regex(pattern, RegexOptions.Multiline | RegexOptions.CultureInvariant), definition, place);

    private static Symbol Column(string name, string title, string definition, string place) => Word(name, $"^\\| ({title})$", definition, place);
}

/// <summary>A sign of answers.</summary>
/// <param name="Name">As a legend names it.</param>
/// <param name="Pattern">Where it stands on a page: in the lines of <see cref="Page.WrittenLines"/>.</param>
/// <param name="Definition">What it means.</param>
/// <param name="Place">The anchor in docs/theory.md.</param>
internal sealed record Symbol(string Name, Regex Pattern, string Definition, string Place);
