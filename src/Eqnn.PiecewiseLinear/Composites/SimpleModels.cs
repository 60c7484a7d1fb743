using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Composites;

/// <summary>The simples of a group as exact real matrices: the coordinates in which values of maps are written.</summary>
public sealed class SimpleModels
{
    private readonly ProjectedBasis?[] _bases;
    private readonly Dictionary<(int Simple, Permutation Element), Matrix<Cyclotomic>> _matrices = [];

    private SimpleModels(CharacterTable table, ProjectedBasis?[] bases)
    {
        Table = table;
        _bases = bases;
    }

    /// <summary>The character table.</summary>
    public CharacterTable Table { get; }

    /// <summary>Looks for a model of each simple.</summary>
    public static SimpleModels Of(CharacterTable table)
    {
        // Each simple of a cyclic group occurs once in the regular set: no search. Otherwise the model that EquivariantMapSpace uses as well.
        var regular = table.Group.IsCyclic ? IsotypicDecomposition.Of(table, GSet.Regular(table.Group)) : null;
        return new(table, [.. table.Simples.Select(simple => regular is null
            ? MultiplicityOneModel.TryFind(simple, SimpleCopy.MaxModelIndex)
            : ProjectedBasis.Of(regular, simple, 0, (int)simple.Dimension))]);
    }

    /// <summary>Whether matrices were found.</summary>
    public bool Has(SimpleRepresentation simple) => _bases[simple.Position] is not null;

    /// <summary>The coordinates of a simple for which <see cref="Has"/> says that there are some.</summary>
    internal ProjectedBasis BasisOf(SimpleRepresentation simple) => _bases[simple.Position]!;

    /// <summary>The matrix of an element.</summary>
    public Matrix<Cyclotomic> MatrixOf(SimpleRepresentation simple, Permutation g)
    {
        if (!_matrices.TryGetValue((simple.Position, g), out var matrix))
        {
            _matrices.Add((simple.Position, g), matrix = BasisOf(simple).MatrixOf(g));
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
}
