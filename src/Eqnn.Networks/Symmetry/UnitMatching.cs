namespace Eqnn.Networks.Symmetry;

/// <summary>To each of some rows of weights the unit whose row it is, or nearly is.</summary>
/// <remarks>
/// <para><b>How.</b> Rows that are equal up to rounding are found by sorting their products with one random vector; units that compute the same keep their order. Where that leaves one over, the bijection with the least sum of squared distances is taken.</para>
/// </remarks>
internal sealed class UnitMatching
{
    /// <summary>The most units for which all distances are computed.</summary>
    public const int MaxUnits = 2048;

    private const double Rounding = 1e-5;

    private UnitMatching(int[] images, int[] signs, double[] distances) => (Images, Signs, Distances) = (images, signs, distances);

    /// <summary>For each row its unit.</summary>
    public int[] Images { get; }

    /// <summary>For each row 1, or −1 if the unit has the opposite row.</summary>
    public int[] Signs { get; }

    /// <summary>For each row its distance from that of its unit, as a share of the scale.</summary>
    public double[] Distances { get; }

    /// <summary>The bijection.</summary>
    /// <param name="moved">The rows.</param>
    /// <param name="rows">The rows of the units, as many.</param>
    /// <param name="scale">The length against which distances are measured; positive.</param>
    /// <param name="withSigns">Whether opposite rows match.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="Numbers.LimitExceededException">The rows do not match up to rounding, and there are too many for an assignment.</exception>
    public static UnitMatching Of(double[][] moved, double[][] rows, double scale, bool withSigns, CancellationToken cancellationToken)
    {
        if (TryExact(moved, rows, scale, withSigns, cancellationToken) is { } exact)
        {
            return exact;
        }

        var n = rows.Length;
        if (n > MaxUnits)
        {
            throw new Numbers.LimitExceededException("units of a layer that are matched by distance", MaxUnits, FormattableString.Invariant($"{n}"), "read a part of the network that ends before this layer");
        }

        var cost = new double[n][];
        for (var r = 0; r < n; r++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            cost[r] = Array.ConvertAll(rows, row => Math.Min(Vectors.SquaredDistance(moved[r], row, 1), withSigns ? Vectors.SquaredDistance(moved[r], row, -1) : double.PositiveInfinity));
        }

        return Fixed(moved, rows, Assignment.Least(cost, cancellationToken), scale, withSigns);
    }

    /// <summary>A bijection that is given, with its distances.</summary>
    public static UnitMatching Fixed(double[][] moved, double[][] rows, int[] images, double scale, bool withSigns)
    {
        var (signs, distances) = (new int[images.Length], new double[images.Length]);
        for (var r = 0; r < images.Length; r++)
        {
            var same = Vectors.SquaredDistance(moved[r], rows[images[r]], 1);
            var opposite = withSigns ? Vectors.SquaredDistance(moved[r], rows[images[r]], -1) : double.PositiveInfinity;
            (signs[r], distances[r]) = opposite < same ? (-1, Math.Sqrt(opposite) / scale) : (1, Math.Sqrt(same) / scale);
        }

        return new(images, signs, distances);
    }

    private static UnitMatching? TryExact(double[][] moved, double[][] rows, double scale, bool withSigns, CancellationToken cancellationToken)
    {
        var n = rows.Length;
        var random = new Random(1);
        double[] probe = [.. Enumerable.Range(0, n == 0 ? 0 : rows[0].Length).Select(_ => (2 * random.NextDouble()) - 1)];
        var width = Rounding * scale * Vectors.Norm(probe);
        double[] keys = [.. rows.Select(row => Vectors.Dot(row, probe))];
        int[] order = [.. Enumerable.Range(0, n)];
        Array.Sort(keys, order);
        var (images, used) = (new int[n], new bool[n]);
        for (var r = 0; r < n; r++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var key = Vectors.Dot(moved[r], probe);
            var found = int.MaxValue;
            foreach (var sign in withSigns ? new[] { 1, -1 } : [1])
            {
                var first = Array.BinarySearch(keys, (sign * key) - width);
                for (var k = first < 0 ? ~first : FirstEqual(keys, first); k < n && keys[k] <= (sign * key) + width; k++)
                {
                    if (!used[order[k]] && order[k] < found && Math.Sqrt(Vectors.SquaredDistance(moved[r], rows[order[k]], sign)) <= Rounding * scale)
                    {
                        found = order[k];
                    }
                }
            }

            if (found == int.MaxValue)
            {
                return null;
            }

            (images[r], used[found]) = (found, true);
        }

        return Fixed(moved, rows, images, scale, withSigns);
    }

    private static int FirstEqual(double[] keys, int at)
    {
        while (at > 0 && keys[at - 1] == keys[at])
        {
            at--;
        }

        return at;
    }
}
