using System.Numerics;
using Eqnn.Algebra.Subgroups;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.PiecewiseLinear.Answers;

/// <summary>A transitive G-set in a <see cref="GSetCatalogue"/>.</summary>
public sealed class GSetEntry
{
    internal GSetEntry(SubgroupClass stabiliser, InteractionGraph? graph, int kind, InteractionComparison? besideRegular)
    {
        Stabiliser = stabiliser;
        Graph = graph;
        Kind = kind;
        BesideRegular = besideRegular;
    }

    /// <summary>The class of the stabilisers of points.</summary>
    public SubgroupClass Stabiliser { get; }

    /// <summary>The order of the kernel of the action: of the classes on which the permutation character is the degree.</summary>
    public BigInteger KernelOrder => Stabiliser.CoreOrder;

    /// <summary>The interaction graph; null where none was asked for.</summary>
    public InteractionGraph? Graph { get; }

    /// <summary>Which of the different graphs it is, from 0 in the order in which they are met.</summary>
    public int Kind { get; }

    /// <summary>What is beside the graph of the regular set; null where none was asked for.</summary>
    public InteractionComparison? BesideRegular { get; }
}
