using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using Eqnn.Numbers;

namespace Eqnn.Cli.Output;

/// <summary>Text in which exact numbers stay numbers until the format of the answer is known. Written as an interpolated string.</summary>
[InterpolatedStringHandler]
internal sealed class Prose
{
    private readonly List<Run> _runs = [];

    /// <summary>Called by the compiler for <c>$"..."</c>.</summary>
    public Prose(int literalLength = 0, int formattedCount = 0)
    {
    }

    /// <summary>The pieces in their order.</summary>
    public IReadOnlyList<Run> Runs => _runs;

    /// <summary>Plain text.</summary>
    public static implicit operator Prose(string text) => Of(text, Tone.Plain);

    /// <summary>A whole number.</summary>
    public static implicit operator Prose(BigInteger number) => Of(DecimalText.Of(number), Tone.Plain);

    /// <summary>A whole number.</summary>
    public static implicit operator Prose(long number) => Of(number.ToString(CultureInfo.InvariantCulture), Tone.Plain);

    /// <summary>A whole number.</summary>
    public static implicit operator Prose(int number) => Of(number.ToString(CultureInfo.InvariantCulture), Tone.Plain);

    /// <summary>An exact number.</summary>
    public static implicit operator Prose(Cyclotomic number) => OfNumber(number);

    /// <summary>An exact number.</summary>
    public static implicit operator Prose(Rational number) => OfNumber(number);

    /// <summary>A matrix of exact numbers.</summary>
    public static implicit operator Prose(InlineMatrix matrix) => OfNumber(matrix);

    /// <summary>Text with a tone.</summary>
    public static Prose Of(string text, Tone tone)
    {
        var prose = new Prose();
        prose._runs.Add(new Run(text, null, tone));
        return prose;
    }

    /// <summary>A list, which may be shown in part.</summary>
    public static Prose List(IEnumerable<string> members, string separator = ", ", string open = "", string close = "")
    {
        var listing = new Listing([.. members], separator, open, close);
        var prose = new Prose();
        prose._runs.Add(new Run(listing.Whole, null, Tone.Plain, listing));
        return prose;
    }

    /// <summary>Whether there is a list in it.</summary>
    public bool HasListing => _runs.Exists(run => run.Listing is not null);

    /// <summary>The same with lists in about <paramref name="longest"/> characters; itself where they are that short.</summary>
    public Prose Within(int longest)
    {
        if (!_runs.Exists(run => run.Listing is not null && run.Text.Length > longest))
        {
            return this;
        }

        var prose = new Prose();
        prose._runs.AddRange(_runs.Select(run => run.Listing is null ? run : new Run(run.Listing.Within(longest), null, run.Tone)));
        return prose;
    }

    /// <summary>A verdict: <c>yes</c> or <c>no</c>.</summary>
    public static Prose YesOrNo(bool answer) => Of(answer ? "yes" : "no", answer ? Tone.Yes : Tone.No);

    /// <summary>Called by the compiler.</summary>
    public void AppendLiteral(string text) => _runs.Add(new Run(text, null, Tone.Plain));

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted(string? text) => AppendLiteral(text ?? "");

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted(char c) => AppendLiteral(c.ToString());

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted(int number) => AppendLiteral(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted(long number) => AppendLiteral(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted(BigInteger number) => AppendLiteral(DecimalText.Of(number));

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted(Cyclotomic number) => _runs.Add(new Run("", number, Tone.Plain));

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted(Rational number) => _runs.Add(new Run("", number, Tone.Plain));

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted(Prose prose) => _runs.AddRange(prose._runs);

    /// <summary>The pieces one after another, with <paramref name="separator"/> between.</summary>
    public static Prose Join(string separator, IEnumerable<Prose> pieces)
    {
        var prose = new Prose();
        foreach (var piece in pieces)
        {
            if (prose._runs.Count > 0)
            {
                prose.AppendLiteral(separator);
            }

            prose.AppendFormatted(piece);
        }

        return prose;
    }

    /// <summary>Not to be used: a number would be written before the format of the answer is known.</summary>
    public override string ToString() => throw new InvalidOperationException("prose has no text before the format is known");

    /// <summary>The text, numbers written by <paramref name="number"/>, other text by <paramref name="text"/>.</summary>
    public string Write(Func<IFormattable, string> number, Func<string, string>? text = null)
    {
        var line = new StringBuilder();
        foreach (var run in _runs)
        {
            line.Append(run.Number is { } value ? number(value) : text is null ? run.Text : text(run.Text));
        }

        return line.ToString();
    }

    private static Prose OfNumber(IFormattable number)
    {
        var prose = new Prose();
        prose._runs.Add(new Run("", number, Tone.Plain));
        return prose;
    }

    /// <summary>A piece: text, or an exact number (then the text is empty); the listing whose text it is, if one.</summary>
    internal sealed record Run(string Text, IFormattable? Number, Tone Tone, Listing? Listing = null)
    {
        /// <summary>The text; names of files and other words of users are quoted without what is invisible in them.</summary>
        public string Text { get; } = VisibleText.IsVisible(Text) ? Text : string.Join('\n', Text.Split('\n').Select(VisibleText.Of));
    }
}
