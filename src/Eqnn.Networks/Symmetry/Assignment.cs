namespace Eqnn.Networks.Symmetry;

/// <summary>The assignment problem: a bijection of rows to columns with the least sum of costs.</summary>
/// <remarks>Shortest augmenting paths with potentials, O(n³). <b>Source.</b> [BurkardDellAmicoMartello2009, §4.4].</remarks>
internal static class Assignment
{
    /// <summary>For each row its column.</summary>
    /// <param name="cost">A square matrix of finite numbers.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static int[] Least(double[][] cost, CancellationToken cancellationToken)
    {
        var n = cost.Length;
        var (rowPotential, columnPotential) = (new double[n + 1], new double[n + 1]);
        // Column 0 is outside of the matrix: the row that looks for its place stands there.
        var (rowOf, before) = (new int[n + 1], new int[n + 1]);
        for (var row = 1; row <= n; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rowOf[0] = row;
            var slack = new double[n + 1];
            Array.Fill(slack, double.PositiveInfinity);
            var done = new bool[n + 1];
            var column = 0;
            do
            {
                done[column] = true;
                var (least, next) = (double.PositiveInfinity, 0);
                var costs = cost[rowOf[column] - 1];
                for (var j = 1; j <= n; j++)
                {
                    if (done[j])
                    {
                        continue;
                    }

                    var reduced = costs[j - 1] - rowPotential[rowOf[column]] - columnPotential[j];
                    if (reduced < slack[j])
                    {
                        (slack[j], before[j]) = (reduced, column);
                    }

                    if (slack[j] < least)
                    {
                        (least, next) = (slack[j], j);
                    }
                }

                for (var j = 0; j <= n; j++)
                {
                    if (done[j])
                    {
                        rowPotential[rowOf[j]] += least;
                        columnPotential[j] -= least;
                    }
                    else
                    {
                        slack[j] -= least;
                    }
                }

                column = next;
            }
            while (rowOf[column] != 0);
            for (; column != 0; column = before[column])
            {
                rowOf[column] = rowOf[before[column]];
            }
        }

        var result = new int[n];
        for (var j = 1; j <= n; j++)
        {
            result[rowOf[j] - 1] = j - 1;
        }

        return result;
    }
}
