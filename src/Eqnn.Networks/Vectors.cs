namespace Eqnn.Networks;

/// <summary>A few operations on vectors of doubles.</summary>
internal static class Vectors
{
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>|a − sign · b|².</summary>
    public static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int sign)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            var difference = a[i] - (sign * b[i]);
            sum += difference * difference;
        }

        return sum;
    }

    /// <summary>a −= factor · b.</summary>
    public static void Subtract(double[] a, double[] b, double factor)
    {
        for (var i = 0; i < a.Length; i++)
        {
            a[i] -= factor * b[i];
        }
    }

    /// <summary>a += b.</summary>
    public static void Add(double[] a, ReadOnlySpan<double> b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            a[i] += b[i];
        }
    }

    public static void Scale(double[] a, double factor)
    {
        for (var i = 0; i < a.Length; i++)
        {
            a[i] *= factor;
        }
    }

    public static double Norm(double[] a) => Math.Sqrt(Dot(a, a));

    public static void Normalise(double[] a) => Scale(a, 1 / Norm(a));
}
