using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.Modular;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>How many chambers there will be, before any is looked for: an estimate of T(2, 0), so that what is hopeless is refused at once.</summary>
/// <remarks>
/// <para><b>Estimate.</b> Zaslavsky's recursion is a sum over hyperplanes, r(A) = 2^d + Σ r(restriction of those before h to h). In place of all terms one is drawn and counted N − d times, on every level again: the mean is r(A) [Knuth1975]. <b>Not</b> a count,
/// and nothing but a refusal rests on it; one prime is enough.</para>
/// <para>There are at least r(A)/|G| orbits. Where even that is many times the bound, the work could not end within it.</para>
/// </remarks>
internal sealed class ChamberForecast
{
    /// <summary>The estimate must exceed the bound so many times: an answer is not refused for an error of the estimate.</summary>
    public const int Margin = 10;

    private const int Samples = 48;

    private readonly PrimeField _field;
    private readonly Random _random = new(1);
    private readonly CancellationToken _cancellationToken;

    private ChamberForecast(PrimeField field, CancellationToken cancellationToken) => (_field, _cancellationToken) = (field, cancellationToken);

    /// <summary>Refuses an enumeration that would go far beyond its bound.</summary>
    /// <exception cref="LimitExceededException">The estimate exceeds <see cref="Margin"/> times the bound.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static void Require(Arrangement arrangement, long maxOrbits, CancellationToken cancellationToken)
    {
        var (count, dimension) = (arrangement.Hyperplanes.Count, arrangement.Dimension);
        var image = (double)(arrangement.Action?.ImageOrder ?? BigInteger.One);
        if (dimension <= 2 || MostChambers(count, dimension) / image <= (double)Margin * maxOrbits)
        {
            return;
        }

        var orbits = Estimate(arrangement.Integer, cancellationToken) / image;
        if (orbits > (double)Margin * maxOrbits)
        {
            var raised = orbits > long.MaxValue / 4 ? long.MaxValue : 2 * (long)orbits;
            throw new LimitExceededException(
                arrangement.Symmetry.Count == 0 ? "chambers" : "chamber orbits", maxOrbits, FormattableString.Invariant($"some {orbits:0.0E+0} by an estimate from {count} hyperplanes in dimension {dimension}"),
                "ChamberSearchOptions.MaxOrbits", raised, "time and memory grow with the number");
        }
    }

    /// <summary>The mean of some drawings; infinite where it exceeds the range of doubles.</summary>
    internal static double Estimate(IntegerArrangement arrangement, CancellationToken cancellationToken)
    {
        var image = ModularImage.Above(arrangement.Ring, ModularImage.Large);
        var entries = image.Of(arrangement.Big);
        var d = arrangement.Dimension;
        var vectors = Enumerable.Range(0, arrangement.Count).Select(j => entries.AsSpan(j * d, d).ToArray()).ToList();
        var forecast = new ChamberForecast(image.Field, cancellationToken);
        return Enumerable.Range(0, Samples).Sum(_ => forecast.Drawn(vectors, d)) / Samples;
    }

    /// <summary>2 Σ_{i &lt; d} C(N − 1, i): the number in general position, which no arrangement exceeds.</summary>
    private static double MostChambers(int count, int dimension)
    {
        var (sum, term) = (0.0, 2.0);
        for (var i = 0; i < Math.Min(dimension, count); i++)
        {
            sum += term;
            term *= (double)(count - 1 - i) / (i + 1);
        }

        return sum;
    }

    /// <summary>One drawing: the factors on the way down, and what each level adds by its basis.</summary>
    private double Drawn(List<ulong[]> vectors, int dimension)
    {
        var (sum, factor) = (0.0, 1.0);
        for (; dimension > 2; dimension--)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            vectors = BasisFirst(vectors, dimension, out var rank);
            sum += factor * Math.Pow(2, rank);
            if (vectors.Count == rank)
            {
                return sum;
            }

            var k = _random.Next(rank, vectors.Count);
            factor *= vectors.Count - rank;
            vectors = Restricted(vectors, k, dimension);
        }

        return sum + (factor * (vectors.Count == 0 ? 1 : dimension == 1 ? 2 : 2 * vectors.Count));
    }

    /// <summary>In random order, independent vectors first.</summary>
    private List<ulong[]> BasisFirst(List<ulong[]> vectors, int dimension, out int rank)
    {
        ulong[][] shuffled = [.. vectors];
        _random.Shuffle(shuffled);
        var span = new ModularSubspace(_field, dimension);
        var (basis, others) = (new List<ulong[]>(), new List<ulong[]>());
        foreach (var vector in shuffled)
        {
            (span.Rank < dimension && span.Add([.. vector]) ? basis : others).Add(vector);
        }

        rank = basis.Count;
        basis.AddRange(others);
        return basis;
    }

    /// <summary>The first k vectors modulo vector k, without parallel ones.</summary>
    private List<ulong[]> Restricted(List<ulong[]> vectors, int k, int dimension)
    {
        var h = vectors[k];
        var pivot = Array.FindIndex(h, x => x != 0);
        var inverse = _field.Inverse(h[pivot]);
        var seen = new HashSet<ulong>();
        var restricted = new List<ulong[]>();
        for (var j = 0; j < k; j++)
        {
            var v = vectors[j];
            var factor = _field.Multiply(v[pivot], inverse);
            var image = new ulong[dimension - 1];
            for (int i = 0, to = 0; i < dimension; i++)
            {
                if (i != pivot)
                {
                    image[to++] = _field.Subtract(v[i], _field.Multiply(factor, h[i]));
                }
            }

            var first = Array.FindIndex(image, x => x != 0);
            if (first < 0)
            {
                continue;
            }

            var scale = _field.Inverse(image[first]);
            var key = (ulong)first;
            for (var i = first; i < image.Length; i++)
            {
                key = Bits.Mix(key ^ _field.Multiply(image[i], scale));
            }

            if (seen.Add(key))
            {
                restricted.Add(image);
            }
        }

        return restricted;
    }
}
