using System.Numerics;
using Eqnn.Cli.Output;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn chambers --characteristic</c>: the polynomial and what it counts, without chambers. Also how every answer about an arrangement shows its polynomial.</summary>
internal sealed class CharacteristicReport(CharacteristicPolynomial polynomial, string title, int dimension, int hyperplanes, int conductor, BigInteger symmetryOrder, bool affine, Action<JsonOutput>? head) : Report
{
    private const int LongestLine = 160;

    /// <summary>The lines of a page.</summary>
    public static void Describe(Page page, CharacteristicPolynomial polynomial)
    {
        page.Fact("Betti numbers", Short(string.Join(", ", polynomial.BettiNumbers)));
        page.Fact("characteristic", Short(polynomial.ToString()));
    }

    /// <summary>The fields of a record; null where the polynomial is not known.</summary>
    public static void Write(JsonOutput json, CharacteristicPolynomial? polynomial)
    {
        if (polynomial is null)
        {
            json.Null("bettiNumbers");
            json.Null("characteristicPolynomial");
            return;
        }

        json.Row("bettiNumbers", polynomial.BettiNumbers);
        json.Row("characteristicPolynomial", polynomial.Coefficients);
    }

    /// <inheritdoc/>
    public override void Describe(Page page)
    {
        page.Heading(title);
        page.Fact("dimension", dimension);
        page.Fact("hyperplanes", hyperplanes);
        page.Fact("field", Field(conductor));
        page.Fact("symmetry", $"order {symmetryOrder}");
        page.Fact(affine ? "regions" : "chambers", polynomial.RegionCount);
        if (affine)
        {
            page.Fact("bounded regions", polynomial.BoundedRegionCount);
        }

        Describe(page, polynomial);
        page.Fact("method", polynomial.Origin);
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        head?.Invoke(json);
        json.Field("dimension", dimension);
        json.Field("hyperplanes", hyperplanes);
        json.Field("symmetryOrder", symmetryOrder);
        json.Field(affine ? "regions" : "chambers", polynomial.RegionCount);
        if (affine)
        {
            json.Field("boundedRegions", polynomial.BoundedRegionCount);
        }

        Write(json, polynomial);
        json.Field("method", polynomial.Origin);
    });

    /// <summary>The field of the entries, in words.</summary>
    public static string Field(int conductor) => conductor == 1 ? "the rationals" : FormattableString.Invariant($"real subfield of the cyclotomic field of conductor {conductor}");

    private static string Short(string line) => line.Length <= LongestLine ? line : line[..line.LastIndexOf(' ', LongestLine)] + " ..., all of it with --format json";
}
