using System.Numerics;

namespace Eqnn.Algebra.Characters;

/// <summary>Irreducible characters without class matrices: generalised characters that are easy to write down are reduced until vectors of norm 1 appear, which are ± irreducible characters [Unger2006].</summary>
/// <remarks>
/// <para><b>Generators.</b> Given characters (permutation characters and their symmetrised powers), characters induced from all characters of cyclic subgroups, products of the irreducibles found, characters induced from
/// centralizers (<see cref="CentralizerInduction"/>), and products once more. The values stand modulo a prime;
/// inner products are integers of absolute value at most √(norm · norm), and only generators of norm below p/2 are used, so they are known exactly.</para>
/// <para><b>Reduction.</b> By LLL on exact Gram matrices; floating point only decides which integer combinations are tried. What is found is right by construction, and proved again as every table is. Where
/// something is missing, often one cheap class matrix adds the vectors that complete the lattice.</para>
/// <para><b>Why it suffices so often.</b> By Artin and Brauer the induced characters have finite index in all generalised characters, and index prime to p if Sylow p-subgroups are cyclic; products fill the rest, and
/// where they do not, the centralizers generate all for most groups.</para>
/// </remarks>
internal sealed class CharacterLattice
{
    /// <summary>The largest number of classes at which reduction is worth trying: its cost grows with the fourth power.</summary>
    public const int MaximumClassCount = 120;

    private readonly IClassAlgebra _algebra;
    private readonly PrimeField _field;
    private readonly ulong _root;
    private readonly int[] _inverse;
    private readonly ulong[] _weights;
    private readonly List<(ulong[] Values, ulong[] Weighted)> _known = [];
    private readonly List<ulong[]> _basis = [];
    private readonly CancellationToken _cancellationToken;
    private long[][] _gram = [];

    private CharacterLattice(IClassAlgebra algebra, PrimeField field, ulong root, CancellationToken cancellationToken)
    {
        _algebra = algebra;
        _field = field;
        _root = root;
        _cancellationToken = cancellationToken;
        _inverse = algebra.Powers.Map(-1);
        var inverseOrder = field.Inverse(field.FromInteger(algebra.Order));
        _weights = [.. algebra.Sizes.Select(size => field.Multiply(field.FromInteger(size), inverseOrder))];
    }

