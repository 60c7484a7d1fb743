using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Tests.Groups;

/// <summary>The slow obvious way: all elements by closing the generators under multiplication.</summary>
internal static class BruteForce
{
    public static HashSet<Permutation> Elements(int degree, IEnumerable<Permutation> generators)
    {
        var elements = new HashSet<Permutation> { Permutation.Identity(degree) };
        var queue = new Queue<Permutation>(elements);
        var list = generators.ToArray();
        while (queue.TryDequeue(out var g))
        {
            foreach (var s in list)
            {
                if (elements.Add(s * g))
                {
                    queue.Enqueue(s * g);
                }
            }
        }

        return elements;
    }

    public static HashSet<Permutation> Elements(FiniteGroup group) => Elements(group.Degree, group.Generators);

    /// <summary>The classes as sets, by conjugating with every element.</summary>
    public static List<HashSet<Permutation>> Classes(IReadOnlyCollection<Permutation> elements)
    {
        var left = new HashSet<Permutation>(elements);
        var classes = new List<HashSet<Permutation>>();
        foreach (var x in elements)
        {
            if (left.Contains(x))
            {
                var found = elements.Select(g => g * x * g.Inverse()).ToHashSet();
                left.ExceptWith(found);
                classes.Add(found);
            }
        }

        return classes;
    }
}
