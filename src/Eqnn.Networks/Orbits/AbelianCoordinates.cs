namespace Eqnn.Networks.Orbits;

/// <summary>Coordinates in ℤ/n₁ × ... × ℤ/n_d on the orbits of commuting permutations that generate a group acting freely.</summary>
/// <remarks>
/// Generators are taken in their order; one that meets the group of the earlier ones trivially gives a coordinate of its own. Others are multiplied by elements of that group so that they do,
/// where that is possible; so the coordinates of a product of cyclic groups are those a user expects.
/// </remarks>
internal sealed record AbelianCoordinates(int[] Dimensions, int[] Offsets, int[] BasePoints)
{
    public int Order => Dimensions.Aggregate(1, (product, n) => product * n);

    /// <summary>Finds coordinates, or <c>null</c> if the group does not act freely or no direct decomposition was found.</summary>
    public static AbelianCoordinates? TryOf(int[][] generators)
    {
        var size = generators[0].Length;
        var basis = DirectBasis(generators);
        if (basis is null)
        {
            return null;
        }

        int[] dimensions = [.. basis.Select(generator => CycleLength(generator, 0))];
        if (basis.Count == 0)
        {
            // The trivial group acts freely on anything.
            return new([1], [.. Enumerable.Range(0, size)], [.. Enumerable.Range(0, size)]);
        }

        var offsets = new int[size];
        Array.Fill(offsets, -1);
        var bases = new List<int>();
        var order = dimensions.Aggregate(1, (product, n) => product * n);
        for (var x = 0; x < size; x++)
        {
            if (offsets[x] >= 0)
            {
                continue;
            }

            if (!Place(x, bases.Count * order, basis, dimensions, offsets))
            {
                return null;
            }

            bases.Add(x);
        }

        return bases.Count * order == size ? new(dimensions, offsets, [.. bases]) : null;
    }

    /// <summary>Numbers one orbit; false if some point is met twice, that is if the action is not free.</summary>
    private static bool Place(int start, int first, List<int[]> basis, int[] dimensions, int[] offsets)
    {
        var order = dimensions.Aggregate(1, (product, n) => product * n);
        var points = new int[order];
        points[0] = start;
        var filled = 1;

        // Axis by axis from the last: the block of `filled` points is moved by the generator.
        for (var axis = dimensions.Length - 1; axis >= 0; axis--)
        {
            for (var k = 1; k < dimensions[axis]; k++)
            {
                for (var i = 0; i < filled; i++)
                {
                    points[(k * filled) + i] = basis[axis][points[((k - 1) * filled) + i]];
                }
            }

            // Moving the last block once more must give the first one.
            for (var i = 0; i < filled; i++)
            {
                if (basis[axis][points[((dimensions[axis] - 1) * filled) + i]] != points[i])
                {
                    return false;
                }
            }

            filled *= dimensions[axis];
        }

        for (var i = 0; i < order; i++)
        {
            if (offsets[points[i]] >= 0)
            {
                return false;
            }

            offsets[points[i]] = first + i;
        }

        return true;
    }

    /// <summary>Independent generators: each meets the group of those before it trivially. Tried in the given order, then by falling order.</summary>
    private static List<int[]>? DirectBasis(int[][] generators)
    {
        int[][] natural = [.. generators.Where(g => CycleLength(g, 0) > 1)];
        foreach (var ordered in new[] { natural, [.. natural.OrderByDescending(g => CycleLength(g, 0))] })
        {
            var basis = new List<int[]>();
            if (Array.TrueForAll(ordered, g => Extend(g, basis)))
            {
                return basis;
            }
        }

        return null;
    }

    /// <summary>Adds a generator; where g^m = Π b_i^(e_i) with the least such m, g is replaced by g · Π b_i^(f_i) with m f_i + e_i = 0 modulo the order of b_i.</summary>
    private static bool Extend(int[] g, List<int[]> basis)
    {
        int[] orders = [.. basis.Select(b => CycleLength(b, 0))];
        var exponentsOf = ExponentsOf(basis, orders);
        var m = 1;
        var point = g[0];
        while (!exponentsOf.ContainsKey(point))
        {
            point = g[point];
            m++;
        }

        if (m == 1)
        {
            return true;
        }

        var corrected = g;
        var index = exponentsOf[point];
        for (var i = basis.Count - 1; i >= 0; i--)
        {
            var e = index % orders[i];
            index /= orders[i];
            var f = 0;
            while (f < orders[i] && ((m * f) + e) % orders[i] != 0)
            {
                f++;
            }

            if (f == orders[i])
            {
                return false;
            }

            for (var k = 0; k < f; k++)
            {
                corrected = Product(corrected, basis[i]);
            }
        }

        basis.Add(corrected);
        return true;
    }

    /// <summary>For each point of the orbit of 0 the row-major index of its exponents.</summary>
    private static Dictionary<int, int> ExponentsOf(List<int[]> basis, int[] orders)
    {
        List<int> points = [0];
        for (var axis = basis.Count - 1; axis >= 0; axis--)
        {
            var block = points.ToArray();
            for (var k = 1; k < orders[axis]; k++)
            {
                for (var i = 0; i < block.Length; i++)
                {
                    block[i] = basis[axis][block[i]];
                }

                points.AddRange(block);
            }
        }

        var exponents = new Dictionary<int, int>(points.Count);
        for (var i = 0; i < points.Count; i++)
        {
            exponents.TryAdd(points[i], i);
        }

        return exponents;
    }

    private static int[] Product(int[] a, int[] b)
    {
        var product = new int[a.Length];
        for (var x = 0; x < product.Length; x++)
        {
            product[x] = a[b[x]];
        }

        return product;
    }

    private static int CycleLength(int[] permutation, int start)
    {
        var length = 1;
        for (var x = permutation[start]; x != start; x = permutation[x])
        {
            length++;
        }

        return length;
    }
}
