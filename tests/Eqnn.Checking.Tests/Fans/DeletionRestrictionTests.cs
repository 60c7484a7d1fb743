using System.Numerics;
using Eqnn.Checking.Fans;
using Eqnn.Numbers;
using Xunit;

namespace Eqnn.Checking.Tests.Fans;

/// <summary>Chambers by deletion and restriction: numbers that are known, and a budget that ends the count.</summary>
public sealed class DeletionRestrictionTests
{
    /// <summary>The braid arrangement of n points has n! chambers, the coordinate hyperplanes 2ⁿ, n lines in the plane 2n.</summary>
    [Theory]
    [InlineData("braid", 3, 6)]
    [InlineData("braid", 4, 24)]
    [InlineData("braid", 5, 120)]
    [InlineData("axes", 1, 2)]
    [InlineData("axes", 5, 32)]
    [InlineData("lines", 7, 14)]
    public void Known_counts(string kind, int n, int expected) => Assert.Equal(expected, new DeletionRestriction(default).TryCount(Normals(kind, n), long.MaxValue));

    /// <summary>The work is what it is: less is not enough, that much is.</summary>
    [Fact]
    public void A_budget_ends_the_count()
    {
        var normals = Normals("braid", 5);
        var enough = Enumerable.Range(0, 100_000).First(budget => new DeletionRestriction(default).TryCount(normals, budget) is not null);
        Assert.InRange(enough, 50, 5_000);
        Assert.All(new[] { 0, enough / 4, enough / 2, enough - 1 }, budget => Assert.Null(new DeletionRestriction(default).TryCount(normals, budget)));
        Assert.Equal((BigInteger)120, new DeletionRestriction(default).TryCount(normals, enough + 1));
        Assert.Throws<OperationCanceledException>(() => new DeletionRestriction(new CancellationToken(canceled: true)).TryCount(normals, long.MaxValue));
    }

    private static IReadOnlyList<Cyclotomic[]> Normals(string kind, int n) => kind switch
    {
        "braid" => [.. Enumerable.Range(0, n).SelectMany(i => Enumerable.Range(i + 1, n - i - 1), (i, j) => Enumerable.Range(0, n - 1).Select(c => (Cyclotomic)(c == i ? 1 : c == j ? -1 : 0)).ToArray())],
        "axes" => [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(c => (Cyclotomic)(c == i ? 1 : 0)).ToArray())],
        _ => [.. Enumerable.Range(0, n).Select(i => new Cyclotomic[] { 1, i })],
    };
}
