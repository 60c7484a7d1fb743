using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Networks.Onnx;
using Eqnn.PiecewiseLinear.Activations;
using OnnxFormat;

namespace Eqnn.Networks.Tests.Onnx;

/// <summary>If: the branch that is taken, where the file decides it or the shapes do.</summary>
public sealed class BranchTests
{
    [Theory]
    [InlineData("stored", true)]
    [InlineData("computed", true)]
    [InlineData("length of an axis of the input", true)]
    [InlineData("length of an axis of a value", true)]
    [InlineData("number of axes", true)]
    [InlineData("computed", false)]
    [InlineData("length of an axis of a value", false)]
    public void The_branch_is_the_one_that_is_taken(string condition, bool holds)
    {
        var network = OnnxImport.Units(Model(condition, holds), GSet.OnePoint(FiniteGroup.Parse("C1")), null, null, false, CancellationToken.None).Network;
        Assert.Equal([Activation.Parse(holds ? "relu" : "tanh"), Activation.Identity], network.Layers.Select(layer => layer.Activation));
    }

    [Theory]
    [InlineData("number of samples")]
    [InlineData("entries")]
    public void A_condition_that_depends_on_the_data_is_refused(string condition)
    {
        var refused = Assert.Throws<OnnxNodeException>(() => OnnxStates.Of(Model(condition, true)));
        Assert.Contains("its condition depends on the input, or on the number of samples", refused.Message, StringComparison.Ordinal);
    }

    private static OnnxModel Model(string condition, bool holds)
    {
        var b = new OnnxBuilder(["N", 3, 4]);
        var value = b.Node("MatMul", ["x", b.Tensor([.. Networks.Vector(20, 1).Select(v => (float)v)], 4, 5)]);
        string Length(string of, int axis) => b.Node("Gather", [b.Node("Shape", [of]), b.Whole(axis)]);
        var test = condition switch
        {
            "stored" => b.Truths([], 1),
            "computed" => b.Node("Less", [b.Whole(2), b.Whole(holds ? 3 : 2)]),
            "length of an axis of the input" => b.Node("Equal", [Length("x", 1), b.Whole(3)]),
            "length of an axis of a value" => b.Node("Equal", [Length(value, 2), b.Whole(holds ? 5 : 4)]),
            "number of axes" => b.Node("Equal", [b.Node("Size", [b.Node("Shape", [value])]), b.Whole(3)]),
            "number of samples" => b.Node("Equal", [Length("x", 0), b.Whole(2)]),
            _ => b.Node("Greater", [b.Node("ReduceSum", ["x"], ("keepdims", 0)), b.Number(0)]),
        };
        b.Node("MatMul", [b.Node("If", [test], ("then_branch", Branch("Relu", value)), ("else_branch", Branch("Tanh", value))), b.Tensor([.. Networks.Vector(10, 2).Select(v => (float)v)], 5, 2)]);
        return OnnxModel.Parse(b.Finish());
    }

    private static GraphProto Branch(string type, string value)
    {
        var graph = new GraphProto { Name = type, Node = { new NodeProto { OpType = type, Input = { value }, Output = { "inside" } } } };
        graph.Output.Add(new ValueInfoProto { Name = "inside" });
        return graph;
    }
}
