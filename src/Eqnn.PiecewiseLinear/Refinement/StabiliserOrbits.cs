using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Refinement;

/// <summary>The orbits on X of the stabiliser of a base point y₀, from the images of the generators alone: no element of the group is computed.</summary>
/// <remarks>
/// <para>With t_y the element along which the walk reaches y, <c>(y, x) ↦ t_y⁻¹ x</c> sends G-orbits on pairs to orbits of the stabiliser on X. Along an edge y → g y of the walk's tree it changes nothing, along any other edge it moves t_y⁻¹ x to t_{gy}⁻¹ g x: these moves are Schreier's generators
/// of the stabiliser, so the classes that they generate are its orbits.</para>
/// <para>A few random ones first, so that classes are few and their numbers small; then all edges once. Where pairs are too many the stabiliser itself is asked for its generators.</para>
/// </remarks>
internal static class StabiliserOrbits
{
    /// <summary>The most pairs whose classes are kept.</summary>
    private const long MaxPairs = 200_000_000;

    private const int RandomElements = 8;

    /// <summary>For each point of X the number of its orbit: by the orbits of X in their order, then by least points.</summary>
    public static int[] Of(ActionImages target, int orbit, ActionImages source, CancellationToken cancellationToken)
    {
        var length = target.Starts[orbit + 1] - target.Starts[orbit];
        var classes = new DisjointSets(source.Size);
        if (length == target.Set.Group.Order)
        {
            return Numbered(classes, source);
        }

        if ((long)length * source.Size > MaxPairs)
        {
            foreach (var generator in target.Orbits[orbit].Stabilizer.Generators)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var action = source.Set.ActionOf(generator);
                for (var x = 0; x < source.Size; x++)
                {
                    classes.Unite(x, action[x]);
                }
            }

            return Numbered(classes, source);
        }

        JoinRandomElements(target, orbit, source, classes, cancellationToken);
        JoinAllEdges(target, orbit, source, classes, cancellationToken);
        return Numbered(classes, source);
    }

    private static void JoinRandomElements(ActionImages target, int orbit, ActionImages source, DisjointSets classes, CancellationToken cancellationToken)
    {
        var random = new Random(1);
        var (start, end) = (target.Starts[orbit], target.Starts[orbit + 1]);
        for (var k = 0; k < RandomElements && source.Size > byte.MaxValue && target.Generators.Length > 0; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var y = target.Order[random.Next(start, end)];
            var g = random.Next(target.Generators.Length);
            var images = Enumerable.Range(0, source.Size).ToArray();
            var word = new Stack<int>();
            for (var point = y; target.Parent[point] >= 0; point = target.Parent[point])
            {
                word.Push(target.Step[point]);
            }

            foreach (var letter in word.Append(g))
            {
                Apply(source.Generators[letter], images);
            }

            for (var point = target.Generators[g][y]; target.Parent[point] >= 0; point = target.Parent[point])
            {
                Apply(source.InverseGenerators[target.Step[point]], images);
            }

            for (var x = 0; x < images.Length; x++)
            {
                classes.Unite(x, images[x]);
            }
        }
    }

    private static void JoinAllEdges(ActionImages target, int orbit, ActionImages source, DisjointSets classes, CancellationToken cancellationToken)
    {
        // classOf[y][x]: the class, so far, of t_y⁻¹ x. Joins made later are found through `classes`.
        var start = target.Starts[orbit];
        var length = target.Starts[orbit + 1] - start;
        var representatives = new List<int>();
        var numberOf = new int[source.Size];
        for (var x = 0; x < source.Size; x++)
        {
            if (classes.Find(x) == x)
            {
                numberOf[x] = representatives.Count;
                representatives.Add(x);
            }
        }

        var first = new int[source.Size];
        for (var x = 0; x < source.Size; x++)
        {
            first[x] = numberOf[classes.Find(x)];
        }

        if (representatives.Count <= byte.MaxValue)
        {
            Join(Array.ConvertAll(first, number => (byte)number), number => number);
        }
        else if (representatives.Count <= ushort.MaxValue)
        {
            Join(Array.ConvertAll(first, number => (ushort)number), number => number);
        }
        else
        {
            Join(first, number => number);
        }

        void Join<T>(T[] numbers, Func<T, int> toNumber)
            where T : struct, IEquatable<T>
        {
            var placeOf = new Dictionary<int, int>(length);
            var seen = new T[length][];
            for (var i = 0; i < length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var point = target.Order[start + i];
                placeOf.Add(point, i);
                seen[i] = i == 0 ? numbers : new T[source.Size];
                if (i > 0)
                {
                    var (parent, step) = (seen[placeOf[target.Parent[point]]], source.Generators[target.Step[point]]);
                    for (var x = 0; x < step.Length; x++)
                    {
                        seen[i][step[x]] = parent[x];
                    }
                }
            }

            for (var i = 0; i < length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var g = 0; g < target.Generators.Length; g++)
                {
                    var point = target.Order[start + i];
                    var image = target.Generators[g][point];
                    if (target.Parent[image] == point && target.Step[image] == g)
                    {
                        continue;
                    }

                    var (own, other, step) = (seen[i], seen[placeOf[image]], source.Generators[g]);
                    for (var x = 0; x < step.Length; x++)
                    {
                        if (!own[x].Equals(other[step[x]]))
                        {
                            classes.Unite(representatives[toNumber(own[x])], representatives[toNumber(other[step[x]])]);
                        }
                    }
                }
            }
        }
    }

    private static int[] Numbered(DisjointSets classes, ActionImages source)
    {
        var numbers = new int[source.Size];
        Array.Fill(numbers, -1);
        var labels = new int[source.Size];
        var count = 0;
        for (var k = 0; k < source.Orbits.Length; k++)
        {
            foreach (var x in source.Order[source.Starts[k]..source.Starts[k + 1]].Order())
            {
                var root = classes.Find(x);
                if (numbers[root] < 0)
                {
                    numbers[root] = count++;
                }

                labels[x] = numbers[root];
            }
        }

        return labels;
    }

    private static void Apply(int[] permutation, int[] images)
    {
        for (var x = 0; x < images.Length; x++)
        {
            images[x] = permutation[images[x]];
        }
    }
}
