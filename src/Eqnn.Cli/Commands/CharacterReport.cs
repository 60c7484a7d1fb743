using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Cli.Output;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary>A class function that was named by an expression: its values, and its constituents if it is a character or a difference of two.</summary>
internal sealed class CharacterReport(string expression, ClassFunction function) : OutlinedReport
{
    protected override void Describe(Outline outline)
    {
        var table = function.Table;
        var parts = function.IsVirtualCharacter ? function.Decomposition() : [];

        // The multiplicities of the simples, if a real representation, or a difference of two, has this character.
        var simples = function.RealDecomposition();
        outline.Heading($"{table.Group.Name}, order {table.Group.Order}: {expression}");
        outline.InDocument(json => json.Group(table.Group));
        outline.InDocument(json => json.Classes(table.Group));
        outline.Field("character", expression);
        outline.Fact("degree", "degree", function.Degree);
        outline.Fact("kind", Kind(), "kind", Kind());
        outline.Fact("norm", "norm", function.InnerProduct(function));
        outline.Fact("field", function.Field.ToString(), "field", function.Field.ToString());
        outline.InDocument(json => json.ExactRow("values", function.Values));
        if (parts.Count > 0)
        {
            outline.Fact("complex", string.Join(" + ", parts.Select(part => Times(part.Multiplicity, part.Character.Label))));
        }

        if (simples is { Count: > 0 })
        {
            outline.Fact("real", string.Join(" + ", simples.Select(part => Times(part.Multiplicity, part.Simple.Label))));
        }

        if (function.IsCharacter)
        {
            outline.Fact("kernel", $"order {table.ElementCount(function.KernelClassPositions)}");
            outline.Fact("centre", $"order {table.ElementCount(function.CentreClassPositions)}");
        }

        outline.OnPage(page => page.Table(ClassFunctionTable.Of(table, ClassNames.Of(table.Classes), [("value", function)])));
        outline.Records("constituents", "constituents", parts, columns => columns
            .Text("", "label", part => part.Character.Label)
            .Right("degree", part => part.Character.Degree)
            .Right("indicator", part => part.Character.Indicator)
            .Left("simple", part => part.Character.Simple.Label)
            .Left("also", part => string.Join(", ", part.Character.Simple.Aliases))
            .Left("type", part => part.Character.Simple.Type.Letter())
            .Count("multiplicity", "multiplicity", part => part.Multiplicity), isTableShown: parts.Count > 0);
        outline.InDocument(json =>
        {
            if (simples is null)
            {
                json.Null("simples");
                return;
            }

            json.Records("simples", simples, part =>
            {
                json.Field("label", part.Simple.Label);
                json.Field("multiplicity", part.Multiplicity);
            });
        });
    }

    private string Kind() => function.IsIrreducible ? "irreducible character" : function.IsCharacter ? "character" : function.IsVirtualCharacter ? "difference of characters" : "class function, not a difference of characters";

    private static string Times(BigInteger count, string label) => count.IsOne ? label : FormattableString.Invariant($"{count}*{label}");
}
