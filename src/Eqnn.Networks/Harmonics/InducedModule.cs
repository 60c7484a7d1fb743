using Eqnn.Networks.Orbits;

namespace Eqnn.Networks.Harmonics;

/// <summary>The right module of K that a module S of H &lt; K induces, S ⊗ ℝ[K]: coordinates (i, c) for the coset H t_i and the coordinate c of S.</summary>
internal sealed class InducedModule
{
    private readonly RealModule _module;
    private readonly int[] _targets;
    private readonly int[] _elements;
    private readonly int _cosets;

    /// <param name="module">S.</param>
    /// <param name="targets">For the element at position g of K and the coset i the coset k with t_i g ∈ H t_k, at g · cosets + i.</param>
    /// <param name="elements">The position in H of the h with t_i g = h t_k.</param>
    /// <param name="cosets">[K : H].</param>
    public InducedModule(RealModule module, int[] targets, int[] elements, int cosets)
    {
        (_module, _targets, _elements, _cosets) = (module, targets, elements, cosets);
        Dimension = cosets * module.Dimension;
        GroupOrder = targets.Length / cosets;
    }

    public int Dimension { get; }

    /// <summary>|K|.</summary>
    public int GroupOrder { get; }

    /// <summary>R(g) · B for a matrix B with as many rows as this module has coordinates.</summary>
    public void Apply(int g, double[] matrix, int columns, double[] result)
    {
        var m = _module.Dimension;
        for (var i = 0; i < _cosets; i++)
        {
            var k = _targets[(g * _cosets) + i];
            var block = _module.At(_elements[(g * _cosets) + i]);
            for (var c = 0; c < m; c++)
            {
                var row = result.AsSpan(((i * m) + c) * columns, columns);
                row.Clear();
                for (var d = 0; d < m; d++)
                {
                    var factor = block[(c * m) + d];
                    if (factor != 0)
                    {
                        var from = matrix.AsSpan(((k * m) + d) * columns, columns);
                        for (var column = 0; column < columns; column++)
                        {
                            row[column] += factor * from[column];
                        }
                    }
                }
            }
        }
    }

    /// <summary>A symmetric matrix that commutes with the group: the mean of R(g) M R(g)ᵀ for a random symmetric M.</summary>
    public double[] RandomInvariant(Random random)
    {
        var n = Dimension;
        var start = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                start[(i * n) + j] = start[(j * n) + i] = (2 * random.NextDouble()) - 1;
            }
        }

        var (half, turned, whole, mean) = (new double[n * n], new double[n * n], new double[n * n], new double[n * n]);
        for (var g = 0; g < GroupOrder; g++)
        {
            // M is symmetric: R M Rᵀ = R (R M)ᵀ.
            Apply(g, start, n, half);
            Transpose(half, n, turned);
            Apply(g, turned, n, whole);
            for (var i = 0; i < whole.Length; i++)
            {
                mean[i] += whole[i] / GroupOrder;
            }
        }

        return mean;
    }

    private static void Transpose(double[] matrix, int n, double[] result)
    {
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                result[(j * n) + i] = matrix[(i * n) + j];
            }
        }
    }
}
