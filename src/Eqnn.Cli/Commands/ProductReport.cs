using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations.Products;
using Eqnn.Cli.Output;
using Eqnn.Numbers;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn products</c>.</summary>
internal sealed class ProductReport(ClebschGordan product, bool full) : Report
{
    private const int FormsOnPage = 100;
    private const int TermsOnPage = 2000;

    public override void Describe(Page page)
    {
        var group = product.Left.Group;
        var (left, right) = (product.Left.Simple.Label, product.Right.Simple.Label);
        page.Heading($"{group.Name}, order {group.Order}: the product {left}*{right}, dimension {product.Dimension}");
        page.Fact(product.IsWhole ? "sum" : "of it", product.Components.Count == 0 ? "0" : Prose.List(product.Components.Select(Summand), " + "));
        page.Fact("bases", product.IsOrthonormal ? "orthonormal, and so are the tensors" : "not all orthonormal: see length and basis below");
        var table = new PageTable().Left("").Left("also").Left("type").Right("dimension").Right("multiplicity").Right("dim End").Right("tensors").Left("basis").Left("matrices from");
        foreach (var component in product.Components)
        {
            var simple = component.Simple;
            table.Row(
                simple.Label, string.Join(", ", simple.Aliases), simple.Type.Letter(), simple.Dimension, component.Multiplicity, simple.EndomorphismDimension, component.Tensors.Count,
                component.Target.IsOrthonormal ? "orthonormal" : "oblique", component.Target.Origin);
        }

        page.Table(table);
        if (product.Components.All(component => component.Multiplicity == 0))
        {
            return;
        }

        if (!full && (product.FormCount > FormsOnPage || product.TermCount > TermsOnPage))
        {
            page.Line($"{product.FormCount} coordinates of projections with {product.TermCount} terms: --full writes them, and --format json and --npz have all tensors");
            return;
        }

        page.Line($"the projections onto the copies: v in {left}, w in {right} go to factor times form, in coordinates");
        page.Table(Forms());
        if (product.Components.Any(component => component.Units.Matrices.Count > 1))
        {
            page.Line($"the other tensors: a projection, then a unit of End(M){(product.Components.All(component => component.Units.AreNormalized) ? ", whose square is -1" : "")}");
            page.Table(Units());
        }
    }

    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        json.Group(product.Left.Group);
        json.Object("left", () => Simple(json, product.Left));
        json.Object("right", () => Simple(json, product.Right));
        json.Field("dimension", product.Dimension);
        json.Field("whole", product.IsWhole);
        json.Field("orthonormal", product.IsOrthonormal);
        json.List("components", product.Components, component => json.Object(() =>
        {
            Simple(json, component.Target);
            json.Field("multiplicity", component.Multiplicity);
            json.Field("endomorphisms", component.Simple.EndomorphismDimension);
            Matrices.WriteJson(json, component.Units);
            json.ExactRow("squares", component.Squares);
            json.List("tensors", component.Tensors, tensor => json.Object(() =>
            {
                json.Field("copy", tensor.Copy + 1);
                json.Field("unit", EndomorphismUnits.NameOf(tensor.Unit));
                json.List("values", Enumerable.Range(0, product.Left.Dimension), l => json.List(Enumerable.Range(0, product.Right.Dimension), k => json.ExactRow(tensor.Values(l, k))));
            }));
        }));
    });

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
