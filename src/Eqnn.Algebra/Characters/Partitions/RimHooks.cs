namespace Eqnn.Algebra.Characters.Partitions;

/// <summary>Multiplication by the power sum p_m on Schur functions of one degree: p_m s_λ = Σ ± s_ν over the ν that arise from λ by adding a rim hook of length m, the sign being that of its height.</summary>
/// <remarks>
/// <para>In beta numbers a rim hook is a bead moved from b to an empty b + m, its height the number of beads passed [JamesKerber, 2.7.13 and 2.4.7].</para>
/// <para>At most |λ| + m of them can be added: those that can be added are m more than those that can be removed, and at most one that can be removed begins in each row.</para>
/// </remarks>
internal sealed class RimHooks
{
    private readonly int[] _starts;
    private readonly int[] _negatives;
    private readonly int[] _targets;

    /// <summary>The hooks of length <paramref name="length"/> between two lists of partitions whose sizes differ by it.</summary>
    public RimHooks(PartitionList from, PartitionList to, int length)
    {
        Length = length;
        _starts = new int[from.Count + 1];
        _negatives = new int[from.Count];
        var targets = new List<int>();
        var negative = new List<int>();
        for (var place = 0; place < from.Count; place++)
        {
            var beads = from.Diagram(place);
            negative.Clear();
            for (var rest = beads & ~(beads >> length); rest != 0; rest &= rest - 1)
            {
                var bead = (int)UInt128.TrailingZeroCount(rest);
                if (to.PlaceOf(beads ^ (UInt128.One << bead) ^ (UInt128.One << (bead + length))) is { } target)
                {
                    var passed = UInt128.PopCount(beads >> (bead + 1) & ((UInt128.One << (length - 1)) - 1));
                    (UInt128.IsEvenInteger(passed) ? targets : negative).Add(target);
                }
            }

            _negatives[place] = targets.Count;
            targets.AddRange(negative);
            _starts[place + 1] = targets.Count;
        }

        _targets = [.. targets];
    }

    /// <summary>Any ν with signs for each λ: for tests of the proofs.</summary>
    internal RimHooks(int length, IReadOnlyList<IReadOnlyList<(int Place, int Sign)>> signed)
    {
        Length = length;
        _starts = new int[signed.Count + 1];
        _negatives = new int[signed.Count];
        var targets = new List<int>();
        for (var place = 0; place < signed.Count; place++)
        {
            targets.AddRange(signed[place].Where(hook => hook.Sign > 0).Select(hook => hook.Place));
            _negatives[place] = targets.Count;
            targets.AddRange(signed[place].Where(hook => hook.Sign < 0).Select(hook => hook.Place));
            _starts[place + 1] = targets.Count;
        }

        _targets = [.. targets];
    }

    /// <summary>m.</summary>
    public int Length { get; }

    /// <summary>The number of λ.</summary>
    public int Count => _negatives.Length;

    /// <summary>The places of the ν with sign +.</summary>
    public ReadOnlySpan<int> Positive(int place) => _targets.AsSpan(_starts[place].._negatives[place]);

    /// <summary>The places of the ν with sign -.</summary>
    public ReadOnlySpan<int> Negative(int place) => _targets.AsSpan(_negatives[place].._starts[place + 1]);

    /// <summary>The ν with their signs.</summary>
    public IEnumerable<(int Place, int Sign)> Signed(int place)
    {
        for (var at = _starts[place]; at < _starts[place + 1]; at++)
        {
            yield return (_targets[at], at < _negatives[place] ? 1 : -1);
        }
    }
}
