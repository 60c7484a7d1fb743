using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Catalog.Documents;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Building;

/// <summary>The simples of a group as exact real matrices: the coordinates in which values of maps are written.</summary>
internal sealed class Models
{
    private readonly ProjectedBasis?[] _bases;
    private readonly Dictionary<(int Simple, Permutation Element), Matrix<Cyclotomic>> _matrices = [];

    private Models(CharacterTable table, ProjectedBasis?[] bases)
    {
        Table = table;
        _bases = bases;
    }

    public CharacterTable Table { get; }

    public static Models Of(CharacterTable table)
    {
        // Each simple of a cyclic group occurs once in the regular set: no search. Otherwise the model that EquivariantMapSpace uses as well.
        var regular = table.Group.IsCyclic ? IsotypicDecomposition.Of(table, GSet.Regular(table.Group)) : null;
        return new(table, [.. table.Simples.Select(simple => regular is null
            ? MultiplicityOneModel.TryFind(simple, SimpleCopy.MaxModelIndex)
            : ProjectedBasis.Of(regular, simple, 0, (int)simple.Dimension))]);
    }

    /// <summary>Whether matrices were found.</summary>
    public bool Has(SimpleRepresentation simple) => _bases[simple.Position] is not null;

    /// <summary>The matrix of an element.</summary>
    public Matrix<Cyclotomic> MatrixOf(SimpleRepresentation simple, Permutation g)
    {
        if (!_matrices.TryGetValue((simple.Position, g), out var matrix))
        {
            _matrices.Add((simple.Position, g), matrix = _bases[simple.Position]!.MatrixOf(g));
        }

        return matrix;
    }

    /// <summary>A basis of <c>K^H</c> over the endomorphisms of K, H the stabiliser of the base point of an orbit, scaled so that for a K that occurs once the composite is P_K ∘ f.</summary>
    public IReadOnlyList<ColumnVector<Cyclotomic>> VectorsFor(SimpleRepresentation target, GSetOrbit orbit)
    {
        var count = (int)IsotypicDecomposition.MultiplicityIn(orbit, target);
        if (count == 0)
        {
            return [];
        }

        var fixedVectors = Subspace<Cyclotomic>.FixedBy((int)target.Dimension, orbit.Stabilizer.Generators.Select(h => MatrixOf(target, h))).Basis;
        var scale = new Rational(target.Dimension, orbit.Length);
        return [.. EndomorphismSpan.IndependentOverEndomorphisms(fixedVectors, [.. Table.Group.Generators.Select(g => MatrixOf(target, g))], count)
            .Select(vector => (Cyclotomic)scale * vector)];
    }

    /// <summary>The records of the document: a matrix for each generator of the group.</summary>
    public JArray ToJson(CatalogNumbers numbers) => [.. Table.Simples.Select(simple => Has(simple)
        ? new JObject { ["simple"] = simple.Label, ["generators"] = Json(Table.Group.Generators.Select(g => MatrixOf(simple, g)), numbers) }
        : new JObject { ["simple"] = simple.Label, ["limit"] = CatalogLimits.NoModel(simple.Label, SimpleCopy.MaxModelIndex) })];

    public static JArray Json(IEnumerable<Matrix<Cyclotomic>> matrices, CatalogNumbers numbers) =>
        [.. matrices.Select(matrix => new JArray(matrix.Rows().Select(row => (object)numbers.Row(row)).ToArray()))];
}
