using System.Security.Cryptography;
using System.Text;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Explorations;
using Eqnn.Records.Json;

namespace Eqnn.Records.Explorations;

/// <summary>The data of an explorer page, schema explorer-1, as compact JSON: exact numbers as <c>3</c>, <c>"1/4"</c> or <c>[i]</c>, the i-th of the irrational and long numbers that stand once at the end. Same exploration, same bytes.</summary>
public static class ExplorationRecord
{
    /// <summary>The document and its hash, which is that of the document with an empty hash.</summary>
    /// <param name="exploration">What the page shows.</param>
    /// <param name="command">The command that makes the page again.</param>
    /// <param name="version">The version of what made it.</param>
    /// <param name="cancellationToken">Looked at while values are written.</param>
    public static (string Json, string Hash) Of(Exploration exploration, string command, string version, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(exploration);
        const string Empty = "\"sha256\":\"\"";
        var json = Document(exploration, command, version, cancellationToken);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        var at = json.IndexOf(Empty, StringComparison.Ordinal);
        return (string.Concat(json.AsSpan(0, at), $"\"sha256\":\"{hash}\"", json.AsSpan(at + Empty.Length)), hash);
    }

    private static string Document(Exploration exploration, string command, string version, CancellationToken cancellationToken)
    {
        using var json = new JsonOutput(JsonLayout.Compact, cancellationToken);
        var numbers = new PageNumbers(json, exploration.Field);
        json.Object(() =>
        {
            json.Object("page", () =>
            {
                json.Field("schema", "explorer-1");
                json.Field("version", version);
                json.Field("command", command);
                json.Field("sha256", "");
                json.Field("licence", "CC0-1.0");
                json.Row("extents", exploration.Extents);
            });
            json.Object("field", () => FieldPart.Write(json, exploration.Field));
            json.Object("group", () => GroupPart.Write(json, exploration.Table));
            json.List("simples", exploration.Table.Simples, simple => json.Object(() => GroupPart.Write(json, simple)));
            json.List("gsets", exploration.Sets, set => json.Object(() => SetPart.Write(json, numbers, set)));
            json.Object("pairs", () => Write(json, exploration.Verdicts, exploration.Table.Simples.Count));
            json.Object("maps", () => MapPart.Write(json, numbers, exploration.Maps));
            json.List("activations", Activation.Known, activation => json.Object(() => Write(json, activation)));
            numbers.WriteTable("numbers");
        });
        return json.Finish().TrimEnd('\n');
    }

    /// <summary>For each pair, row by row, the number of the bias of its witness, or −1 − the number of the class of an element that forbids all maps.</summary>
    private static void Write(JsonOutput json, IEnumerable<MapVerdict> verdicts, int simples)
    {
        var biases = new Numbering<Cyclotomic>();
        json.List("rows", verdicts.Chunk(simples), row => json.Row(row.Select(verdict => verdict.Match(exists => biases.NumberOf(exists.Witness.Bias), impossible => -1 - impossible.Obstruction.ClassPosition))));
        json.List("biases", biases.Values, bias => GroupPart.WriteReal(json, bias));
    }

    private static void Write(JsonOutput json, Activation f)
    {
        json.Field("name", f.Name);
        json.Field("formula", f.Formula);
        json.Field("group", f.PiecewiseLinear is { IsPositivelyHomogeneous: true } ? "one kink" : f.PiecewiseLinear is not null ? "bounded or shifted" : f.Polynomial is not null ? "polynomial" : "smooth");
        Write(json, "even", f.Even);
        Write(json, "odd", f.Odd);
        json.Field("analytic", f.IsAnalytic);
        if (f.PiecewiseLinear is { } pieces)
        {
            json.Field("points", pieces.ToString());
        }

        if (f.Polynomial is { } polynomial)
        {
            json.Field("polynomial", polynomial.ToString());
        }

        json.List("samples", Enumerable.Range(-8, 17), t => json.MeasuredRow([t / 2.0, f.ApproximateAt(t / 2.0)]));
    }

    private static void Write(JsonOutput json, string name, FunctionPart part)
    {
        if (part.IsPolynomial)
        {
            json.Row(name, part.Degrees);
        }
        else
        {
            json.Null(name);
        }
    }
}
