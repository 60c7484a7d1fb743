using System.Numerics;
using Eqnn.Checking.Fans;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Checking.Tests.Fans;

/// <summary>The double description of the checker beside rays by brute force: every choice of d − 1 walls of rank d − 1.</summary>
public sealed class WallConeTests
{
    private const long Limit = 1_000_000;

    /// <summary>Values of a form at this point are numbers in base 7 with digits from −3 to 3: 0 for the zero form alone.</summary>
    private static readonly int[] Inside = [1, 7, 49, 343, 2401];

    [Law(Cases = 300)]
    public void The_first_hyperplane_that_cuts_is_found(sbyte[] entries, byte dimension, ulong mask)
    {
        var d = 1 + (dimension % 5);
        int[][] normals = [.. entries.Take(9 * d).Chunk(d).Where(row => row.Length == d).Select(row => row.Select(x => x % 4).ToArray()).Where(row => row.Any(x => x != 0))];
        int[] walls = [.. Enumerable.Range(0, normals.Length).Where(h => (mask >> h & 1) != 0)];
        Compare(normals, [.. normals.Select(normal => normal.Zip(Inside, (a, b) => a * b).Sum() < 0)], walls);
    }

    /// <summary>As many walls as points on a circle, more than fit into one word, and a hyperplane more: outside, along an edge, through the middle.</summary>
    [Theory]
    [InlineData(70, 0, 0, 1, -1)]
    [InlineData(70, 1, 0, 1, 70)]
    [InlineData(70, -1, 0, 1, -1)]
    [InlineData(70, 1, 1, 0, 70)]
    [InlineData(130, -3, 1, 2, 130)]
    [InlineData(64, 1, 0, 1, 64)]
    [InlineData(65, -1, 0, 1, -1)]
    public void There_may_be_many_walls(int count, int x, int y, int z, int expected)
    {
        // Tangent planes of the cone x² + y² ≤ z² at (1 − t², 2t, 1 + t²), all with (0, 0, 1) on their positive side.
        int[][] normals = [.. Enumerable.Range(-count / 2, count).Select(t => new[] { (t * t) - 1, -2 * t, (t * t) + 1 }), [x, y, z]];
        bool[] isNegative = [.. Enumerable.Repeat(false, count), z < 0];
        int[] walls = [.. Enumerable.Range(0, count)];
        Assert.Equal(expected, Compare(normals, isNegative, walls));

        // The order of walls and their repetition change nothing.
        Assert.Equal(expected, Compare(normals, isNegative, [.. walls.Reverse(), .. walls.Where(w => w % 3 == 0)]));
        Assert.Equal(expected, new WallCone<long, MachineWholeNumbers>([.. normals.SelectMany(row => row).Select(entry => (long)entry)], 3, Limit).FirstCut([.. walls.SelectMany(w => new[] { w, w })], isNegative));
    }

    /// <summary>Rays of large entries: machine integers give up, the others go on.</summary>
    [Fact]
    public void Machine_integers_say_when_they_are_too_small()
    {
        const long big = 3_037_000_499;
        long[] normals = [big, 1, 0, 1, -big, 2, 0, 3, big, 1, 1, 1];
        bool[] isNegative = [false, false, false, false];
        Assert.Throws<OverflowException>(() => new WallCone<long, MachineWholeNumbers>(normals, 3, Limit).FirstCut([0, 1, 2], isNegative));
        var large = new WallCone<BigInteger, LargeWholeNumbers>(Array.ConvertAll(normals, n => (BigInteger)n), 3, Limit).FirstCut([0, 1, 2], isNegative);
        Assert.Equal(new WallCone<Cyclotomic, RealCyclotomics>(Array.ConvertAll(normals, n => (Cyclotomic)(Rational)n), 3, Limit).FirstCut([0, 1, 2], isNegative), large);
    }

    [Fact]
    public void Rays_have_a_limit()
    {
        int[][] normals = [.. Enumerable.Range(-10, 20).Select(t => new[] { (t * t) - 1, -2 * t, (t * t) + 1 })];
        var cone = new WallCone<long, MachineWholeNumbers>([.. normals.SelectMany(row => row).Select(x => (long)x)], 3, 10);
        Assert.Contains("10", Assert.Throws<LimitExceededException>(() => cone.FirstCut([.. Enumerable.Range(0, 20)], new bool[20])).Message, StringComparison.Ordinal);
    }

    private static int Compare(int[][] normals, bool[] isNegative, int[] walls)
    {
        var d = normals.Length == 0 ? 1 : normals[0].Length;
        var flat = normals.SelectMany(row => row).ToArray();
        var expected = ByBruteForce([.. normals.Select((row, h) => ColumnVector.Of(row.Select(x => (Rational)(isNegative[h] ? -x : x))))], [.. walls.Distinct()], d);

        // Each is asked twice: nothing of the first question is left.
        var machine = new WallCone<long, MachineWholeNumbers>(Array.ConvertAll(flat, x => (long)x), d, Limit);
        _ = machine.FirstCut([.. walls.Reverse()], isNegative);
        Assert.Equal(expected, machine.FirstCut(walls, isNegative));
        Assert.Equal(expected, new WallCone<BigInteger, LargeWholeNumbers>(Array.ConvertAll(flat, x => (BigInteger)x), d, Limit).FirstCut(walls, isNegative));
        Assert.Equal(expected, new WallCone<Cyclotomic, RealCyclotomics>(Array.ConvertAll(flat, x => (Cyclotomic)x), d, Limit).FirstCut(walls, isNegative));
        return expected;
    }

    /// <summary>The rays of the cone on the positive side of walls, and the first form that is negative on one of them.</summary>
    private static int ByBruteForce(IReadOnlyList<ColumnVector<Rational>> forms, int[] walls, int dimension)
    {
        if (walls.Length == 0 || Matrix<Rational>.FromRows(walls.Select(w => forms[w])).Rank < dimension)
        {
            return -2;
        }

        var rays = Choices(walls, dimension - 1)
            .Select(choice => choice.Count == 0 ? [ColumnVector.Of([Rational.One])] : Matrix<Rational>.FromRows(choice.Select(w => forms[w])).NullSpace())
            .Where(lines => lines.Count == 1).SelectMany(lines => new[] { lines[0], -lines[0] })
            .Where(ray => Array.TrueForAll(walls, w => forms[w].Dot(ray).Sign >= 0)).ToList();
        return Enumerable.Range(0, forms.Count).FirstOrDefault(h => rays.Exists(ray => forms[h].Dot(ray).Sign < 0), -1);
    }

    private static IEnumerable<IReadOnlyList<int>> Choices(IReadOnlyList<int> from, int count) => count == 0
        ? [[]]
        : from.SelectMany((first, i) => Choices([.. from.Skip(i + 1)], count - 1), (first, rest) => (IReadOnlyList<int>)[first, .. rest]);
}
