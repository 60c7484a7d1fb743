using Eqnn.Algebra.Characters.Rows;
using Eqnn.Numbers;
using Eqnn.Numbers.Modular;

namespace Eqnn.Algebra.Characters.Modular;

/// <summary>The irreducible characters modulo a prime, by splitting the regular character with class matrices: the modular half of Dixon–Schneider.</summary>
/// <remarks>
/// <para><b>Method.</b> A <em>block</em> is a set of irreducible characters that no class used so far tells apart, represented by the one vector w = Σ χ(1) χ over it, from which
/// n = w(1) = Σ χ(1)² is read. The first block is the regular character minus the known ones. A class matrix B acts on it by B w = Σ ω_χ χ(1) χ, so the projections of w to the
/// eigenspaces of B, polynomials in B applied to w, are the vectors of the finer blocks. No bases of eigenspaces are needed, only the vectors w, Bw, B²w, ...</para>
/// <para><b>Minimal polynomial.</b> ⟨B^a w, B^b w⟩ = Σ χ(1)² ω^(a+b) is a sum of powers of the distinct eigenvalues with the coefficients n of the finer blocks. So its recurrence
/// (Berlekamp–Massey) is the minimal polynomial of B on w provided no n is 0 modulo p (p &gt; |G| suffices); it is checked on w in any case, exactly.</para>
/// <para><b>End.</b> The classes together separate the irreducible characters, modulo p too: p does not divide |G| and F_p has the |G|-th roots needed, so the class algebra is split semisimple
/// [Dixon1967]. Done when there are as many blocks as characters: then every block is one character, its degree the d with d² = n, d ≤ √|G|, and w/d the character modulo p.</para>
/// <para><b>Source.</b> [Dixon1967], [Schneider1990]; the vectors w in place of bases: proved above.</para>
/// </remarks>
internal sealed class ModularSplitting
{
    private readonly IClassAlgebra _algebra;
    private readonly PrimeField _field;
    private readonly int[] _inverse;
    private readonly ulong[] _weights;
    private readonly ulong _inverseOrder;

    private ModularSplitting(IClassAlgebra algebra, PrimeField field)
    {
        _algebra = algebra;
        _field = field;
        _inverse = algebra.Powers.Map(-1);
        _weights = [.. algebra.Sizes.Select(field.FromInteger)];
        _inverseOrder = field.Inverse(field.FromInteger(algebra.Order));
    }

    /// <summary>The irreducible characters that are not among <paramref name="known"/>, modulo p, in no particular order.</summary>
    /// <param name="algebra">The class algebra.</param>
    /// <param name="field">A field with p ≡ 1 modulo the exponent and p &gt; 2√|G|.</param>
    /// <param name="known">Irreducible characters that are known, those of degree 1 at least, modulo p.</param>
    /// <param name="isEnough">Asked before each class with the blocks reached and the number of elements in the classes so far, this one included: <c>true</c> stops the work.</param>
    /// <param name="progress">Told the number of blocks.</param>
    /// <param name="cancellationToken">Looked at for every row of a class matrix and every power.</param>
    /// <returns>The degrees with the values modulo p, or <c>null</c> if it was stopped, or p is unlucky (possible only for p ≤ |G|).</returns>
    public static IReadOnlyList<(long Degree, ulong[] Values)>? Split(IClassAlgebra algebra, PrimeField field, IReadOnlyList<ulong[]> known, Func<IReadOnlyList<ulong[]>, long, bool>? isEnough, IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken) => new ModularSplitting(algebra, field).Run(known, isEnough, progress, cancellationToken);

    private List<(long Degree, ulong[] Values)>? Run(IReadOnlyList<ulong[]> known, Func<IReadOnlyList<ulong[]>, long, bool>? isEnough, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var wanted = _algebra.ClassCount - known.Count;
        if (wanted == 0)
        {
            return [];
        }

        var blocks = new List<ulong[]> { UnknownPart(known) };
        var galois = GaloisGroup(cancellationToken);
        var tried = new bool[_algebra.ClassCount];
        var elements = 0L;
        foreach (var j in Enumerable.Range(1, _algebra.ClassCount - 1).OrderBy(c => _algebra.Sizes[c]))
        {
            if (blocks.Count == wanted)
            {
                break;
            }

            if (tried[j])
            {
                continue;
            }

            elements += _algebra.Sizes[j];
            if (isEnough is not null && isEnough(blocks, elements))
            {
                return null;
            }

            var fixing = galois.Where(map => map[j] == j).ToList();
            var matrix = SparseClassMatrix.Of(_algebra, j, _field, fixing, cancellationToken);
            foreach (var map in galois)
            {
                if (!tried[map[j]])
                {
                    tried[map[j]] = true;
                    blocks = Refine(blocks, matrix, map, wanted, cancellationToken);
                    progress?.Report(new WorkProgress("irreducible characters", blocks.Count, wanted));
                }
            }
        }

        return blocks.Count == wanted ? Characters(blocks) : null;
    }

    private ulong[] UnknownPart(IReadOnlyList<ulong[]> known)
    {
        // The regular character is |G| at 1 and 0 elsewhere; what is known is taken out with its multiplicity, the degree.
        var sum = new ulong[_algebra.ClassCount];
        foreach (var values in known)
        {
            for (var c = 0; c < sum.Length; c++)
            {
                sum[c] = _field.Add(sum[c], _field.Multiply(values[0], values[c]));
            }
        }

        for (var c = 0; c < sum.Length; c++)
        {
            sum[c] = _field.Negate(sum[c]);
        }

        sum[0] = _field.Add(sum[0], _field.FromInteger(_algebra.Order));
        return sum;
    }

