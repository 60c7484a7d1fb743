using Eqnn.Numbers.Modular;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Numbers.Tests.Modular;

/// <summary>Elimination modulo a prime against lists of all combinations, in fields so small that these can be listed.</summary>
public sealed class ModularSubspaceLaws
{
    private static readonly long[] Primes = [2, 3, 5];

    [Property]
    public void The_subspace_holds_exactly_the_combinations_of_its_vectors(byte which, byte[] entries)
    {
        var field = PrimeField.Of(Primes[which % Primes.Length]);
        var vectors = Vectors(field, entries, 3).Take(4).ToList();
        var span = new ModularSubspace(field, 3);
        var combinations = new HashSet<string> { "0,0,0" };
        foreach (var v in vectors)
        {
            var isNew = !combinations.Contains(Text(v));
            Assert.Equal(isNew, span.Add(v));
            combinations = [.. combinations.SelectMany(old => Enumerable.Range(0, (int)field.P).Select(c => Text([.. old.Split(',').Select((x, i) => (ulong.Parse(x) + ((ulong)c * v[i])) % field.P)])))];
        }

        Assert.Equal(combinations.Count, (int)Math.Pow(field.P, span.Rank));
        foreach (var v in All(field, 3))
        {
            Assert.Equal(combinations.Contains(Text(v)), span.Contains(v));
            Assert.All(span.Pivots, pivot => Assert.Equal(0UL, span.Reduce(v)[pivot]));
        }
    }

    [Property]
    public void The_left_kernel_is_everything_that_the_matrix_sends_to_zero(byte which, byte[] entries)
    {
        var field = PrimeField.Of(Primes[which % Primes.Length]);
        var matrix = Vectors(field, entries, 2).Take(3).ToArray();
        if (matrix.Length < 3)
        {
            return;
        }

        var kernel = ModularMatrix.LeftKernel(field, matrix);
        var span = new ModularSubspace(field, 3);
        Assert.All(kernel, v => Assert.True(span.Add(v)));
        Assert.All(All(field, 3), v => Assert.Equal(ModularMatrix.Times(field, v, matrix).All(x => x == 0), span.Contains(v)));
        Assert.Equal(3, ModularMatrix.Rank(field, matrix) + kernel.Count);
        Assert.Equal(ModularMatrix.Rank(field, matrix), ModularMatrix.Rank(field, ModularMatrix.Transpose(matrix)));
    }

    [Fact]
    public void A_vector_of_another_length_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ModularSubspace(PrimeField.Of(5), 3).Add([1UL, 2UL]));

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(2147483659)]
    public void Only_primes_below_two_to_the_31_make_a_field(long p) => Assert.Throws<ArgumentException>(() => PrimeField.Of(p));

    [Property]
    public void A_root_of_unity_has_exactly_its_order(byte order)
    {
        var n = 1 + (order % 40);
        var field = PrimeField.SplittingExponent(n, 100);
        var root = field.RootOfUnity(n);
        Assert.Equal(1UL, field.Pow(root, (ulong)n));
        Assert.All(Enumerable.Range(1, n - 1), k => Assert.NotEqual(1UL, field.Pow(root, (ulong)k)));
        Assert.Equal(1UL, field.Multiply(root, field.Inverse(root)));
    }

    private static IEnumerable<ulong[]> Vectors(PrimeField field, byte[] entries, int length) => entries.Chunk(length).Where(chunk => chunk.Length == length).Select(chunk => Array.ConvertAll(chunk, x => x % field.P));

    private static IEnumerable<ulong[]> All(PrimeField field, int length) =>
        Enumerable.Range(0, (int)Math.Pow(field.P, length)).Select(code => Enumerable.Range(0, length).Select(i => (ulong)(code / (int)Math.Pow(field.P, i)) % field.P).ToArray());

    private static string Text(ulong[] v) => string.Join(',', v);
}
