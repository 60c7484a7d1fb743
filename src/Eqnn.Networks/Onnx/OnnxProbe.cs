using Eqnn.Networks.Onnx.Operators;

namespace Eqnn.Networks.Onnx;

/// <summary>Evaluates the affine parts of a graph on chosen vectors, and finds out how every state lists the samples of a batch.</summary>
/// <remarks>Vectors are the entries of one sample in the order of the file; which entry is which channel and point is decided by <see cref="OnnxLayers"/>.</remarks>
internal sealed class OnnxProbe
{
    private const int ProbesTogether = 64;
    private const long EntriesTogether = 1 << 22;

    /// <summary>From so many entries of a state on fewer batches are tried.</summary>
    private const long LargeState = 1 << 15;

    private readonly OnnxGraph _graph;
    private readonly IReadOnlyList<FeatureSpace> _spaces;
    private readonly List<SampleAxes> _axes = [];

    /// <summary>The number of samples that the file fixes; 0 if any number may be given.</summary>
    private readonly int _fixed;

    public OnnxProbe(OnnxGraph graph, IReadOnlyList<FeatureSpace> spaces)
    {
        (_graph, _spaces) = (graph, spaces);
        var axes = InputAxes.Of(graph, spaces[0]);
        _axes.Add(axes);
        _fixed = axes.BatchAxis < 0 ? 1 : Math.Max(0, graph.InputShape[axes.BatchAxis]);
    }

    /// <summary>The axes of the states that are known so far; the points before the channel are not.</summary>
    public IReadOnlyList<SampleAxes> Axes => _axes;

    /// <summary>The numbers of entries of all states after the input in one sample, found by running the model on zeros.</summary>
    public static IReadOnlyList<int> Sizes(OnnxGraph graph, FeatureSpace input)
    {
        var axes = InputAxes.Of(graph, input);
        var samples = axes.BatchAxis < 0 ? 1 : Math.Max(1, graph.InputShape[axes.BatchAxis]);
        var states = new Dictionary<int, Tensor> { [0] = Tensor.Zero([.. axes.ShapeOf(samples)]) };
        for (var i = 0; i < graph.States.Count; i++)
        {
            states[i + 1] = Tensor.Zero(graph.Evaluate(i, states).Shape);
        }

        return [.. Enumerable.Range(1, graph.States.Count).Select(i => Math.Max(1, states[i].Values.Length / samples))];
    }

    /// <summary>Finds the axes of the next state, and proves on random numbers that no sample of it depends on another.</summary>
    /// <exception cref="OnnxNodeException">One does; the node is named.</exception>
    /// <exception cref="FormatException">The state has another number of entries than its space.</exception>
    public void Locate(int position)
    {
        var state = _graph.States[position];
        var space = _spaces[position + 1];
        var sources = Sources(position);
        var samples = _fixed == 0 ? 2 : _fixed;
        var dependence = new BatchDependence(samples, seed => Random(sources, [.. Enumerable.Range(0, samples).Select(sample => (2 * sample) + seed(sample) - 1)]));
        var (shape, sampleOf) = dependence.Of(inputs => Evaluate(position, inputs));
        if (dependence.Candidates(shape, _axes[0].BatchAxis).FirstOrDefault(axes => BatchDependence.Fits(axes, samples, sampleOf)) is not { } found)
        {
            throw Array.Exists(sampleOf, sample => sample == BatchDependence.Several) || sampleOf.Length == (long)samples * space.Dimension ? Mixed(position, dependence, samples) : WrongShape(state.Place, shape, space);
        }

        if (found.Dimension != space.Dimension)
        {
            throw WrongShape(state.Place, [.. found.Lengths], space);
        }

        _axes.Add(found);
        CheckPlaces(position, sources, dependence, samples);
    }

    /// <summary>The affine map of a layer at 0, and the largest number met on the way.</summary>
    public (double[] Values, double Largest) Constant(int position)
    {
        var sources = Sources(position);
        var largest = 0.0;
        var samples = Math.Max(1, _fixed);
        var result = Evaluate(position, sources.ToDictionary(s => s, s => Zero(s, samples)), step =>
        {
            if (_graph.Varies(step.Node))
            {
                largest = Math.Max(largest, step.Results.Max(tensor => tensor.Values.Length == 0 ? 0 : tensor.Values.Max(Math.Abs)));
            }
        });
        return (Sample(result, position + 1, samples, 0), largest);
    }

