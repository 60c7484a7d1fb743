using System.Diagnostics;
using Eqnn.Algebra.GSets;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Refinement;

namespace Eqnn.PiecewiseLinear.Separation;

/// <summary>Whether networks of a shape can tell two inputs apart: whether one of them has different outputs, as functions on Z. Either way with a proof.</summary>
/// <remarks>
/// <para><b>Exact.</b> Decided by colour refinement (<see cref="OrbitalRefinement"/>), for all widths and all continuous activations that are no polynomials at once; without biases by exact vectors, for the activations of docs/theory.md#bias-free.</para>
/// <para><b>Not</b> whether the inputs lie in one orbit: inputs in one orbit may be separated by an output Fun(Z), and inputs in different orbits may be equal for all networks of the shape.</para>
/// <para><b>Source.</b> docs/theory.md#separation.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class PairSeparation
{
    private PairSeparation(Architecture architecture, NetworkInput first, NetworkInput second, Activation? biasFree) =>
        (Architecture, First, Second, BiasFreeActivation) = (architecture, first, second, biasFree);

    /// <summary>The shape of the networks.</summary>
    public Architecture Architecture { get; }

    /// <summary>The first input.</summary>
    public NetworkInput First { get; }

    /// <summary>The second input.</summary>
    public NetworkInput Second { get; }

    /// <summary>The activation for which this was decided without biases; null with biases, where it is the same for all.</summary>
    public Activation? BiasFreeActivation { get; }

    /// <summary>Whether some network has different outputs.</summary>
    public bool IsSeparated => this is Separated;

    /// <summary>The least number of hidden layers that separate: the first so many of the shape, or, where all of them do not, with the last one repeated. Null if no number does.</summary>
    public int? DepthNeeded { get; private init; }

    /// <summary>Decides.</summary>
    /// <param name="architecture">X, the hidden layers, Z.</param>
    /// <param name="first">An input on X.</param>
    /// <param name="second">Another, with equally many channels.</param>
    /// <param name="biasFree">The activation of networks without biases; absent: with invariant biases and any activation.</param>
    /// <param name="seed">Where the search for a small network begins; verdict and depth do not depend on it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">An input is not one on X, the numbers of channels differ, or nothing is proved for the activation without biases.</exception>
    /// <exception cref="LimitExceededException">More pairs of points than <see cref="OrbitalRefinement.MaxPairs"/>.</exception>
    public static PairSeparation Of(Architecture architecture, NetworkInput first, NetworkInput second, Activation? biasFree = null, int seed = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (new[] { first, second }.FirstOrDefault(input => !ReferenceEquals(input.Set, architecture.Input)) is { } stranger)
        {
            throw new ArgumentException($"an input on {stranger.Set.Name} is none on {architecture.Input.Name}");
        }

        if (first.Channels.Count != second.Channels.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"the first input has {first.Channels.Count} channels, the second {second.Channels.Count}"), nameof(second));
        }

        return biasFree is null ? WithBiases(architecture, first, second, seed, cancellationToken) : WithoutBiases(architecture, first, second, biasFree, seed, cancellationToken);
    }

    /// <summary>Takes the branch that holds.</summary>
    public abstract T Match<T>(Func<Separated, T> separated, Func<Indistinguishable, T> indistinguishable);

    private static PairSeparation WithBiases(Architecture architecture, NetworkInput first, NetworkInput second, int seed, CancellationToken cancellationToken)
    {
        var chain = new List<Colouring>();
        int? depth = null;
        for (var i = 0; i < architecture.Layers.Count; i++)
        {
            var refinement = OrbitalRefinement.Of(architecture.Layers[i], i == 0 ? architecture.Input : architecture.Layers[i - 1]);
            chain.Add(i == 0 ? refinement.BySums([first.ToCyclotomics(), second.ToCyclotomics()], cancellationToken) : refinement.ByCounts(chain[^1], cancellationToken));
            if (depth is null && !Readout(chain[^1]).AgreeEverywhere(0, 1))
            {
                depth = i + 1;
            }
        }

        var output = Readout(chain[^1]);
        if (!output.AgreeEverywhere(0, 1))
        {
            var network = new SeparatingNetworkSearch(architecture, first, second, Activation.Relu, biases: true, cancellationToken).Find(seed);
            return new Separated(architecture, first, second, null, network, cancellationToken) { DepthNeeded = depth };
        }

        // A repeated layer refines until nothing changes; then no number of further ones does.
        depth = null;
        var last = architecture.Layers[^1];
        var repeat = OrbitalRefinement.Of(last, last);
        for (var (colours, layers) = (chain[^1], architecture.Layers.Count); depth is null; layers++)
        {
            var next = repeat.ByCounts(colours, cancellationToken);
            if (!Readout(next).AgreeEverywhere(0, 1))
            {
                depth = layers + 1;
            }
            else if (next.Count == colours.Count)
            {
                break;
            }

            colours = next;
        }

        return new Indistinguishable(architecture, first, second, null, [.. chain, output]) { DepthNeeded = depth };

        Colouring Readout(Colouring colours) => OrbitalRefinement.Of(architecture.Output, colours.Set).ByCounts(colours, cancellationToken);
    }

    private static PairSeparation WithoutBiases(Architecture architecture, NetworkInput first, NetworkInput second, Activation activation, int seed, CancellationToken cancellationToken)
    {
        var colours = BiasFreeColours.Of(activation);
        bool Separates(int depth) => colours.Separates([architecture.Input, .. architecture.Layers.Take(depth), architecture.Output], first, second, cancellationToken);
        if (!Separates(architecture.Layers.Count))
        {
            return new Indistinguishable(architecture, first, second, activation, []);
        }

        var depth = Enumerable.Range(1, architecture.Layers.Count).First(k => k == architecture.Layers.Count || Separates(k));
        var network = activation.IsExact ? new SeparatingNetworkSearch(architecture, first, second, activation, biases: false, cancellationToken).Find(seed) : null;
        return new Separated(architecture, first, second, activation, network, cancellationToken) { DepthNeeded = depth };
    }

    /// <summary>Some network has different outputs.</summary>
    public sealed class Separated : PairSeparation
    {
        internal Separated(Architecture architecture, NetworkInput first, NetworkInput second, Activation? biasFree, SeparatingNetwork? network, CancellationToken cancellationToken)
            : base(architecture, first, second, biasFree)
        {
            Network = network;
            FirstOutput = network?.Evaluate(first, cancellationToken) ?? [];
            SecondOutput = network?.Evaluate(second, cancellationToken) ?? [];
            Point = Enumerable.Range(0, FirstOutput.Count).FirstOrDefault(z => FirstOutput[z] != SecondOutput[z], -1);
            if (network is not null && Point < 0)
            {
                throw new CertificateException("the outputs of a separating network differ", architecture.ToString());
            }
        }

        /// <summary>Such a network, with ReLU, or without biases with their activation; null where that has no exact values.</summary>
        public SeparatingNetwork? Network { get; }

        /// <summary>Its output for the first input, a function on Z.</summary>
        public ColumnVector<RealCyclotomic> FirstOutput { get; }

        /// <summary>Its output for the second input.</summary>
        public ColumnVector<RealCyclotomic> SecondOutput { get; }

        /// <summary>The first point of Z where they differ; −1 where there is no network.</summary>
        public int Point { get; }

        /// <inheritdoc/>
        public override T Match<T>(Func<Separated, T> separated, Func<Indistinguishable, T> indistinguishable)
        {
            ArgumentNullException.ThrowIfNull(separated);
            return separated(this);
        }
    }

    /// <summary>All networks of the shape agree.</summary>
    public sealed class Indistinguishable : PairSeparation
    {
        internal Indistinguishable(Architecture architecture, NetworkInput first, NetworkInput second, Activation? biasFree, IReadOnlyList<Colouring> colours)
            : base(architecture, first, second, biasFree) => Colours = colours;

        /// <summary>The colours on Y₁, …, Y_r and Z, copy 0 for the first input, copy 1 for the second: equal on Z. Empty without biases, where vectors take their place.</summary>
        public IReadOnlyList<Colouring> Colours { get; }

        /// <inheritdoc/>
        public override T Match<T>(Func<Separated, T> separated, Func<Indistinguishable, T> indistinguishable)
        {
            ArgumentNullException.ThrowIfNull(indistinguishable);
            return indistinguishable(this);
        }
    }

    /// <summary>In one line: the shape and the verdict.</summary>
    public sealed override string ToString() =>
        FormattableString.Invariant($"{Architecture}: {(IsSeparated ? $"told apart, {DepthNeeded} hidden layers needed" : DepthNeeded is { } depth ? $"not told apart, {depth} hidden layers would do" : "not told apart")}");
}
