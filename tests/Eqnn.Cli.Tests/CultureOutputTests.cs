using System.Globalization;
using Eqnn.Cli.Commands;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Tests;

/// <summary>Every answer and every file beside it has the same bytes on a thread of any culture. The tool itself works on a thread without culture; here commands and renderers run as they would inside another program.</summary>
public sealed class CultureOutputTests
{
    public static TheoryData<string> Lines => [.. CommandList.All.Where(command => !command.IsMeasurement).SelectMany(command => command.Examples).Select(example => example.CommandLine)];

    private static CultureInfo Foreign
    {
        get
        {
            var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            foreign.NumberFormat.NumberDecimalSeparator = ",";
            foreign.NumberFormat.NumberGroupSeparator = ".";
            foreign.NumberFormat.NegativeSign = "minus";
            foreign.NumberFormat.PositiveSign = "plus";
            foreign.NumberFormat.NaNSymbol = "keine Zahl";
            foreign.NumberFormat.PositiveInfinitySymbol = "unendlich";
            return foreign;
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void An_answer_and_its_files_have_the_same_bytes_under_every_culture(string line)
    {
        var words = ShellWords.Split(line).Skip(1).ToList();
        var (command, _) = CommandTree.OfTheTool.Match(words);

        // Catalogs write their own folder, and are compared as documents.
        if (command!.IsOutFolder)
        {
            return;
        }

        foreach (var format in command.Formats)
        {
            List<string> formatted = [.. words, .. words.Contains("--format") ? [] : (string[])["--format", Query.NameOf(format)]];
            Assert.Equal(Bytes(formatted, CultureInfo.InvariantCulture), Bytes(formatted, Foreign));
            if (words.Contains("--format"))
            {
                return;
            }
        }
    }

    private static string Bytes(List<string> words, CultureInfo culture)
    {
        var folder = Directory.CreateTempSubdirectory("eqnn-culture-");
        var before = CultureInfo.CurrentCulture;
        try
        {
            for (var i = 1; i < words.Count; i++)
            {
                words = words[i - 1] is "--svg" or "--out" or "--html" or "--certificate" ? [.. words[..i], Path.Combine(folder.FullName, Path.GetFileName(words[i])), .. words[(i + 1)..]] : words;
            }

            var (command, parse) = CommandTree.OfTheTool.Match(words);
            using var files = new AnswerFiles();
            var query = new Query(parse, command!.Formats, command.Name) { Files = files };
            CultureInfo.CurrentCulture = culture;
            var report = command.Answer(query);
            using var stream = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            if (report.IsStream)
            {
                report.StreamTo(stream);
            }

            var text = report.IsStream ? stream.ToString() : Rendering.Render(report, query, null);
            files.Stage();
            files.Commit();
            return string.Concat(folder.GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => $"{file.Name}: {Convert.ToBase64String(File.ReadAllBytes(file.FullName))}\n").Prepend(text)).Replace(folder.FullName, "", StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            folder.Delete(recursive: true);
        }
    }
}
