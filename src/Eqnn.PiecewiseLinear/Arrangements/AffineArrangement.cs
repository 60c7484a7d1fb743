using System.Diagnostics;
using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>A finite set of affine forms ⟨v_j, x⟩ + c_j on ℝ^n over a real cyclotomic field, and the hyperplanes on which they vanish; possibly with a group of affine maps that permutes the forms up to sign.</summary>
/// <remarks>
/// <para><b>Reading the rows.</b> A form with v_j = 0 is a constant and carries no hyperplane; proportional forms share one; parallel hyperplanes stay apart. All of this is decided exactly.</para>
/// <para><b>Cone.</b> The forms ⟨v_j, x⟩ + c_j x_0 on ℝ^{n+1}, with x_0 itself in front: <see cref="Cone"/>. The regions are its chambers with x_0 &gt; 0, cut at height 1.</para>
/// <para><b>Symmetry.</b> A signed permutation g of the rows belongs to the symmetry iff some affine map carries form j to ± form g(j) for all j: a linear map of the cone that fixes x_0. That is checked.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class AffineArrangement
{
    private readonly Lazy<IReadOnlyList<Hyperplane>> _hyperplanes;

    private AffineArrangement(IReadOnlyList<ColumnVector<Cyclotomic>> rows, IReadOnlyList<Cyclotomic> constants, Arrangement cone, IReadOnlyList<SignedPermutation> symmetry)
    {
        Rows = rows;
        Constants = constants;
        Cone = cone;
        Symmetry = symmetry;

        // The hyperplane at infinity is the first of the cone; its row is no row here.
        _hyperplanes = new(() => cone.Hyperplanes.Skip(1)
            .Select((h, position) => new Hyperplane(position, rows[h.Rows[0].Row - 1], [.. h.Rows.Select(r => (r.Row - 1, r.Sign))])).ToArray().AsReadOnly());
    }

    /// <summary>The vectors v_j as given.</summary>
    public IReadOnlyList<ColumnVector<Cyclotomic>> Rows { get; }

    /// <summary>The constants c_j as given.</summary>
    public IReadOnlyList<Cyclotomic> Constants { get; }

    /// <summary>The arrangement of the forms ⟨v_j, x⟩ + c_j x_0 on ℝ^{n+1}, the last coordinate being x_0, with the row x_0 in front: row j here is row j + 1 there.</summary>
    public Arrangement Cone { get; }

    /// <summary>n, the number of columns.</summary>
    public int AmbientDimension => Cone.AmbientDimension - 1;

    /// <summary>The rank d of the vectors: the largest codimension of an intersection of hyperplanes.</summary>
    public int Dimension => Cone.Dimension - 1;

    /// <summary>A basis, n - d vectors in reduced form, of the directions along which nothing changes.</summary>
    public IReadOnlyList<ColumnVector<Cyclotomic>> Lineality => [.. Cone.Lineality.Select(v => ColumnVector.Of(v.Take(AmbientDimension)))];

    /// <summary>The rows with v_j = 0, constants, from 0, ascending.</summary>
    public IReadOnlyList<int> ConstantRows => [.. Cone.ZeroRows.Concat(Cone.Hyperplanes[0].Rows.Skip(1).Select(r => r.Row)).Select(r => r - 1).Order()];

    /// <summary>The hyperplanes, ordered by their first rows; proportional forms are merged, a negative sign tells the opposite positive side.</summary>
    public IReadOnlyList<Hyperplane> Hyperplanes => _hyperplanes.Value;

    /// <summary>The conductor of the smallest cyclotomic field that holds all entries; 1 if they are rational.</summary>
    public int Conductor => Cone.Conductor;

    /// <summary>Generators of the symmetry group, on the rows; empty for the trivial group.</summary>
    public IReadOnlyList<SignedPermutation> Symmetry { get; }

    /// <summary>The order of the symmetry group, as a group of signed permutations of the rows.</summary>
    public BigInteger SymmetryOrder => Cone.SymmetryOrder;

    /// <summary>The arrangement of the given affine forms.</summary>
    /// <param name="rows">The vectors v_j.</param>
    /// <param name="constants">The constants c_j, one for each row.</param>
    /// <exception cref="ArgumentException">Rows of different lengths, another number of constants, or an entry that is not real.</exception>
    public static AffineArrangement FromRows(IEnumerable<IEnumerable<Cyclotomic>> rows, IEnumerable<Cyclotomic> constants)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(constants);
        var vectors = rows.Select(ColumnVector.Of).ToArray();
        var values = constants.ToArray();
        if (values.Length != vectors.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"there are {vectors.Length} rows and {values.Length} constants"), nameof(constants));
        }

        for (var r = 0; r < vectors.Length; r++)
        {
            if (vectors[r].Count != vectors[0].Count)
            {
                throw new ArgumentException(FormattableString.Invariant($"row {r + 1} has {vectors[r].Count} entries, row 1 has {vectors[0].Count}"), nameof(rows));
            }

            if (vectors[r].Append(values[r]).Any(x => !x.IsReal))
            {
                throw new ArgumentException(FormattableString.Invariant($"row {r + 1} has an entry that is not real"), nameof(rows));
            }
        }

        var columns = vectors.Length == 0 ? 0 : vectors[0].Count;
        var infinity = Enumerable.Repeat(Cyclotomic.Zero, columns).Append(Cyclotomic.One);
        return new(Array.AsReadOnly(vectors), Array.AsReadOnly(values), Arrangement.FromRows(vectors.Select((row, r) => row.Append(values[r])).Prepend(infinity)), []);
    }

    /// <summary>The arrangement of the given rational affine forms.</summary>
    /// <exception cref="ArgumentException">Rows of different lengths, or another number of constants.</exception>
    public static AffineArrangement FromRows(IEnumerable<IEnumerable<Rational>> rows, IEnumerable<Rational> constants)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(constants);
        return FromRows(rows.Select(row => row.Select(x => (Cyclotomic)x)), constants.Select(x => (Cyclotomic)x));
    }

    /// <summary>The same rows with the group generated by these signed permutations of the rows.</summary>
    /// <exception cref="ArgumentException">A generator has the wrong degree or is not induced by an affine map; names the generator and the hyperplane.</exception>
    public AffineArrangement WithSymmetry(IEnumerable<SignedPermutation> generators)
    {
        ArgumentNullException.ThrowIfNull(generators);
        var list = generators.ToArray();
        for (var g = 0; g < list.Length; g++)
        {
            if (list[g].Degree != Rows.Count)
            {
                throw new ArgumentException(FormattableString.Invariant($"generator {g + 1} acts on {list[g].Degree} rows, the arrangement has {Rows.Count}"), nameof(generators));
            }
        }

        if (list.Length == 0)
        {
            return new(Rows, Constants, Arrangement.FromRows(Cone.Rows), list.AsReadOnly());
        }

        return new(Rows, Constants, Cone.WithAffineSymmetry([.. list.Select(OnCone)]), list.AsReadOnly());
    }

    /// <summary>The same rows with the group generated by these permutations of the rows.</summary>
    /// <exception cref="ArgumentException">A generator has the wrong degree or is not induced by an affine map; names the generator and the hyperplane.</exception>
    public AffineArrangement WithSymmetry(IEnumerable<Permutation> generators)
    {
        ArgumentNullException.ThrowIfNull(generators);
        return WithSymmetry(generators.Select(SignedPermutation.From));
    }

    /// <summary>The hyperplanes through 0 of the vectors, with the linear parts of the symmetry: the hyperplanes at infinity.</summary>
    internal Arrangement Linear() => Arrangement.FromRows(Rows).WithSymmetry(Symmetry);

    /// <summary>"9 affine forms in dimension 4: 6 hyperplanes of rank 3".</summary>
    public override string ToString() => FormattableString.Invariant($"{Rows.Count} affine forms in dimension {AmbientDimension}: {Hyperplanes.Count} hyperplanes of rank {Dimension}");

    /// <summary>The rows of the cone: the first, infinity, is fixed.</summary>
    private static SignedPermutation OnCone(SignedPermutation generator) =>
        SignedPermutation.FromImages(Enumerable.Range(0, generator.Degree).Select(j => generator.SignAt(j) * (generator.Image(j) + 2)).Prepend(1));
}
