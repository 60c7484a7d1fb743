using System.Globalization;

namespace Eqnn.Drawing;

/// <summary>The colours of the pictures, chosen to stay apart for colour-blind readers and in print; or greys in their place.</summary>
internal sealed partial class Palette
{
    private readonly bool _isMono;

    private Palette(bool isMono) => _isMono = isMono;

    /// <summary>The colours.</summary>
    public static Palette Colours { get; } = new(isMono: false);

    /// <summary>Black, white and greys.</summary>
    public static Palette Greys { get; } = new(isMono: true);

    private static readonly (double Place, int Red, int Green, int Blue)[] Stops =
    [
        (-1, 0x21, 0x66, 0xac), (-0.6, 0x67, 0xa9, 0xcf), (-0.25, 0xd1, 0xe5, 0xf0), (0, 0xfb, 0xfb, 0xfa), (0.25, 0xfd, 0xdb, 0xc7), (0.6, 0xef, 0x8a, 0x62), (1, 0xb2, 0x18, 0x2b),
    ];

    private static readonly string[] Light = ["#dce9f5", "#fbe3d0", "#dff0dc", "#f3def0", "#fdf3c8", "#d9f0ee", "#e8e2f5", "#f8dcdc", "#e6ead3", "#e4e4e4"];

    private static readonly string[] Few = ["#4477aa", "#eecc66", "#ee8877", "#77cc99", "#99ddff", "#aa77aa", "#bbbbbb", "#ee99aa", "#bbcc33", "#44bb99"];

    private static readonly (int Red, int Green, int Blue)[] Scale = [(68, 1, 84), (71, 45, 123), (59, 82, 139), (44, 114, 142), (33, 145, 140), (40, 174, 128), (94, 201, 98), (173, 220, 48), (253, 231, 37)];

    /// <summary>Blue for negative, near white at 0, red for positive numbers, the argument from -1 to 1; in greys the lighter the smaller.</summary>
    public string Diverging(double value)
    {
        var t = Math.Clamp(value, -1, 1);
        if (_isMono)
        {
            return Grey((0.42 * t) + 0.42);
        }

        var i = 1;
        while (i < Stops.Length - 1 && Stops[i].Place < t)
        {
            i++;
        }

        var (a, b) = (Stops[i - 1], Stops[i]);
        var s = (t - a.Place) / (b.Place - a.Place);
        return Rgb(a.Red + (s * (b.Red - a.Red)), a.Green + (s * (b.Green - a.Green)), a.Blue + (s * (b.Blue - a.Blue)));
    }

    /// <summary>The colour of a direction of the plane, the strength from 0 (white) to 1.</summary>
    public string Hue(double angle, double strength = 1)
    {
        if (_isMono)
        {
            return Grey(strength * (0.4 - (0.36 * Math.Cos(angle))));
        }

        // Cosines in place of the hexagon of HSV: no bright corners; the lightness is nearly constant.
        double Part(double shift) => 255 * (1 - (strength * (0.42 - (0.42 * Math.Cos(angle - shift)))));
        return Rgb(Part(0), Part(2 * Math.PI / 3) * (1 - (0.12 * strength)), Part(4 * Math.PI / 3));
    }

    /// <summary>A light colour for the member of a short list.</summary>
    public string Class(int position) => _isMono ? Grey(0.06 + (0.09 * (position % 7))) : Light[position % Light.Length];

    /// <summary>The colour of number <paramref name="index"/> of <paramref name="count"/>: distinct colours where there are few, else steps of one scale.</summary>
    public string Numbered(int index, int count)
    {
        if (_isMono)
        {
            return Grey(0.1 + (0.75 * index / Math.Max(1, count - 1)));
        }

        if (count <= Few.Length)
        {
            return Few[index];
        }

        var place = (double)index * (Scale.Length - 1) / (count - 1);
        var low = Math.Min((int)place, Scale.Length - 2);
        var (a, b, s) = (Scale[low], Scale[low + 1], place - low);
        return Rgb(a.Red + (s * (b.Red - a.Red)), a.Green + (s * (b.Green - a.Green)), a.Blue + (s * (b.Blue - a.Blue)));
    }

    /// <summary>White at 0, nearly black at 1.</summary>
    public static string Grey(double value) => Rgb(255 - (225 * value), 255 - (225 * value), 255 - (225 * value));

    /// <summary>Black or white, whichever can be read on a colour.</summary>
    public static string TextOn(string colour) => (299 * Part(colour, 1)) + (587 * Part(colour, 3)) + (114 * Part(colour, 5)) > 140_000 ? "#111" : "#fff";

    /// <summary>Red, green and blue of <c>#rgb</c>, <c>#rrggbb</c> or <c>#rrggbbaa</c>.</summary>
    public static (int Red, int Green, int Blue) Parts(string colour) =>
        colour.Length == 4 ? (17 * Digit(colour[1]), 17 * Digit(colour[2]), 17 * Digit(colour[3])) : (Part(colour, 1), Part(colour, 3), Part(colour, 5));

    /// <summary>A style with its colours turned black or white, greys staying what they are.</summary>
    public static string WithoutColour(string style) => Literal().Replace(style, match =>
    {
        var (red, green, blue) = Parts(match.Value);
        return Math.Max(red, Math.Max(green, blue)) - Math.Min(red, Math.Min(green, blue)) < 6 ? match.Value : (299 * red) + (587 * green) + (114 * blue) > 180_000 ? "#ffffff" : "#000000";
    });

    private static int Digit(char hex) => Convert.ToInt32(hex.ToString(), 16);

    [System.Text.RegularExpressions.GeneratedRegex("#[0-9a-f]{8}|#[0-9a-f]{6}|#[0-9a-f]{3}")]
    private static partial System.Text.RegularExpressions.Regex Literal();

    private static int Part(string colour, int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string Rgb(double red, double green, double blue) =>
        string.Create(CultureInfo.InvariantCulture, $"#{(int)Math.Round(red):x2}{(int)Math.Round(green):x2}{(int)Math.Round(blue):x2}");
}
