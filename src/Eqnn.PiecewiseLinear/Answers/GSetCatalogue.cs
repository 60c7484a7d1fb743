using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Subgroups;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.PiecewiseLinear.Answers;

/// <summary>The transitive G-sets of a group, one for each class of subgroups, with the interaction graph of an activation on each.</summary>
public sealed class GSetCatalogue
{
    /// <summary>Some ten seconds.</summary>
    private const long MaxImages = 200_000_000;

    /// <summary>Groups with fewer images than this are answered before their subgroups are counted.</summary>
    private const int SmallestCounted = 1_000;

    private GSetCatalogue(SubgroupLattice lattice, CharacterTable? table, Activation? activation, IReadOnlyList<GSetEntry> entries)
    {
        Lattice = lattice;
        Table = table;
        Activation = activation;
        Entries = entries;
    }

    /// <summary>The subgroups.</summary>
    public SubgroupLattice Lattice { get; }

    /// <summary>The character table; null for <see cref="Brief"/>.</summary>
    public CharacterTable? Table { get; }

    /// <summary>The activation of the graphs; null for <see cref="Brief"/>.</summary>
    public Activation? Activation { get; }

    /// <summary>One entry for each class of subgroups, in their order.</summary>
    public IReadOnlyList<GSetEntry> Entries { get; }

    /// <summary>The sets alone, without characters and graphs.</summary>
    /// <exception cref="LimitExceededException">The group has too many subgroups.</exception>
    public static GSetCatalogue Brief(FiniteGroup group, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        var lattice = group.ComputeSubgroups(progress, cancellationToken);
        return new(lattice, null, null, [.. lattice.Classes.Select(subgroup => new GSetEntry(subgroup, null, 0, null))]);
    }

    /// <summary>In an abelian group every element is looked up for every set, and the graph has a pair of simples for up to every pair of elements.</summary>
    private static void RequireCharacters(FiniteGroup group, CancellationToken cancellationToken)
    {
        var each = group.Order * BigInteger.Max(group.Order, group.Degree);
        if (!group.IsAbelian || each <= SmallestCounted)
        {
            return;
        }

        var sets = AbelianStructure.Of(group, cancellationToken).SubgroupCount;
        var images = sets * each;
        if (images > MaxImages)
        {
            throw new LimitExceededException("images and pairs of elements for the graphs of transitive sets", MaxImages, FormattableString.Invariant($"{images}, for {sets} sets of {group.Name}"), "ask for the sets alone");
        }
    }

    /// <summary>The sets with their graphs; equal graphs have one kind.</summary>
    /// <param name="group">The group.</param>
    /// <param name="activation">The activation; ReLU if null.</param>
    /// <param name="progress">Told how many sets are done.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="LimitExceededException">The group has too many subgroups, or is beyond the limits of character tables.</exception>
    public static GSetCatalogue Of(FiniteGroup group, Activation? activation = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        var f = activation ?? Activation.Relu;
        RequireCharacters(group, cancellationToken);
        var lattice = group.ComputeSubgroups(progress, cancellationToken);
        var table = CharacterTable.Of(group, progress, cancellationToken);
        var entries = new List<GSetEntry>();
        var firstOfKind = new List<(InteractionGraph Graph, int Kind)>();
        foreach (var subgroup in lattice.Classes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new("interaction graphs of transitive sets", subgroup.Position, lattice.Classes.Count));
            var graph = InteractionGraph.Of(IsotypicDecomposition.Of(table, GSet.Cosets(subgroup), cancellationToken), f, progress, cancellationToken);
            var twin = firstOfKind.FindIndex(known => known.Graph.EdgeCount == graph.EdgeCount && known.Graph.Nodes.Count == graph.Nodes.Count && InteractionComparison.Of(known.Graph, graph).AreEqual);
            if (twin < 0)
            {
                twin = firstOfKind.Count;
                firstOfKind.Add((graph, twin));
            }

            entries.Add(new GSetEntry(subgroup, graph, twin, InteractionComparison.Of(graph, entries.Count == 0 ? graph : entries[0].Graph!)));
        }

        return new(lattice, table, f, entries);
    }

    /// <summary>In one line: the number of transitive G-sets.</summary>
    public override string ToString() => FormattableString.Invariant($"{Entries.Count} transitive G-sets{(Activation is null ? "" : $" with interaction graphs of {Activation.Name}")}");
}
