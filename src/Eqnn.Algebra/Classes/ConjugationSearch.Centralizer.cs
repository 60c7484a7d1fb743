using System.Numerics;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Classes;

/// <content>The centralizer: all h with h r h⁻¹ = r.</content>
internal sealed partial class ConjugationSearch
{
    /// <summary>Generators and order of the centralizer of r in the group.</summary>
    /// <remarks>From the last choice upwards: C_i, the part that fixes the base points before step i, arises from C_{i+1} by one element for each new point of the orbit of the i-th base point. A point that cannot be reached settles its
    /// whole orbit under the part of C_i known. At a step without choice the part does not grow: what fixes a point of a cycle and commutes with r fixes the cycle.</remarks>
    public (List<int[]> Generators, BigInteger Order) Centralizer(CancellationToken cancellationToken)
    {
        var generators = new List<int[]>();
        var order = BigInteger.One;
        for (var i = _steps.Length - 1; i >= 0; i--)
        {
            var step = _steps[i];
            if (step.Previous >= 0)
            {
                continue;
            }

            var power = PermutationArrays.Power(_r, step.Earlier);
            if (!PermutationArrays.IsIdentity(power))
            {
                generators.Add(power);
            }

            var run = new Run(this, _r, cancellationToken);
            var least = OrbitPartition.LeastPoints(_degree, generators);
            var failed = new HashSet<int>();
            for (var place = 0; place < step.Level.OrbitSize; place++)
            {
                var point = step.Level.Point(place);
                if (run.CycleLengthOf(point) != step.CycleLength || least[point] == least[step.Point] || failed.Contains(least[point]))
                {
                    continue;
                }

                if (run.Take(i, point))
                {
                    generators.Add(run.Product());
                    run = new Run(this, _r, cancellationToken);
                    least = OrbitPartition.LeastPoints(_degree, generators);
                    failed = [.. failed.Select(x => least[x])];
                }
                else
                {
                    failed.Add(least[point]);
                }
            }

            order *= least.Count(x => x == least[step.Point]);
        }

        return (generators, order);
    }
}
