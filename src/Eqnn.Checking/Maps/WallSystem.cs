using Eqnn.Checking.Fans;
using Eqnn.Checking.Groups;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Checking.Maps;

/// <summary>The linear system of docs/theory.md#fans as it is defined: one unknown dim K × dim V matrix for each orbit of chambers, with <c>A_{gc} = g A_c g⁻¹</c>, the same on both sides of every wall.</summary>
internal sealed class WallSystem
{
    private const int MaxUnknowns = 6000;
    private readonly CheckedFan _fan;
    private readonly int _rows;
    private readonly int _columns;
    private readonly ModularImage _field;
    private readonly ulong[][,] _source;
    private readonly ulong[][,] _sourceInverse;
    private readonly ulong[][,] _target;
    private readonly CancellationToken _cancellationToken;

    public WallSystem(CheckedFan fan, ListedRepresentation source, ListedRepresentation target, CancellationToken cancellationToken)
    {
        _fan = fan;
        _rows = target.Dimension;
        _columns = source.Dimension;
        _cancellationToken = cancellationToken;
        _field = ModularImage.Of(CheckedForms.CommonConductor(source.Generators.Concat(target.Generators).SelectMany(m => m.Rows()).SelectMany(row => row).Concat(fan.Rays.SelectMany(ray => ray)), fan.Forms.Conductor));
        _source = [.. source.Generators.Select(Image)];
        _sourceInverse = [.. source.Generators.Select(m => Image(m.Inverse()))];
        _target = [.. target.Generators.Select(Image)];
    }

    /// <summary>Refuses unless the solutions have at most this dimension.</summary>
    public void RequireAtMost(int dimension, Claim node)
    {
        var block = _rows * _columns;
        var unknowns = (long)_fan.Representatives.Count * block;
        if (unknowns > MaxUnknowns)
        {
            throw new LimitExceededException("unknowns of the system across the walls", MaxUnknowns, FormattableString.Invariant($"{unknowns}"), "not adjustable; certify a smaller fan");
        }

        var system = new ModularRows(_field, (int)unknowns);
        var wanted = unknowns - dimension;
        foreach (var equation in Walls().Concat(Stabilisers()))
        {
            if (system.Rank >= wanted)
            {
                return;
            }

            _cancellationToken.ThrowIfCancellationRequested();
            system.Add(equation);
        }

        node.Require(system.Rank >= wanted, () => FormattableString.Invariant($"the equations across the walls have rank {system.Rank} modulo {_field.Prime}, which allows dimension {unknowns - system.Rank}"));
    }

    /// <summary>(A_c - g A_j g⁻¹) r = 0 for each ray r of each wall of each representative c, beyond which lies g c_j.</summary>
    private IEnumerable<ulong[]> Walls()
    {
        for (var c = 0; c < _fan.Representatives.Count; c++)
        {
            var (signs, rays, facets) = _fan.Representatives[c];
            foreach (var h in facets)
            {
                var word = string.Concat(signs.AsSpan(0, h), signs[h] == '+' ? "-" : "+", signs.AsSpan(h + 1));
                var other = _fan.Chambers.Find(word);
                var path = _fan.Chambers.PathTo(word);
                var left = Identity();
                foreach (var g in path)
                {
                    left = Product(_target[g], left);
                }

                foreach (var ray in rays.Where(ray => _fan.RaySigns[ray][h] == '0'))
                {
                    var here = Array.ConvertAll(_fan.Rays[ray], Map);
                    var there = here;
                    for (var i = path.Count - 1; i >= 0; i--)
                    {
                        there = Product(_sourceInverse[path[i]], there);
                    }

                    for (var row = 0; row < _rows; row++)
                    {
                        var equation = NewEquation();
                        for (var j = 0; j < _columns; j++)
                        {
                            Add(equation, c, row, j, here[j]);
                            for (var k = 0; k < _rows; k++)
                            {
                                Add(equation, other, k, j, _field.Prime - (left[row, k] * there[j] % _field.Prime));
                            }
                        }

                        yield return equation;
                    }
                }
            }
        }
    }

