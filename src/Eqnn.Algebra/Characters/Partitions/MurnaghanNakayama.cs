using System.Numerics;
using System.Runtime.CompilerServices;
using Eqnn.Algebra.Characters.Proofs;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters.Partitions;

/// <summary>The tables of the symmetric groups S_0, S_1, ..., S_n by the Murnaghan–Nakayama rule.</summary>
/// <remarks>
/// <para>χ^λ(μ) is the coefficient of the Schur function s_λ in the power sum product p_μ [Macdonald, I.7]. The column X(μ) = (χ^λ(μ))_λ is found from a smaller one: X(μ) = M_m X(μ ∖ m), m the largest part of μ and M_m multiplication by p_m, the
/// signed matrix of <see cref="RimHooks"/>.</para>
/// <para><b>Size of the entries.</b> |χ(μ)|² ≤ z_μ, the order of the centraliser, and |χ(μ)| ≤ χ(1), the largest degree being known from the hook lengths. The first bound chooses 16, 32 or 64 bits for a column, the second decides whether 64 bits
/// suffice for all; in both cases n times the bound fits as well, so that the sums of <see cref="PowerSumCheck"/> cannot overflow. Every value is compared with its bound when it is stored.</para>
/// <para><b>Cost.</b> About p(n)² n additions for all sizes together, p(n) the number of partitions, and two bytes for most entries.</para>
/// </remarks>
internal sealed class MurnaghanNakayama
{
    private readonly PartitionTable[] _tables;
    private readonly RimHooks[][] _hooks;

    private MurnaghanNakayama(int n)
    {
        Degree = n;
        _tables = new PartitionTable[n + 1];
        _hooks = new RimHooks[n + 1][];
    }

    /// <summary>n.</summary>
    public int Degree { get; }

    /// <summary>All tables up to S_n, not yet proved.</summary>
    /// <exception cref="LimitExceededException">The values do not fit into 63 bits.</exception>
    public static MurnaghanNakayama Of(int n, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        RequireNarrow(n);
        var tables = new MurnaghanNakayama(n);
        for (var size = 0; size <= n; size++)
        {
            progress?.Report(new WorkProgress("characters by rim hooks", size, n));
            var partitions = new PartitionList(size, Math.Max(n, 1));
            tables._tables[size] = new PartitionTable(partitions, Math.Max(n, 1));
            tables._hooks[size] = [.. Enumerable.Range(1, size).Select(m => new RimHooks(tables.Table(size - m).Partitions, partitions, m))];
            tables.Fill(size, cancellationToken);
        }

        return tables;
    }

    /// <summary>The bytes of all tables up to n, roughly: most columns of large groups have 16 bits.</summary>
    public static BigInteger EstimatedBytes(int n) =>
        5 * Enumerable.Range(0, n + 1).Aggregate(BigInteger.Zero, (sum, size) => sum + BigInteger.Pow(PartitionList.CountFor(size), 2)) / 2;

    /// <summary>The table of S_s, s ≤ n.</summary>
    public PartitionTable Table(int size) => _tables[size];

    /// <summary>Multiplication by p_m from the functions of degree <paramref name="size"/> - m to those of degree <paramref name="size"/>.</summary>
    public RimHooks Hooks(int size, int length) => _hooks[size][length - 1];

    /// <summary>Puts others in the place of the hooks that end at size n: for tests of the proofs.</summary>
    internal void ReplaceHooks(Func<RimHooks, RimHooks> other) => _hooks[Degree] = [.. _hooks[Degree].Select(other)];

    /// <summary>Whether the values certainly do not fit into 63 bits: the squares of the degrees have the mean n!/p(n).</summary>
    public static bool IsWide(int n) =>
        n > PartitionList.MaximumBeads || Enumerable.Range(1, n).Aggregate(BigInteger.One, (a, b) => a * b) / PartitionList.CountFor(n) > BigInteger.Pow(long.MaxValue / Math.Max(n, 1), 2);

    private static void RequireNarrow(int n)
    {
        var limit = long.MaxValue / Math.Max(n, 1);
        if (n > PartitionList.MaximumBeads)
        {
            throw new LimitExceededException("degree of a symmetric group with a character table", PartitionList.MaximumBeads, FormattableString.Invariant($"degree {n}"), "not possible in this version");
        }

        var partitions = new PartitionList(n, Math.Max(n, 1));
        var degree = Enumerable.Range(0, partitions.Count).Max(partitions.Degree);
        if (degree > limit)
        {
            throw new LimitExceededException("largest degree of a character of a symmetric group", limit, FormattableString.Invariant($"{degree} for S{n}"), "not possible in this version");
        }
    }

    private void Fill(int size, CancellationToken cancellationToken)
    {
        var table = Table(size);
        var column = new long[table.Partitions.Count];
        var source = new long[table.Partitions.Count];
        for (var block = 0; block < table.Blocks.Count; block++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var types = table.TypesOf(block);
            for (var place = 0; place < types.Length; place++)
            {
                Compute(size, types[place], column, source);
                table.Blocks[block].Write(place, column);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Compute(int size, int type, long[] column, long[] source)
    {
        Array.Clear(column);
        if (size == 0)
        {
            column[0] = 1;
            return;
        }

        var parts = Table(size).Partitions.All[type];
        var smaller = Table(size - parts[0]);
        smaller.ReadColumn(smaller.Partitions.PlaceOf(parts[1..]), source.AsSpan(0, smaller.Partitions.Count));
        var hooks = Hooks(size, parts[0]);
        for (var from = 0; from < smaller.Partitions.Count; from++)
        {
            if (source[from] == 0)
            {
                continue;
            }

            foreach (var to in hooks.Positive(from))
            {
                column[to] += source[from];
            }

            foreach (var to in hooks.Negative(from))
            {
                column[to] -= source[from];
            }
        }
    }
}
