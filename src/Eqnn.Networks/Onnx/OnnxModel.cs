using System.Diagnostics;
using Eqnn.Networks.Onnx.Operators;
using Eqnn.Numbers;
using Google.Protobuf;
using OnnxFormat;

namespace Eqnn.Networks.Onnx;

/// <summary>An ONNX file, read but not yet understood: its graph with local functions put in place, and the folder from which weights outside of it are read.</summary>
/// <remarks><b>Not</b> a network: that needs a group and the features of its layers (<see cref="OnnxImport"/>). <see cref="OnnxStates"/> lists what there is.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class OnnxModel
{
    private OnnxModel(ModelProto message, string? folder)
    {
        Message = message;
        Beside = new(folder);
        Producer = message.ProducerName;
        ProducerVersion = message.ProducerVersion;
        Outputs = Array.AsReadOnly(message.Graph.Output.Select(output => output.Name).ToArray());
    }

    /// <summary>The program that wrote the file, as it calls itself.</summary>
    public string Producer { get; }

    /// <summary>Its version.</summary>
    public string ProducerVersion { get; }

    /// <summary>The names of the outputs.</summary>
    public IReadOnlyList<string> Outputs { get; }

    internal ModelProto Message { get; }

    internal ExternalData Beside { get; }

    /// <summary>Whether the exporter of circular paddings of this program and version wrote their left border one place off: PyTorch 1.</summary>
    /// <remarks>pytorch/pytorch issue 86690, corrected by pull request 86984 for version 2.0.</remarks>
    internal bool MayHaveShiftedBorders => Producer == "pytorch" && ProducerVersion.StartsWith("1.", StringComparison.Ordinal);

    /// <summary>The largest file that is read.</summary>
    public const long MaxBytes = 2_000_000_000;

    /// <summary>Reads a file; weights that it keeps in other files are looked for in its folder.</summary>
    /// <exception cref="FormatException">It is no ONNX model, or cut off.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="LimitExceededException">It is larger than <see cref="MaxBytes"/>.</exception>
    public static OnnxModel Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Parse(BoundedFile.Read(path, MaxBytes).ToArray(), Path.GetDirectoryName(Path.GetFullPath(path)));
    }

    /// <summary>Reads the content of a file.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="folder">The folder for weights in other files; <c>null</c> refuses them.</param>
    /// <exception cref="FormatException">It is no ONNX model, or cut off.</exception>
    public static OnnxModel Parse(IReadOnlyList<byte> bytes, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ModelProto model;
        try
        {
            model = ModelProto.Parser.ParseFrom(bytes as byte[] ?? [.. bytes]);
        }
        catch (InvalidProtocolBufferException problem)
        {
            throw new FormatException("this is no ONNX model, or it is cut off", problem);
        }

        return model.Graph is { Node.Count: > 0 } ? new(model, folder) : throw new FormatException("this is no ONNX model: it holds no graph with nodes");
    }

    /// <summary>In one line: what wrote the model, and its outputs.</summary>
    public override string ToString() => $"ONNX model with the outputs {string.Join(", ", Outputs)}{(Producer.Length > 0 ? $", written by {Producer} {ProducerVersion}".TrimEnd() : "")}";
}
