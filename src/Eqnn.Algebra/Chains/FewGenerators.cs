using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Chains;

/// <summary>A shorter list of generators of the same group, for loops over all elements whose cost counts generators.</summary>
internal static class FewGenerators
{
    /// <summary>With fewer conjugations than this a search costs more than it saves.</summary>
    private const int WorthSearching = 60_000;

    /// <summary>Generators without the superfluous ones; for large groups two or three random elements that generate, if they turn up soon. Which ones they are does not matter to the classes.</summary>
    public static List<int[]> Of(IPermutationGroup group, CancellationToken cancellationToken)
    {
        var given = new List<int[]>();
        foreach (var generator in group.EssentialGenerators)
        {
            if (!PermutationArrays.IsIdentity(generator))
            {
                given.Add(generator);
            }
        }

        if (given.Count < 3 || group.Order * given.Count < WorthSearching)
        {
            return given;
        }

        var random = new ProductReplacement(group.Degree, given);
        for (var count = 2; count < Math.Min(given.Count, 5); count++)
        {
            for (var attempt = 0; attempt < 4; attempt++)
            {
                var chosen = new List<int[]>();
                for (var i = 0; i < count; i++)
                {
                    chosen.Add(random.Next());
                }

                if (SchreierSims.Reaches(group.Degree, chosen, group.Order, cancellationToken))
                {
                    return chosen;
                }
            }
        }

        return given;
    }
}