    /// <summary>The lattice of the generators named above, reduced; <c>null</c> where reduction does not settle or is not worth it.</summary>
    /// <param name="algebra">Classes and their powers; no class matrix is asked for.</param>
    /// <param name="field">A field with p ≡ 1 modulo the exponent, p prime to the order.</param>
    /// <param name="root">An element of order the exponent.</param>
    /// <param name="linear">All characters of degree 1, modulo p.</param>
    /// <param name="progress">Told the number of characters found.</param>
    /// <param name="cancellationToken">Looked at for every generator.</param>
    public static CharacterLattice? TryOf(IClassAlgebra algebra, PrimeField field, ulong root, IReadOnlyList<ulong[]> linear, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        if (algebra.NaturalCharacters.Count == 0 || algebra.ClassCount > MaximumClassCount || algebra.Order % (long)field.P == 0)
        {
            return null;
        }

        var lattice = new CharacterLattice(algebra, field, root, cancellationToken);
        lattice._known.AddRange(linear.Select(values => (values, lattice.Weighted(values))));
        foreach (var generator in lattice.Symmetrised(algebra.NaturalCharacters).Concat(lattice.InducedFromCyclic()).Concat(lattice.Products())
            .Concat(algebra.InducedFromCentralizers(field, root, cancellationToken)).Concat(lattice.Products()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (lattice.IsComplete)
            {
                break;
            }

            if (!lattice.Insert(generator))
            {
                return null;
            }

            progress?.Report(new WorkProgress("irreducible characters", lattice._known.Count, algebra.ClassCount));
        }

        return lattice;
    }

    /// <summary>The irreducible characters found, those of degree 1 first, modulo p.</summary>
    public IReadOnlyList<ulong[]> Irreducibles => _known.ConvertAll(chi => chi.Values);

    /// <summary>Whether all irreducible characters are found.</summary>
    public bool IsComplete => _known.Count == _algebra.ClassCount;

    /// <summary>Takes further characters in, the sums Σ χ(1) χ over sets of irreducibles that class matrices cannot tell apart so far; <c>true</c> if now all irreducible characters are found.</summary>
    public bool Completes(IReadOnlyList<ulong[]> sums)
    {
        // The norm Σ χ(1)² is known modulo p only; it is at most |G|.
        if (_field.P <= (ulong)_algebra.Order)
        {
            return false;
        }

        foreach (var sum in sums.Where(sum => !IsComplete && IsSmall(sum[0])))
        {
            if (!Insert(sum))
            {
                return false;
            }
        }

        return IsComplete;
    }

    /// <summary>The characters, their symmetric and exterior squares and exterior cubes.</summary>
    private IEnumerable<ulong[]> Symmetrised(IReadOnlyList<long[]> natural)
    {
        var (squares, cubes) = (_algebra.Powers.Map(2), _algebra.Powers.Map(3));
        foreach (var pi in natural)
        {
            var all = new List<BigInteger[]> { Array.ConvertAll(pi, x => (BigInteger)x) };
            var places = Enumerable.Range(0, pi.Length).ToArray();
            all.Add([.. places.Select(c => (((BigInteger)pi[c] * pi[c]) + pi[squares[c]]) / 2)]);
            all.Add([.. places.Select(c => (((BigInteger)pi[c] * pi[c]) - pi[squares[c]]) / 2)]);
            all.Add([.. places.Select(c => (BigInteger.Pow(pi[c], 3) - (3 * (BigInteger)pi[c] * pi[squares[c]]) + (2 * pi[cubes[c]])) / 6)]);
            foreach (var values in all)
            {
                var norm = BigInteger.Zero;
                for (var c = 0; c < values.Length; c++)
                {
                    norm += _algebra.Sizes[c] * values[c] * values[c];
                }

                if (IsSmall(norm / _algebra.Order))
                {
                    yield return Array.ConvertAll(values, x => _field.FromInteger((long)(x % (long)_field.P)));
                }
            }
        }
    }

    /// <summary>Ind λ for all characters λ of one cyclic subgroup of each class, the largest first.</summary>
    private IEnumerable<ulong[]> InducedFromCyclic()
    {
        var powers = _algebra.Powers;
        foreach (var leader in Enumerable.Range(0, _algebra.ClassCount).Where(c => powers.Leader(c) == c).OrderByDescending(powers.ElementOrder))
        {
            var order = powers.ElementOrder(leader);
            var classes = new int[order];
            var counts = new Dictionary<int, int>();
            for (var t = 0; t < order; t++)
            {
                classes[t] = powers.Power(leader, t);
                counts[classes[t]] = counts.GetValueOrDefault(classes[t]) + 1;
            }

            // ⟨Ind λ, Ind λ⟩ ≤ ⟨Ind 1, Ind 1⟩ = Σ |C(c)| |Z ∩ c|² / |Z|².
            var norm = BigInteger.Zero;
            foreach (var (c, count) in counts)
            {
                norm += (BigInteger)(_algebra.Order / _algebra.Sizes[c]) * count * count;
            }

            if (!IsSmall(norm / ((BigInteger)order * order)))
            {
                continue;
            }

            // λ_s and λ_st induce the same character if g and g^t are conjugate.
            var fusing = Enumerable.Range(1, order).Where(t => Numbers.NumberTheory.Gcd(t, order) == 1 && powers.Power(leader, t) == leader).ToList();
            var roots = ValuePool.RootTable(_field, _algebra.Exponent, _root, order);
            var scale = _field.Inverse((ulong)order);
            for (var s = 0; s < order; s++)
            {
                if (fusing.Exists(t => (long)s * t % order < s))
                {
                    continue;
                }

                var values = new ulong[_algebra.ClassCount];
                for (var t = 0; t < order; t++)
                {
                    values[classes[t]] = _field.Add(values[classes[t]], roots[(int)((long)s * t % order)]);
                }

                foreach (var c in counts.Keys)
                {
                    values[c] = _field.Multiply(_field.Multiply(values[c], scale), _field.FromInteger(_algebra.Order / _algebra.Sizes[c]));
                }

                yield return values;
            }
        }
    }

    /// <summary>Products of irreducible characters found, small degrees first; what turns up on the way takes part.</summary>
    private IEnumerable<ulong[]> Products()
    {
        var squares = _algebra.Powers.Map(2);
        var half = _field.Inverse(2);
        var done = new HashSet<(ulong[], ulong[])>();
        for (var found = true; found;)
        {
            found = false;
            var sorted = _known.Select(chi => chi.Values).OrderBy(values => values[0]).ToList();
            foreach (var (i, j) in Enumerable.Range(0, sorted.Count).SelectMany(j => Enumerable.Range(0, j + 1).Select(i => (i, j))).OrderBy(pair => sorted[pair.i][0] * sorted[pair.j][0]))
            {
                var (a, b) = (sorted[i], sorted[j]);
                if (a[0] == 1 || !IsSmall((BigInteger)a[0] * a[0]) || !done.Add((a, b)))
                {
                    continue;
                }

                var before = _known.Count;
                var product = Pointwise(c => _field.Multiply(a[c], b[c]));
                yield return product;
                if (i == j)
                {
                    yield return Pointwise(c => _field.Multiply(half, _field.Add(product[c], a[squares[c]])));
                }

                if (_known.Count > before)
                {
                    found = true;
                    break;
                }
            }
        }
    }

    private ulong[] Pointwise(Func<int, ulong> value)
    {
        var values = new ulong[_algebra.ClassCount];
        for (var c = 0; c < values.Length; c++)
        {
            values[c] = value(c);
        }

        return values;
    }

    private bool IsSmall(BigInteger norm) => norm < (long)(_field.P / 2);

    /// <summary>Adds a generalised character; <c>false</c> if the reduction does not settle.</summary>
    private bool Insert(ulong[] generator)
    {
        var v = (ulong[])generator.Clone();
        foreach (var chi in _known)
        {
            Subtract(v, InnerProduct(v, chi.Weighted), chi.Values);
        }

        var weighted = Weighted(v);
        var norm = InnerProduct(v, weighted);
        if (norm == 0)
        {
            return true;
        }

        var row = _basis.ConvertAll(b => InnerProduct(b, weighted));
        _basis.Add(v);
        _gram = [.. _gram.Select((old, i) => (long[])[.. old, row[i]]), [.. row, norm]];
        var from = _basis.Count - 1;
        while (true)
        {
            if (!Reduce(from))
            {
                return false;
            }

            var units = Enumerable.Range(0, _basis.Count).Where(i => _gram[i][i] == 1).ToList();
            if (units.Count == 0)
            {
                return true;
            }

            Harvest(units[0]);
            from = 0;
        }
    }

    /// <summary>Moves ± an irreducible character from the basis to the known ones and takes it out of the rest.</summary>
    private void Harvest(int place)
    {
        var chi = _basis[place];
        if (_field.ToSignedInteger(chi[0]) < 0)
        {
            chi = Array.ConvertAll(chi, _field.Negate);
        }

        var weighted = Weighted(chi);
        _known.Add((chi, weighted));
        Remove(place);
        var coefficients = _basis.ConvertAll(b => InnerProduct(b, weighted));
        for (var i = 0; i < _basis.Count; i++)
        {
            Subtract(_basis[i], coefficients[i], chi);
            for (var j = 0; j < _basis.Count; j++)
            {
                // ⟨a - ⟨a,χ⟩χ, b - ⟨b,χ⟩χ⟩ = ⟨a,b⟩ - ⟨a,χ⟩⟨b,χ⟩.
                _gram[i][j] -= coefficients[i] * coefficients[j];
            }
        }
    }

    private void Remove(int place)
    {
        _basis.RemoveAt(place);
        _gram = [.. _gram.Where((_, i) => i != place).Select(row => (long[])[.. row.Where((_, j) => j != place)])];
    }

    /// <summary>LLL from a place on, everything before being reduced; vectors that become 0 are dropped. <c>false</c> if it does not settle, or numbers outgrow 64 bits on the way.</summary>
    private bool Reduce(int from)
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
        var n = _basis.Count;
        var (r, mu) = (new double[n, n], new double[n, n]);
        for (var i = 0; i < Math.Min(from, n); i++)
        {
            Orthogonalise(i, r, mu);
        }

        var budget = 200_000;
        for (var k = from; k < _basis.Count;)
        {
            if (--budget < 0)
            {
                return false;
            }

            _cancellationToken.ThrowIfCancellationRequested();
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

            (_basis[k], _basis[k - 1]) = (_basis[k - 1], _basis[k]);
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
        Subtract(_basis[k], x, _basis[j]);
        var (norm, both, other) = (_gram[k][k], _gram[k][j], _gram[j][j]);
        for (var i = 0; i < _basis.Count; i++)
        {
            _gram[k][i] -= x * _gram[j][i];
            _gram[i][k] = _gram[k][i];
        }

        _gram[k][k] = norm - (2 * x * both) + (x * x * other);
    }

    private void Subtract(ulong[] v, long x, ulong[] w)
    {
        if (x != 0)
        {
            ModularVector.AddScaled(_field, v, _field.FromInteger(-x), w);
            ModularVector.Reduce(_field, v);
        }
    }

    private ulong[] Weighted(ulong[] v)
    {
        var weighted = new ulong[v.Length];
        for (var c = 0; c < v.Length; c++)
        {
            weighted[c] = _field.Multiply(_weights[c], v[_inverse[c]]);
        }

        return weighted;
    }

    private long InnerProduct(ulong[] a, ulong[] weighted) => _field.ToSignedInteger(ModularVector.Dot(_field, a, weighted));
}
