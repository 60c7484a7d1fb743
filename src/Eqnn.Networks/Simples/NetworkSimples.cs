using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Networks.Orbits;
using Eqnn.Numbers;

namespace Eqnn.Networks.Simples;

/// <summary>The simple real representations in which a network is taken apart, and how its G-sets decompose.</summary>
/// <remarks>
/// <para><b>Three ways.</b> Abelian groups acting freely (and on single points): characters, without a table. S_n and A_n on points, n ≥ 8: trivial and standard, without a table. All others: the character table and exact projectors, for
/// G-sets of up to 1500 points. <see cref="Origin"/> says which.</para>
/// <para><b>Order.</b> The trivial simple is first; then the order of the table, or of the frequencies.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class NetworkSimples
{
    private const int MinNaturalDegree = 8;

    private readonly Dictionary<GSet, IsotypicFrame> _frames;

    private NetworkSimples(FiniteGroup group, IReadOnlyList<NetworkSimple> all, Dictionary<GSet, IsotypicFrame> frames, CouplingRule rule, string origin, IReadOnlyList<int> dimensions)
    {
        Group = group;
        All = all;
        _frames = frames;
        Rule = rule;
        Origin = origin;
        Grid = dimensions;
    }

    /// <summary>The group.</summary>
    public FiniteGroup Group { get; }

    /// <summary>The simples.</summary>
    public IReadOnlyList<NetworkSimple> All { get; }

    /// <summary>How they were found.</summary>
    public string Origin { get; }

    /// <summary>The orders of the cyclic factors that frequencies refer to; empty where there are no frequencies.</summary>
    public IReadOnlyList<int> Grid { get; }

    /// <summary>The simples whose frequencies are at most <paramref name="width"/> away from 0 on every axis of <see cref="Grid"/>; none where there are no frequencies.</summary>
    public IReadOnlyList<NetworkSimple> LowFrequencies(int width) => Grid.Count == 0
        ? []
        : [.. All.Where(simple => simple.Frequencies.Select((k, axis) => Math.Min(k, Grid[axis] - k)).All(k => k <= width))];

    internal CouplingRule Rule { get; }

    /// <summary>The same simples with another rule: for tests of what is compared with it.</summary>
    internal NetworkSimples WithRule(CouplingRule rule) => new(Group, All, _frames, rule, Origin, Grid);

    /// <summary>Finds the simples of the G-sets of a network.</summary>
    /// <exception cref="LimitExceededException">The group needs a character table that is too large, or a G-set without structure is.</exception>
    public static NetworkSimples Of(EquivariantNetwork network, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        List<GSet> sets = [.. network.States.Select(state => state.Set).Distinct(ReferenceEqualityComparer.Instance).Cast<GSet>()];
        return TryAbelian(network.Group, sets) ?? TryNatural(network.Group, sets) ?? ByTable(network.Group, sets, progress, cancellationToken);
    }

    /// <summary>How often a simple occurs in the functions on a G-set of the network.</summary>
    /// <exception cref="ArgumentException">The G-set is not one of the network.</exception>
    public int MultiplicityIn(FeatureSpace space, NetworkSimple simple)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(simple);
        return FrameOf(space.Set).Multiplicities[simple.Position];
    }

    /// <summary>The simple with a label or an alias.</summary>
    /// <exception cref="AlgebraFormatException">There is none.</exception>
    public NetworkSimple SimpleNamed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var word = text.Trim();
        return All.FirstOrDefault(simple => string.Equals(simple.Label, word, StringComparison.OrdinalIgnoreCase) || simple.Alias.Split(", ").Contains(word, StringComparer.OrdinalIgnoreCase))
            ?? throw new AlgebraFormatException("simple of a network", text, 0, $"not known; there are {All.Count}", All.Count <= 12 ? string.Join(", ", All) : $"{All[0]}, {All[1]}, ..., {All[^1]}");
    }

    internal IsotypicFrame FrameOf(GSet set) => _frames.TryGetValue(set, out var frame) ? frame : throw new ArgumentException($"{set.Name} is not one of the G-sets of the network", nameof(set));

    private static NetworkSimples? TryAbelian(FiniteGroup group, List<GSet> sets)
    {
        var wide = sets.Where(set => set.Size > 1).ToList();
        if (!group.IsAbelian || wide.Count == 0 || wide.Exists(set => PointAction.Of(set).Images.Count == 0)
            || FreeAction.TryOf([.. wide.Select(set => PointAction.Of(set).Images)]) is not { } actions || actions[0].Order != group.Order)
        {
            return null;
        }

        var dimensions = actions[0].Dimensions;
        var simples = new List<NetworkSimple>();
        for (var offset = 0; offset < actions[0].Order; offset++)
        {
            var k = Digits(offset, dimensions);
            int[] opposite = [.. k.Select((digit, axis) => (dimensions[axis] - digit) % dimensions[axis])];
            if (CouplingRule.OffsetOf(opposite, dimensions) < offset)
            {
                continue;
            }

            var order = k.Select((digit, axis) => dimensions[axis] / (int)BigInteger.GreatestCommonDivisor(dimensions[axis], digit)).Aggregate(1, (a, b) => a / (int)BigInteger.GreatestCommonDivisor(a, b) * b);
            var label = dimensions.Length == 1 ? FormattableString.Invariant($"L{offset}") : $"L({string.Join(',', k)})";
            var size = k.SequenceEqual(opposite) ? 1 : 2;
            simples.Add(new(simples.Count, label, offset == 0 ? "trivial" : "", size, size, group.Order / order, k, null));
        }

        var characters = new CharacterPairs(simples, dimensions);
        var frames = new Dictionary<GSet, IsotypicFrame>(ReferenceEqualityComparer.Instance as IEqualityComparer<GSet>);
        foreach (var set in sets)
        {
            var position = wide.IndexOf(set);
            frames.Add(set, new AbelianFrame(set, position < 0 ? null : actions[position], simples, characters));
        }

        return new(group, simples, frames, new CouplingRule.ByFrequencies(simples, characters), "characters of an abelian group that acts freely", dimensions);
    }

    private static int[] Digits(int offset, int[] dimensions)
    {
        var digits = new int[dimensions.Length];
        for (var axis = dimensions.Length - 1; axis >= 0; axis--)
        {
            (offset, digits[axis]) = Math.DivRem(offset, dimensions[axis]);
        }

        return digits;
    }

    private static NetworkSimples? TryNatural(FiniteGroup group, List<GSet> sets)
    {
        if (group.Degree < MinNaturalDegree || sets.Exists(set => !PointAction.Of(set).IsNaturalSymmetric && set.Size > 1) || !sets.Exists(set => PointAction.Of(set).IsNaturalSymmetric))
        {
            return null;
        }

        NetworkSimple[] simples =
        [
            new(0, "L0", "trivial", 1, 1, group.Order, [], null),
            new(1, "standard", FormattableString.Invariant($"[{group.Degree - 1},1]"), group.Degree - 1, 1, 1, [], null),
        ];
        var frames = sets.ToDictionary(set => set, IsotypicFrame (set) => new SymmetricFrame(set, simples));
        return new(group, simples, frames, new CouplingRule.OnPoints(), "functions on the points of a symmetric group: trivial and standard", []);
    }

    private static NetworkSimples ByTable(FiniteGroup group, List<GSet> sets, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        if (sets.Find(set => set.Size > TableFrame.MaxPoints) is { } large)
        {
            throw new LimitExceededException("points of a G-set without structure, to take a network apart", TableFrame.MaxPoints, string.Create(CultureInfo.InvariantCulture, $"{large.Size} ({large.Name})"), "choose smaller G-sets; abelian groups acting freely and symmetric groups on points have no such limit");
        }

        var table = CharacterTable.Of(group, progress, cancellationToken);
        NetworkSimple[] simples = [.. table.Simples.Select(simple => new NetworkSimple(
            simple.Position, simple.Label, string.Join(", ", simple.Aliases), (int)simple.Dimension, simple.EndomorphismDimension, simple.KernelOrder, [], simple))];
        var decompositions = sets.ToDictionary(set => set, set => IsotypicDecomposition.Of(table, set, cancellationToken));
        var frames = sets.ToDictionary(set => set, IsotypicFrame (set) => new TableFrame(decompositions[set], simples, seed => new Random(seed), cancellationToken));
        return new(group, simples, frames, new CouplingRule.ByTable(simples, set => decompositions[set]), "the character table and exact projectors", []);
    }

    /// <summary>In one line: the group and the number of simples.</summary>
    public override string ToString() => FormattableString.Invariant($"{Group.Name}: {All.Count} simples of a network");
}
