using System.Globalization;
using Eqnn.Numbers;
using Xunit;

namespace Eqnn.Testing;

/// <summary>Parse after print is the identity in every exact format; text does not depend on the culture; nonsense is refused, never a crash.</summary>
public abstract class TextLaws<T>
    where T : IParsable<T>, IFormattable, IEquatable<T>
{
    // A culture that writes -1.5 otherwise: another minus, a comma.
    private static readonly CultureInfo Foreign = MakeForeign();

    /// <summary>The formats that write the exact value.</summary>
    protected abstract IReadOnlyList<string> ExactFormats { get; }

    [Law]
    public void Parse_after_print_is_the_identity(T a)
    {
        Assert.Equal(a, T.Parse(a.ToString()!, null));
        foreach (var format in ExactFormats)
        {
            var text = a.ToString(format, null);
            Assert.Equal(a, T.Parse(text, null));
            Assert.True(T.TryParse(text, null, out var again) && a.Equals(again));
        }
    }

    [Law]
    public void Text_does_not_depend_on_the_culture(T a)
    {
        var formats = ExactFormats.Append("D5").Append("");
        var before = formats.Select(f => a.ToString(f, null)).ToArray();
        var saved = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Foreign;
            Assert.Equal(before, formats.Select(f => a.ToString(f, null)));
            Assert.Equal(before, formats.Select(f => a.ToString(f, Foreign)));
            Assert.Equal(before[^1], a.ToString());
            Assert.Equal(a, T.Parse(a.ToString()!, Foreign));
        }
        finally
        {
            CultureInfo.CurrentCulture = saved;
        }
    }

    [Law(Cases = 300)]
    public void Any_text_is_read_or_refused(string text)
    {
        if (text is null)
        {
            Assert.False(T.TryParse(null, null, out _));
            Assert.Throws<ArgumentNullException>(() => T.Parse(null!, null));
            return;
        }

        if (!T.TryParse(text, null, out _))
        {
            var problem = Assert.ThrowsAny<Exception>(() => T.Parse(text, null));
            Assert.True(problem is AlgebraFormatException or LimitExceededException);
            Assert.DoesNotContain('\n', problem.Message);
        }
    }

    [Law(Cases = 300)]
    public void A_damaged_text_is_read_or_refused(T a, int position, char inserted)
    {
        var text = a.ToString()!;
        var size = Math.Abs((long)position);
        Any_text_is_read_or_refused(text.Insert((int)(size % (text.Length + 1)), inserted.ToString()));
        Any_text_is_read_or_refused(text.Remove((int)(size % text.Length), 1));
    }

    [Fact]
    public void An_unknown_format_is_refused() => Assert.Throws<FormatException>(() => Instance().ToString("Q7", null));

    private static T Instance() => T.Parse("1", null);

    private static CultureInfo MakeForeign()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "~";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        return culture;
    }
}
