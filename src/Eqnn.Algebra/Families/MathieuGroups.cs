using System.Numerics;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Families;

/// <summary>The Mathieu groups in their natural multiply transitive actions.</summary>
/// <remarks>Generators are facts: those that GAP 4.12 prints for <c>MathieuGroup(n)</c>, as 1-based cycles (as a set of generators the convention of composition does not matter). Orders, simplicity and classes are checked in the tests.</remarks>
internal static class MathieuGroups
{
    private const string Eleven = "(1,2,3,4,5,6,7,8,9,10,11)";
    private const string ElevenFour = "(3,7,11,8)(4,10,5,6)";
    private const string TwentyThree = "(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23)";
    private const string TwentyThreeFive = "(3,17,10,7,9)(4,13,14,19,5)(8,18,11,12,23)(15,20,22,21,16)";

    /// <summary>M_n on n points, or null if n is none of 11, 12, 22, 23, 24.</summary>
    public static GroupRecipe? OfDegree(long n) => n switch
    {
        11 => Make(11, 7920, Eleven, ElevenFour),
        12 => Make(12, 95040, Eleven, ElevenFour, "(1,12)(2,11)(3,6)(4,8)(5,9)(7,10)"),
        22 => Make(22, 443520, "(1,2,3,4,5,6,7,8,9,10,11)(12,13,14,15,16,17,18,19,20,21,22)", "(1,4,5,9,3)(2,8,10,7,6)(12,15,16,20,14)(13,19,21,18,17)", "(1,21)(2,10,8,6)(3,13,4,17)(5,19,9,18)(11,22)(12,14,16,20)"),
        23 => Make(23, 10200960, TwentyThree, TwentyThreeFive),
        24 => Make(24, 244823040, TwentyThree, TwentyThreeFive, "(1,24)(2,23)(3,12)(4,16)(5,18)(6,10)(7,20)(8,14)(9,21)(11,17)(13,22)(15,19)"),
        _ => null,
    };

    private static GroupRecipe Make(int degree, int order, params string[] generators)
    {
        var permutations = new Permutation[generators.Length];
        for (var i = 0; i < generators.Length; i++)
        {
            permutations[i] = Permutation.Parse(generators[i], degree);
        }

        return new(ClassicalFamilies.Named("M", degree), degree, permutations, (BigInteger)order);
    }
}
