using System.Numerics;

namespace Eqnn.Algebra.Characters;

/// <summary>The values χ^λ(μ) of the irreducible characters of the symmetric group S_n, n up to 20, by the Murnaghan–Nakayama rule.</summary>
/// <remarks>
/// <para>χ^λ(μ) is the coefficient of the Schur function s_λ in the power sum product p_μ, and p_k s_λ = Σ ± s_ν over the ν that arise from λ by adding a rim hook of length k, the sign being that of
/// its height. In beta numbers (n beads on 0 .. 2n-1, bead i at λ_i + n - i) a rim hook is a bead moved from b to an empty b + k, its height the number of beads passed [JamesKerber, 2.4.7].</para>
/// <para>The products p_μ share their beginnings, so each is one step from a shorter one: about Σ_(m ≤ n) p(m) p(m) additions for all of them.</para>
/// </remarks>
internal sealed class MurnaghanNakayama
{
    /// <summary>The largest n: degrees fit into 32 bits, n! into 63.</summary>
    public const int MaximumDegree = 20;

    private readonly int _n;
    private readonly List<ulong>[] _diagrams;
    private readonly Dictionary<ulong, int>[] _places;
    private readonly Dictionary<(int Size, int Part), (int From, int To, int Sign)[]> _steps = [];
    private readonly Dictionary<int[], int[]> _columns = new(SequenceComparer.Instance);

    /// <summary>All values for one n.</summary>
    public MurnaghanNakayama(int n)
    {
        _n = n;
        _diagrams = new List<ulong>[n + 1];
        _places = new Dictionary<ulong, int>[n + 1];
        for (var m = 0; m <= n; m++)
        {
            _diagrams[m] = [];
            _places[m] = [];
        }

        Enumerate([], 0, n);
        Partitions = [.. _diagrams[n].Select(PartsOf)];
        Visit([], 0, [1]);
    }

    /// <summary>The partitions λ of n, parts descending, in the order of the entries of <see cref="Column"/>.</summary>
    public IReadOnlyList<int[]> Partitions { get; }

    /// <summary>The values of all characters at the class of cycle type μ, parts descending; shared, not to be written to.</summary>
    public int[] Column(int[] cycleType) => _columns[cycleType];

    /// <summary>The place of the conjugate partition.</summary>
    public int Conjugate(int place)
    {
        var parts = Partitions[place];
        var conjugate = new int[_n];
        for (var i = 0; i < parts.Length; i++)
        {
            for (var j = 0; j < parts[i]; j++)
            {
                conjugate[j]++;
            }
        }

        return _places[_n][Beads(conjugate)];
    }

    private void Enumerate(List<int> parts, int size, int largest)
    {
        var beads = Beads(parts);
        _places[size].Add(beads, _diagrams[size].Count);
        _diagrams[size].Add(beads);
        for (var part = 1; part <= Math.Min(largest, _n - size); part++)
        {
            parts.Add(part);
            Enumerate(parts, size + part, part);
            parts.RemoveAt(parts.Count - 1);
        }
    }

    private void Visit(List<int> parts, int size, int[] vector)
    {
        if (size == _n)
        {
            _columns.Add([.. parts], vector);
            return;
        }

        for (var part = 1; part <= Math.Min(parts.Count == 0 ? _n : parts[^1], _n - size); part++)
        {
            var next = new int[_diagrams[size + part].Count];
            foreach (var (from, to, sign) in Steps(size, part))
            {
                next[to] += sign * vector[from];
            }

            parts.Add(part);
            Visit(parts, size + part, next);
            parts.RemoveAt(parts.Count - 1);
        }
    }

    private (int From, int To, int Sign)[] Steps(int size, int part)
    {
        if (!_steps.TryGetValue((size, part), out var steps))
        {
            var list = new List<(int, int, int)>();
            for (var from = 0; from < _diagrams[size].Count; from++)
            {
                var beads = _diagrams[size][from];
                for (var rest = beads & ~(beads >> part); rest != 0; rest &= rest - 1)
                {
                    var bead = BitOperations.TrailingZeroCount(rest);
                    var target = beads ^ (1UL << bead) ^ (1UL << (bead + part));
                    if (_places[size + part].TryGetValue(target, out var to))
                    {
                        var passed = BitOperations.PopCount(beads >> (bead + 1) & ((1UL << (part - 1)) - 1));
                        list.Add((from, to, (passed & 1) == 0 ? 1 : -1));
                    }
                }
            }

            steps = [.. list];
            _steps.Add((size, part), steps);
        }

        return steps;
    }

    private ulong Beads(IReadOnlyList<int> parts)
    {
        var beads = 0UL;
        for (var i = 0; i < _n; i++)
        {
            beads |= 1UL << ((i < parts.Count ? parts[i] : 0) + _n - 1 - i);
        }

        return beads;
    }

    private int[] PartsOf(ulong beads)
    {
        var parts = new List<int>();
        var below = _n;
        for (var position = 63 - BitOperations.LeadingZeroCount(beads | 1); position >= 0; position--)
        {
            if ((beads >> position & 1) != 0)
            {
                below--;
                if (position > below)
                {
                    parts.Add(position - below);
                }
            }
        }

        return [.. parts];
    }
}
