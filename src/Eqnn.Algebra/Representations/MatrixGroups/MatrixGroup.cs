using System.Diagnostics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Representations.MatrixGroups;

/// <summary>A finite group of invertible matrices over the cyclotomic numbers, given by generators, with its action on the orbits of the basis vectors.</summary>
/// <remarks>
/// A matrix is known by the images of the basis vectors, so that action is faithful: the group is finite iff the orbits are, and the permutations of the orbits are the group. docs/theory.md#matrix-groups.
/// <b>Not</b> a representation of a group that is there already (<see cref="MatrixRepresentation"/>): here the matrices come first.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class MatrixGroup
{
    private readonly VectorOrbits _orbits;

    internal MatrixGroup(IReadOnlyList<Matrix<Cyclotomic>> generators, VectorOrbits orbits, FiniteGroup group)
    {
        Generators = generators;
        _orbits = orbits;
        Group = group;
    }

    /// <summary>The matrices that were given.</summary>
    public IReadOnlyList<Matrix<Cyclotomic>> Generators { get; }

    /// <summary>The group as permutations of the orbits of the basis vectors; its generators belong to <see cref="Generators"/>, in their order.</summary>
    public FiniteGroup Group { get; }

    /// <summary>The number of rows.</summary>
    public int Dimension => Generators[0].RowCount;

    /// <summary>Whether all entries of the generators are real.</summary>
    public bool IsReal => Generators.All(matrix => matrix.Rows().All(row => row.All(entry => entry.IsReal)));

    /// <summary>The group that matrices generate, or a product of them that has infinite order.</summary>
    /// <remarks>Products of generators are looked at for one of infinite order first. Cost: a matrix times a vector for each point of the orbits and each generator.</remarks>
    /// <param name="name">The name of the group, any text.</param>
    /// <param name="generators">At least one square matrix, all of one size and invertible.</param>
    /// <param name="limits">The bound on the points of the orbits, <see cref="GroupLimits.MaxDegree"/>, and those of the group.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">There is no matrix, or one of them is not square, of another size, or singular.</exception>
    /// <exception cref="LimitExceededException">The orbits have more points than the limit, and no product of infinite order was found.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static MatrixGroupVerdict Of(string name, IEnumerable<Matrix<Cyclotomic>> generators, GroupLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(generators);
        var list = generators.ToArray();
        RequireInvertible(list);
        var bounds = limits ?? GroupLimits.Default;
        if (InfiniteOrderWitness.TryFind(list, cancellationToken) is { } witness)
        {
            return new MatrixGroupVerdict.Infinite(witness);
        }

        var orbits = VectorOrbits.Of(list, bounds, cancellationToken);
        var group = FiniteGroup.FromTrusted(name, orbits.Points.Count, orbits.Actions, bounds);
        return new MatrixGroupVerdict.Finite(new MatrixGroup(Array.AsReadOnly(list), orbits, group));
    }

    /// <summary>The matrix of an element of <see cref="Group"/>.</summary>
    /// <exception cref="ArgumentException">Not an element.</exception>
    public Matrix<Cyclotomic> MatrixOf(Permutation element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return Group.Contains(element)
            ? Matrix<Cyclotomic>.FromColumns(Enumerable.Range(0, Dimension).Select(i => _orbits.Points[element[_orbits.Basis[i]]].Column(0)))
            : throw new ArgumentException(FormattableString.Invariant($"{element} is not an element of {Group.Name}"), nameof(element));
    }

    /// <summary>The character of the matrices: their traces on the classes.</summary>
    /// <param name="table">The table of <see cref="Group"/>.</param>
    /// <exception cref="ArgumentException">The table of another group.</exception>
    /// <exception cref="CertificateException">The traces are no character: a bug.</exception>
    public ClassFunction CharacterIn(CharacterTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (!ReferenceEquals(table.Group, Group))
        {
            throw new ArgumentException("the table is that of another group, " + table.Group.Name, nameof(table));
        }

        return CharacterOf(table, table.Classes.Select(c => MatrixOf(c.Representative).Trace));
    }

    /// <summary>The character with given values.</summary>
    /// <exception cref="CertificateException">They are those of no representation.</exception>
    internal static ClassFunction CharacterOf(CharacterTable table, IEnumerable<Cyclotomic> traces)
    {
        var character = ClassFunction.FromValues(table, traces);
        return character.IsCharacter ? character : throw new CertificateException("the traces of a matrix group are a character", table.Group.Name);
    }

    private static void RequireInvertible(Matrix<Cyclotomic>[] matrices)
    {
        if (matrices.Length == 0)
        {
            throw new ArgumentException("a matrix group needs at least one matrix", nameof(matrices));
        }

        for (var i = 0; i < matrices.Length; i++)
        {
            var matrix = matrices[i];
            if (!matrix.IsSquare || matrix.RowCount == 0 || matrix.RowCount != matrices[0].RowCount)
            {
                throw new ArgumentException(FormattableString.Invariant($"matrix {i + 1} is {matrix.RowCount} x {matrix.ColumnCount}: all matrices are square and of one size"), nameof(matrices));
            }

            if (matrix.Determinant().IsZero)
            {
                throw new ArgumentException(FormattableString.Invariant($"matrix {i + 1} is singular: it is no element of a group"), nameof(matrices));
            }
        }
    }

    /// <summary>In one line: order and dimension.</summary>
    public override string ToString() => FormattableString.Invariant($"group of {Generators.Count} matrices of dimension {Dimension}, order {Group.Order}");
}
