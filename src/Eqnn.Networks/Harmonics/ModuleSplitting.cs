namespace Eqnn.Networks.Harmonics;

/// <summary>Splits modules of one group into simples, all copies of a simple in the same basis.</summary>
internal sealed class ModuleSplitting(int[] squares, int maxTrials, double tolerance)
{
    /// <summary>Eigenvalues closer than this are one: the entries of the random matrix are of size 1, so rounding stays far below and chance differences far above.</summary>
    private const double SameEigenvalue = 1e-9;

    private readonly List<RealModule> _modules = [];
    private readonly Random _random = new(1);

    /// <summary>The simples met so far, with the rows given to them.</summary>
    public IReadOnlyList<RealModule> Modules => _modules;

    /// <summary>Splits a module; each of its copies of a simple takes <paramref name="rows"/> rows of that simple's block.</summary>
    /// <returns>The orthogonal matrix with the coordinates of the copies as rows, or <c>null</c> if all trials failed.</returns>
    public (double[] Matrix, IReadOnlyList<(int Module, int FirstRow)> Copies)? TryAdd(InducedModule module, int rows)
    {
        for (var trial = 0; trial < maxTrials; trial++)
        {
            if (TrySpaces(module) is { } spaces)
            {
                return Collect(module, rows, spaces);
            }
        }

        return null;
    }

    /// <summary>Bases of simple submodules, or <c>null</c> if two eigenvalues came too close.</summary>
    private List<(double[] Basis, RealModule Copy)>? TrySpaces(InducedModule module)
    {
        var n = module.Dimension;
        var (values, vectors) = SymmetricEigenvectors.Of(module.RandomInvariant(_random), n);
        var result = new List<(double[], RealModule)>();
        for (int first = 0, next = 1; first < n; first = next++)
        {
            while (next < n && values[next] - values[next - 1] < SameEigenvalue)
            {
                next++;
            }

            var m = next - first;
            var basis = new double[n * m];
            for (var row = 0; row < n; row++)
            {
                Array.Copy(vectors, (row * n) + first, basis, row * m, m);
            }

            var copy = Restricted(module, basis, m);
            if (!IsSimple(copy.Character))
            {
                return null;
            }

            result.Add((basis, copy));
        }

        return result;
    }

    /// <summary>The module on a submodule: Bᵀ R(g) B.</summary>
    private static RealModule Restricted(InducedModule module, double[] basis, int m)
    {
        var matrices = new double[module.GroupOrder * m * m];
        var character = new double[module.GroupOrder];
        var moved = new double[basis.Length];
        for (var g = 0; g < module.GroupOrder; g++)
        {
            module.Apply(g, basis, m, moved);
            var matrix = matrices.AsSpan(g * m * m, m * m);
            for (var row = 0; row < module.Dimension; row++)
            {
                for (var i = 0; i < m; i++)
                {
                    for (var j = 0; j < m; j++)
                    {
                        matrix[(i * m) + j] += basis[(row * m) + i] * moved[(row * m) + j];
                    }
                }
            }

            for (var i = 0; i < m; i++)
            {
                character[g] += matrix[(i * m) + i];
            }
        }

        return new(m, 0, matrices, character);
    }

    /// <summary>Norm and indicator are (1, 1), (2, 0), (4, −2) for a simple of type R, C, H, and for nothing else.</summary>
    private bool IsSimple(double[] character)
    {
        var (norm, indicator) = (0.0, 0.0);
        for (var g = 0; g < character.Length; g++)
        {
            norm += character[g] * character[g] / character.Length;
            indicator += character[squares[g]] / character.Length;
        }

        return (Is(norm, 1) && Is(indicator, 1)) || (Is(norm, 2) && Is(indicator, 0)) || (Is(norm, 4) && Is(indicator, -2));

        bool Is(double value, int number) => Math.Abs(value - number) < tolerance;
    }

    private (double[] Matrix, IReadOnlyList<(int Module, int FirstRow)> Copies) Collect(InducedModule module, int rows, List<(double[] Basis, RealModule Copy)> spaces)
    {
        var n = module.Dimension;
        var matrix = new double[n * n];
        var copies = new List<(int, int)>();
        var first = 0;
        foreach (var (basis, copy) in spaces)
        {
            var m = copy.Dimension;
            var number = _modules.FindIndex(known => known.Dimension == m && Enumerable.Range(0, known.Character.Length).All(g => Math.Abs(known.Character[g] - copy.Character[g]) < tolerance));
            double[]? turn = null;
            if (number < 0)
            {
                number = _modules.Count;
                _modules.Add(copy);
            }
            else
            {
                turn = Intertwiner(copy, _modules[number]);
            }

            for (var i = 0; i < m; i++)
            {
                for (var row = 0; row < n; row++)
                {
                    var sum = 0.0;
                    for (var k = 0; k < m; k++)
                    {
                        sum += basis[(row * m) + k] * (turn is null ? (k == i ? 1 : 0) : turn[(k * m) + i]);
                    }

                    matrix[((first + i) * n) + row] = sum;
                }
            }

            copies.Add((number, _modules[number].Rows));
            _modules[number] = _modules[number] with { Rows = _modules[number].Rows + rows };
            first += m;
        }

        return (matrix, copies);
    }

    /// <summary>An orthogonal P with ρ(g) P = P σ(g): the mean of ρ(g) M σ(g)ᵀ, which is a multiple of one (Schur), for a random M.</summary>
    private double[] Intertwiner(RealModule from, RealModule to)
    {
        var m = from.Dimension;
        while (true)
        {
            double[] start = [.. Enumerable.Range(0, m * m).Select(_ => (2 * _random.NextDouble()) - 1)];
            var mean = new double[m * m];
            var half = new double[m * m];
            for (var g = 0; g < from.Character.Length; g++)
            {
                var left = from.At(g);
                var right = to.At(g);
                Array.Clear(half);
                for (var i = 0; i < m; i++)
                {
                    for (var k = 0; k < m; k++)
                    {
                        for (var j = 0; j < m; j++)
                        {
                            half[(i * m) + j] += left[(i * m) + k] * start[(k * m) + j];
                        }
                    }
                }

                for (var i = 0; i < m; i++)
                {
                    for (var j = 0; j < m; j++)
                    {
                        for (var k = 0; k < m; k++)
                        {
                            mean[(i * m) + j] += half[(i * m) + k] * right[(j * m) + k];
                        }
                    }
                }
            }

            var norm = Math.Sqrt(mean.Sum(v => v * v) / m);
            if (norm > 1e-3 * from.Character.Length / m)
            {
                return [.. mean.Select(v => v / norm)];
            }
        }
    }
}
