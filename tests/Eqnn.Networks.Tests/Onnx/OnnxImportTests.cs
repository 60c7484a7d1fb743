using Eqnn.Networks.Onnx;
using Eqnn.Networks.Plans;

namespace Eqnn.Networks.Tests.Onnx;

public sealed class OnnxImportTests
{
    public static TheoryData<string> Models => ["c8_conv", "c12_conv_tanh", "torus10_conv", "s20_deepsets", "d6_polygon_dense", "s3_regular_dense_elu"];

    [Theory]
    [MemberData(nameof(Models))]
    public void Outputs_are_those_of_PyTorch(string name)
    {
        var (spaces, axes, file) = Networks.Stated(name);
        var import = OnnxImport.Read(Networks.Onnx(name), spaces, axes);
        var network = import.Network;
        Assert.Equal((string)file["activation"]!, network.Layers[0].Activation.Name);
        Assert.True(import.Worst.Relative < 1e-6, $"{import.Worst}");
        var (x, y) = (Networks.Npy(name + ".x"), Networks.Npy(name + ".y"));
        var runner = NetworkRunner<float>.Create(network);
        var (length, result) = (network.Input.Dimension, network.Output.Dimension);
        for (var sample = 0; sample < x.Shape[0]; sample++)
        {
            double[] input = [.. Enumerable.Range(0, length).Select(i => x.Values[(sample * length) + Place(i, network.Input, network.Axes)])];
            double[] wanted = [.. Enumerable.Range(0, result).Select(i => y.Values[(sample * result) + Place(i, network.Output, network.Axes)])];
            var largest = wanted.Max(Math.Abs);
            var exact = network.Evaluate(input);
            var fast = new float[result];
            runner.Run(input.Select(v => (float)v).ToArray(), fast);
            for (var i = 0; i < result; i++)
            {
                Assert.Equal(wanted[i], exact[i], 2e-6 * largest);
                Assert.Equal(wanted[i], fast[i], 4e-6 * largest);
            }
        }
    }

    [Fact]
    public void A_broken_layer_is_named_with_generator_and_entry()
    {
        var (spaces, axes, _) = Networks.Stated("d6_polygon_broken");
        var refusal = Assert.Throws<NotEquivariantException>(() => OnnxImport.Read(Networks.Onnx("d6_polygon_broken"), spaces, axes));
        Assert.Equal((2, 3, 5), (refusal.Worst.Layer, refusal.Worst.Row, refusal.Worst.Column));
        Assert.InRange(refusal.Worst.Generator, 1, 2);
        Assert.InRange(refusal.Worst.Distance, 0.005, 0.01);
        Assert.Contains("layer 2", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("row 3 column 5", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused_in_one_line()
    {
        var bytes = Networks.Onnx("c8_conv");
        var (spaces, axes, _) = Networks.Stated("c8_conv");
        for (var length = 0; length < bytes.Length - 1; length += 97)
        {
            var part = bytes[..length];
            var problem = Record.Exception(() => OnnxImport.Read(part, spaces, axes));
            Assert.IsAssignableFrom<FormatException>(problem);
            Assert.DoesNotContain('\n', problem.Message);
        }
    }

    [Theory]
    [InlineData("1*regular,6*regular,1*regular", "3 layers")]
    [InlineData("1*regular,5*regular,6*regular,1*regular", "5*regular")]
    [InlineData("2*regular,6*regular,6*regular,1*regular", "the input")]
    public void Spaces_that_do_not_fit_are_refused(string layers, string said)
    {
        var spaces = FeatureSpace.ParseList(Algebra.Groups.FiniteGroup.Parse("C8"), layers);
        Assert.Contains(said, Assert.ThrowsAny<FormatException>(() => OnnxImport.Read(Networks.Onnx("c8_conv"), spaces)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_that_does_not_act_is_refused()
    {
        // A convolution on the cyclic grid is not equivariant under reflections.
        var spaces = FeatureSpace.ParseList(Algebra.Groups.FiniteGroup.Parse("D8"), "1*points,6*points,6*points,1*points");
        Assert.Throws<NotEquivariantException>(() => OnnxImport.Read(Networks.Onnx("c8_conv"), spaces));
    }

    private static int Place(int i, FeatureSpace space, AxisOrder axes) =>
        axes == AxisOrder.ChannelPoint ? i : (i % space.Points * space.Channels) + (i / space.Points);
}
