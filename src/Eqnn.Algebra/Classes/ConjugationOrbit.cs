using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Classes;

/// <summary>The orbit of an element under conjugation by generators, breadth first.</summary>
internal static class ConjugationOrbit
{
    public static IEnumerable<Permutation> Of(Permutation start, IReadOnlyList<int[]> generators)
    {
        var seen = new HashSet<Permutation> { start };
        var queue = new Queue<Permutation>();
        queue.Enqueue(start);
        while (queue.TryDequeue(out var element))
        {
            yield return element;
            foreach (var generator in generators)
            {
                var conjugate = PermutationArrays.ToPermutation(PermutationArrays.Conjugate(element.RawImages, generator));
                if (seen.Add(conjugate))
                {
                    queue.Enqueue(conjugate);
                }
            }
        }
    }
}
