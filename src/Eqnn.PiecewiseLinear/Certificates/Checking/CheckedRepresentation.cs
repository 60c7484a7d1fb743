using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Certificates.Checking;

/// <summary>Matrices for the generators that are proved to be a representation of the listed group: along every edge of its Cayley graph.</summary>
internal sealed class CheckedRepresentation
{
    private CheckedRepresentation(CheckedGroup group, IReadOnlyList<Matrix<Cyclotomic>> generators, Cyclotomic[] character)
    {
        Group = group;
        Generators = generators;
        Character = character;
    }

    public CheckedGroup Group { get; }

    public IReadOnlyList<Matrix<Cyclotomic>> Generators { get; }

    public int Dimension => Generators.Count == 0 ? (int)Character[0].ToRational().Numerator : Generators[0].RowCount;

    /// <summary>The trace by classes.</summary>
    public Cyclotomic[] Character { get; }

    public static CheckedRepresentation Check(CertificateNode node, CheckedGroup group, CancellationToken cancellationToken)
    {
        var dimension = node["dimension"].Number(1, 10_000);
        var items = node["generators"].Items(group.Generators.Count);
        var matrices = items.Select(item => item.Matrix(dimension, dimension)).ToArray();
        var images = new Matrix<Cyclotomic>[group.Elements.Count];
        images[0] = Matrix<Cyclotomic>.Identity(dimension);
        for (var e = 1; e < images.Length; e++)
        {
            var (from, g) = group.Origins[e];
            images[e] = matrices[g] * images[from];
        }

        for (var e = 0; e < images.Length; e++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var g = 0; g < matrices.Length; g++)
            {
                var to = group.PlaceOf(group.Generators[g] * group.Elements[e]);
                items[g].Require(group.Origins[to] == (e, g) || matrices[g] * images[e] == images[to], () => "the matrices are no representation: two words for one element give two matrices");
            }
        }

        return new(group, matrices, [.. group.Classes.Select(members => images[members[0]].Trace)]);
    }

    /// <summary>How often a simple occurs; refused if the representation is not that multiple of it.</summary>
    public int MultipleOf(CheckedSimple simple, CertificateNode node)
    {
        var multiple = Character[0] / simple.Dimension;
        node.Require(multiple.IsInteger && Character.Zip(simple.Character).All(pair => pair.First == multiple * pair.Second), () => $"the traces are no multiple of the character of {simple.Label}");
        return (int)multiple.ToRational().Numerator;
    }
}
