using Eqnn.Testing;

namespace Eqnn.Cli.Tests;

/// <summary>
/// What the commands of a document write: <c>--svg FILE</c>, <c>--out FILE</c> and their like lead into a scratch folder, and then the file must have the bytes of the committed one.
/// So a picture beside a command is the picture of that command.
/// </summary>
internal sealed class DocumentFiles : IDisposable
{
    private readonly string _scratch = Directory.CreateTempSubdirectory("eqnn-document-").FullName;
    private readonly Dictionary<string, string> _written = [];

    /// <summary>The files that a command writes: their names, and where among its words.</summary>
    public static IEnumerable<(string Name, int Position)> WrittenBy(IReadOnlyList<string> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            // What has no extension is a folder, and a folder is not a picture.
            if (words[i - 1] is "--svg" or "--tikz" or "--out" or "--onnx" or "--safetensors" or "--npz" or "--network" && Path.HasExtension(words[i]))
            {
                yield return (words[i], i);
            }
        }
    }

    /// <summary>The words of a command, the files that it writes replaced by files in the scratch folder.</summary>
    public IReadOnlyList<string> Redirect(IReadOnlyList<string> words)
    {
        var redirected = words.ToList();
        foreach (var (name, position) in WrittenBy(words))
        {
            redirected[position] = Path.Combine(_scratch, FormattableString.Invariant($"{_written.Count}{Path.GetExtension(name)}"));
            Assert.True(_written.TryAdd(name, redirected[position]), $"two commands write {name}");
        }

        return redirected;
    }

    /// <summary>Compares every file written with the committed one, or replaces that one.</summary>
    public void Compare(string document, bool update)
    {
        foreach (var (name, scratch) in _written)
        {
            var committed = Path.Combine(Oracles.Repository(), name);
            Assert.True(File.Exists(scratch), $"{document}: the command did not write {name}");
            if (update)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(committed)!);
                if (!File.Exists(committed) || !File.ReadAllBytes(committed).AsSpan().SequenceEqual(File.ReadAllBytes(scratch)))
                {
                    File.Copy(scratch, committed, overwrite: true);
                }
            }
            else
            {
                Assert.True(File.Exists(committed), $"{document}: {name} is written by a command and not committed");
                Assert.Equal(File.ReadAllText(committed), File.ReadAllText(scratch));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_scratch, recursive: true);
}
