using Eqnn.Checking.Groups;
using Eqnn.Checking.Reading;

namespace Eqnn.Checking.Certificates;

/// <summary>The simple of a certificate: its constituent is an irreducible character, all else follows from it.</summary>
internal static class SimpleClaim
{
    public static RealSimple Check(Claim record, int position, ListedGroup group, List<string> claims, CancellationToken cancellationToken)
    {
        var label = record["label"].SimpleLabel();
        var constituent = record["constituent"].Vector(group.Classes.Count);
        IrreducibleCharacter.Require(record["constituent"], constituent, group, cancellationToken);
        var simple = new RealSimple(position, label, constituent, group);
        record["type"].Require(record["type"].Text() is [var letter] && letter == simple.Type, () => $"the Frobenius-Schur indicator of the constituent says {simple.Type}");
        var values = record["character"].Vector(group.Classes.Count);
        for (var c = 0; c < values.Length; c++)
        {
            record["character"][c].Require(values[c] == simple.Values[c], () => $"the constituent gives {simple.Values[c]}");
        }

        record["dimension"].Require(record["dimension"].Count() == simple.Dimension, () => FormattableString.Invariant($"the character is {simple.Dimension} at the identity"));
        record["kernelOrder"].RequireCount(simple.KernelOrder);
        claims.Add($"{Quoted.Of(label)} is a simple real representation of dimension {simple.Dimension}, type {simple.Type}: its constituent is an irreducible character");
        return simple;
    }
}
