using Eqnn.Algebra.Families;

namespace Eqnn.Algebra.Names;

/// <summary>Words of books and of other systems that begin the name of a group or of a construction which has no name here: what is said of them, so that no near name is offered that is another group.</summary>
internal static class NamesNotCarried
{
    private const string Generators = "perm:(1,2,3)(4,5);(1,2)";

    private static readonly (string[] Heads, string Remark, string Nearest)[] Words =
    [
        (["J", "HJ", "HJM", "Co", "HS", "McL", "Suz", "He", "Fi", "Ru", "ON", "Ly", "HN", "Th", "B", "Monster", "BabyMonster", "HigmanSims", "Janko", "Conway", "Held", "Tits"],
            "sporadic groups but those of Mathieu are not carried; give generators", Generators),
        (["G", "E", "R", "Ree", "ReeGroup", "Chevalley", "ChevalleyGroup"], "exceptional groups of Lie type but those of Suzuki are not carried; give generators", Generators),
        (["O", "SO", "GO", "PSO", "PGO", "Omega", "POmega", "Spin", "Pin", "OrthogonalGroup", "GeneralOrthogonalGroup", "SpecialOrthogonalGroup", "PO"],
            "orthogonal groups are not carried; give generators, or matrices to be identified", Generators),
        (["PGammaL", "PSigmaL", "AGammaL", "GammaL", "SigmaL", "ASigmaL", "PGammaU", "PSigmaU", "ASL", "ASp", "PGU", "CSp", "GSp", "PGSp", "CSU"], "semilinear and similitude groups are not carried; give generators", Generators),
        (["Aut", "AutomorphismGroup", "Out", "OuterAutomorphismGroup", "Inn", "InnerAutomorphismGroup", "Hol", "Holomorph", "Syl", "Sylow", "SylowSubgroup", "Centre", "Center", "DerivedSubgroup", "Stabilizer", "Stabiliser", "Normalizer", "Normaliser", "Centralizer",
            "Centraliser", "Subgroup", "FactorGroup", "Quotient"], "a group made from another one has no name; give generators", Generators),
        (["FreeGroup", "FreeAbelianGroup", "BraidGroup", "FundamentalGroup"], "groups are finite; give generators", Generators),
        (["IdGroup", "IdentifyGroup", "IdSmallGroup"], "the number of a group is what identifying it answers; by its number a group is named", "SmallGroup(24,3)"),
        (["DirectProduct", "CartesianProduct", "DirectProductOfGroups"], "direct products are written with x", "S3 x C2"),
        (["WreathProduct", "StandardWreathProduct"], "wreath products are written with wr", "S3 wr C2"),
        (["SemidirectProduct"], "semidirect products are written with ':', both factors cyclic", "C5:C4"),
        (["CoxeterGroup", "WeylGroup", "ReflectionGroup", "Weyl", "Coxeter"], "Coxeter groups are named by their type", "W(E6)"),
        (["ExtraspecialGroup", "ExtraSpecialGroup", "Extraspecial"], "extraspecial groups are written p^{1+2n}_+ or p^{1+2n}_-", "2^{1+4}_+"),
        (["PermutationGroup", "Group", "PermGroup"], "generators stand in parentheses, as products of cycles", "Group((1,2,3),(1,2))"),
    ];

    /// <summary>What is said of a word, and what to write instead; null for a word that is not known.</summary>
    /// <param name="head">The letters read.</param>
    /// <param name="rest">The text behind them.</param>
    public static (string Remark, string Nearest)? TryFind(string head, string rest)
    {
        // Types of diagrams are read inside W(...): E6 alone is no name of a group, E6(2) one that is not carried.
        if (IsCoxeterType(head, rest))
        {
            return ("the Coxeter group of a type is written W(<type>)", $"W({head}{rest[0]})");
        }

        foreach (var (heads, remark, nearest) in Words)
        {
            if (Array.Exists(heads, word => string.Equals(word, head, head.Length > 3 ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)))
            {
                return (remark, nearest);
            }
        }

        return null;
    }

    private static bool IsCoxeterType(string head, string rest) =>
        head.Length == 1 && rest.Length > 0 && char.IsAsciiDigit(rest[0]) && (rest.Length == 1 || !(char.IsAsciiDigit(rest[1]) || rest[1] == '('))
        && (Array.Exists(CoxeterGroups.Exceptional, type => type.Letter == head[0] && type.Rank == rest[0] - '0') || (head, rest[0]) is ("G", '2') or ("B", >= '2'));
}
