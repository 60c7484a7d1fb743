using System.Globalization;

namespace Eqnn.Drawing.Tests;

/// <summary>Reads paths of pictures.</summary>
internal static class SvgPath
{
    /// <summary>Points of the pieces of a path, from its beginning to its end.</summary>
    public static IEnumerable<(double X, double Y)> Points(string path)
    {
        var tokens = path.Split(' ').Select(token => (Kind: char.IsLetter(token[0]) ? token[0] : ' ', At: token.TrimStart('M', 'L', 'C', 'Q').Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray())).ToList();
        var p = tokens[0].At;
        yield return (p[0], p[1]);
        for (var i = 1; i < tokens.Count; i++)
        {
            var count = tokens[i].Kind switch { 'C' => 3, 'Q' => 2, _ => 1 };
            var control = tokens.Skip(i).Take(count).Select(token => token.At).Prepend(p).ToList();
            for (var step = 1; step < 20; step++)
            {
                yield return (Bezier(control, step / 20.0, 0), Bezier(control, step / 20.0, 1));
            }

            p = control[^1];
            yield return (p[0], p[1]);
            i += count - 1;
        }
    }

    /// <summary>De Casteljau.</summary>
    private static double Bezier(List<double[]> control, double t, int axis)
    {
        var values = control.Select(c => c[axis]).ToList();
        while (values.Count > 1)
        {
            values = [.. values.Zip(values.Skip(1), (a, b) => a + ((b - a) * t))];
        }

        return values[0];
    }
}
