namespace Eqnn.Networks.Symmetry;

/// <summary>By what rows and values of the units of a layer are multiplied, so that the group permutes them without factors.</summary>
internal sealed class UnitFactors
{
    private UnitFactors(double[] mean, int[] rowSign, int[] valueSign, double[] scale) => (Mean, RowSign, ValueSign, Scale) = (mean, rowSign, valueSign, scale);

    /// <summary>For each unit the mean length of the rows of its orbit.</summary>
    public double[] Mean { get; }

    /// <summary>For each unit the sign of its row.</summary>
    public int[] RowSign { get; }

    /// <summary>For each unit the sign of its value: that of the row for an odd function, 1 for an even one.</summary>
    public int[] ValueSign { get; }

    /// <summary>For each unit the signed number by which the row of the file is larger.</summary>
    public double[] Scale { get; }

    public static UnitFactors None(int count) => new([.. Enumerable.Repeat(1.0, count)], [.. Enumerable.Repeat(1, count)], [.. Enumerable.Repeat(1, count)], [.. Enumerable.Repeat(1.0, count)]);

    /// <summary>The factors of a layer; <c>null</c> if an element of the group takes a unit to its negative.</summary>
    public static UnitFactors? Of(UnitLayer layer, UnitMatching[] matches, double[] norms, double tolerance, out int flipped)
    {
        var count = norms.Length;
        var (sign, mean) = (new int[count], new double[count]);
        flipped = -1;
        for (var unit = 0; unit < count; unit++)
        {
            if (sign[unit] != 0)
            {
                continue;
            }

            sign[unit] = 1;
            List<int> orbit = [unit];
            for (var i = 0; i < orbit.Count; i++)
            {
                foreach (var match in matches)
                {
                    var (next, wanted) = (match.Images[orbit[i]], sign[orbit[i]] * match.Signs[orbit[i]]);
                    if (sign[next] == 0)
                    {
                        sign[next] = wanted;
                        orbit.Add(next);
                    }
                    else if (sign[next] != wanted && layer.IsOdd && !IsZero(layer.Rows[next]))
                    {
                        flipped = next;
                        return null;
                    }
                }
            }

            var length = Math.Exp(orbit.Average(member => Math.Log(norms[member])));
            foreach (var member in orbit)
            {
                mean[member] = length;
            }
        }

        int[] values = layer.IsOdd ? sign : [.. Enumerable.Repeat(1, count)];
        return new(mean, sign, values, [.. Enumerable.Range(0, count).Select(unit => sign[unit] * (Math.Abs((norms[unit] / mean[unit]) - 1) <= tolerance ? 1 : norms[unit] / mean[unit]))]);
    }

    private static bool IsZero(double[] row) => Array.TrueForAll(row, x => x == 0);
}
