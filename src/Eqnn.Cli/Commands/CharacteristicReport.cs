using System.Numerics;
using Eqnn.Cli.Output;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn chambers --characteristic</c>: the polynomial and what it counts, without chambers. Also how every answer about an arrangement shows its polynomial.</summary>
internal sealed class CharacteristicReport(CharacteristicPolynomial polynomial, string title, int dimension, int hyperplanes, int conductor, BigInteger symmetryOrder, bool affine, Action<JsonOutput>? head) : OutlinedReport
{
    private const int LongestLine = 160;

    /// <summary>The lines of a page, and the fields of a record; null there and nothing here where the polynomial is not known.</summary>
    public static void Describe(Outline outline, CharacteristicPolynomial? polynomial)
    {
        if (polynomial is null)
        {
            outline.InDocument(json => json.Null("bettiNumbers"));
            outline.InDocument(json => json.Null("characteristicPolynomial"));
            return;
        }

        outline.Fact("Betti numbers", Short(string.Join(", ", polynomial.BettiNumbers)), json => json.Row("bettiNumbers", polynomial.BettiNumbers));
        outline.Fact("characteristic", Short(polynomial.ToString()), json => json.Row("characteristicPolynomial", polynomial.Coefficients));
    }

    /// <inheritdoc/>
    protected override void Describe(Outline outline)
    {
        outline.Heading(title);
        outline.InDocument(json => head?.Invoke(json));
        outline.Fact("dimension", dimension, "dimension", dimension);
        outline.Fact("hyperplanes", hyperplanes, "hyperplanes", hyperplanes);
        outline.Fact("field", Field(conductor));
        outline.Fact("symmetry", $"order {symmetryOrder}", "symmetryOrder", symmetryOrder);
        var counted = affine ? "regions" : "chambers";
        outline.Fact(counted, polynomial.RegionCount, counted, polynomial.RegionCount);
        if (affine)
        {
            outline.Fact("bounded regions", polynomial.BoundedRegionCount, "boundedRegions", polynomial.BoundedRegionCount);
        }

        Describe(outline, polynomial);
        outline.Fact("method", polynomial.Origin, "method", polynomial.Origin);
    }

    /// <summary>The field of the entries, in words.</summary>
    public static string Field(int conductor) => conductor == 1 ? "the rationals" : FormattableString.Invariant($"real subfield of the cyclotomic field of conductor {conductor}");

    private static string Short(string line) => line.Length <= LongestLine ? line : line[..line.LastIndexOf(' ', LongestLine)] + " ..., all of it with --format json";
}
