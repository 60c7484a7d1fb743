using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.PiecewiseLinear.Answers;

/// <summary>As <see cref="MapAnswer"/>, for simples of an abelian group by frequencies, whatever its order. The exact map of one layer is that of the quotient by the kernels, a small cyclic group.</summary>
public sealed class AbelianMapAnswer
{
    /// <summary>The largest image of L for which the witness and the exact map are written out.</summary>
    public const int LargestImage = 200;

    private AbelianMapAnswer(AbelianInteraction graph, AbelianKernelCriterion verdict, AbelianCoupling? coupling, CyclicQuotient? quotient, MapAnswer? onQuotient)
    {
        Graph = graph;
        Verdict = verdict;
        Coupling = coupling;
        Quotient = quotient;
        OnQuotient = onQuotient;
    }

    /// <summary>The interaction of the activation on the G-set.</summary>
    public AbelianInteraction Graph { get; }

    /// <summary>Whether a map exists, with a witness or an obstruction.</summary>
    public AbelianKernelCriterion Verdict { get; }

    /// <summary>The simple L.</summary>
    public AbelianSimple Source => Verdict.Source;

    /// <summary>The simple K.</summary>
    public AbelianSimple Target => Verdict.Target;

    /// <summary>L or K, the first that does not occur in the functions on the G-set; null if both occur.</summary>
    public AbelianSimple? Missing => new[] { Source, Target }.FirstOrDefault(simple => Graph.Decomposition.Multiplicity(simple).IsZero);

    /// <summary>Why one layer gives a nonzero map; null if it gives none.</summary>
    public AbelianCoupling? Coupling { get; }

    /// <summary>Whether the witness is short enough to be written out.</summary>
    public bool HasShortWitness => Verdict.Exists && Source.ImageOrder <= LargestImage;

    /// <summary>The quotient through which both simples factor, where <see cref="OnQuotient"/> is there.</summary>
    public CyclicQuotient? Quotient { get; }

    /// <summary>The same question for the quotient, with the exact map; null if one layer gives none, the group is not cyclic, or the quotient is too large to be written out.</summary>
    public MapAnswer? OnQuotient { get; }

    /// <summary>Answers for two simples by frequencies.</summary>
    /// <exception cref="ArgumentException">A simple belongs to another group.</exception>
    public static AbelianMapAnswer Of(AbelianInteraction graph, AbelianSimple source, AbelianSimple target, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var verdict = AbelianKernelCriterion.Decide(source, target);
        var decomposition = graph.Decomposition;
        var occur = !decomposition.Multiplicity(source).IsZero && !decomposition.Multiplicity(target).IsZero;
        var coupling = occur && graph.TryExplain(source, target) is var (cause, degree, line, sum) ? new AbelianCoupling(cause, degree, line, sum) : null;
        var points = decomposition.OrbitLengths.Aggregate(BigInteger.Zero, (total, pair) => total + (pair.Value * BigInteger.GreatestCommonDivisor(pair.Key, source.ImageOrder)));
        if (coupling is null || !source.Dual.IsCyclic || source.ImageOrder > LargestImage || points > GSet.MaxPoints)
        {
            return new(graph, verdict, coupling, null, null);
        }

        var quotient = CyclicQuotient.Of(decomposition, [source, target]);
        var table = CharacterTable.Of(quotient.Group, progress, cancellationToken);
        return new(graph, verdict, coupling, quotient, MapAnswer.Of(IsotypicDecomposition.Of(table, quotient.Set, cancellationToken), quotient.ImageOf(source, table), quotient.ImageOf(target, table), graph.Activation, cancellationToken));
    }
}
