using System.Globalization;
using Eqnn.Networks.Reports;
using Eqnn.Networks.Simples;
using Eqnn.Numbers;

namespace Eqnn.Networks.Labels;

/// <summary>Which simple representation carries the signal of the labels: in each state each simple is taken out, and each is asked alone.</summary>
/// <remarks>
/// <para><b>Taken out</b> is P_L h, replaced by its mean over the data and the group; all later layers are computed again.</para>
/// <para><b>Asked alone</b>: a linear function is fitted on every other sample and judged on the rest. If the data are as likely as their images under the group and labels do not change under it, a linear function of P_L h for L not trivial knows nothing
/// (Schur's lemma: its mean over the group is 0); the norms of the copies may.</para>
/// </remarks>
public sealed class LabelSignal
{
    /// <summary>The most numbers in all states of all samples, with what stands before the activations.</summary>
    public const long MaxNumbers = 30_000_000;

    /// <summary>The most simples of one state that are measured; fewer, at least 8, where the states of all samples hold many numbers.</summary>
    public const int MaxSimples = 64;

    private const int FewestSimples = 8;

    /// <summary>Numbers that are computed again when simples are taken out one by one: some ten seconds.</summary>
    private const long UsualWork = 1_000_000_000;

    private LabelSignal(EquivariantNetwork network, SampleLabels labels, double score, IReadOnlyList<StateSignal> states) => (Network, Labels, Score, States) = (network, labels, score, states);

    /// <summary>The network.</summary>
    public EquivariantNetwork Network { get; }

    /// <summary>The labels.</summary>
    public SampleLabels Labels { get; }

    /// <summary>The score of the network as it is.</summary>
    public double Score { get; }

    /// <summary>All states but the output.</summary>
    public IReadOnlyList<StateSignal> States { get; }

    /// <summary>Refuses more samples than can be measured, before they are explained.</summary>
    /// <param name="network">The network.</param>
    /// <param name="samples">The number of samples.</param>
    /// <exception cref="LimitExceededException">The states of all samples hold more than <see cref="MaxNumbers"/> numbers.</exception>
    public static void Require(EquivariantNetwork network, int samples)
    {
        ArgumentNullException.ThrowIfNull(network);
        var numbers = LayerRun.NumbersOf(network) * samples;
        if (numbers > MaxNumbers)
        {
            throw new LimitExceededException("numbers in all states of all samples, to ask the labels", MaxNumbers, numbers.ToString(CultureInfo.InvariantCulture), FormattableString.Invariant($"take at most {MaxNumbers / LayerRun.NumbersOf(network)} samples"));
        }
    }

    /// <summary>Measures.</summary>
    /// <param name="explanation">The network on the samples.</param>
    /// <param name="samples">The same samples.</param>
    /// <param name="labels">Their labels.</param>
    /// <param name="progress">Told one step for each simple of a state.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">The numbers of samples and labels differ, or the explanation is of others.</exception>
    /// <exception cref="LimitExceededException">The states of all samples hold more than <see cref="MaxNumbers"/> numbers.</exception>
    public static LabelSignal Of(NetworkExplanation explanation, IReadOnlyList<IReadOnlyList<double>> samples, SampleLabels labels, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(labels);
        if (samples.Count != labels.SampleCount || samples.Count != explanation.SampleCount)
        {
            throw new ArgumentException(FormattableString.Invariant($"{samples.Count} samples, {labels.SampleCount} labels, {explanation.SampleCount} explained"), nameof(labels));
        }

        var network = explanation.Network;
        Require(network, samples.Count);
        var steps = new LayerSteps(network);
        var states = LayerBatch.Of(steps, [.. samples.Select(sample => sample.ToArray())], cancellationToken).States;
        var signals = new List<StateSignal>();
        var most = (int)Math.Clamp(UsualWork / (LayerRun.NumbersOf(network) * samples.Count * network.Layers.Count), FewestSimples, MaxSimples);
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var state = explanation.States[i];
            var filled = explanation.Simples.All.Where(simple => state.Capacities[simple.Position] > 0 && !state.IsSilent(simple)).OrderByDescending(state.ShareOf).ThenBy(simple => simple.Position).ToList();
            var measured = filled.Take(most).OrderBy(simple => simple.Position).ToList();
            var found = new List<SimpleSignal>();
            foreach (var (simple, part) in measured.Zip(SimplePart.Of(explanation.Simples, measured, state.Space, states[i], cancellationToken)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(new("labels", (i * measured.Count) + found.Count, network.Layers.Count * measured.Count));
                var without = labels.ScoreOf(steps.From(i, [.. states.Take(i), part.TakenOut(states[i])], cancellationToken));
                found.Add(new(simple, state.ShareOf(simple), without, LabelProbe.Score(part.Coordinates, labels), LabelProbe.Score(part.Norms(), labels)));
            }

            signals.Add(new(i, state.Space, found, filled.Count - measured.Count));
        }

        return new(network, labels, labels.ScoreOf(states[^1]), signals);
    }
}
