using System.Globalization;
using OnnxFormat;

namespace Eqnn.Networks.Onnx.Operators;

/// <summary>The folder of a model, from which data are read that the file itself leaves out: <c>location</c>, <c>offset</c>, <c>length</c>.</summary>
/// <remarks>Nothing outside the folder is ever opened: neither by a path with <c>..</c> or a root, nor through a link.</remarks>
/// <param name="Folder">The folder, or <c>null</c> for a model that is not in a file.</param>
internal sealed record ExternalData(string? Folder)
{
    /// <summary>No files.</summary>
    public static ExternalData None { get; } = new((string?)null);

    /// <summary>The bytes of a tensor.</summary>
    /// <param name="message">The tensor.</param>
    /// <param name="needed">The number of bytes that its shape asks for.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <exception cref="FormatException">The location leaves the folder, there is no such file, or it does not hold the range.</exception>
    public byte[] Read(TensorProto message, long needed, string what)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in message.ExternalData)
        {
            if (!fields.TryAdd(entry.Key, entry.Value))
            {
                throw new FormatException($"{what}: its data in another file name {entry.Key} twice");
            }
        }

        var location = fields.GetValueOrDefault("location", "");
        var path = PathOf(location, what);
        var offset = Number("offset") ?? 0;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var length = Number("length") ?? needed;
            if (length != needed)
            {
                throw new FormatException(FormattableString.Invariant($"{what}: its data in {location} are {length} bytes long, its shape asks for {needed}"));
            }

            if (offset > file.Length - length)
            {
                throw new FormatException(FormattableString.Invariant($"{what}: its data are bytes {offset} to {(decimal)offset + length} of {location}, which has {file.Length}"));
            }

            var bytes = new byte[length];
            file.Position = offset;
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new FormatException($"{what}: its data are in {location}, which is not there or cannot be read", problem);
        }

        long? Number(string name) => !fields.TryGetValue(name, out var text) ? null
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value
            : throw new FormatException($"{what}: the {name} of its data in {location} is no number");
    }

    private string PathOf(string location, string what)
    {
        if (Folder is null)
        {
            throw new FormatException($"{what}: its data are in another file ({location}); load the model from its folder");
        }

        if (location.Length == 0 || location.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(location) || location.Split('/', '\\').Contains("..") || location.Contains(':', StringComparison.Ordinal))
        {
            throw new FormatException($"{what}: the location of its data, {(location.Length == 0 ? "left empty" : location)}, is no file in the folder of the model");
        }

        // A link may lead out of the folder although its name does not.
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder));
        var path = Path.GetFullPath(Path.Combine(root, location));
        for (var part = path; part.Length > root.Length; part = Path.GetDirectoryName(part)!)
        {
            FileSystemInfo info = Directory.Exists(part) ? new DirectoryInfo(part) : new FileInfo(part);
            if (info.LinkTarget is not null && info.ResolveLinkTarget(returnFinalTarget: true) is { } target && !target.FullName.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new FormatException($"{what}: the location of its data, {location}, leads out of the folder of the model");
            }
        }

        return path;
    }
}
