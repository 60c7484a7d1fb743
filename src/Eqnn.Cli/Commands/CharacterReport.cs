using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Cli.Output;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary>A class function that was named by an expression: its values, and its constituents if it is a character or a difference of two.</summary>
internal sealed class CharacterReport(string expression, ClassFunction function) : Report
{
    private readonly CharacterTable _table = function.Table;

    private readonly IReadOnlyList<(IrreducibleCharacter Character, BigInteger Multiplicity)> _parts = function.IsVirtualCharacter ? function.Decomposition() : [];

    /// <summary>The multiplicities of the simples, if a real representation, or a difference of two, has this character.</summary>
    private readonly IReadOnlyList<(SimpleRepresentation Simple, BigInteger Multiplicity)>? _simples = function.RealDecomposition();

    /// <inheritdoc/>
    public override void Describe(Page page)
    {
        var group = _table.Group;
        page.Heading($"{group.Name}, order {group.Order}: {expression}");
        page.Fact("degree", function.Degree);
        page.Fact("kind", Kind());
        page.Fact("norm", function.InnerProduct(function));
        page.Fact("field", function.Field.ToString());
        if (_parts.Count > 0)
        {
            page.Fact("complex", string.Join(" + ", _parts.Select(part => Times(part.Multiplicity, part.Character.Label))));
        }

        if (_simples is { Count: > 0 })
        {
            page.Fact("real", string.Join(" + ", _simples.Select(part => Times(part.Multiplicity, part.Simple.Label))));
        }

        if (function.IsCharacter)
        {
            page.Fact("kernel", $"order {_table.ElementCount(function.KernelClassPositions)}");
            page.Fact("centre", $"order {_table.ElementCount(function.CentreClassPositions)}");
        }

        page.Table(CharactersCommand.ValueTable(_table, ClassNames.Of(_table.Classes), [("value", function)]));
        if (_parts.Count > 0)
        {
            var rows = new PageTable { Name = "constituents" }.Left("").Right("degree").Right("indicator").Left("simple").Left("also").Left("type").Right("multiplicity");
            foreach (var (character, multiplicity) in _parts)
            {
                rows.Row(character.Label, character.Degree, character.Indicator, character.Simple.Label, string.Join(", ", character.Simple.Aliases), character.Simple.Type.Letter(), multiplicity);
            }

            page.Table(rows);
        }
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        json.Group(_table.Group);
        json.Classes(_table.Group);
        json.Field("character", expression);
        json.Exact("degree", function.Degree);
        json.Field("kind", Kind());
        json.Exact("norm", function.InnerProduct(function));
        json.Field("field", function.Field.ToString());
        json.ExactRow("values", function.Values);
        json.Records("constituents", _parts, part =>
        {
            json.Field("label", part.Character.Label);
            json.Field("multiplicity", part.Multiplicity);
        });
        if (_simples is null)
        {
            json.Null("simples");
        }
        else
        {
            json.Records("simples", _simples, part =>
            {
                json.Field("label", part.Simple.Label);
                json.Field("multiplicity", part.Multiplicity);
            });
        }
    });

    private string Kind() => function.IsIrreducible ? "irreducible character" : function.IsCharacter ? "character" : function.IsVirtualCharacter ? "difference of characters" : "class function, not a difference of characters";

    private static string Times(BigInteger count, string label) => count.IsOne ? label : FormattableString.Invariant($"{count}*{label}");
}
