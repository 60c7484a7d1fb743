using Eqnn.Checking.Reading;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Checking.Groups;

/// <summary>Matrices for the generators that are proved to be a representation of the listed group, along every edge of its Cayley graph; one matrix for each element.</summary>
internal sealed class ListedRepresentation
{
    private ListedRepresentation(ListedGroup group, int dimension, IReadOnlyList<Matrix<Cyclotomic>> generators, IReadOnlyList<Matrix<Cyclotomic>> matrices) =>
        (Group, Dimension, Generators, Matrices) = (group, dimension, generators, matrices);

    public ListedGroup Group { get; }

    public int Dimension { get; }

    public IReadOnlyList<Matrix<Cyclotomic>> Generators { get; }

    /// <summary>The matrix of each element.</summary>
    public IReadOnlyList<Matrix<Cyclotomic>> Matrices { get; }

    /// <summary>The trace by classes.</summary>
    public IReadOnlyList<Cyclotomic> Character => [.. Enumerable.Range(0, Group.Classes.Count).Select(c => Matrices[Group.Representative(c)].Trace)];

    /// <summary>Multiplies matrices out over the group and compares all products with the generators.</summary>
    /// <param name="claims">The places of the matrices.</param>
    /// <param name="generators">The matrices.</param>
    /// <param name="dimension">Their size.</param>
    /// <param name="group">The group.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static ListedRepresentation Of(IReadOnlyList<Claim> claims, IReadOnlyList<Matrix<Cyclotomic>> generators, int dimension, ListedGroup group, CancellationToken cancellationToken)
    {
        var matrices = new List<Matrix<Cyclotomic>>(group.Order) { Matrix<Cyclotomic>.Identity(dimension) };
        for (var e = 1; e < group.Order; e++)
        {
            matrices.Add(generators[group.Steps[e].Generator] * matrices[group.Steps[e].Element]);
        }

        for (var e = 0; e < group.Order; e++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (at, s) in group.Needed.Index())
            {
                // Products by which an element was made hold by construction.
                var to = group.Left[at][e];
                claims[s].Require(group.Steps[to] == (s, e) || generators[s] * matrices[e] == matrices[to], "the matrices are no representation: two words for one element give two matrices");
            }
        }

        // A generator that the others generate has the matrix of its place.
        for (var s = 0; s < generators.Count; s++)
        {
            claims[s].Require(generators[s] == matrices[group.Places[s]], "the matrices are no representation: two words for one element give two matrices");
        }

        return new(group, dimension, generators, matrices);
    }

    /// <summary>How often a simple occurs; refused if the representation is not that multiple of it.</summary>
    public int MultipleOf(RealSimple simple, Claim claim)
    {
        var multiple = Rational.Of(Dimension, simple.Dimension);
        claim.Require(multiple.IsInteger && Character.Zip(simple.Values).All(pair => pair.First == multiple * pair.Second), () => $"the traces are no multiple of the character of {Quoted.Of(simple.Label)}");
        return (int)multiple.ToBigInteger();
    }
}
