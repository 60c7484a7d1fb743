using Eqnn.Numbers.Modular;

namespace Eqnn.Algebra.Characters.Modular;

/// <summary>Linearly independent generalised characters modulo a prime with the exact Gram matrix of their inner products, reduced by LLL.</summary>
/// <remarks>All arithmetic that decides is on integers; floating point only chooses which integer combinations are tried [LLL1982].</remarks>
/// <param name="field">The field of the values.</param>
/// <param name="cancellationToken">Looked at in every step.</param>
internal sealed class GramReduction(PrimeField field, CancellationToken cancellationToken)
{
    private readonly List<ulong[]> _vectors = [];
    private long[][] _gram = [];

    /// <summary>The vectors, their values by class.</summary>
    public IReadOnlyList<ulong[]> Vectors => _vectors;

    /// <summary>The place of a vector of norm 1, if there is one.</summary>
    public int? PlaceOfUnit => Array.FindIndex(_gram.Select((row, i) => row[i]).ToArray(), norm => norm == 1) is var place and >= 0 ? place : null;

    /// <summary>Appends a vector with its inner products with those before it, and its norm.</summary>
    public void Add(ulong[] vector, long[] products, long norm)
    {
        _vectors.Add(vector);
        _gram = [.. _gram.Select((old, i) => (long[])[.. old, products[i]]), [.. products, norm]];
    }

    /// <summary>Takes a vector out.</summary>
    public void Remove(int place)
    {
        _vectors.RemoveAt(place);
        _gram = [.. _gram.Where((_, i) => i != place).Select(row => (long[])[.. row.Where((_, j) => j != place)])];
    }

    /// <summary>Replaces every vector a by a - ⟨a,χ⟩χ, χ of norm 1.</summary>
    public void ProjectOff(ulong[] chi, long[] products)
    {
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

    /// <summary>LLL from a place on, everything before being reduced; vectors that become 0 are dropped. <c>false</c> if it does not settle, or numbers outgrow 64 bits on the way.</summary>
    public bool TryReduce(int from)
    {
        try
        {
            return Settles(from);
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private bool Settles(int from)
    {
        var n = _vectors.Count;
        var (r, mu) = (new double[n, n], new double[n, n]);
        for (var i = 0; i < Math.Min(from, n); i++)
        {
            Orthogonalise(i, r, mu);
        }

        var budget = 200_000;
        for (var k = from; k < _vectors.Count;)
        {
            if (--budget < 0)
            {
                return false;
            }

            cancellationToken.ThrowIfCancellationRequested();
            for (var round = 0; round < 60; round++)
            {
                Orthogonalise(k, r, mu);
                var changed = false;
                for (var j = k - 1; j >= 0; j--)
                {
                    // A little more than 1/2, or rounding makes a coefficient of 1/2 jump to and fro.
                    if (Math.Abs(mu[k, j]) < 0.51)
                    {
                        continue;
                    }

                    var x = (long)Math.Round(mu[k, j]);

                    changed = true;
                    SubtractRow(k, x, j);
                    for (var i = 0; i < j; i++)
                    {
                        mu[k, i] -= x * mu[j, i];
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

            if (k == 0 || r[k, k] >= (0.99 - (mu[k, k - 1] * mu[k, k - 1])) * r[k - 1, k - 1])
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
        }

        return true;
    }

    /// <summary>Row k of the Gram–Schmidt coefficients, from the exact Gram matrix.</summary>
    private void Orthogonalise(int k, double[,] r, double[,] mu)
    {
        for (var j = 0; j <= k; j++)
        {
            var sum = (double)_gram[k][j];
            for (var i = 0; i < j; i++)
            {
                sum -= mu[j, i] * r[k, i];
            }

            r[k, j] = sum;
            if (j < k)
            {
                mu[k, j] = r[j, j] > 1e-3 ? sum / r[j, j] : 0;
            }
        }
    }

    private void SubtractRow(int k, long x, int j)
    {
        ModularVector.SubtractMultiple(field, _vectors[k], x, _vectors[j]);
        var (norm, both, other) = (_gram[k][k], _gram[k][j], _gram[j][j]);
        for (var i = 0; i < _vectors.Count; i++)
        {
            _gram[k][i] -= x * _gram[j][i];
            _gram[i][k] = _gram[k][i];
        }

        _gram[k][k] = norm - (2 * x * both) + (x * x * other);
    }
}
