using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.Modular;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>Canonical forms of sets of hyperplanes under the symmetry of an arrangement, signs forgotten.</summary>
/// <remarks>The search is steered by colours of a set F: on hyperplane h the sum over j in F of a code of Γ_jh², Γ the invariant form modulo a prime (<see cref="InvariantForm"/> has it exactly). Codes that agree by accident cost time, not truth.</remarks>
internal sealed class FlatSymmetry<TBits>
    where TBits : struct, IBits<TBits>
{
    // Null where all permutations of the hyperplanes are there: then sets of one size are equivalent.
    private readonly CanonicalSearch<TBits>? _search;
    private readonly long[] _codes;
    private readonly long[] _colours;
    private readonly int _count;

    private FlatSymmetry(int count, CanonicalSearch<TBits>? search, long[] codes)
    {
        _count = count;
        _search = search;
        _codes = codes;
        _colours = new long[count];
    }

    /// <summary>The canonical forms under the symmetry of an arrangement; null where it moves no hyperplane.</summary>
    public static FlatSymmetry<TBits>? TryOf(Arrangement arrangement, CancellationToken cancellationToken)
    {
        if (arrangement.Action is not { } action)
        {
            return null;
        }

        // Hyperplane j is the points 2j and 2j + 1 of the search; without signs they move together.
        var generators = action.Generators.Select(g => Enumerable.Range(0, 2 * action.Count).Select(x => (g[action.Extra + x] - action.Extra) & ~1 | (x & 1)).ToArray());
        var unsigned = SignedAction.Of(action.Count, [.. generators], 2 * action.Count, cancellationToken);
        if (unsigned.Order == Enumerable.Range(1, action.Count).Aggregate(BigInteger.One, (product, k) => product * k))
        {
            return new FlatSymmetry<TBits>(action.Count, null, []);
        }

        return unsigned.Order.IsOne ? null : new FlatSymmetry<TBits>(action.Count, SymmetryReduction.Search<TBits>(unsigned, cancellationToken), Codes(arrangement.Integer));
    }

    /// <summary>The same forms for another thread.</summary>
    public FlatSymmetry<TBits> Copy() => new(_count, _search?.Copy(), _codes);

    /// <summary>The canonical member of the orbit of a set.</summary>
    public TBits Canonical(TBits set)
    {
        if (_search is null)
        {
            return Bits.First<TBits>(set.Count);
        }

        Run(_search, set);
        return _search.Image.Positive;
    }

    /// <summary>Joins the classes of hyperplanes outside a flat that elements which fix the flat carry to each other.</summary>
    public void JoinClasses(TBits flat, FlatCovers covers, DisjointSets classes)
    {
        if (_search is null)
        {
            for (var c = 1; c < covers.Count; c++)
            {
                classes.Unite(0, c);
            }

            return;
        }

        Run(_search, flat);
        foreach (var automorphism in _search.Automorphisms)
        {
            for (var c = 0; c < covers.Count; c++)
            {
                classes.Unite(c, covers.ClassOf[automorphism[2 * covers.First[c]] >> 1]);
            }
        }
    }

    private void Run(CanonicalSearch<TBits> search, TBits set)
    {
        Array.Clear(_colours);
        for (var rest = set; !rest.IsEmpty; rest ^= Bits.Single<TBits>(rest.Lowest))
        {
            var column = _codes.AsSpan(rest.Lowest * _count, _count);
            for (var h = 0; h < _colours.Length; h++)
            {
                _colours[h] = unchecked(_colours[h] + column[h]);
            }
        }

        search.Run(set, default, _colours);
    }

    private static long[] Codes(IntegerArrangement arrangement)
    {
        var n = arrangement.Count;
        var d = arrangement.Dimension;
        for (var above = ModularImage.Large; ;)
        {
            var image = ModularImage.Above(arrangement.Ring, above);
            above = (long)image.Field.P;
            var field = image.Field;
            ulong[][] normals = [.. image.Of(arrangement.Big).Chunk(d)];
            var columns = ModularMatrix.Transpose(normals);

            // S = Σ v vᵀ is positive definite, so few primes make it singular.
            if (ModularMatrix.TryInverse(field, [.. columns.Select(column => ModularMatrix.Times(field, column, normals))]) is not { } form)
            {
                continue;
            }

            var codes = new long[n * n];
            for (var j = 0; j < n; j++)
            {
                var products = ModularMatrix.Times(field, ModularMatrix.Times(field, normals[j], form), columns);
                for (var h = 0; h < n; h++)
                {
                    // A hyperplane of the set itself is marked, so that colours tell members from the others.
                    codes[j * n + h] = unchecked((long)Bits.Mix(field.Multiply(products[h], products[h]) + (j == h ? 1UL << 40 : 0)));
                }
            }

            return codes;
        }
    }
}
