using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Algebra.Representations;

/// <summary>One equivariant linear map <c>T : Fun X → Fun X</c>, given by its weights on the orbitals, and what it does to each simple.</summary>
/// <remarks>
/// <para><b>Order.</b> One weight for each of <see cref="OrbitalBasis.Orbitals"/>: T(y, x) is the weight of the orbital of (y, x).</para>
/// <para><b>Source.</b> docs/theory.md#layers.</para>
/// </remarks>
public sealed class OrbitalOperator
{
    /// <summary>The largest number of products of entries that <see cref="BlocksOf"/> forms.</summary>
    public const long MaxProducts = 20_000_000;

    private OrbitalOperator(OrbitalBasis basis, IReadOnlyList<RealCyclotomic> weights)
    {
        Basis = basis;
        Weights = weights;
    }

    /// <summary>The basis in which the weights are given.</summary>
    public OrbitalBasis Basis { get; }

    /// <summary>The weights, one for each orbital.</summary>
    public IReadOnlyList<RealCyclotomic> Weights { get; }

    /// <summary>The map with given weights.</summary>
    /// <exception cref="ArgumentException">Source and target of the basis differ, or the number of weights is not that of the orbitals.</exception>
    public static OrbitalOperator Of(OrbitalBasis basis, IEnumerable<RealCyclotomic> weights)
    {
        ArgumentNullException.ThrowIfNull(basis);
        if (!ReferenceEquals(basis.Source, basis.Target))
        {
            throw new ArgumentException($"a map of Fun({basis.Source.Name}) to Fun({basis.Target.Name}) is no operator: source and target must be the same G-set");
        }

        RealCyclotomic[] list = [.. weights];
        return list.Length == basis.Orbitals.Count
            ? new(basis, Array.AsReadOnly(list))
            : throw new ArgumentException(FormattableString.Invariant($"{basis.Source.Name} has {basis.Orbitals.Count} orbitals, not {list.Length}"), nameof(weights));
    }

    /// <summary>T(y, x), the coefficient of e_y in T e_x.</summary>
    public RealCyclotomic EntryAt(int y, int x) => Weights[Basis.PositionOf(y, x)];

    /// <summary>T as a matrix, |X| × |X|; row y, column x is <see cref="EntryAt"/>.</summary>
    /// <exception cref="LimitExceededException">|X|² exceeds <see cref="IsotypicDecomposition.MaxMatrixEntries"/>.</exception>
    public Matrix<RealCyclotomic> ToMatrix()
    {
        var size = Basis.Source.Size;
        return size * size <= IsotypicDecomposition.MaxMatrixEntries
            ? Matrix<RealCyclotomic>.FromFunction((int)size, (int)size, EntryAt)
            : throw new LimitExceededException("entries of a matrix", IsotypicDecomposition.MaxMatrixEntries, FormattableString.Invariant($"{size * size}"), "ask for EntryAt instead, or choose a smaller G-set");
    }

    /// <summary>T v, exactly.</summary>
    /// <param name="vector">The coordinates of v, one for each point of X.</param>
    /// <exception cref="ArgumentException">There are not |X| coordinates.</exception>
    public ColumnVector<RealCyclotomic> Apply(IEnumerable<RealCyclotomic> vector)
    {
        RealCyclotomic[] coordinates = [.. vector];
        if (coordinates.Length != Basis.Source.Size)
        {
            throw new ArgumentException(FormattableString.Invariant($"{Basis.Source.Name} has {Basis.Source.Size} points, not {coordinates.Length}"), nameof(vector));
        }

        var image = new RealCyclotomic[coordinates.Length];
        for (var x = 0; x < coordinates.Length; x++)
        {
            for (var y = 0; !coordinates[x].IsZero && y < image.Length; y++)
            {
                var entry = EntryAt(y, x);
                image[y] += entry.IsZero ? RealCyclotomic.Zero : entry * coordinates[x];
            }
        }

        return [.. image];
    }

    /// <summary>What T does to each simple that occurs: by Schur's lemma a matrix as large as the multiplicity, and here its characteristic polynomial, exactly.</summary>
    /// <remarks>By traces of the powers of T on the isotypic components: one column of each power for each orbit of X. No matrix of T is formed.</remarks>
    /// <returns>In the order of <see cref="IsotypicDecomposition.Components"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="decomposition"/> is that of another G-set.</exception>
    /// <exception cref="LimitExceededException">More than <see cref="MaxProducts"/> products would be needed: multiplicities above 1 on a large set.</exception>
    public IReadOnlyList<OperatorBlock> BlocksOf(IsotypicDecomposition decomposition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decomposition);
        if (!ReferenceEquals(decomposition.Set, Basis.Source))
        {
            throw new ArgumentException($"this is a decomposition of Fun({decomposition.Set.Name}), not of the Fun({Basis.Source.Name}) of this map", nameof(decomposition));
        }

