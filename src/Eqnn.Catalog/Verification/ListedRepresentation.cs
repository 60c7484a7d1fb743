using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Verification;

/// <summary>A simple as one matrix for each element of the group: a homomorphism with the right traces.</summary>
internal sealed class ListedRepresentation
{
    private ListedRepresentation(IReadOnlyList<Matrix<Cyclotomic>> matrices) => Matrices = matrices;

    /// <summary>The matrix of each element.</summary>
    public IReadOnlyList<Matrix<Cyclotomic>> Matrices { get; }

    /// <summary>Reads the matrices of the generators, multiplies them out over the group and checks every product and every trace.</summary>
    public static ListedRepresentation Read(JToken claim, ListedGroup group, RealSimple simple, NumberClaims numbers)
    {
        claim.Require(claim.Count() == group.Generators.Count, FormattableString.Invariant($"{claim.Count()} matrices for {group.Generators.Count} generators"));
        var generators = claim.Select(matrix => Square(matrix, simple.Dimension, numbers)).ToList();
        var matrices = new List<Matrix<Cyclotomic>> { Matrix<Cyclotomic>.Identity(simple.Dimension) };
        for (var i = 1; i < group.Order; i++)
        {
            matrices.Add(generators[group.Steps[i].Generator] * matrices[group.Steps[i].Element]);
        }

        for (var s = 0; s < generators.Count; s++)
        {
            for (var i = 0; i < group.Order; i++)
            {
                // Products by which an element was made hold by construction.
                var product = group.Left[s][i];
                claim[s]!.Require(group.Steps[product] == (s, i) || generators[s] * matrices[i] == matrices[product], FormattableString.Invariant($"the matrices do not obey the relations of the group (generator {s + 1}, element {i + 1})"));
            }
        }

        for (var c = 0; c < group.Representatives.Length; c++)
        {
            claim.Require(matrices[group.Representatives[c]].Trace == simple.Values[c], FormattableString.Invariant($"the trace on class {c + 1} is not the character of {simple.Label}"));
        }

        return new(matrices);
    }

    private static Matrix<Cyclotomic> Square(JToken claim, int dimension, NumberClaims numbers)
    {
        claim.Require(claim.Count() == dimension && claim.All(row => row.Count() == dimension), FormattableString.Invariant($"is no matrix of size {dimension}"));
        return Matrix<Cyclotomic>.FromRows(claim.Select(numbers.Row));
    }
}