    /// <summary>The linear part of a layer in one of the states it depends on, on vectors.</summary>
    /// <param name="position">The layer, from 0.</param>
    /// <param name="source">The state.</param>
    /// <param name="constant">The affine map at 0.</param>
    /// <param name="count">The number of vectors.</param>
    /// <param name="fill">Writes vector k into a cleared array.</param>
    /// <param name="token">Cancels.</param>
    public IEnumerable<double[]> Images(int position, int source, double[] constant, int count, Action<int, Span<double>> fill, CancellationToken token)
    {
        var sources = Sources(position);
        var largest = Math.Max(1, Math.Max(_spaces[source].Dimension, constant.Length));
        var together = _fixed > 0 ? _fixed : (int)Math.Clamp(EntriesTogether / largest, 1, ProbesTogether);
        var vector = new double[_spaces[source].Dimension];
        for (var first = 0; first < count; first += together)
        {
            token.ThrowIfCancellationRequested();
            var used = Math.Min(together, count - first);
            var samples = _fixed > 0 ? _fixed : used;
            var input = Zero(source, samples);
            for (var sample = 0; sample < used; sample++)
            {
                Array.Clear(vector);
                fill(first + sample, vector);
                Put(input, source, samples, sample, vector);
            }

            var output = Evaluate(position, sources.ToDictionary(s => s, s => s == source ? input : Zero(s, samples)));
            for (var sample = 0; sample < used; sample++)
            {
                var image = Sample(output, position + 1, samples, sample);
                for (var i = 0; i < image.Length; i++)
                {
                    image[i] -= constant[i];
                }

                yield return image;
            }
        }
    }

    /// <summary>The outputs of the whole graph, activations applied, for inputs one after the other in the order of their axes.</summary>
    public double[] Forward(IReadOnlyList<double> inputs, CancellationToken token) => [.. States(inputs, token).SelectMany(states => states[^1])];

    /// <summary>All states, activations applied, of inputs one after the other; sample by sample, each in the order of its axes.</summary>
    public IEnumerable<double[][]> States(IReadOnlyList<double> inputs, CancellationToken token)
    {
        var length = _axes[0].Dimension;
        var count = inputs.Count / length;
        var together = _fixed > 0 ? _fixed : (int)Math.Clamp(EntriesTogether / Math.Max(1, _axes.Max(axes => axes.Dimension)), 1, ProbesTogether);
        for (var first = 0; first < count; first += together)
        {
            token.ThrowIfCancellationRequested();
            var used = Math.Min(together, count - first);
            var samples = _fixed > 0 ? _fixed : used;
            var states = new Dictionary<int, Tensor> { [0] = Zero(0, samples) };
            for (var sample = 0; sample < used; sample++)
            {
                Put(states[0], 0, samples, sample, [.. inputs.Skip((first + sample) * length).Take(length)]);
            }

            for (var position = 0; position < _graph.States.Count; position++)
            {
                var before = Evaluate(position, states);
                states[position + 1] = new(before.Shape, Array.ConvertAll(before.Values, value => _graph.States[position].Activation.ApproximateAt(value)));
            }

            for (var sample = 0; sample < used; sample++)
            {
                yield return [.. Enumerable.Range(0, states.Count).Select(state => Sample(states[state], state, samples, sample))];
            }
        }
    }

    /// <summary>The states on which a layer depends.</summary>
    public IReadOnlyList<int> Sources(int position)
    {
        var sources = _graph.SourcesOf(position);
        return sources.Count > 0 && sources[^1] <= position ? sources : throw new FormatException($"{_graph.States[position].Place} does not depend on earlier layers in the order of the file");
    }

    /// <summary>A state whose shape is not that of its space.</summary>
    public static FormatException WrongShape(string what, IReadOnlyList<int> shape, FeatureSpace space) =>
        new($"{what} has the shape {Tensor.Text(shape)} per sample, which is not {space} ({space.Channels} channels of {space.Points} points)");

    /// <summary>What is known of a value that depends on several samples, or on others than those in whose place it stands: the first node of which that is true.</summary>
    private FormatException Mixed(int position, BatchDependence dependence, int samples)
    {
        var trace = Trace(position, dependence);
        var first = trace.FirstOrDefault(result => result.SampleOf.Contains(BatchDependence.Several)).Node ?? trace.FirstOrDefault(result => _graph.Varies(result.Node) && AxesOf(dependence, samples, result.Shape, result.SampleOf) is null).Node;
        return first is not null ? OnnxRefusals.Samples(first, _graph.Before(first))
            : new FormatException($"{_graph.States[position].Place}: the value for one sample of a batch depends on another sample, so this is no map between points");
    }

