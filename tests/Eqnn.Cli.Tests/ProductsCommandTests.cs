using Eqnn.Networks.Files;
using Eqnn.Numbers;
using Newtonsoft.Json.Linq;

namespace Eqnn.Cli.Tests;

/// <summary><c>eqnn products</c>: the document, the arrays, refusals.</summary>
public sealed class ProductsCommandTests
{
    [Fact]
    public void Json_has_the_fields_of_the_contract()
    {
        var document = Document("Q8 L4 L4 --onto L0,L1");
        Assert.Equal(["group", "left", "right", "dimension", "whole", "orthonormal", "components", "producer"], document.Properties().Select(property => property.Name));
        Assert.Equal(["label", "type", "dimension", "constituents", "constituentMultiplicity", "kernel", "origin", "orthonormal", "generators"], ((JObject)document["left"]!).Properties().Select(property => property.Name));
        Assert.Equal(
            ["label", "type", "dimension", "constituents", "constituentMultiplicity", "kernel", "origin", "orthonormal", "generators", "multiplicity", "endomorphisms", "units", "squares", "tensors"],
            ((JObject)document["components"]![0]!).Properties().Select(property => property.Name));
        Assert.Equal(["L0", "L1"], document["components"]!.Select(component => (string)component["label"]!));
        Assert.False((bool)document["whole"]!);
    }

    /// <summary>What the document says is checked with none of the code that wrote it: T(gv, gw) = g T(v, w) for the generators, exactly.</summary>
    [Theory]
    [InlineData("C7 L1 L2")]
    [InlineData("SL(2,3) L3 L4")]
    [InlineData("S4 standard L2")]
    public void The_tensors_of_the_document_are_equivariant(string words)
    {
        var document = Document(words);
        var generators = document["group"]!["generators"]!.Count();
        foreach (var component in document["components"]!)
        {
            Assert.Equal((int)component["multiplicity"]! * (int)component["endomorphisms"]!, component["tensors"]!.Count());
            foreach (var values in component["tensors"]!.Select(tensor => Tensor(tensor["values"]!)))
            {
                Assert.Contains(values, row => row.Any(column => column.Any(entry => !entry.IsZero)));
                for (var g = 0; g < generators; g++)
                {
                    var (left, right, target) = (Matrix(document["left"]!["generators"]![g]!), Matrix(document["right"]!["generators"]![g]!), Matrix(component["generators"]![g]!));
                    for (var i = 0; i < left.Length; i++)
                    {
                        for (var j = 0; j < right.Length; j++)
                        {
                            for (var m = 0; m < target.Length; m++)
                            {
                                var moved = Sum(left.Length, l => Sum(right.Length, k => left[l][i] * right[k][j] * values[l][k][m]));
                                Assert.Equal(Sum(target.Length, n => target[m][n] * values[i][j][n]), moved);
                            }
                        }
                    }
                }
            }
        }
    }

    [Fact]
    public void Arrays_hold_the_numbers_of_the_document()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "tensors.npz");
            var document = JObject.Parse(Tool.Run("products", "C7:C3", "L1", "L2", "--npz", file, "--format", "json").Output);
            var arrays = NpzFile.Parse(File.ReadAllBytes(file));
            Assert.Equal(["generators_L1", "generators_L2", "tensor_L2"], arrays.Keys.Order(StringComparer.Ordinal));
            Assert.Equal([4, 2, 6, 6], arrays["tensor_L2"].Shape);
            Assert.Equal([2, 6, 6], arrays["generators_L2"].Shape);
            Assert.Equal(document["components"]![0]!["tensors"]!.SelectMany(tensor => Tensor(tensor["values"]!)).SelectMany(row => row).SelectMany(column => column).Select(value => value.ToDouble()), arrays["tensor_L2"].Values);
            Assert.Equal(document["left"]!["generators"]!.SelectMany(Matrix).SelectMany(row => row).Select(value => value.ToDouble()), arrays["generators_L1"].Values);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("products C8 L1 L9", 2, "L9")]
    [InlineData("products C8 L1 L1 --onto L2,L9", 2, "L9")]
    [InlineData("products S8 L14 L14", 3, "limit reached: dimension of a product of simples is 400")]
    public void Refusals(string words, int code, string line)
    {
        var outcome = Tool.RunLine($"eqnn {words}");
        Assert.Equal(code, outcome.ExitCode);
        Assert.Contains(line, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void A_list_of_simples_may_name_partitions() =>
        Assert.Equal(["L2", "L4"], Document("S4 standard standard --onto [2,2],[2,1,1]")["components"]!.Select(component => (string)component["label"]!));

    private static JObject Document(string words) => JObject.Parse(Tool.RunLine($"eqnn products {words} --format json").Output);

    private static Cyclotomic[][] Matrix(JToken rows) => [.. rows.Select(row => row.Select(entry => Cyclotomic.Parse((string)entry!)).ToArray())];

    private static Cyclotomic[][][] Tensor(JToken values) => [.. values.Select(Matrix)];

    private static Cyclotomic Sum(int count, Func<int, Cyclotomic> term) => Enumerable.Range(0, count).Aggregate(Cyclotomic.Zero, (sum, i) => sum + term(i));
}
