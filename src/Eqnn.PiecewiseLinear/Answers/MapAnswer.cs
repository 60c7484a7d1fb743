using System.Diagnostics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Composites;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.PiecewiseLinear.Answers;

/// <summary>Which piecewise linear equivariant maps L → K exist: the verdict with its certificate, what one layer of an activation on a G-set does, and its exact map where it is written out.</summary>
/// <remarks>
/// <para>What is left out says why: <see cref="Absence"/> for the exact map, <see cref="Missing"/> for a simple that does not occur. The maps on the ReLU fan come with <see cref="Enumerated"/>.</para>
/// <para><b>Source.</b> docs/theory.md#kernel-criterion, #interaction, #fans.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class MapAnswer
{
    private MapAnswer(IsotypicDecomposition decomposition, Activation activation, MapVerdict verdict, Coupling? coupling, SimpleCopy? copy, PlanarComposite? composite, CompositeAbsence absence, MapEnumeration? enumeration)
    {
        Decomposition = decomposition;
        Activation = activation;
        Verdict = verdict;
        Coupling = coupling;
        Copy = copy;
        Composite = composite;
        Absence = absence;
        Enumeration = enumeration;
    }

    /// <summary>The functions on the G-set of the layer.</summary>
    public IsotypicDecomposition Decomposition { get; }

    /// <summary>The activation of the layer.</summary>
    public Activation Activation { get; }

    /// <summary>Whether a map exists, with a witness or an obstruction.</summary>
    public MapVerdict Verdict { get; }

    /// <summary>The simple L.</summary>
    public SimpleRepresentation Source => Verdict.Source;

    /// <summary>The simple K.</summary>
    public SimpleRepresentation Target => Verdict.Target;

    /// <summary>The G-set of the layer.</summary>
    public GSet Set => Decomposition.Set;

    /// <summary>Why one layer gives a nonzero map from the component of L to K; null if it gives none.</summary>
    public Coupling? Coupling { get; }

    /// <summary>L or K, the first that does not occur in the functions on the G-set; null if both occur.</summary>
    public SimpleRepresentation? Missing => new[] { Source, Target }.FirstOrDefault(simple => Decomposition.Multiplicity(simple) == 0);

    /// <summary>The copy of L on which <see cref="Composite"/> is defined; null where <see cref="Absence"/> says why.</summary>
    public SimpleCopy? Copy { get; }

    /// <summary>The exact map <c>P_K relu P_L</c> on the copy; null where it is left out, or where K does not occur on the orbit of the copy, so that it is zero.</summary>
    public PlanarComposite? Composite { get; }

    /// <summary>Whether the exact map is known and zero everywhere.</summary>
    public bool IsCompositeZero => Copy is not null && Composite is not { IsZero: false };

    /// <summary>Why the exact map is left out; <see cref="CompositeAbsence.None"/> where <see cref="Copy"/> is there.</summary>
    public CompositeAbsence Absence { get; }

    /// <summary>All maps on the ReLU fan of L; null unless they were asked for.</summary>
    public MapEnumeration? Enumeration { get; }

    /// <summary>The answer for one ReLU layer on the regular G-set, simples by their labels or aliases.</summary>
    /// <exception cref="ArgumentException">A label is unknown; the message names those that there are.</exception>
    /// <exception cref="LimitExceededException">The group is beyond the limits of character tables.</exception>
    public static MapAnswer Of(FiniteGroup group, string source, string target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        var table = CharacterTable.Of(group, null, cancellationToken);
        return Of(IsotypicDecomposition.Of(table, GSet.Regular(group), cancellationToken), table.SimpleNamed(source), table.SimpleNamed(target), null, cancellationToken);
    }

    /// <summary>The answer for one layer on the G-set of a decomposition.</summary>
    /// <param name="decomposition">The functions on the G-set.</param>
    /// <param name="source">The simple L.</param>
    /// <param name="target">The simple K.</param>
    /// <param name="activation">The activation; ReLU if null.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentException">A simple belongs to another table.</exception>
    /// <exception cref="CertificateException">A certificate does not hold: a bug.</exception>
    public static MapAnswer Of(IsotypicDecomposition decomposition, SimpleRepresentation source, SimpleRepresentation target, Activation? activation = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decomposition);
        var f = activation ?? Activation.Relu;
        var verdict = KernelCriterion.Decide(source, target);
        var coupling = CouplingSources.Of(decomposition, [source]).TryExplain(target, f);
        var absence = !f.Equals(Activation.Relu) ? CompositeAbsence.OtherActivation
            : source.Dimension > 2 ? CompositeAbsence.DimensionAboveTwo
            : decomposition.Multiplicity(source) == 0 || decomposition.Multiplicity(target) == 0 ? CompositeAbsence.DoesNotOccur
            : decomposition.Set.Size > GSet.MaxPoints ? CompositeAbsence.TooManyPoints
            : CompositeAbsence.None;
        var copy = absence == CompositeAbsence.None ? SimpleCopy.TryFind(decomposition, source, SimpleCopy.MaxModelIndex, cancellationToken) : null;
        return new(
            decomposition, f, verdict, coupling, copy, copy is null ? null : PlanarComposite.TryOf(copy, target, cancellationToken),
            copy is null && absence == CompositeAbsence.None ? CompositeAbsence.NoCopy : absence, null);
    }

    /// <summary>The same answer with all maps that are linear on the chambers of the ReLU fan of L.</summary>
    /// <param name="wholeComponent">Whether L stands for its whole isotypic component, not for one copy.</param>
    /// <param name="options">The limits of the enumeration.</param>
    /// <param name="progress">Told how far the enumeration is.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentException">L does not occur in the functions on the G-set.</exception>
    /// <exception cref="LimitExceededException">There are too many chambers, or a copy of a simple cannot be written in coordinates.</exception>
    public MapAnswer Enumerated(bool wholeComponent = false, ChamberSearchOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default) =>
        new(Decomposition, Activation, Verdict, Coupling, Copy, Composite, Absence, MapEnumeration.Of(Decomposition, Source, Target, Activation, wholeComponent, options, progress, cancellationToken));

    /// <summary>The G-set on which all maps are enumerated with the fewest hyperplanes: the points of the group where L occurs there and they are fewer, else that of the answer; null where L occurs on neither.</summary>
    public GSet? TryFindSetForEnumeration(CancellationToken cancellationToken = default)
    {
        if (Set.Group.Degree < Set.Size && GSet.Parse(Set.Group, "points") is var points && IsotypicDecomposition.Of(Decomposition.Table, points, cancellationToken).Multiplicity(Source) > 0)
        {
            return points;
        }

        return Decomposition.Multiplicity(Source) > 0 ? Set : null;
    }

    /// <summary>The verdict in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Source.Label} -> {Target.Label}: {(Verdict.IsPossible ? "exists" : "none")}, one {Activation.Name} layer on {Set.Name}: {(Coupling is null ? "no" : "yes")}");
}
