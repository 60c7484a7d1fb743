using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Subgroups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Depth;
using Eqnn.PiecewiseLinear.Energies;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.PiecewiseLinear.Explorations;

/// <summary>All that a page about one group shows, as one value: the G-sets with their components in coordinates, graphs, reach, energies, fans, verdicts, maps, and the field in which all numbers lie.</summary>
/// <remarks>What a limit leaves out is said in <see cref="Extents"/>; what was asked for by name and is too large is refused.</remarks>
public sealed class Exploration
{
    private const int MaxFanOrbits = 400;
    private const int MaxFanDimension = 8;
    private const int MaxFurtherFanDimension = 3;
    private const int MaxDepthChambers = 400;
    private const int MaxEnergyNodes = 60;
    private const int MaxPower = 4;
    private const int MaxFurtherSets = 40;

    /// <summary>The activations of which depth is carried: of relu, leaky-relu and abs what is populated is decided for themselves, the others stand for J_t of their class.</summary>
    internal static IReadOnlyList<string> DepthClasses { get; } = ["relu", "leaky-relu", "abs", "tanh", "sigmoid", "relu-bias"];

    private Exploration(CharacterTable table, IReadOnlyList<ExploredSet> sets, RealFieldBasis field, IReadOnlyList<MapVerdict> verdicts, ExploredMaps maps, IReadOnlyList<string> extents)
    {
        Table = table;
        Sets = sets;
        Field = field;
        Verdicts = verdicts;
        Maps = maps;
        Extents = extents;
    }

    /// <summary>The character table of the group.</summary>
    public CharacterTable Table { get; }

    /// <summary>The G-sets: those that were named, in their order, then transitive ones by size.</summary>
    public IReadOnlyList<ExploredSet> Sets { get; }

    /// <summary>A basis of the smallest field that holds all coordinates.</summary>
    public RealFieldBasis Field { get; }

    /// <summary>The verdicts of the kernel criterion on all pairs, row by row.</summary>
    public IReadOnlyList<MapVerdict> Verdicts { get; }

    /// <summary>Spaces of maps on the ReLU fans of simples in the first G-set, and those that are too large for a page.</summary>
    public ExploredMaps Maps { get; }

    /// <summary>What a limit left out, one sentence each.</summary>
    public IReadOnlyList<string> Extents { get; }

