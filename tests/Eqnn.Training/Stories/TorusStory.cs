using System.Globalization;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Networks.Tests.Onnx;
using Eqnn.Numbers.Permutations;
using TorchSharp;
using TorchSharp.Modules;

namespace Eqnn.Training.Stories;

/// <summary>
/// A p4 group-CNN on the torus of 5 x 5 pixels (translations and quarter turns, order 100): a lifting convolution, a group convolution, the mean over the group, a linear layer.
/// The task: which of the tetrominoes L, J, S, Z lies there, somewhere, turned anyhow, under noise. L and J, S and Z are mirror images: a network that reflections leave invariant, too, could not tell them apart.
/// </summary>
internal sealed class TorusStory : Story
{
    private const int Side = 5;
    private const int Fields = 6;
    private const int Turns = 4;
    private const int Classes = 4;

    private static readonly (int Row, int Column)[][] Shapes =
    [
        [(0, 0), (1, 0), (2, 0), (2, 1)],
        [(0, 1), (1, 1), (2, 1), (2, 0)],
        [(0, 1), (0, 2), (1, 0), (1, 1)],
        [(0, 0), (0, 1), (1, 1), (1, 2)],
    ];

    private readonly Parameter _lift;
    private readonly Parameter _liftBias;
    private readonly Parameter _group;
    private readonly Parameter _groupBias;
    private readonly Parameter _last;
    private readonly Parameter _lastBias;

    public TorusStory()
    {
        _lift = Random(Math.Sqrt(2.0 / 9), Fields, 1, 3, 3);
        _liftBias = Zero(Fields);
        _group = Random(Math.Sqrt(2.0 / (9 * Fields * Turns)), Fields, Fields, Turns, 3, 3);
        _groupBias = Zero(Fields);
        _last = Random(Math.Sqrt(1.0 / Fields), Classes, Fields);
        _lastBias = Zero(Classes);
    }

    public override string Name => "torus";

    public override int[] Shape => [1, Side, Side];

    public override (float[] Input, long Label) Sample(Random random)
    {
        var (label, turns, row, column) = (random.Next(Classes), random.Next(Turns), random.Next(Side), random.Next(Side));
        var pixels = Enumerable.Range(0, Side * Side).Select(_ => 0.3 * Normal(random)).ToArray();
        foreach (var cell in Shapes[label])
        {
            var (r, c) = cell;
            for (var turn = 0; turn < turns; turn++)
            {
                (r, c) = (Side - 1 - c, r);
            }

            pixels[((r + row) % Side * Side) + ((c + column) % Side)] += 1;
        }

        return ([.. pixels.Select(v => (float)v)], label);
    }

    public override torch.Tensor Forward(torch.Tensor batch)
    {
        var lifted = torch.nn.functional.relu(Convolution(batch, Lifting(), _liftBias));
        var hidden = torch.nn.functional.relu(Convolution(lifted, Grouped(), _groupBias));
        return torch.nn.functional.linear(hidden.view(-1, Fields, Turns, Side, Side).mean([2L, 3, 4]), _last, _lastBias);
    }

    public override byte[] Model()
    {
        var model = new OnnxBuilder(["batch", 1, Side, Side], 19);
        Convolve(model, Lifting(), _liftBias, 1);
        Convolve(model, Grouped(), _groupBias, Fields * Turns);
        model.Node("Reshape", [model.Current, model.Integers(-1, Fields, Turns, Side, Side)]);
        model.Node("ReduceMean", [model.Current, model.Integers(2, 3, 4)], ("keepdims", 0));
        model.Node("Gemm", [model.Current, model.Tensor(Values(_last), Classes, Fields), model.Tensor(Values(_lastBias), Classes)], ("transB", 1));
        return model.Finish(["batch", Classes]);
    }

