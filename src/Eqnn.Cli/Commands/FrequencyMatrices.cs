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
internal sealed class FrequencyMatrices : OutlinedReport
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

    protected override void Describe(Outline outline)
    {
        var group = _decomposition.Dual.Group;
        outline.Heading($"{group.Name}, order {group.Order}: simple real representations by matrices");
        outline.InDocument(json => json.GroupByGenerators(group));
        outline.Line($"{_part.Describe("simples")}{(_part.IsProper ? "; others with --rows" : "")}; orthonormal bases, rotations by frequencies");
        outline.Each("simples", _shown, (part, simple) =>
        {
            part.Heading($"{simple.Label}, type {simple.Type.Letter()}, dimension {simple.Dimension}, kernel of order {simple.KernelOrder}");
            part.InDocument(json => FrequencyQuery.WriteSimple(json, simple));
            part.Object("matrices", matrices =>
            {
                matrices.Field("orthonormal", true);
                matrices.InDocument(json => json.ExactMatrices("generators", Enumerable.Range(0, group.Generators.Count).Select(simple.MatrixOf)));
                for (var j = 0; j < group.Generators.Count; j++)
                {
                    matrices.Fact(FormattableString.Invariant($"generator {j + 1}"), $"{Matrices.Inline(simple.MatrixOf(j))}, by {simple.Frequencies[j].ToString()} of a full turn");
                }
            });
        });
    }
}
