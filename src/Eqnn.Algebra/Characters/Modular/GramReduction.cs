using System.Numerics;
using System.Runtime.InteropServices;
using Eqnn.Numbers.Modular;

namespace Eqnn.Algebra.Characters.Modular;

/// <summary>Linearly independent generalised characters modulo a prime with the exact Gram matrix of their inner products, reduced by LLL.</summary>
/// <remarks>All arithmetic that decides is on integers; floating point only chooses which integer combinations are tried [LLL1982].</remarks>
/// <param name="field">The field of the values.</param>
/// <param name="cancellationToken">Looked at in every step.</param>
internal sealed class GramReduction(PrimeField field, CancellationToken cancellationToken)
{
    private readonly List<ulong[]> _vectors = [];
    private readonly List<List<long>> _gram = [];
    private double[][] _r = [];
    private double[][] _mu = [];
    private int _orthogonal;
    private int _reduced;

    /// <summary>The vectors, their values by class.</summary>
    public IReadOnlyList<ulong[]> Vectors => _vectors;

    /// <summary>The place of a vector of norm 1, if there is one.</summary>
    public int? PlaceOfUnit
    {
        get
        {
            for (var i = 0; i < _gram.Count; i++)
            {
                if (_gram[i][i] == 1)
                {
                    return i;
                }
            }

            return null;
        }
    }

    /// <summary>Appends a vector with its inner products with those before it, and its norm.</summary>
    public void Add(ulong[] vector, long[] products, long norm)
    {
        _vectors.Add(vector);
        for (var i = 0; i < products.Length; i++)
        {
            _gram[i].Add(products[i]);
        }

        _gram.Add([.. products, norm]);
    }

    /// <summary>Takes a vector out.</summary>
    public void Remove(int place)
    {
        _vectors.RemoveAt(place);
        _gram.RemoveAt(place);
        foreach (var row in _gram)
        {
            row.RemoveAt(place);
        }

        _orthogonal = Math.Min(_orthogonal, place);
        _reduced = Math.Min(_reduced, place);
    }

    /// <summary>Replaces every vector a by a - ⟨a,χ⟩χ, χ of norm 1.</summary>
    public void ProjectOff(ulong[] chi, long[] products)
    {
        (_orthogonal, _reduced) = (0, 0);
        for (var i = 0; i < _vectors.Count; i++)
        {
            ModularVector.SubtractMultiple(field, _vectors[i], products[i], chi);
            for (var j = 0; j < _vectors.Count; j++)
            {
                // ⟨a - ⟨a,χ⟩χ, b - ⟨b,χ⟩χ⟩ = ⟨a,b⟩ - ⟨a,χ⟩⟨b,χ⟩.
                _gram[i][j] -= products[i] * products[j];
            }
        }
    }

    /// <summary>LLL, from the first vector on that is not reduced yet; vectors that become 0 are dropped. <c>false</c> if it does not settle, or numbers outgrow 64 bits on the way.</summary>
    public bool TryReduce()
    {
        try
        {
            return Settles();
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private bool Settles()
    {
        MakeRoom(_vectors.Count);
        for (var i = _orthogonal; i < _reduced; i++)
        {
            Orthogonalise(i);
        }

        var budget = 200_000;
        for (var k = _reduced; k < _vectors.Count;)
        {
            if (--budget < 0)
            {
                return false;
            }

            cancellationToken.ThrowIfCancellationRequested();
            var mu = _mu[k];
            for (var round = 0; round < 60; round++)
            {
                Orthogonalise(k);
                var changed = false;
                for (var j = k - 1; j >= 0; j--)
                {
                    // A little more than 1/2, or rounding makes a coefficient of 1/2 jump to and fro.
                    if (Math.Abs(mu[j]) < 0.51)
                    {
                        continue;
                    }

                    var x = (long)Math.Round(mu[j]);
                    changed = true;
                    SubtractRow(k, x, j);
                    var other = _mu[j];
                    for (var i = 0; i < j; i++)
                    {
                        mu[i] -= x * other[i];
                    }
                }

                if (!changed)
                {
                    break;
                }
            }

            if (_gram[k][k] == 0)
            {
                Remove(k);
                continue;
            }

            if (k == 0 || _r[k][k] >= (0.99 - (mu[k - 1] * mu[k - 1])) * _r[k - 1][k - 1])
            {
                k++;
                continue;
            }

            (_vectors[k], _vectors[k - 1]) = (_vectors[k - 1], _vectors[k]);
            (_gram[k], _gram[k - 1]) = (_gram[k - 1], _gram[k]);
            foreach (var row in _gram)
            {
                (row[k], row[k - 1]) = (row[k - 1], row[k]);
            }

            k--;
            _orthogonal = k;
        }

        _reduced = _vectors.Count;
        return true;
    }

    /// <summary>Row k of the Gram–Schmidt coefficients, from the exact Gram matrix; the rows before it stand.</summary>
    private void Orthogonalise(int k)
    {
        var (gram, r, mu) = (_gram[k], _r[k], _mu[k]);
        for (var j = 0; j <= k; j++)
        {
            var sum = gram[j] - Dot(_mu[j].AsSpan(0, j), r.AsSpan(0, j));
            r[j] = sum;
            if (j < k)
            {
                mu[j] = _r[j][j] > 1e-3 ? sum / _r[j][j] : 0;
            }
        }

        _orthogonal = k + 1;
    }

    /// <summary>In the order of the vector unit: rounding may differ from machine to machine, and only chooses what is tried.</summary>
    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var wide = MemoryMarshal.Cast<double, Vector<double>>(a);
        var other = MemoryMarshal.Cast<double, Vector<double>>(b);
        var sums = Vector<double>.Zero;
        for (var i = 0; i < wide.Length; i++)
        {
            sums += wide[i] * other[i];
        }

        var sum = Vector.Sum(sums);
        for (var i = wide.Length * Vector<double>.Count; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private void MakeRoom(int rows)
    {
        if (_r.Length < rows)
        {
            Array.Resize(ref _r, 2 * rows);
            Array.Resize(ref _mu, 2 * rows);
            for (var k = 0; k < _r.Length; k++)
            {
                Array.Resize(ref _r[k], _r.Length);
                Array.Resize(ref _mu[k], _r.Length);
            }
        }
    }

    private void SubtractRow(int k, long x, int j)
    {
        ModularVector.SubtractMultiple(field, _vectors[k], x, _vectors[j]);
        var (row, other) = (_gram[k], _gram[j]);
        var (norm, both, square) = (row[k], row[j], other[j]);
        for (var i = 0; i < row.Count; i++)
        {
            row[i] -= x * other[i];
            _gram[i][k] = row[i];
        }

        row[k] = norm - (2 * x * both) + (x * x * square);
    }
}