    public override string Sidecar()
    {
        // One step to the right, one down, a quarter turn: the images of pixels, and of the units (field, turn, row, column) of a hidden layer.
        Permutation[] pixels = [.. Actions().Select(action => Permutation.FromImages(Enumerable.Range(0, Side * Side).Select(pixel => action(0, pixel).Pixel)))];
        Permutation[] units = [.. Actions().Select(action => Permutation.FromImages(Enumerable.Range(0, Turns * Side * Side).Select(unit =>
        {
            var (turn, pixel) = action(unit / (Side * Side), unit % (Side * Side));
            return (turn * Side * Side) + pixel;
        })))];
        var regular = GSet.Regular(FiniteGroup.FromGenerators("SmallGroup(100,12)", Side * Side, pixels));
        var unitAt = new int[units[0].Degree];
        Array.Fill(unitAt, -1);
        unitAt[0] = 0;
        for (Queue<int> open = new([0]); open.TryDequeue(out var place);)
        {
            for (var g = 0; g < units.Length; g++)
            {
                var next = regular.GeneratorActions[g][place];
                if (unitAt[next] < 0)
                {
                    unitAt[next] = units[g][unitAt[place]];
                    open.Enqueue(next);
                }
            }
        }

        static string List(IEnumerable<int> values) => "[" + string.Join(",", values.Select(value => (value + 1).ToString(CultureInfo.InvariantCulture))) + "]";
        var order = List(Enumerable.Range(0, Fields).SelectMany(field => unitAt.Select(unit => (field * unitAt.Length) + unit)));
        var hidden = FormattableString.Invariant($"{{\"set\": \"{Fields}*regular\", \"order\": {order}}}");
        return FormattableString.Invariant($$"""
            {
              "group": "SmallGroup(100,12)",
              "generators": [{{string.Join(", ", pixels.Select(action => List(action.Images)))}}],
              "layers": ["1*points", {{hidden}}, {{hidden}}, "{{Classes}}*trivial"]
            }

            """);
    }

    /// <summary>The generators, on pairs of a turn and a pixel.</summary>
    private static Func<int, int, (int Turn, int Pixel)>[] Actions() =>
    [
        (turn, pixel) => (turn, (pixel / Side * Side) + ((pixel + 1) % Side)),
        (turn, pixel) => (turn, (pixel + Side) % (Side * Side)),
        (turn, pixel) => ((turn + 1) % Turns, ((Side - 1 - (pixel % Side)) * Side) + (pixel / Side)),
    ];

    /// <summary>Each filter in its four turns.</summary>
    private torch.Tensor Lifting() =>
        torch.stack([.. Enumerable.Range(0, Turns).Select(turn => torch.rot90(_lift, turn, (2, 3)))], 1).reshape(Fields * Turns, 1, 3, 3);

    /// <summary>Turned by r a filter also takes its inputs r turns further.</summary>
    private torch.Tensor Grouped() =>
        torch.stack([.. Enumerable.Range(0, Turns).Select(turn => torch.rot90(torch.roll(_group, turn, 2), turn, (3, 4)))], 1).reshape(Fields * Turns, Fields * Turns, 3, 3);

    private static torch.Tensor Convolution(torch.Tensor state, torch.Tensor filters, torch.Tensor bias) =>
        torch.nn.functional.conv2d(torch.nn.functional.pad(state, [1, 1, 1, 1], PaddingModes.Circular), filters, bias.repeat_interleave(Turns));

    private static void Convolve(OnnxBuilder model, torch.Tensor filters, torch.Tensor bias, int inputs)
    {
        model.Node("Pad", [model.Current, model.Integers(0, 0, 1, 1, 0, 0, 1, 1)], ("mode", "wrap"));
        model.Node("Conv", [model.Current, model.Tensor(Values(filters), Fields * Turns, inputs, 3, 3), model.Tensor(Values(bias.repeat_interleave(Turns)), Fields * Turns)], ("kernel_shape", new[] { 3, 3 }));
        model.Node("Relu", [model.Current]);
    }
}
