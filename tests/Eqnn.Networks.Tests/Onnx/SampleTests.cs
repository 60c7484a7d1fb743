using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Networks.Onnx;

namespace Eqnn.Networks.Tests.Onnx;

/// <summary>A model whose answer for one sample depends on the others, on its place among them or on their number is no map between points: refused, with the node, under every group.</summary>
public sealed class SampleTests
{
    private const long End = long.MaxValue;

    private static readonly Dictionary<string, (string Node, object[] Shape, Action<OnnxBuilder> Build)> Mixing = new(StringComparer.Ordinal)
    {
        ["mean over the batch"] = ("ReduceMean", ["N", 2, 4], b => b.Node("Sub", [b.Current, b.Node("ReduceMean", ["x"], ("axes", new[] { 0 }))])),
        ["mean over all"] = ("ReduceMean", ["N", 2, 4], b => b.Node("Add", [b.Current, b.Node("ReduceMean", ["x"])])),
        ["sum of those before"] = ("CumSum", ["N", 2, 4], b => b.Node("CumSum", [b.Current, b.Whole(0)])),
        ["less the first"] = ("Sub", ["N", 2, 4], b => b.Node("Sub", [b.Current, b.Node("Gather", ["x", b.Integers(0)], ("axis", 0))])),
        ["moved on by 1"] = ("Slice", ["N", 2, 4], b => Roll(b, 1)),
        ["moved on by 2"] = ("Slice", ["N", 2, 4], b => Roll(b, 2)),
        ["moved on by 100"] = ("Slice", ["N", 2, 4], b => Roll(b, 100)),
        ["backwards"] = ("Slice", ["N", 2, 4], b => b.Node("Slice", [b.Current, b.Integers(-1), b.Integers(int.MinValue), b.Integers(0), b.Integers(-1)])),
        ["the first 16 only"] = ("Slice", ["N", 2, 4], b => b.Node("Slice", [b.Current, b.Integers(0), b.Integers(16), b.Integers(0)])),
        ["more by the sum from the third on"] = ("Slice", ["N", 2, 4], b => b.Node("Add", ["x", b.Node("ReduceSum", [b.Node("Slice", ["x", b.Integers(2), b.Integers(End), b.Integers(0)]), b.Integers(0)])])),
        ["the halves exchanged"] = ("Split", [4, 2, 4], b => b.Node("Concat", [.. b.NodeOf("Split", ["x"], 2, ("axis", 0)).Reverse()], ("axis", 0))),
        ["a border and a cut"] = ("Pad", ["N", 2, 4], b => b.Node("Slice", [b.Node("Pad", ["x", b.Integers(1, 0, 0, 0, 0, 0)]), b.Integers(0), b.Integers(-1), b.Integers(0)])),
        ["a window over the batch"] = ("Conv", ["N", 2, 4], b => Over(b, 1)),
        ["a wide window over the batch"] = ("Conv", ["N", 2, 4], b => Over(b, 9)),
        ["a triangle over the batch"] = ("Trilu", ["N", 2, 4], b => Turned(b, [1, 0, 2], x => b.Node("Trilu", [x], ("upper", 0)))),
        ["a far triangle over the batch"] = ("Trilu", ["N", 2, 4], b => Turned(b, [1, 0, 2], x => b.Node("Trilu", [x, b.Whole(20)], ("upper", 1)))),
        ["divided by the number"] = ("Div", ["N", 2, 4], b => b.Node("Div", ["x", b.Node("Cast", [Count(b)], ("to", 1))])),
        ["divided by the number, from 2 on"] = ("Div", ["N", 2, 4], b => b.Node("Div", ["x", b.Node("Cast", [b.Node("Max", [Count(b), b.Integers(2)])], ("to", 1))])),
        ["more by its number"] = ("Add", ["N", 2, 4], b => b.Node("Add", ["x", b.Node("Reshape", [b.Node("Cast", [b.Node("Range", [b.Whole(0), b.Node("Squeeze", [Count(b)]), b.Whole(1)])], ("to", 1)), b.Integers(-1, 1, 1)])])),
        ["the axes read otherwise"] = ("Transpose", ["N", 2, 4], b => b.Node("Transpose", [b.Node("Reshape", ["x", b.Integers(2, -1, 4)])], ("perm", new[] { 1, 0, 2 }))),
        ["the last overwritten"] = ("ScatterND", ["N", 2, 4], b => b.Node("ScatterND", ["x", b.Indices([1, 1], -1), b.Tensor(new float[8], 1, 2, 4)])),
        ["the fifth overwritten"] = ("ScatterND", [6, 2, 4], b => b.Node("ScatterND", ["x", b.Indices([1, 1], 4), b.Tensor(new float[8], 1, 2, 4)])),
        ["a bias for each of four"] = ("Add", [4, 2, 4], b => b.Node("Add", ["x", b.Tensor([1, 2, 3, 4], 4, 1, 1)])),
        ["a factor for each of two"] = ("Mul", [2, 2, 4], b => b.Node("Mul", ["x", b.Tensor([1, 2], 2, 1, 1)])),
        ["one of three left out"] = ("Where", [3, 2, 4], b => b.Node("Where", [b.Truths([3, 1, 1], 1, 1, 0), "x", b.Number(0)])),
        ["products with a matrix over the batch"] = ("MatMul", [3, 8], b => b.Node("MatMul", [b.Tensor([1, 2, 3, 4, 5, 6, 7, 8, 9], 3, 3), "x"])),
        ["permuted"] = ("Gather", [3, 2, 4], b => b.Node("Gather", ["x", b.Integers(1, 2, 0)], ("axis", 0))),
    };

