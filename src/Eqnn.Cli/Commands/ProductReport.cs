using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations.Products;
using Eqnn.Cli.Output;
using Eqnn.Numbers;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn products</c>.</summary>
internal sealed class ProductReport(ClebschGordan product, bool full) : OutlinedReport
{
    private const int FormsOnPage = 100;
    private const int TermsOnPage = 2000;

    protected override void Describe(Outline outline)
    {
        var group = product.Left.Group;
        outline.Heading($"{group.Name}, order {group.Order}: the product {product.Left.Simple.Label}*{product.Right.Simple.Label}, dimension {product.Dimension}");
        outline.InDocument(json =>
        {
            json.Group(group);
            json.Object("left", () => Simple(json, product.Left));
            json.Object("right", () => Simple(json, product.Right));
        });
        outline.Field("dimension", product.Dimension);
        outline.Fact(product.IsWhole ? "sum" : "of it", product.Components.Count == 0 ? "0" : Prose.List(product.Components.Select(Summand), " + "), "whole", product.IsWhole);
        outline.Fact("bases", product.IsOrthonormal ? "orthonormal, and so are the tensors" : "not all orthonormal: see length and basis below", "orthonormal", product.IsOrthonormal);
        outline.Objects(null, "components", product.Components, columns => columns
            .Left("", component => component.Simple.Label)
            .Left("also", component => string.Join(", ", component.Simple.Aliases))
            .Left("type", component => component.Simple.Type.Letter())
            .Right("dimension", component => component.Simple.Dimension)
            .Fields((json, component) => Simple(json, component.Target))
            .Count("multiplicity", "multiplicity", component => component.Multiplicity)
            .Count("dim End", "endomorphisms", component => component.Simple.EndomorphismDimension)
            .Right("tensors", component => component.Tensors.Count)
            .Left("basis", component => component.Target.IsOrthonormal ? "orthonormal" : "oblique")
            .Left("matrices from", component => component.Target.Origin)
            .Fields(WriteTensors));
        outline.OnPage(DescribeTensors);
    }

    private void DescribeTensors(Page page)
    {
        if (product.Components.All(component => component.Multiplicity == 0))
        {
            return;
        }

        if (!full && (product.FormCount > FormsOnPage || product.TermCount > TermsOnPage))
        {
            page.Line($"{product.FormCount} coordinates of projections with {product.TermCount} terms: --full writes them, and --format json and --npz have all tensors");
            return;
        }

        page.Line($"the projections onto the copies: v in {product.Left.Simple.Label}, w in {product.Right.Simple.Label} go to factor times form, in coordinates");
        page.Table(Forms());
        if (product.Components.Any(component => component.Units.Matrices.Count > 1))
        {
            page.Line($"the other tensors: a projection, then a unit of End(M){(product.Components.All(component => component.Units.AreNormalized) ? ", whose square is -1" : "")}");
            page.Table(Units());
        }
    }

    private void WriteTensors(JsonOutput json, ClebschGordanComponent component)
    {
        Matrices.WriteJson(json, component.Units);
        json.ExactRow("squares", component.Squares);
        json.List("tensors", component.Tensors, tensor => json.Object(() =>
        {
            json.Field("copy", tensor.Copy + 1);
            json.Field("unit", EndomorphismUnits.NameOf(tensor.Unit));
            json.List("values", Enumerable.Range(0, product.Left.Dimension), l => json.List(Enumerable.Range(0, product.Right.Dimension), k => json.ExactRow(tensor.Values(l, k))));
        }));
    }

    private static void Simple(JsonOutput json, SimpleMatrices matrices)
    {
        json.Simple(matrices.Simple);
        Matrices.WriteJson(json, matrices);
    }

    private static string Summand(ClebschGordanComponent component) => component.Multiplicity == 1 ? component.Simple.Label : $"{component.Multiplicity}*{component.Simple.Label}";

    private PageTable Forms()
    {
        var lengths = product.Components.Any(component => component.Squares.Any(square => !square.IsOne));
        var table = new PageTable().Left("onto").Right("copy").Right("coordinate").Left("factor").Left("form");
        if (lengths)
        {
            table.Right("T T*");
        }

        foreach (var component in product.Components)
        {
            foreach (var tensor in component.Tensors.Where(tensor => tensor.Unit == 0))
            {
                for (var m = 0; m < component.Target.Dimension; m++)
                {
                    var form = tensor.Coordinate(m);
                    var cells = (List<Prose>)[component.Simple.Label, tensor.Copy + 1, m + 1, form.Factor, Text(form)];
                    table.Row(lengths ? [.. cells, component.Squares[tensor.Copy]] : cells);
                }
            }
        }

        return table;
    }

    private PageTable Units()
    {
        var table = new PageTable().Left("of").Left("unit").Left("matrix");
        foreach (var component in product.Components)
        {
            for (var i = 1; i < component.Units.Matrices.Count; i++)
            {
                table.Row(component.Simple.Label, EndomorphismUnits.NameOf(i), Matrices.Inline(component.Units.Matrices[i]));
            }
        }

        return table;
    }

    private static Prose Text(BilinearForm form)
    {
        var prose = new Prose();
        foreach (var (left, right, coefficient) in form.Terms)
        {
            var (negative, size) = (coefficient.Sign < 0, Cyclotomic.Abs(coefficient));
            prose.AppendLiteral((prose.Runs.Count > 0, negative) switch
            {
                (true, true) => " - ",
                (true, false) => " + ",
                (false, true) => "-",
                _ => "",
            });
            if (!size.IsOne)
            {
                prose.AppendFormatted(size.IsRational ? (Prose)$"{size} " : (Prose)$"({size}) ");
            }

            prose.AppendFormatted($"v{left + 1} w{right + 1}");
        }

        return prose;
    }
}