    /// <summary>Proves on random numbers that a sample gives the same at every place of a batch, among others and alone, and looks for nodes that name samples by their places.</summary>
    private void CheckPlaces(int position, IReadOnlyList<int> sources, BatchDependence dependence, int samples)
    {
        Dictionary<int, Tensor> Of(IReadOnlyList<int> numbers) => Random(sources, numbers);
        if (_fixed == 1)
        {
            return;
        }

        var entries = sources.Append(position + 1).Max(state => (long)_spaces[state].Dimension);
        var twins = _fixed > 0 ? SampleTwins.OfFixed(samples, Of) : SampleTwins.OfOpen(entries > LargeState ? [3] : [2, 3, 7], Of);
        var places = new SortedDictionary<int, SamplePlaces>();
        if (twins.Apart(_axes[position + 1], (count, inputs) => Evaluate(position, inputs, places.TryAdd(count, new(count)) ? places[count].Add : null)) is { } apart)
        {
            var results = Steps(apart.Inputs).Zip(Steps(apart.OtherInputs)).SelectMany(pair => pair.First.Results.Zip(pair.Second.Results)).ToList();
            var trace = Trace(position, dependence);
            throw ByPlace(position, Enumerable.Range(0, Math.Min(results.Count, trace.Count))
                .Where(i => _graph.Varies(trace[i].Node) && (AxesOf(dependence, samples, trace[i].Shape, trace[i].SampleOf) is not { } axes || !SampleTwins.Agree(axes, apart, results[i].First, results[i].Second)))
                .Select(i => trace[i].Node).FirstOrDefault());
        }

        if (_fixed == 0 && SamplePlaces.First(places.First().Value, places.Last().Value) is { } named)
        {
            throw ByPlace(position, named);
        }

        List<OnnxStep> Steps(IReadOnlyDictionary<int, Tensor> inputs)
        {
            var steps = new List<OnnxStep>();
            Evaluate(position, inputs, steps.Add);
            return steps;
        }
    }

    private FormatException ByPlace(int position, OnnxNode? node) => node is not null ? OnnxRefusals.Places(node, _graph.Before(node))
        : new FormatException($"{_graph.States[position].Place}: the value for one sample depends on its place in a batch, or on how many there are, so this is no map between points");

    private IReadOnlyList<(OnnxNode Node, int[] Shape, int[] SampleOf)> Trace(int position, BatchDependence dependence) =>
        dependence.Trace((inputs, observe) => Evaluate(position, inputs, observe));

    private SampleAxes? AxesOf(BatchDependence dependence, int samples, int[] shape, int[] sampleOf) =>
        dependence.Candidates(shape, _axes[0].BatchAxis).FirstOrDefault(axes => BatchDependence.Fits(axes, samples, sampleOf));

    /// <summary>Batches of random samples: the same number is the same sample everywhere.</summary>
    private Dictionary<int, Tensor> Random(IReadOnlyList<int> sources, IReadOnlyList<int> numbers) => sources.ToDictionary(s => s, s =>
    {
        var tensor = Zero(s, numbers.Count);
        for (var sample = 0; sample < numbers.Count; sample++)
        {
            var random = new Random(unchecked((numbers[sample] * 104729) + (s * 7919) + 1));
            Put(tensor, s, numbers.Count, sample, [.. Enumerable.Range(0, _axes[s].Dimension).Select(_ => (2 * random.NextDouble()) - 1)]);
        }

        return tensor;
    });

    private Tensor Evaluate(int position, IReadOnlyDictionary<int, Tensor> states, Action<OnnxStep>? observe = null)
    {
        var result = _graph.Evaluate(position, states, observe);
        var bad = FiniteValues.FirstNotFinite(result.Values);
        return bad < 0 ? result : throw new FormatException(FormattableString.Invariant($"{_graph.States[position].Place}: an entry of the linear map or bias is {result.Values[bad]}"));
    }

    private Tensor Zero(int state, int samples) => Tensor.Zero([.. _axes[state].ShapeOf(samples)]);

    private void Put(Tensor tensor, int state, int samples, int sample, ReadOnlySpan<double> vector)
    {
        var axes = _axes[state];
        for (var i = 0; i < vector.Length; i++)
        {
            tensor.Values[axes.PlaceIn(samples, sample, i)] = vector[i];
        }
    }

    private double[] Sample(Tensor tensor, int state, int samples, int sample)
    {
        var axes = _axes[state];
        var vector = new double[axes.Dimension];
        if (tensor.Values.Length != (long)vector.Length * samples)
        {
            throw new FormatException($"{(state == 0 ? "the input" : _graph.States[state - 1].Place)}: the value has the shape {Tensor.Text(tensor.Shape)} for a batch of {samples}");
        }

        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = tensor.Values[axes.PlaceIn(samples, sample, i)];
        }

        return vector;
    }
}