    private static readonly Dictionary<string, (object[] Shape, Action<OnnxBuilder> Build)> Independent = new(StringComparer.Ordinal)
    {
        ["a slice of all"] = (["N", 2, 4], b => b.Node("Slice", [b.Current, b.Integers(0, 0), b.Integers(End, End), b.Integers(0, 2)])),
        ["a slice to the number"] = (["N", 2, 4], b => b.Node("Slice", ["x", b.Integers(0), Count(b), b.Integers(0)])),
        ["places counted"] = (["N", 2, 4], b => b.Node("Gather", ["x", b.Node("Range", [b.Whole(0), b.Node("Squeeze", [Count(b)]), b.Whole(1)])], ("axis", 0))),
        ["the batch twice, and the mean of both"] = (["N", 2, 4], Twice),
        ["the batch last"] = (["N", 2, 4], b => b.Node("Transpose", ["x"], ("perm", new[] { 1, 2, 0 }))),
        ["a window of one over the batch"] = (["N", 2, 4], b => Turned(b, [2, 1, 0], x => b.Node("Conv", [x, b.Tensor([1, 2, 3, 4], 2, 2, 1)]))),
        ["four fixed"] = ([4, 2, 4], b => b.Node("Reshape", ["x", b.Integers(4, 8)])),
    };

    public static TheoryData<string> Refused => [.. Mixing.Keys];

    public static TheoryData<string> Read => [.. Independent.Keys];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Samples_that_are_not_alike_are_refused_with_the_node(string name)
    {
        var (node, shape, build) = Mixing[name];
        foreach (var isFirst in new[] { true, false })
        {
            var refusal = Assert.ThrowsAny<FormatException>(() => Import(shape, build, isFirst));
            Assert.Contains($"({node}) ", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("the samples of a batch", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Read))]
    public void Samples_that_are_alike_are_read(string name)
    {
        var (shape, build) = Independent[name];
        Assert.Single(Import(shape, build, true).Network.Layers);
        Assert.Equal(2, Import(shape, build, false).Network.Layers.Count);
    }

    /// <summary>As it stands, and after an activation.</summary>
    private static OnnxImport Import(object[] shape, Action<OnnxBuilder> build, bool isFirst)
    {
        var b = new OnnxBuilder(shape);
        build(b);
        if (!isFirst)
        {
            b.Node("Relu", [b.Current]);
            b.Node("Mul", [b.Current, b.Number(2)]);
        }

        return OnnxImport.Units(OnnxModel.Parse(b.Finish()), GSet.OnePoint(FiniteGroup.Parse("C1")), null, null, false, CancellationToken.None);
    }

    private static string Count(OnnxBuilder b) => b.Node("Gather", [b.Node("Shape", ["x"]), b.Integers(0)]);

    private static void Twice(OnnxBuilder b)
    {
        var (twice, count) = (b.Node("Concat", ["x", b.Node("Neg", ["x"])], ("axis", 0)), Count(b));
        b.Node("Sub", [b.Node("Slice", [twice, b.Integers(0), count, b.Integers(0)]), b.Node("Slice", [twice, count, b.Integers(End), b.Integers(0)])]);
    }

    private static void Roll(OnnxBuilder b, int by) => b.Node("Concat", [b.Node("Slice", ["x", b.Integers(by), b.Integers(End), b.Integers(0)]), b.Node("Slice", ["x", b.Integers(0), b.Integers(by), b.Integers(0)])], ("axis", 0));

    private static void Turned(OnnxBuilder b, int[] order, Action<string> then)
    {
        then(b.Node("Transpose", ["x"], ("perm", order)));
        b.Node("Transpose", [b.Current], ("perm", order));
    }

    private static void Over(OnnxBuilder b, int dilation) =>
        Turned(b, [2, 1, 0], x => b.Node("Conv", [x, b.Tensor([1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3], 2, 2, 3)], ("dilations", new[] { dilation }), ("pads", new[] { dilation, dilation })));
}
