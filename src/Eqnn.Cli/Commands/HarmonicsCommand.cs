using System.CommandLine;
using System.Globalization;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Drawing;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Harmonics;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn harmonics f</c>: the overtones of an activation.</summary>
internal sealed class HarmonicsCommand : EqnnCommand
{
    private static readonly Argument<string> Function = new("F") { Description = "an activation: relu, tanh, \"pl:(-1,0) (0,0) (1,2)\", \"poly:t^3-t\" and others" };
    private static readonly Option<string> TermsOption = new("--terms") { HelpName = "K", Description = "frequencies 0 to K (default 8, at most 1000)" };
    private static readonly Option<string> Cyclic = new("--cyclic") { HelpName = "N", Description = "also the finite version on the cyclic group of order N, exactly" };

    /// <inheritdoc/>
    public override string Name => "harmonics";

    /// <inheritdoc/>
    public override string Summary => "the Fourier coefficients of f(sin x): the overtones of an activation";

    /// <inheritdoc/>
    public override string Details =>
        """
        f(sin x) = c_0 + sum over odd k of c_k sin kx + sum over even k of c_k cos kx. Exact for piecewise linear f and polynomials, else numbers with an error bound.
        The interaction graph of a cyclic group is this list of frequencies, folded modulo its order.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn harmonics relu --terms 9", "1/π, 1/2, and even overtones only"),
        ("eqnn harmonics \"pl:(-1,0) (1/2,0) (1,1)\" --terms 4", "a kink at 1/2 brings √3"),
        ("eqnn harmonics tanh --terms 5", "odd overtones, with error bounds"),
        ("eqnn harmonics relu --terms 4 --cyclic 8", "the finite version on C8"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [Function];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [TermsOption, Cyclic, CommonOptions.Svg];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var activation = Border.Read("activation", () => Activation.Parse(query.Required(Function)));
        var terms = query.Number(TermsOption, 0, HarmonicSeries.MaxFrequency) ?? 8;
        var n = query.Number(Cyclic, 1);
        var series = Border.Read("--terms", () => HarmonicSeries.Of(activation, (int)terms, query.CancellationToken));
        var cyclic = n is { } order ? Border.Read("--cyclic", () => CyclicHarmonics.Of(activation, (int)Math.Min(order, int.MaxValue), (int)terms, query.CancellationToken)) : null;
        if (query.Value(CommonOptions.Svg) is { } path)
        {
            query.Files.Add(path, HarmonicsDrawing.ToSvg(series), "--svg");
        }

        return new Result(series, cyclic?.Order ?? 0, cyclic?.Exact, cyclic?.Approximate);
    }

    private sealed class Result(HarmonicSeries series, int order, IReadOnlyList<(RealCyclotomic Cosine, RealCyclotomic Sine)>? finite, IReadOnlyList<(double Cosine, double Sine)>? approximate) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            outline.Heading($"{series.Activation.Name}(sin x), f(t) = {series.Activation.Formula}");
            outline.Field("activation", series.Activation.Name);
            outline.OnPage(page =>
            {
                var rows = new PageTable { Name = "terms" }.Left("wave").Left("coefficient").Right("value").Right("error at most");
                foreach (var term in series.Terms.Where(term => term.Exact is { IsZero: false } || (term.Exact is null && Math.Abs(term.Value) > term.ErrorBound)))
                {
                    rows.Row(term.Wave, term.Exact?.ToString() ?? "", Value(term.Value), term.Exact is null ? term.ErrorBound.ToString("0.0e0", CultureInfo.InvariantCulture) : "exact");
                }

                page.Table(rows);
            });
            outline.InDocument(json => json.Records("terms", series.Terms, term =>
            {
                json.Field("frequency", term.Frequency);
                json.Field("wave", term.IsSine ? "sin" : "cos");
                json.Field("exact", term.Exact?.ToString());
                json.Field("value", Value(term.Value));
                json.Field("errorBound", term.Exact is null ? term.ErrorBound.ToString("0.0e0", CultureInfo.InvariantCulture) : "0");
            }));
            outline.Line(series.Activation.IsExact ? "all other coefficients up to this frequency are 0" : "all other coefficients up to this frequency are smaller than their error bound");
            if (approximate is not null)
            {
                Sums(outline, ", within 1e-13 (1 + max |f|)", approximate, columns => columns
                    .Right("cosine", entry => Value(entry.Item.Cosine)).Fields((json, entry) => json.Field("cosine", Value(entry.Item.Cosine)))
                    .Right("sine", entry => Value(entry.Item.Sine)).Fields((json, entry) => json.Field("sine", Value(entry.Item.Sine))));
            }

            if (finite is not null)
            {
                Sums(outline, "", finite, columns => columns
                    .Exact("cosine", "cosine", entry => entry.Item.Cosine.Value)
                    .Exact("sine", "sine", entry => entry.Item.Sine.Value));
            }
        }

        private void Sums<T>(Outline outline, string within, IReadOnlyList<T> sums, Action<RecordColumns<(int Index, T Item)>> values)
        {
            outline.Line($"on the cyclic group of order {order}: the function f(sin 2 pi j/{order}), j = 0, 1, ...{within}");
            outline.Field("cyclicOrder", order);
            outline.Records("sums", "finite", [.. sums.Index()], columns => values(columns.Count("k", "frequency", entry => entry.Index)));
        }

        private static string Value(double value) => value.ToString("0.000000000000", CultureInfo.InvariantCulture);
    }
}
