using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;

namespace Eqnn.PiecewiseLinear.Isotropy;

/// <summary>The orbits of a subgroup on the points of a G-set: Fun(X)^H is the space of functions that are constant on them.</summary>
internal static class FunctionOrbits
{
    /// <summary>For each point the number of its orbit, from 0, in the order of their least points.</summary>
    public static int[] Labels(GSet set, FiniteGroup subgroup)
    {
        var labels = new int[set.Size];
        Array.Fill(labels, -1);
        var generators = subgroup.Generators.Select(g => set.ActionOf(g).Images).ToList();
        var count = 0;
        var pending = new Stack<int>();
        for (var start = 0; start < labels.Length; start++)
        {
            if (labels[start] >= 0)
            {
                continue;
            }

            labels[start] = count;
            pending.Push(start);
            while (pending.TryPop(out var x))
            {
                foreach (var images in generators)
                {
                    if (labels[images[x]] < 0)
                    {
                        labels[images[x]] = count;
                        pending.Push(images[x]);
                    }
                }
            }

            count++;
        }

        return labels;
    }
}
