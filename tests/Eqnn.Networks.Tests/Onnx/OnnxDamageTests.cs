using System.Text;
using Eqnn.Networks.Onnx;
using Google.Protobuf;
using OnnxFormat;

namespace Eqnn.Networks.Tests.Onnx;

/// <summary>Whatever a file holds, it is read or refused in one line; nothing crashes or hangs.</summary>
public sealed class OnnxDamageTests
{
    public static TheoryData<string> Names => [.. OnnxSamples.Names];

    [Theory]
    [InlineData("ring 13 leaky")]
    [InlineData("sets 18 mean")]
    [InlineData("dense reshaped")]
    public void Cut_off_at_any_length(string name)
    {
        var (model, spaces, axes) = OnnxSamples.Of(name);
        for (var length = 0; length < model.Length; length++)
        {
            var refusal = Refusal(model[..length], spaces, axes);

            // Only what stands behind the graph can be missing unnoticed.
            Assert.True(refusal is not null || length > model.Length - 12, $"{length} of {model.Length} bytes");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Changed_bytes(string name)
    {
        var (model, spaces, axes) = OnnxSamples.Of(name);
        var random = new Random(model.Length);
        var refused = 0;
        for (var trial = 0; trial < 150; trial++)
        {
            var damaged = (byte[])model.Clone();
            for (var change = 0; change <= trial % 3; change++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            refused += Refusal(damaged, spaces, axes) is null ? 0 : 1;
        }

        Assert.True(refused > 0);
    }

    [Fact]
    public void Foreign_files()
    {
        var (_, spaces, axes) = OnnxSamples.Of("ring 11 relu");
        var random = new Random(2);
        foreach (var bytes in new[] { [], [0], "PK\u0003\u0004 an archive"u8.ToArray(), "{\"format\": \"eqnn-network-1\"}"u8.ToArray(), Encoding.ASCII.GetBytes("\u0089PNG\r\n"), new byte[4096] })
        {
            Assert.NotNull(Refusal(bytes, spaces, axes));
        }

        for (var trial = 0; trial < 500; trial++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            Assert.NotNull(Refusal(bytes, spaces, axes));
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Weights_that_are_no_numbers_are_named(float value)
    {
        var refusal = Changed("ring 13 leaky", graph => graph.Initializer.First(tensor => tensor.DataType == 1).RawData = ByteString.CopyFrom([.. Enumerable.Repeat(BitConverter.GetBytes(value), 24).SelectMany(bytes => bytes)]));
        Assert.Contains(value.ToString(System.Globalization.CultureInfo.InvariantCulture), refusal, StringComparison.Ordinal);
        Assert.Contains("initializer", refusal, StringComparison.Ordinal);
        Assert.Contains("alpha", Changed("ring 13 leaky", graph => graph.Node.First(node => node.OpType == "LeakyRelu").Attribute[0].F = value), StringComparison.Ordinal);
        Assert.Contains("alpha", Changed("torus pooled 13", graph => graph.Node.First(node => node.OpType == "Gemm").Attribute.First(a => a.Name == "alpha").F = value), StringComparison.Ordinal);
    }

    [Fact]
    public void Giant_lengths()
    {
        Changed("ring 13 leaky", graph => graph.Initializer[0].Dims.Add([int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue]));
        Changed("ring 13 leaky", graph => graph.Initializer.First(tensor => tensor.DataType == 1).Dims[0] = long.MaxValue);
        Changed("ring 13 leaky", graph => graph.Input[0].Type.TensorType.Shape.Dim.Add([Length(int.MaxValue - 1), Length(int.MaxValue - 1), Length(long.MaxValue)]));
        Changed("ring 13 leaky", graph => graph.Initializer.First(tensor => tensor.DataType == 7).Int64Data[0] = long.MinValue);
        Changed("ring 19 wrap", graph => graph.Initializer.First(tensor => tensor.DataType == 7).Int64Data[0] = int.MaxValue);
        Changed("ring 19 wrap", graph => graph.Initializer.First(tensor => tensor.DataType == 7).Int64Data[0] = 2_000_000_000);
        Changed("torus groups dilations", graph => Attribute(graph, "Conv", "dilations").Ints[0] = int.MaxValue);
        Changed("torus groups dilations", graph => Attribute(graph, "Conv", "group").I = long.MaxValue);
        Changed("torus groups dilations", graph => graph.Node.First(node => node.OpType == "Conv").Attribute.Add(new AttributeProto { Name = "pads", Ints = { 1 << 20, 1 << 20, 1 << 20, 1 << 20 } }));
        Changed("torus groups dilations", graph => graph.Node.First(node => node.OpType == "Conv").Attribute.Add(new AttributeProto { Name = "strides", Ints = { 0, 1 } }));
        Changed("dense reshaped", graph => graph.Initializer.First(tensor => tensor.DataType == 7).Int64Data[0] = 1 << 30);

        static DimensionProto Length(long n) => new() { DimValue = n };
        static AttributeProto Attribute(GraphProto graph, string type, string name) => graph.Node.First(node => node.OpType == type).Attribute.First(attribute => attribute.Name == name);
    }

    [Fact]
    public void Products_of_two_values_that_depend_on_the_input_are_refused()
    {
        Assert.Contains("multiplies two values", Changed("sets 13 mean", graph => graph.Node.First(node => node.OpType == "Add").OpType = "Mul"), StringComparison.Ordinal);
        Assert.Contains("multiplies two values", Changed("ring residual", graph => graph.Node.First(node => node.OpType == "Sub").OpType = "MatMul"), StringComparison.Ordinal);
        Assert.Contains("divides", Changed("ring residual", graph => graph.Node.First(node => node.OpType == "Sub").OpType = "Div"), StringComparison.Ordinal);
        Assert.Contains("rounds", Changed("dense reshaped", graph =>
        {
            var node = graph.Node.First(node => node.OpType == "Dropout");
            (node.OpType, _) = ("Cast", 0);
            node.Attribute.Add(new AttributeProto { Name = "to", I = 7, Type = 2 });
        }), StringComparison.Ordinal);
    }

    [Fact]
    public void Graphs_that_are_no_order_of_computation_are_refused()
    {
        Assert.Contains("before it is computed", Changed("ring residual", graph => (graph.Node[0], graph.Node[^1]) = (graph.Node[^1].Clone(), graph.Node[0].Clone())), StringComparison.Ordinal);
        Assert.Contains("before it is computed", Changed("dense gemm", graph => graph.Node[0].Input[0] = graph.Node[^1].Output[0]), StringComparison.Ordinal);
        Assert.Contains("nothing computes", Changed("dense gemm", graph => graph.Node[0].Input[0] = "absent"), StringComparison.Ordinal);
        Assert.Contains("inputs", Changed("dense gemm", graph => graph.Node.First(node => node.OpType == "Relu").Input.Clear()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_of_very_many_nodes_is_read()
    {
        var model = new OnnxBuilder(["n", 3]);
        for (var i = 0; i < 40_000; i++)
        {
            model.Node("Identity", [model.Current]);
        }

        Assert.Null(Refusal(model.Finish(["n", 3]), FeatureSpace.ParseList(Algebra.Groups.FiniteGroup.Parse("C3"), "1*regular,1*regular"), AxisOrder.ChannelPoint));
    }

    [Fact]
    public void Unsupported_operators_are_named_with_those_that_are_read()
    {
        var refusal = Changed("dense gemm", graph => graph.Node.First(node => node.OpType == "Relu").OpType = "Nonsense");
        Assert.Contains("operator Nonsense", refusal, StringComparison.Ordinal);
        Assert.Contains("Gemm", refusal, StringComparison.Ordinal);
        Assert.Contains("largest of several", Changed("dense gemm", graph => graph.Node.First(node => node.OpType == "Relu").OpType = "MaxPool"), StringComparison.Ordinal);
        Assert.Contains("line  break", Changed("dense gemm", graph => graph.Node[0].OpType = "line \nbreak"), StringComparison.Ordinal);
    }

    /// <summary>What is outside the model is refused by node, operator and reason, whoever writes it.</summary>
    [Theory]
    [InlineData("MaxPool", "takes the largest of several entries")]
    [InlineData("GlobalMaxPool", "takes the largest of several entries")]
    [InlineData("TopK", "takes the largest of several entries")]
    [InlineData("ArgMin", "takes the least of several entries")]
    [InlineData("Softmax", "divides by a sum over several entries")]
    [InlineData("LayerNormalization", "divides by a norm of several entries")]
    [InlineData("GroupNormalization", "divides by a norm of several entries")]
    [InlineData("RMSNormalization", "divides by a norm of several entries")]
    [InlineData("ReduceL2", "takes a norm of several entries")]
    [InlineData("ReduceProd", "multiplies several entries")]
    [InlineData("LSTM", "multiplies values that both depend on the input")]
    [InlineData("Loop", "repeats or chooses a part of the graph")]
    [InlineData("Scan", "repeats or chooses a part of the graph")]
    [InlineData("QuantizeLinear", "rounds")]
    [InlineData("DynamicQuantizeLinear", "rounds")]
    public void What_is_outside_is_refused_by_name_and_reason(string type, string reason)
    {
        var refusal = Changed("dense gemm", graph => graph.Node.First(node => node.OpType == "Relu").OpType = type);
        Assert.Contains($"({type}) {reason}", refusal, StringComparison.Ordinal);
        Assert.Contains("end the model before this node", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_is_none_of_the_table_is_named()
    {
        var model = new OnnxBuilder(["n", 1, 6]);
        var x = model.Current;
        model.Node("Mul", [x, model.Node("Sqrt", [model.Node("Add", [model.Node("Mul", [x, x]), model.Number(1)])])]);
        var refusal = Refusal(model.Finish(["n", 1, 6]), FeatureSpace.ParseList(Algebra.Groups.FiniteGroup.Parse("C6"), "1*regular,1*regular"), AxisOrder.ChannelPoint);
        Assert.Contains("none of the table of activations", refusal!, StringComparison.Ordinal);
    }

    /// <summary>The refusal of a model in which something was changed.</summary>
    private static string Changed(string name, Action<GraphProto> change)
    {
        var (bytes, spaces, axes) = OnnxSamples.Of(name);
        var model = ModelProto.Parser.ParseFrom(bytes);
        change(model.Graph);
        var refusal = Refusal(model.ToByteArray(), spaces, axes);
        Assert.True(refusal is not null, "the changed model is read");
        return refusal;
    }

    /// <summary>The one line with which a file is refused, or <c>null</c> if it is read.</summary>
    private static string? Refusal(byte[] bytes, IReadOnlyList<FeatureSpace> spaces, AxisOrder axes)
    {
        try
        {
            OnnxImport.Read(bytes, spaces, axes);
            return null;
        }
        catch (FormatException problem)
        {
            Assert.DoesNotContain(problem.Message, char.IsControl);
            return problem.Message;
        }
    }
}