    /// <summary>A_j s = s A_j for the generators s = t(gw)⁻¹ g t(w) of the stabilisers (Schreier), t(w) the path to w.</summary>
    private IEnumerable<ulong[]> Stabilisers()
    {
        for (var orbit = 0; orbit < _fan.Representatives.Count; orbit++)
        {
            var words = _fan.Chambers.Words[orbit];
            var to = new Dictionary<string, (ulong[,] Source, ulong[,] Target)> { [words[0]] = (IdentityOf(_columns), Identity()) };
            foreach (var word in words)
            {
                for (var g = 0; g < _source.Length; g++)
                {
                    var image = _fan.Chambers.Apply(g, word);
                    var brought = (Source: Product(_source[g], to[word].Source), Target: Product(_target[g], to[word].Target));
                    if (to.TryAdd(image, brought))
                    {
                        continue;
                    }

                    // s fixes the chamber, so A_j s = s A_j, with s as a matrix on the source and on the target.
                    var s = Product(Inverse(to[image].Source), brought.Source);
                    var t = Product(Inverse(to[image].Target), brought.Target);
                    for (var i = 0; i < _rows; i++)
                    {
                        for (var j = 0; j < _columns; j++)
                        {
                            var equation = NewEquation();
                            for (var k = 0; k < _columns; k++)
                            {
                                Add(equation, orbit, i, k, s[k, j]);
                            }

                            for (var k = 0; k < _rows; k++)
                            {
                                Add(equation, orbit, k, j, _field.Prime - t[i, k]);
                            }

                            yield return equation;
                        }
                    }
                }
            }
        }
    }

    private ulong[] NewEquation() => new ulong[_fan.Representatives.Count * _rows * _columns];

    private void Add(ulong[] equation, int chamber, int row, int column, ulong value)
    {
        var at = (((chamber * _rows) + row) * _columns) + column;
        equation[at] = (equation[at] + value) % _field.Prime;
    }

    private ulong Map(Cyclotomic value) => _field.TryMap(value)
        ?? throw new LimitExceededException("prime of the rank bound", (long)_field.Prime, $"one that does not divide the denominator of {value}", "not adjustable; scale the rows");

    private ulong[,] Image(Matrix<Cyclotomic> matrix)
    {
        var image = new ulong[matrix.RowCount, matrix.ColumnCount];
        for (var i = 0; i < matrix.RowCount; i++)
        {
            for (var j = 0; j < matrix.ColumnCount; j++)
            {
                image[i, j] = Map(matrix[i, j]);
            }
        }

        return image;
    }

    private ulong[,] Identity() => IdentityOf(_rows);

    private static ulong[,] IdentityOf(int n)
    {
        var identity = new ulong[n, n];
        for (var i = 0; i < n; i++)
        {
            identity[i, i] = 1;
        }

        return identity;
    }

    private ulong[,] Product(ulong[,] left, ulong[,] right)
    {
        var n = left.GetLength(0);
        var product = new ulong[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < n; k++)
            {
                for (var j = 0; j < n && left[i, k] != 0; j++)
                {
                    product[i, j] = (product[i, j] + (left[i, k] * right[k, j])) % _field.Prime;
                }
            }
        }

        return product;
    }

    private ulong[] Product(ulong[,] matrix, ulong[] vector)
    {
        var image = new ulong[vector.Length];
        for (var i = 0; i < image.Length; i++)
        {
            for (var j = 0; j < vector.Length; j++)
            {
                image[i] = (image[i] + (matrix[i, j] * vector[j])) % _field.Prime;
            }
        }

        return image;
    }

    private ulong[,] Inverse(ulong[,] matrix)
    {
        var p = _field.Prime;
        var n = matrix.GetLength(0);
        var work = (ulong[,])matrix.Clone();
        var inverse = IdentityOf(n);
        for (var c = 0; c < n; c++)
        {
            var pivot = Enumerable.Range(c, n - c).First(r => work[r, c] != 0);
            for (var k = 0; k < n; k++)
            {
                (work[c, k], work[pivot, k]) = (work[pivot, k], work[c, k]);
                (inverse[c, k], inverse[pivot, k]) = (inverse[pivot, k], inverse[c, k]);
            }

            var factor = _field.Inverse(work[c, c]);
            for (var k = 0; k < n; k++)
            {
                work[c, k] = work[c, k] * factor % p;
                inverse[c, k] = inverse[c, k] * factor % p;
            }

            for (var r = 0; r < n; r++)
            {
                var times = p - work[r, c];
                for (var k = 0; k < n && r != c && times != p; k++)
                {
                    work[r, k] = (work[r, k] + (times * work[c, k])) % p;
                    inverse[r, k] = (inverse[r, k] + (times * inverse[c, k])) % p;
                }
            }
        }

        return inverse;
    }
}
