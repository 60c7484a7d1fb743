using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra;

/// <summary>Permutations as the arrays that inner loops work on.</summary>
internal static class RawPermutation
{
    extension(Permutation permutation)
    {
        /// <summary>The array behind the permutation, never written to.</summary>
        public int[] RawImages => PermutationArrays.Of(permutation);
    }
}
