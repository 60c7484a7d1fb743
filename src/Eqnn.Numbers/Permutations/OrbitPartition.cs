namespace Eqnn.Numbers.Permutations;

/// <summary>The orbits of a permutation group on its points.</summary>
public static class OrbitPartition
{
    /// <summary>The number of orbits of ⟨generators⟩, fixed points included.</summary>
    public static int Count(int degree, IReadOnlyList<int[]> generators) => Minima(degree, generators).Count;

    /// <summary>For each point the least point of its orbit.</summary>
    public static int[] LeastPoints(int degree, IReadOnlyList<int[]> generators)
    {
        var least = new int[degree];
        Array.Fill(least, -1);
        var orbit = new int[degree];
        for (var x = 0; x < degree; x++)
        {
            if (least[x] >= 0)
            {
                continue;
            }

            least[x] = x;
            orbit[0] = x;
            var size = 1;
            for (var i = 0; i < size; i++)
            {
                foreach (var generator in generators)
                {
                    var image = generator[orbit[i]];
                    if (least[image] < 0)
                    {
                        least[image] = x;
                        orbit[size++] = image;
                    }
                }
            }
        }

        return least;
    }

    /// <summary>The least points of the orbits, ascending.</summary>
    public static IReadOnlyList<int> Minima(int degree, IReadOnlyList<int[]> generators)
    {
        var seen = new bool[degree];
        var orbit = new int[degree];
        var minima = new List<int>();
        for (var x = 0; x < degree; x++)
        {
            if (seen[x])
            {
                continue;
            }

            minima.Add(x);
            seen[x] = true;
            orbit[0] = x;
            var size = 1;
            for (var i = 0; i < size; i++)
            {
                foreach (var generator in generators)
                {
                    var image = generator[orbit[i]];
                    if (!seen[image])
                    {
                        seen[image] = true;
                        orbit[size++] = image;
                    }
                }
            }
        }

        return minima;
    }
}
