using System.CommandLine;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn simples --matrices</c> for abelian groups too large for a table: rotations by frequencies.</summary>
internal sealed class FrequencyMatrices : Report
{
    private readonly AbelianDecomposition _decomposition;
    private readonly IReadOnlyList<AbelianSimple> _shown;
    private readonly TablePart _part;

    private FrequencyMatrices(AbelianDecomposition decomposition, IReadOnlyList<AbelianSimple> shown, TablePart part)
    {
        _decomposition = decomposition;
        _shown = shown;
        _part = part;
    }

    /// <summary>The matrices of the simples that <paramref name="rows"/> names, or of the first of many.</summary>
    public static FrequencyMatrices Of(AbelianDecomposition decomposition, Query query, Option<string> rows)
    {
        // All labels are read, so that numbers and ranges mean what they mean in a table.
        var simples = decomposition.EnumerateComponents().Select(component => component.Key).ToList();
        var part = TablePart.Of(query, rows, [.. simples.Select(simple => simple.Label)], "simple");
        return new(decomposition, [.. part.Positions.Select(i => simples[i])], part);
    }

    public override void Describe(Page page)
    {
        var group = _decomposition.Dual.Group;
        page.Heading($"{group.Name}, order {group.Order}: simple real representations by matrices");
        page.Line($"{_part.Describe("simples")}{(_part.IsProper ? "; others with --rows" : "")}; orthonormal bases, rotations by frequencies");
        foreach (var simple in _shown)
        {
            page.Heading($"{simple.Label}, type {simple.Type.Letter()}, dimension {simple.Dimension}, kernel of order {simple.KernelOrder}");
            for (var j = 0; j < group.Generators.Count; j++)
            {
                page.Fact(FormattableString.Invariant($"generator {j + 1}"), $"{Matrices.Inline(simple.MatrixOf(j))}, by {simple.Frequencies[j].ToString()} of a full turn");
            }
        }
    }

    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        json.GroupByGenerators(_decomposition.Dual.Group);
        json.List("simples", _shown, simple => json.Object(() =>
        {
            FrequencyQuery.WriteSimple(json, simple);
            json.Object("matrices", () =>
            {
                json.Field("orthonormal", true);
                json.ExactMatrices("generators", Enumerable.Range(0, _decomposition.Dual.Group.Generators.Count).Select(simple.MatrixOf));
            });
        }));
    });
}