    /// <summary>The permutations of the classes by c ↦ c^t, t prime to the exponent, the identity first.</summary>
    private List<int[]> GaloisGroup(CancellationToken cancellationToken)
    {
        var generators = ClassPowers.UnitGenerators(_algebra.Exponent).Select(_algebra.Powers.Map).ToList();
        var group = new List<int[]> { Enumerable.Range(0, _algebra.ClassCount).ToArray() };
        var seen = new HashSet<int[]>(group, SequenceComparer<int>.Instance);
        for (var at = 0; at < group.Count; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var generator in generators)
            {
                var product = Array.ConvertAll(group[at], c => generator[c]);
                if (seen.Add(product))
                {
                    group.Add(product);
                }
            }
        }

        return group;
    }

    private List<ulong[]> Refine(List<ulong[]> blocks, SparseClassMatrix matrix, int[] map, int wanted, CancellationToken cancellationToken)
    {
        var finer = new List<ulong[]>();
        for (var at = 0; at < blocks.Count; at++)
        {
            if (finer.Count + blocks.Count - at == wanted)
            {
                finer.AddRange(blocks.Skip(at));
                break;
            }

            // The matrix of the conjugate class map[j] is that of j with c renamed map[c].
            var renamed = new ulong[map.Length];
            for (var c = 0; c < map.Length; c++)
            {
                renamed[c] = blocks[at][map[c]];
            }

            foreach (var part in Eigenparts(matrix, renamed, cancellationToken))
            {
                var original = new ulong[map.Length];
                for (var c = 0; c < map.Length; c++)
                {
                    original[map[c]] = part[c];
                }

                finer.Add(original);
            }
        }

        return finer;
    }

    /// <summary>The projections of w to the eigenspaces of B in which it is not 0, by ascending eigenvalue modulo p.</summary>
    private ulong[][] Eigenparts(SparseClassMatrix matrix, ulong[] w, CancellationToken cancellationToken)
    {
        var powers = new List<ulong[]> { w };
        var recurrence = new LinearRecurrence(_field);
        recurrence.Add(InnerProduct(w, Weighted(w)));
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (recurrence.Length == 0 || powers.Count > w.Length)
            {
                return [w]; // unlucky prime: Σ χ(1)² = 0 modulo p; the caller notices by the count
            }

            var next = matrix.Multiply(_field, powers[^1]);
            if (powers.Count == 1 && IsMultiple(next, w))
            {
                return [w];
            }

            var weighted = Weighted(next);
            recurrence.Add(InnerProduct(powers[^1], weighted));
            recurrence.Add(InnerProduct(next, weighted));
            powers.Add(next);

            // One term more than determines it has confirmed the recurrence: now it is worth the exact check on w.
            if (2 * recurrence.Length < recurrence.TermCount)
            {
                var polynomial = recurrence.CharacteristicPolynomial();
                if (Array.TrueForAll(Combination(powers, polynomial), x => x == 0) && ModularPolynomial.Roots(_field, polynomial, cancellationToken) is { } roots)
                {
                    return Array.ConvertAll(roots, root =>
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        return Projection(powers, polynomial, root);
                    });
                }
            }
        }
    }

    private ulong[] Projection(List<ulong[]> powers, ulong[] polynomial, ulong root)
    {
        var quotient = ModularPolynomial.DivideByRoot(_field, polynomial, root);
        var scale = _field.Inverse(ModularPolynomial.Evaluate(_field, quotient, root));
        return Combination(powers, Array.ConvertAll(quotient, c => _field.Multiply(c, scale)));
    }

    private ulong[] Combination(List<ulong[]> vectors, ulong[] coefficients)
    {
        var sum = new ulong[vectors[0].Length];
        for (var i = 0; i < coefficients.Length; i++)
        {
            if (coefficients[i] != 0)
            {
                ModularVector.AddScaled(_field, sum, coefficients[i], vectors[i]);
            }
        }

        ModularVector.Reduce(_field, sum);
        return sum;
    }

    private bool IsMultiple(ulong[] a, ulong[] w)
    {
        // w(1) ≠ 0 here: it is the first term of the recurrence.
        var factor = _field.Multiply(a[0], _field.Inverse(w[0]));
        for (var c = 0; c < w.Length; c++)
        {
            if (a[c] != _field.Multiply(factor, w[c]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>c ↦ |C| w(c⁻¹), so that a dot product with it is |G| times the inner product.</summary>
    private ulong[] Weighted(ulong[] w)
    {
        var weighted = new ulong[w.Length];
        for (var c = 0; c < w.Length; c++)
        {
            weighted[c] = _field.Multiply(_weights[c], w[_inverse[c]]);
        }

        return weighted;
    }

    private ulong InnerProduct(ulong[] a, ulong[] weighted) => _field.Multiply(ModularVector.Dot(_field, a, weighted), _inverseOrder);

    private List<(long Degree, ulong[] Values)> Characters(List<ulong[]> blocks)
    {
        // d ↦ d² is injective modulo p on 1 .. √|G| < p/2, and degrees divide the order.
        var degrees = new Dictionary<ulong, long>();
        for (var d = 1L; d * d <= _algebra.Order; d++)
        {
            if (_algebra.Order % d == 0)
            {
                degrees[_field.FromInteger(d * d)] = d;
            }
        }

        var characters = new List<(long, ulong[])>();
        foreach (var block in blocks)
        {
            if (!degrees.TryGetValue(block[0], out var degree))
            {
                throw new CertificateException("the square of the degree of an irreducible character", FormattableString.Invariant($"{block[0]} modulo {_field.P}, group order {_algebra.Order}"));
            }

            var scale = _field.Inverse(_field.FromInteger(degree));
            characters.Add((degree, Array.ConvertAll(block, x => _field.Multiply(x, scale))));
        }

        return characters;
    }
}