        var degree = decomposition.Components.Select(BlockSize).DefaultIfEmpty(0).Max();
        var products = (decimal)(degree - 1) * Basis.Orbitals.Count * Basis.Source.Size;
        if (products > MaxProducts)
        {
            throw new LimitExceededException("products for the blocks of an equivariant map", MaxProducts, FormattableString.Invariant($"{products}"), "choose a smaller G-set");
        }

        var sums = Enumerable.Range(0, Basis.Source.Orbits.Count).Select(orbit => ColumnSums(orbit, degree, cancellationToken)).ToList();
        return [.. decomposition.Components.Select(component => new OperatorBlock(component.Simple, component.Multiplicity, Characteristic(component, sums)))];
    }

    /// <summary>[V : χ] for a constituent χ of a simple.</summary>
    private static int BlockSize(IsotypicComponent component) => checked((int)component.Multiplicity * component.Simple.ConstituentMultiplicity);

    /// <summary>For k = 1, ..., <paramref name="degree"/> and each piece of an orbit: the sum over the piece of the coordinates of T^k e_x, x the base point.</summary>
    private Cyclotomic[][] ColumnSums(int orbit, int degree, CancellationToken cancellationToken)
    {
        // T^k e_x is fixed by the stabiliser of x, so it is a number for each orbital that starts at x.
        var source = Basis.Source;
        var orbitals = Basis.Orbitals.Where(orbital => orbital.SourceOrbit == orbit).ToList();
        var first = orbitals[0].Position;
        var (x, points) = (source.Orbits[orbit].BasePoint, Enumerable.Range(0, (int)source.Size).ToList());
        var orbitalOf = points.Select(y => Basis.PositionOf(y, x) - first).ToList();
        var column = orbitals.Select(orbital => Weights[orbital.Position].Value).ToArray();
        var sums = new Cyclotomic[degree][];
        for (var k = 0; k < degree; k++)
        {
            if (k > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                column = [.. orbitals.Select(orbital => points.Aggregate(Cyclotomic.Zero, (sum, y) => column[orbitalOf[y]].IsZero ? sum : sum + (EntryAt(orbital.TargetPoint, y).Value * column[orbitalOf[y]])))];
            }

            sums[k] = new Cyclotomic[source.Orbits[orbit].Pieces.Count];
            foreach (var y in source.Orbits[orbit].Points)
            {
                sums[k][source.Orbits[orbit].PieceOfPair(y, x)] += column[orbitalOf[y]];
            }
        }

        return sums;
    }

    /// <summary>The characteristic polynomial from the traces of the powers, by Newton's identities.</summary>
    private Cyclotomic[] Characteristic(IsotypicComponent component, IReadOnlyList<Cyclotomic[][]> sums)
    {
        var character = component.Simple.Constituents[0];
        var size = BlockSize(component);
        var powerSums = Enumerable.Range(0, size).Select(k => TraceOfPower(character, k, sums)).ToList();
        var elementary = new Cyclotomic[size + 1];
        elementary[0] = Cyclotomic.One;
        for (var k = 1; k <= size; k++)
        {
            for (var i = 1; i <= k; i++)
            {
                elementary[k] += elementary[k - i] * powerSums[i - 1] * (i % 2 == 1 ? 1 : -1);
            }

            elementary[k] /= k;
        }

        return [.. Enumerable.Range(0, size + 1).Select(power => elementary[size - power] * ((size - power) % 2 == 0 ? 1 : -1))];
    }

    /// <summary>tr(T^(k+1) P_χ) / χ(1): the trace of the power of the block.</summary>
    private Cyclotomic TraceOfPower(IrreducibleCharacter character, int k, IReadOnlyList<Cyclotomic[][]> sums)
    {
        // P_χ(x, y) = (χ(1)/|G|) Σ χ(g⁻¹) over g y = x, that is Σ χ(g) over g x = y; every point of an orbit gives the same term.
        var trace = Cyclotomic.Zero;
        for (var i = 0; i < sums.Count; i++)
        {
            var orbit = Basis.Source.Orbits[i];
            for (var p = 0; p < orbit.Pieces.Count; p++)
            {
                if (!sums[i][k][p].IsZero)
                {
                    var value = orbit.Pieces[p].ClassCounts.Aggregate(Cyclotomic.Zero, (sum, entry) => sum + (character[entry.Key] * new Rational(entry.Value, 1)));
                    trace += sums[i][k][p] * value * new Rational(orbit.Length, 1);
                }
            }
        }

        return trace * new Rational(1, Basis.Source.Group.Order);
    }
}
