namespace Eqnn.Networks.Onnx;

/// <summary>How far the function of a model is from equivariant on data, for one generator at one state: |F(g x) − g F(x)| / |F(x)|, root mean squares over the samples.</summary>
/// <remarks>Of the model as it is, not of the projected network; F is what the model computes up to the state, activations applied.</remarks>
public sealed class FunctionDistance
{
    internal FunctionDistance(int generator, int state, double relative) => (Generator, State, Relative) = (generator, state, relative);

    /// <summary>The generator, from 1.</summary>
    public int Generator { get; }

    /// <summary>The state, from 1: the output of this layer.</summary>
    public int State { get; }

    /// <summary>The distance; 0 if the state is 0 on all samples.</summary>
    public double Relative { get; }

    /// <summary>Measures all generators at all states.</summary>
    internal static IReadOnlyList<FunctionDistance> Of(OnnxReading reading, IReadOnlyList<FeatureSpace> spaces, IReadOnlyList<double> inputs, CancellationToken cancellationToken)
    {
        var actions = spaces.Select(space => Orbits.PointAction.Of(space.Set).GeneratorImages).ToList();
        var length = spaces[0].Dimension;
        var plain = Arranged(inputs);
        var distances = new List<FunctionDistance>();
        for (var g = 0; g < actions[0].Count; g++)
        {
            var moved = new double[inputs.Count];
            for (var i = 0; i < moved.Length; i++)
            {
                moved[i - (i % length) + Image(0, i % length)] = inputs[i];
            }

            var (differences, sizes) = (new double[spaces.Count], new double[spaces.Count]);
            foreach (var (before, after) in plain.Zip(Arranged(moved)))
            {
                for (var state = 1; state < spaces.Count; state++)
                {
                    for (var place = 0; place < before[state].Length; place++)
                    {
                        var difference = after[state][Image(state, place)] - before[state][place];
                        differences[state] += difference * difference;
                        sizes[state] += before[state][place] * before[state][place];
                    }
                }
            }

            distances.AddRange(Enumerable.Range(1, spaces.Count - 1).Select(state => new FunctionDistance(g + 1, state, sizes[state] > 0 ? Math.Sqrt(differences[state] / sizes[state]) : 0)));

            int Image(int state, int place)
            {
                var point = place % spaces[state].Points;
                return place - point + actions[state][g][point];
            }
        }

        return distances.AsReadOnly();

        // From places to the order of the file and back.
        List<double[][]> Arranged(IReadOnlyList<double> samples)
        {
            var written = new double[samples.Count];
            for (var i = 0; i < written.Length; i++)
            {
                var (entry, scale) = reading.Places[0][i % length];
                written[i - (i % length) + entry] = samples[i] * scale;
            }

            return [.. reading.Probe.States(written, cancellationToken).Select(states => states.Select((values, state) => Array.ConvertAll(reading.Places[state], place => values[place.Entry] / place.Scale)).ToArray())];
        }
    }
}