    /// <summary>Collects everything.</summary>
    /// <exception cref="ArgumentException">No G-set is given, or one belongs to another group.</exception>
    /// <exception cref="LimitExceededException">A G-set that was asked for is too large, or the group has too many simples.</exception>
    public static Exploration Of(CharacterTable table, IReadOnlyList<GSet> named, ExplorationLimits? limits = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(named);
        var bounds = limits ?? ExplorationLimits.Default;
        if (named.Count == 0)
        {
            throw new ArgumentException("there is no G-set", nameof(named));
        }

        RequireFeasible(table, named, bounds);
        var extents = new List<string>();
        var sets = new List<ExploredSet>();
        foreach (var set in named)
        {
            progress?.Report(new("G-sets of the page", sets.Count, named.Count));
            sets.Add(Explore(table, set, isNamed: true, sets.Count == 0 ? MaxFanDimension : MaxFurtherFanDimension, extents, progress, cancellationToken));
        }

        var further = Further(table, named, bounds, extents, progress, cancellationToken);
        foreach (var set in further)
        {
            progress?.Report(new("G-sets of the page", sets.Count, named.Count + further.Count));
            sets.Add(Explore(table, set, isNamed: false, MaxFurtherFanDimension, extents, progress, cancellationToken));
        }

        progress?.Report(new("maps of the page", 0, 0));
        var numbers = sets.SelectMany(set => set.Components.SelectMany(component => Enumerable.Range(0, (int)set.Decomposition.Set.Size).SelectMany(component.FormAt).Concat(component.InverseGram.Rows().SelectMany(row => row))));
        var maps = ExploredMaps.Of(sets[0], cancellationToken);
        var coordinates = maps.Spaces.SelectMany(space => space.Fan.Rays.SelectMany(ray => ray.Direction).Concat(space.Basis.SelectMany(map => space.Fan.Rays.SelectMany(map.ValueOn)))
            .Concat(space.LinearPart.Concat(space.OneLayerPart).SelectMany(row => row)));
        var verdicts = table.Simples.SelectMany(source => table.Simples.Select(target =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return KernelCriterion.Decide(source, target);
        })).ToList();
        return new(table, sets, RealFieldBasis.Of(numbers.Concat(coordinates), cancellationToken), verdicts, maps, extents);
    }

    private static void RequireFeasible(CharacterTable table, IReadOnlyList<GSet> named, ExplorationLimits bounds)
    {
        if (table.Simples.Count > bounds.MaxSimples)
        {
            throw new LimitExceededException("simples of an explorer page", bounds.MaxSimples, FormattableString.Invariant($"{table.Simples.Count}"), "take a smaller group, or ask for pairs one by one");
        }

        foreach (var set in named)
        {
            if (set.Size > bounds.MaxPoints)
            {
                throw new LimitExceededException("points of a G-set on an explorer page", bounds.MaxPoints, FormattableString.Invariant($"{set.Size} ({set.Name})"), "take a smaller G-set");
            }
        }

        var entries = named.Sum(set => set.Size * set.Size);
        if (entries > bounds.MaxEntries)
        {
            throw new LimitExceededException("numbers of an explorer page", bounds.MaxEntries, FormattableString.Invariant($"{entries} (the sum of the squares of the sizes of the G-sets)"), "take fewer or smaller G-sets");
        }
    }

    private static List<GSet> Further(CharacterTable table, IReadOnlyList<GSet> named, ExplorationLimits bounds, List<string> extents, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        if (WithinLimits(() => table.Group.ComputeSubgroups(progress, cancellationToken), extents, "transitive G-sets beyond those that were named are left out") is not { } lattice)
        {
            return [];
        }

        var further = new List<GSet>();
        var entries = named.Sum(set => set.Size * set.Size);
        var left = new List<string>();
        foreach (var subgroups in lattice.Classes.OrderBy(c => c.Index).ThenBy(c => c.Position))
        {
            if (subgroups.Order == 1 && named.Any(set => set.Name == "regular"))
            {
                continue;
            }

            if (subgroups.Index > bounds.MaxPoints || entries + ((long)subgroups.Index * subgroups.Index) > bounds.MaxFurtherEntries || further.Count >= MaxFurtherSets)
            {
                left.Add(FormattableString.Invariant($"cosets:{subgroups.Label} ({subgroups.Index} points)"));
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            entries += (long)subgroups.Index * subgroups.Index;
            further.Add(GSet.Cosets(subgroups));
        }

        if (left.Count > 0)
        {
            extents.Add(FormattableString.Invariant($"{left.Count} of {lattice.Classes.Count} transitive G-sets are left out for the size of the page, the first {left[0]}; name one with --on to have it"));
        }

        return further;
    }

    /// <summary>The value; where a limit stops it null, and the extents say what is left out.</summary>
    private static T? WithinLimits<T>(Func<T> compute, List<string> extents, string leftOut)
        where T : class
    {
        var (value, limit) = LimitExceededException.Within(compute);
        if (limit is not null)
        {
            extents.Add($"{leftOut}: {limit.Message}");
        }

        return value;
    }

    private static ExploredSet Explore(CharacterTable table, GSet set, bool isNamed, int maxFanDimension, List<string> extents, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var decomposition = IsotypicDecomposition.Of(table, set, cancellationToken);
        var components = decomposition.Components.Select(component =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return IsotypicCopies.Of(decomposition, component.Simple);
        }).ToList();
        var (even, odd) = (InteractionGraph.Of(decomposition, Activation.Parse("abs"), cancellationToken: cancellationToken), InteractionGraph.Of(decomposition, Activation.Parse("tanh"), cancellationToken: cancellationToken));
        var powers = new Dictionary<int, InteractionGraph>();
        try
        {
            for (var k = 2; k <= MaxPower; k++)
            {
                powers[k] = InteractionGraph.Of(decomposition, Activation.FromPolynomial(RationalPolynomial.Parse(FormattableString.Invariant($"t^{k}"))), cancellationToken: cancellationToken);
            }
        }
        catch (LimitExceededException limit)
        {
            extents.Add($"arrows of monomials on {set.Name} are left out: {limit.Message}");
        }

        var depths = new Dictionary<string, DepthAnalysis>();
        foreach (var name in DepthClasses)
        {
            var options = DepthOptions.Default.WithUntilStable(true).WithMaxChamberOrbits(MaxDepthChambers).WithWitnessTrials(0);
            if (WithinLimits(() => DepthAnalysis.Of([decomposition], Activation.Parse(name), 1, null, options, progress, cancellationToken), extents, $"depth for {name} on {set.Name} is left out") is { } depth)
            {
                depths[name] = depth;
            }
        }

        var energies = components.Count <= MaxEnergyNodes ? EnergyFlow.Of(even, cancellationToken: cancellationToken) : null;
        var fans = new Dictionary<int, EquivariantFan>();
        for (var i = 0; i < components.Count; i++)
        {
            if (components[i].Representation is SimpleCopy copy && copy.Dimension <= maxFanDimension
                && WithinLimits(() => EquivariantFan.Of(copy, ChamberSearchOptions.Default.WithMaxOrbits(MaxFanOrbits), cancellationToken: cancellationToken), extents, $"the fan of {components[i].Simple.Label} on {set.Name} is left out") is { } fan)
            {
                fans[i] = fan;
            }
        }

        return new(decomposition, isNamed, components, even, odd, powers, depths, energies, fans);
    }
}
