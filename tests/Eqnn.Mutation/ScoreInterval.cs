namespace Eqnn.Mutation;

/// <summary>What a sample says of a share in the population from which it was drawn without replacement.</summary>
internal static class ScoreInterval
{
    /// <summary>The quantile of the normal distribution for 95 %.</summary>
    private const double Normal = 1.96;

    /// <summary>Wilson's interval for 95 %, in per cent, with as many independent draws as have the variance of drawing without replacement: n (N - 1)/(N - n). One point if all were drawn.</summary>
    public static (double Low, double High) Of(int killed, int drawn, int population)
    {
        if (drawn == 0)
        {
            return (0, 100);
        }

        var share = (double)killed / drawn;
        if (drawn == population)
        {
            return (100 * share, 100 * share);
        }

        var draws = (double)drawn * (population - 1) / (population - drawn);
        var square = Normal * Normal / draws;
        var middle = (share + (square / 2)) / (1 + square);
        var half = Normal * Math.Sqrt((share * (1 - share) / draws) + (square / (4 * draws))) / (1 + square);
        return (100 * (middle - half), 100 * (middle + half));
    }
}
