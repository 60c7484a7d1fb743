using Eqnn.Networks.Simples;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Reports;

/// <summary>Measures the transfers of one layer: the vector before the activation is split into its simples, each goes through f alone.</summary>
internal static class TransferMeasure
{
    public static TransferExplanation Of(NetworkSimples simples, NetworkLayer layer, int number, double[][] before, double floor, CancellationToken cancellationToken)
    {
        var space = layer.Target;
        var frame = simples.FrameOf(space.Set);
        var energies = new double[simples.All.Count];
        var coordinates = new double[space.Points];
        foreach (var vector in before)
        {
            for (var c = 0; c < space.Channels; c++)
            {
                frame.Forward(vector.AsSpan(c * space.Points, space.Points), coordinates);
                frame.AddEnergies(coordinates, energies);
            }
        }

        List<NetworkSimple> present = [.. simples.All.Where(simple => frame.Multiplicities[simple.Position] > 0)];
        var chosen = present.Count <= NetworkExplanation.MaxNamed ? present
            : [.. present.OrderByDescending(simple => energies[simple.Position]).Take(NetworkExplanation.MaxNamed).OrderBy(simple => simple.Position)];
        NetworkSimple?[] named = present.Count == chosen.Count ? [.. chosen] : [.. chosen, null];
        var groupOf = new int[simples.All.Count];
        Array.Fill(groupOf, named.Length - 1);
        for (var i = 0; i < chosen.Count; i++)
        {
            groupOf[chosen[i].Position] = i;
        }

        var allowed = named.Select((_, s) => Allowed(simples, frame, layer, groupOf, s, named.Length)).ToArray();
        var (transfer, joint, total, reach) = Measure(layer, frame, before, groupOf, named.Length, cancellationToken);
        if (total.Sum() <= floor)
        {
            // The layer is rounding as a whole, that is 0.
            foreach (var list in transfer.Append(joint).Append(total))
            {
                Array.Clear(list);
            }
        }

        // |f(P_L v) - f(0)| ≤ λ |v|, λ the slope on what the parts reach: that is the scale of rounding here, however little of it f lets through.
        var most = 1e-8 * layer.Activation.SlopeBoundOn(reach) * Math.Sqrt(energies.Sum() / before.Length);
        var result = new TransferExplanation(number, layer.Activation, named, named, transfer, allowed, joint, total);
        var forbidden = result.LargestForbiddenAmplitude;
        return forbidden <= most ? result
            : throw new CertificateException("no data pass where the interaction theorem forbids it", FormattableString.Invariant($"layer {number}: amplitude {forbidden:G3}, rounding explains {most:G3}"));
    }

    private static bool[] Allowed(NetworkSimples simples, IsotypicFrame frame, NetworkLayer layer, int[] groupOf, int source, int groups)
    {
        var reached = simples.Rule.Reached(frame, [.. groupOf.Select(group => group == source)], layer.Activation, biased: false);
        var allowed = new bool[groups];
        for (var simple = 0; simple < reached.Length; simple++)
        {
            allowed[groupOf[simple]] |= reached[simple];
        }

        return allowed;
    }

    private static (double[][] Transfer, double[] Joint, double[] Total, double Reach) Measure(NetworkLayer layer, IsotypicFrame frame, double[][] before, int[] groupOf, int groups, CancellationToken cancellationToken)
    {
        var (f, points) = (layer.Activation, layer.Target.Points);
        var atZero = f.ApproximateAt(0);
        double[][] transfer = [.. Enumerable.Range(0, groups).Select(_ => new double[groups])];
        var (joint, total, reach) = (new double[groups], new double[groups], 0.0);
        var (coordinates, masked, part, image, rest) = (new double[points], new double[points], new double[points], new double[points], new double[points]);
        foreach (var vector in before)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var c = 0; c < layer.Target.Channels; c++)
            {
                var channel = vector.AsSpan(c * points, points);
                frame.Forward(channel, coordinates);
                for (var x = 0; x < points; x++)
                {
                    rest[x] = f.ApproximateAt(channel[x]) - atZero;
                }

                frame.Forward(rest, image);
                AddByGroup(frame, image, groupOf, total);
                for (var source = 0; source < groups; source++)
                {
                    Array.Clear(masked);
                    for (var simple = 0; simple < groupOf.Length; simple++)
                    {
                        if (groupOf[simple] == source)
                        {
                            Array.Copy(coordinates, frame.Start[simple], masked, frame.Start[simple], frame.Start[simple + 1] - frame.Start[simple]);
                        }
                    }

                    frame.Backward(masked, part);
                    for (var x = 0; x < points; x++)
                    {
                        reach = Math.Max(reach, Math.Abs(part[x]));
                        part[x] = f.ApproximateAt(part[x]) - atZero;
                        rest[x] -= part[x];
                    }

                    frame.Forward(part, image);
                    AddByGroup(frame, image, groupOf, transfer[source]);
                }

                frame.Forward(rest, image);
                AddByGroup(frame, image, groupOf, joint);
            }
        }

        foreach (var list in transfer.Append(joint).Append(total))
        {
            Vectors.Scale(list, 1.0 / before.Length);
        }

        return (transfer, joint, total, reach);
    }

    private static void AddByGroup(IsotypicFrame frame, double[] coordinates, int[] groupOf, double[] sums)
    {
        for (var simple = 0; simple < groupOf.Length; simple++)
        {
            for (var i = frame.Start[simple]; i < frame.Start[simple + 1]; i++)
            {
                sums[groupOf[simple]] += coordinates[i] * coordinates[i];
            }
        }
    }
}
