using System.Numerics;
using System.Runtime.Intrinsics;
using Eqnn.Numbers;

namespace Eqnn.Networks.Plans;

/// <summary>A network compiled for fast evaluation in <c>float</c> or <c>double</c>: a plan for every linear map, buffers made once.</summary>
/// <remarks>
/// <para><b>Accuracy.</b> Equal to evaluation by definition up to rounding: with float at most 2·10⁻⁶ of the largest output, or of 0.3 where cancellation leaves less, on the networks of docs/networks.md#speed. Fixed for a machine: same inputs, same bits.</para>
/// <para><b>Threads.</b> One runner serves one caller at a time; with <c>threads &gt; 1</c> it divides a batch among that many. With one thread a call allocates nothing.</para>
/// </remarks>
public sealed class NetworkRunner<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Entries of a matrix that does not fit the second cache.</summary>
    private const long DenseBeyondCache = 1 << 17;

    private const int WideUnits = 3;

    private const int PiecesPerThread = 16;

    private const int PieceOfConversion = 512;

    private readonly BlockRunner<T>[] _single;
    private readonly Lazy<BlockRunner<T>[]?> _blocks;
    private readonly Lazy<IReadOnlyList<LayerPlanDescription>> _plans;
    private readonly int _fewSamples;

    /// <param name="network">The network.</param>
    /// <param name="single">The plans for one sample.</param>
    /// <param name="together">The plans for blocks of samples, if they pay; asked for with the first batch, for one sample needs none.</param>
    /// <param name="threads">The number of threads.</param>
    private NetworkRunner(EquivariantNetwork network, LayerPlan<T>[] single, Func<LayerPlan<T>[]?> together, int threads)
    {
        Network = network;
        _single = RunnersOf(single)!;
        var shared = new Lazy<LayerPlan<T>[]?>(together);
        _blocks = new(() => RunnersOf(shared.Value));
        _plans = new(() => Array.AsReadOnly(single.SelectMany((layer, i) => layer.Loops.Select((loop, k) => new LayerPlanDescription(i + 1, layer.Layer.Terms[k].State, loop.Name, shared.Value?[i].Loops[k].Name ?? loop.Name))).ToArray()));
        _fewSamples = Vector256<T>.Count / 4;

        BlockRunner<T>[]? RunnersOf(LayerPlan<T>[]? plans)
        {
            if (plans is null)
            {
                return null;
            }

            var runners = new BlockRunner<T>[threads];
            for (var i = 0; i < threads; i++)
            {
                runners[i] = new(network, plans);
            }

            return runners;
        }
    }

    /// <summary>The network.</summary>
    public EquivariantNetwork Network { get; }

    /// <summary>The plan of every linear map, in order.</summary>
    public IReadOnlyList<LayerPlanDescription> Plans => _plans.Value;

    /// <summary>Compiles a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="plan">A plan to force wherever it fits; elsewhere the choice is automatic.</param>
    /// <param name="threads">The number of threads that share a batch.</param>
    /// <exception cref="ArgumentException">The network has no layers, or no plan fits a map.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of threads is not positive, or T is not <c>float</c> or <c>double</c>.</exception>
    /// <exception cref="Eqnn.Numbers.LimitExceededException">A map without structure is too large to be expanded.</exception>
    public static NetworkRunner<T> Create(EquivariantNetwork network, PlanKind plan = PlanKind.Automatic, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
        {
            throw new ArgumentException($"networks run in float or double, not in {typeof(T).Name}");
        }

        if (network.Layers.Count == 0)
        {
            throw new ArgumentException("the network has no layers", nameof(network));
        }

        var one = KindsOf(network, plan, samples: false) ?? throw new ArgumentException("no plan computes some map of the network", nameof(network));
        return new(network, PlansOf(network, one.Kinds, units: 0), Together, threads);

        LayerPlan<T>[]? Together() => plan is not (PlanKind.Stencil or PlanKind.Sums) && KindsOf(network, plan, samples: true) is { } many && many.Cost <= one.Cost ? PlansOf(network, many.Kinds, UnitsOf(network, many.Kinds)) : null;
    }

    /// <summary>Computes the outputs of a batch.</summary>
    /// <param name="inputs">The samples one after the other, each channel by channel.</param>
    /// <param name="outputs">Room for as many outputs.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public void Run(ReadOnlyMemory<T> inputs, Memory<T> outputs)
    {
        var (length, result) = (Network.Input.Dimension, Network.Output.Dimension);
        if (inputs.Length % length != 0 || (long)inputs.Length / length * result != outputs.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"{inputs.Length} numbers in and {outputs.Length} out; a sample has {length} in ({Network.Input}) and {result} out ({Network.Output})"), nameof(inputs));
        }

        var batch = inputs.Length / length;
        if (_single.Length == 1 || batch == 1)
        {
            RunPart(0, inputs.Span, outputs.Span, batch);
            return;
        }

        RunShared(inputs, outputs, batch);
    }

    /// <summary>The outputs of samples that are given in double precision, which are rounded to <typeparamref name="T"/> piece by piece: of large batches there is no second copy.</summary>
    /// <param name="samples">The samples one after the other, each channel by channel.</param>
    /// <param name="cancellationToken">Cancels between pieces.</param>
    /// <returns>The outputs one after the other, each channel by channel.</returns>
    /// <exception cref="ArgumentException">The number of samples is not whole.</exception>
    public IReadOnlyList<double> Evaluate(IReadOnlyList<double> samples, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var (length, result) = (Network.Input.Dimension, Network.Output.Dimension);
        var batch = Math.DivRem(samples.Count, length, out var rest);
        if (rest != 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"{samples.Count} numbers; a sample has {length} ({Network.Input})"), nameof(samples));
        }

        var given = samples as double[] ?? [.. samples];
        var outputs = new double[checked(batch * result)];

        // Whole blocks, as in one piece: the same samples share a block, so no bit depends on the pieces.
        var block = batch > _fewSamples ? _blocks.Value?[0].Samples ?? 1 : 1;
        var piece = Math.Min(batch, _single.Length * ((PieceOfConversion + block - 1) / block) * block);
        var (inputs, computed) = (new T[piece * length], new T[piece * result]);
        for (var done = 0; done < batch; done += piece)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = Math.Min(piece, batch - done);
            var source = given.AsSpan(done * length, count * length);
            for (var i = 0; i < source.Length; i++)
            {
                inputs[i] = T.CreateTruncating(source[i]);
            }

            Run(inputs.AsMemory(0, count * length), computed.AsMemory(0, count * result));
            var target = outputs.AsSpan(done * result, count * result);
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = double.CreateTruncating(computed[i]);
            }
        }

        return Array.AsReadOnly(outputs);
    }

    /// <summary>Divides a batch among the threads; apart from <see cref="Run"/>, so that its closure is not allocated there.</summary>
    private void RunShared(ReadOnlyMemory<T> inputs, Memory<T> outputs, int batch)
    {
        var (length, result) = (Network.Input.Dimension, Network.Output.Dimension);

        // Whole blocks, so that only the last piece has one that is not full; small pieces, so that no thread waits long for another.
        var piece = _blocks.Value?[0].Samples ?? Math.Max(1, batch / (_single.Length * PiecesPerThread));
        BatchPieces.Run((batch + piece - 1) / piece, _single.Length, (thread, number) =>
        {
            var first = number * piece;
            var count = Math.Min(piece, batch - first);
            RunPart(thread, inputs.Span.Slice(first * length, count * length), outputs.Span.Slice(first * result, count * result), count);
        });
    }

    /// <summary>The plan of each layer with the cost of the best choice; blocks of samples pay unless one sample at a time is already at its best (planes in registers, maps too large to be expanded).</summary>
    private static (PlanKind[] Kinds, double Cost)? KindsOf(EquivariantNetwork network, PlanKind plan, bool samples) =>
        PlanChoice<T>.Of(network, samples) is { } choice ? (plan == PlanKind.Automatic ? choice.Kinds : [.. choice.Kinds.Select(_ => plan)], choice.Cost) : null;

    /// <summary>Larger blocks where dense matrices come from beyond the second cache: a block costs the time to read them.</summary>
    private static int UnitsOf(EquivariantNetwork network, PlanKind[] kinds) =>
        Array.TrueForAll(kinds, kind => kind == PlanKind.Dense) && network.Layers.Max(layer => layer.Terms.Max(term => (long)term.Map.Source.Dimension * term.Map.Target.Dimension)) > DenseBeyondCache ? WideUnits : 1;

    private static LayerPlan<T>[] PlansOf(EquivariantNetwork network, PlanKind[] kinds, int units) =>
        [.. network.Layers.Select((layer, i) => new LayerPlan<T>(layer, kinds[i], units, FormattableString.Invariant($"layer {i + 1}")))];

    private void RunPart(int thread, ReadOnlySpan<T> inputs, Span<T> outputs, int batch)
    {
        var (length, result) = (Network.Input.Dimension, Network.Output.Dimension);
        var done = 0;
        if (batch > _fewSamples && _blocks.Value is { } blocks)
        {
            var size = blocks[thread].Samples;
            while (batch - done > _fewSamples)
            {
                var count = Math.Min(size, batch - done);
                blocks[thread].Run(inputs.Slice(done * length, count * length), outputs.Slice(done * result, count * result), count);
                done += count;
            }
        }

        for (; done < batch; done++)
        {
            _single[thread].Run(inputs.Slice(done * length, length), outputs.Slice(done * result, result), 1);
        }
    }
}
