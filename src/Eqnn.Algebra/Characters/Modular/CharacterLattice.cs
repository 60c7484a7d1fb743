using System.Numerics;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Numbers;
using Eqnn.Numbers.Modular;

namespace Eqnn.Algebra.Characters.Modular;

/// <summary>Irreducible characters without class matrices: generalised characters that are easy to write down are reduced until vectors of norm 1 appear, which are ± irreducible characters [Unger2006].</summary>
/// <remarks>
/// <para><b>Generators.</b> Given characters (permutation characters and their symmetrised powers), characters induced from all characters of cyclic subgroups, products of the irreducibles found, characters induced from
/// centralizers (<see cref="CentralizerInduction"/>), and products once more. The values stand modulo a prime;
/// inner products are integers of absolute value at most √(norm · norm), and only generators of norm below p/2 are used, so they are known exactly.</para>
/// <para><b>Parts.</b> The lattice is the sum of its parts by central characters (<see cref="CentralBlocks"/>), one of each orbit is reduced, and with a character all its images under Galois conjugation and products with characters of
/// degree 1 are found (<see cref="CharacterSymmetries"/>).</para>
/// <para><b>Reduction.</b> By <see cref="GramReduction"/>. What is found is right by construction, and proved again as every table is. Where
/// something is missing, often one cheap class matrix adds the vectors that complete the lattice.</para>
/// <para><b>Why it suffices so often.</b> By Artin and Brauer the induced characters have finite index in all generalised characters, and index prime to p if Sylow p-subgroups are cyclic; products fill the rest, and
/// where they do not, the centralizers generate all for most groups.</para>
/// </remarks>
internal sealed class CharacterLattice
{
    /// <summary>The largest number of classes at which reduction is worth trying.</summary>
    public const int MaximumClassCount = 1000;

    private readonly IClassAlgebra _algebra;
    private readonly PrimeField _field;
    private readonly ulong _root;
    private readonly int[] _inverse;
    private readonly ulong[] _weights;
    private readonly List<ulong[]> _known = [];
    private readonly CentralBlocks _blocks;
    private readonly CharacterSymmetries _symmetries;

    /// <summary>For each block of central characters that stands for its orbit: what is known in it, and the reduced rest.</summary>
    private readonly Dictionary<int, (List<(ulong[] Values, ulong[] Weighted)> Known, GramReduction Basis)> _parts = [];

    private CharacterLattice(IClassAlgebra algebra, PrimeField field, ulong root, IReadOnlyList<ulong[]> linear, CancellationToken cancellationToken)
    {
        _algebra = algebra;
        _field = field;
        _root = root;
        _inverse = algebra.Powers.Map(-1);
        var inverseOrder = field.Inverse(field.FromInteger(algebra.Order));
        _weights = [.. algebra.Sizes.Select(size => field.Multiply(field.FromInteger(size), inverseOrder))];
        _blocks = new CentralBlocks(algebra, field, root, linear, cancellationToken);
        _symmetries = new CharacterSymmetries(algebra, field, linear);
        foreach (var s in _blocks.Representatives)
        {
            _parts.Add(s, ([], new GramReduction(field, cancellationToken)));
        }

        foreach (var lambda in linear)
        {
            Know(lambda);
        }
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

        var lattice = new CharacterLattice(algebra, field, root, linear, cancellationToken);
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
    public IReadOnlyList<ulong[]> Irreducibles => _known;

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
            var sorted = _known.OrderBy(values => values[0]).ToList();
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

    /// <summary>Adds the parts of a generalised character; <c>false</c> if the reduction does not settle.</summary>
    private bool Insert(ulong[] generator)
    {
        foreach (var s in _blocks.Representatives)
        {
            if (!InsertPart(_blocks.Part(generator, s), s))
            {
                return false;
            }
        }

        return true;
    }

    private bool InsertPart(ulong[] v, int block)
    {
        var (known, basis) = _parts[block];
        foreach (var chi in known)
        {
            ModularVector.SubtractMultiple(_field, v, InnerProduct(v, chi.Weighted), chi.Values);
        }

        var weighted = Weighted(v);
        var norm = InnerProduct(v, weighted);
        if (norm == 0)
        {
            return true;
        }

        basis.Add(v, [.. basis.Vectors.Select(b => InnerProduct(b, weighted))], norm);
        while (basis.TryReduce())
        {
            if (basis.PlaceOfUnit is not { } place)
            {
                return true;
            }

            // ± an irreducible character: it and all that its symmetries make of it are taken out of the rest.
            var chi = basis.Vectors[place];
            basis.Remove(place);
            foreach (var image in _symmetries.Orbit(_field.ToSignedInteger(chi[0]) < 0 ? Array.ConvertAll(chi, _field.Negate) : chi))
            {
                Know(image);
            }
        }

        return false;
    }

    /// <summary>Takes an irreducible character in.</summary>
    private void Know(ulong[] chi)
    {
        _known.Add(chi);
        if (_parts.TryGetValue(_blocks.Of(chi), out var part))
        {
            var weighted = Weighted(chi);
            part.Known.Add((chi, weighted));
            part.Basis.ProjectOff(chi, [.. part.Basis.Vectors.Select(b => InnerProduct(b, weighted))]);
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
