using System.Globalization;
using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Eqnn.Algebra.Tests.Testing;

/// <summary>The generators reach the corners they aim at, and their shrinkers come to an end.</summary>
public sealed class SamplesTests
{
    private static IReadOnlyList<T> Some<T>(Arbitrary<T> values) => [.. values.Generator.Sample(3000)];

    [Fact]
    public void Rational_samples_reach_the_corners()
    {
        var samples = Some(Samples.Rationals());
        Assert.Contains(samples, r => r.IsZero);
        Assert.Contains(samples, r => r.IsOne);
        Assert.Contains(samples, r => r.Sign < 0 && !r.IsInteger);
        Assert.Contains(samples, r => r.Numerator == long.MaxValue || r.Numerator == long.MinValue || r.Denominator == long.MaxValue);
        Assert.Contains(samples, r => r.Big is not null && r.IsInteger);
        Assert.Contains(samples, r => BigInteger.Abs(r.Numerator) > BigInteger.Pow(10, 30));
    }

    [Fact]
    public void Cyclotomic_samples_reach_the_corners()
    {
        var samples = Some(Samples.Cyclotomics());
        Assert.Contains(samples, x => x.IsZero);
        Assert.Contains(samples, x => x.IsRational && !x.IsInteger);
        Assert.Contains(samples, x => !x.IsRational && x.IsReal);
        Assert.Contains(samples, x => x.Body is { Count: 1 });
        Assert.Contains(samples, x => x.Body?.Large is not null);
        Assert.Contains(samples, x => x.Body is { SmallDenominator: > 1 });
        foreach (var n in new[] { 3, 4, 5, 7, 8, 9, 12, 15, 16, 24, 25, 27, 36, 45, 60 })
        {
            Assert.Contains(samples, x => x.Conductor == n);
        }

        Assert.Contains(samples, x => x.Conductor == 40); // Only a sum across fields has it.
    }

    [Fact]
    public void Matrix_samples_reach_the_corners()
    {
        var samples = Some(Samples.RankedRationalMatrices());
        Assert.Contains(samples, m => m.Rows == 0);
        Assert.Contains(samples, m => m.Rank == 0 && m.Rows > 0);
        Assert.Contains(samples, m => m.Rows == 4 && m.Columns == 4 && m.Rank == 4);
        Assert.Contains(samples, m => m.Rank > 0 && m.Rank < Math.Min(m.Rows, m.Columns));
        Assert.Contains(samples, m => m.Rows != m.Columns);
    }

    [Fact]
    public void Shrinking_ends()
    {
        foreach (var sample in Some(Samples.Rationals()).Take(200))
        {
            Ends(sample, Samples.Shrink);
        }

        foreach (var sample in Some(Samples.Cyclotomics()).Take(200))
        {
            Ends(sample, Samples.Shrink);
        }
    }

    [Fact]
    public void Shrunk_matrices_keep_their_rank() =>
        Assert.All(Some(Samples.RankedRationalMatrices()).Take(50), m => Assert.All(m.Shrink(Samples.Shrink).Take(20), s => Assert.Equal((m.Rank, m.Rank), (s.Rank, s.Value.Rank))));

    [Fact]
    public void The_factor_multiplies_the_cases()
    {
        var factor = int.TryParse(Environment.GetEnvironmentVariable("EQNN_LAW_FACTOR"), NumberStyles.None, CultureInfo.InvariantCulture, out var f) && f > 0 ? f : 1;
        Assert.Equal(100 * factor, new LawAttribute().MaxTest);
        Assert.Equal(7 * factor, new LawAttribute { Cases = 7 }.MaxTest);
    }

    // Follows the last (least drastic) candidate, the longest way down.
    private static void Ends<T>(T value, Func<T, IEnumerable<T>> shrink)
        where T : IEquatable<T>
    {
        for (var steps = 0; shrink(value).LastOrDefault(x => !x.Equals(value)) is { } next && shrink(value).Any(); steps++)
        {
            Assert.True(steps < 3000, $"shrinking does not end, now at {value}");
            if (next.Equals(value))
            {
                return;
            }

            value = next;
        }
    }
}
