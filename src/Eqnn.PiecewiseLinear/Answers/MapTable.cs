using System.Diagnostics;
using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.PiecewiseLinear.Answers;

/// <summary>For all pairs of simples of a group: whether a map exists, whether a linear one does, and whether one layer of an activation on a G-set gives one.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class MapTable
{
    /// <summary>The largest number of pairs.</summary>
    public const int MaxPairs = 4_000_000;

    private MapTable(IsotypicDecomposition decomposition, Activation activation, IReadOnlyList<MapPair> pairs)
    {
        Decomposition = decomposition;
        Activation = activation;
        Pairs = pairs;
    }

    /// <summary>The functions on the G-set of the layer.</summary>
    public IsotypicDecomposition Decomposition { get; }

    /// <summary>The activation of the layer.</summary>
    public Activation Activation { get; }

    /// <summary>The simples, in the order of the table.</summary>
    public IReadOnlyList<SimpleRepresentation> Simples => Decomposition.Table.Simples;

    /// <summary>All pairs, by source and then by target in the order of the simples.</summary>
    public IReadOnlyList<MapPair> Pairs { get; }

    /// <summary>Refuses an abelian group before its table is made: it has more than half as many simples as elements.</summary>
    /// <exception cref="LimitExceededException">The group is abelian and has more than <see cref="MaxPairs"/> pairs of simples.</exception>
    public static void RequireFewPairs(FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        if (group.IsAbelian)
        {
            RequireFewPairs((group.Order / 2) + 1);
        }
    }

    /// <summary>Decides all pairs; each verdict is checked.</summary>
    /// <param name="decomposition">The functions on the G-set of the layer.</param>
    /// <param name="activation">The activation; ReLU if null.</param>
    /// <param name="progress">Told how many sources are done.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxPairs"/> pairs.</exception>
    public static MapTable Of(IsotypicDecomposition decomposition, Activation? activation = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decomposition);
        var f = activation ?? Activation.Relu;
        var simples = decomposition.Table.Simples;
        RequireFewPairs(simples.Count);
        var pairs = new List<MapPair>(simples.Count * simples.Count);
        foreach (var source in simples)
        {
            progress?.Report(new("pairs of simples", source.Position, simples.Count));
            var coupling = CouplingSources.Of(decomposition, [source]);
            foreach (var target in simples)
            {
                cancellationToken.ThrowIfCancellationRequested();
                pairs.Add(new MapPair(KernelCriterion.Decide(source, target), coupling.Couples(target, f)));
            }
        }

        return new(decomposition, f, pairs.AsReadOnly());
    }

    private static void RequireFewPairs(BigInteger simples)
    {
        if (simples * simples > MaxPairs)
        {
            throw new LimitExceededException("pairs of simples", MaxPairs, FormattableString.Invariant($"{simples * simples}"), "name two simples");
        }
    }

    /// <summary>In one line: the group and how many pairs have a map.</summary>
    public override string ToString() => FormattableString.Invariant($"{Decomposition.Table.Group.Name}: maps between {Simples.Count} simples, {Pairs.Count(pair => pair.Exists)} of {Pairs.Count} pairs have one");
}
