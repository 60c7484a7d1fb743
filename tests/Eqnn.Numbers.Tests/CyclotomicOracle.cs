using Eqnn.Testing;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Eqnn.Numbers.Tests;

/// <summary>Arithmetic and text against GAP, byte for byte.</summary>
public sealed class CyclotomicOracle
{
    private static readonly JObject File = JObject.Parse(System.IO.File.ReadAllText(Oracles.File("cyclotomics", "arithmetic.json")));

    [Fact]
    public void Arithmetic_agrees()
    {
        var count = 0;
        foreach (var item in File["arithmetic"]!)
        {
            string Text(string key) => (string)item[key]!;
            var (a, b) = (Cyclotomic.Parse(Text("a")), Cyclotomic.Parse(Text("b")));
            Assert.Equal(Text("a"), a.ToString());
            Assert.Equal((int)item["conductorA"]!, a.Conductor);
            Assert.Equal(Text("sum"), (a + b).ToString());
            Assert.Equal(Text("difference"), (a - b).ToString());
            Assert.Equal(Text("product"), (a * b).ToString());
            Assert.Equal((int)item["conductorProduct"]!, (a * b).Conductor);
            Assert.Equal(Text("galois"), a.GaloisConjugate((long)item["k"]!).ToString());
            Assert.Equal(Text("conjugate"), a.Conjugate().ToString());
            Assert.Equal((bool)item["less"]!, Cyclotomic.CompareListing(a, b) < 0);
            Assert.Equal(Text("denominator"), a.Denominator.ToString(null, null));
            Assert.Equal((int)item["degree"]!, a.Degree);
            if (item["inverse"] is not null)
            {
                Assert.Equal(Text("inverse"), a.Inverse().ToString());
            }

            if (item["quotient"] is not null)
            {
                Assert.Equal(Text("quotient"), (b / a).ToString());
            }

            count++;
        }

        Assert.Equal(356, count);
    }

    [Fact]
    public void Roots_of_unity_agree()
    {
        foreach (var item in File["roots"]!)
        {
            var n = (int)item["n"]!;
            var powers = item["powers"]!.Select(p => (string)p!).ToArray();
            Assert.Equal(n, powers.Length);
            for (var k = 0; k < n; k++)
            {
                Assert.Equal(powers[k], Cyclotomic.E(n, k).ToString());
                Assert.Equal(powers[k], Cyclotomic.FromPowers(n, Enumerable.Range(0, n).Select(i => i == k ? 1L : 0L).ToArray()).ToString());
            }
        }
    }

    [Fact]
    public void Square_roots_agree()
    {
        foreach (var item in File["squareRoots"]!)
        {
            var k = (int)item["k"]!;
            var root = Cyclotomic.SquareRoot(k);
            Assert.Equal((string)item["root"]!, root.ToString());
            Assert.Equal(k, root * root);
        }
    }

    [Fact]
    public void Every_value_of_the_character_tables_prints_as_it_was_read()
    {
        var values = Oracles.Files("characters").SelectMany(f => ((JObject)JObject.Parse(System.IO.File.ReadAllText(f))["numericValues"]!).Properties()).ToArray();
        Assert.NotEmpty(values);
        foreach (var value in values)
        {
            var number = Cyclotomic.Parse(value.Name);
            var complex = number.ToComplex();
            Assert.Equal(value.Name, number.ToString());
            Assert.Equal((double)value.Value[0]!, complex.Real, 1e-14);
            Assert.Equal((double)value.Value[1]!, complex.Imaginary, 1e-14);
        }
    }
}
