using System.Globalization;
using System.Text;
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
        Tool.StandAtRoot();
        var words = ShellWords.Split(line).Skip(1).ToList();
        var (command, _) = CommandTree.OfTheTool.Match(words);

        // Catalogs write their own folder, and are compared as documents.
        if (command!.IsOutFolder)
        {
            return;
        }

        // One folder for both, as answers name the files that they write.
        var folder = Directory.CreateTempSubdirectory("eqnn-culture-");
        try
        {
            Assert.Equal(Bytes(words, CultureInfo.InvariantCulture, folder), Bytes(words, Foreign, folder));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Rendered(Report report, Query query)
    {
        try
        {
            return Rendering.Render(report, query, null);
        }
        catch (InputException none)
        {
            // Some answers have no form for GAP or Graphviz, and say so.
            return none.Message;
        }
    }

    private static string Bytes(List<string> words, CultureInfo culture, DirectoryInfo folder)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            for (var i = 1; i < words.Count; i++)
            {
                words = words[i - 1] is "--svg" or "--tikz" or "--out" or "--html" or "--certificate" ? [.. words[..i], Path.Combine(folder.FullName, Path.GetFileName(words[i])), .. words[(i + 1)..]] : words;
            }

            var (command, parse) = CommandTree.OfTheTool.Match(words);
            using var files = new AnswerFiles();
            var query = new Query(parse, command!.Formats, command.Name) { Files = files };
            CultureInfo.CurrentCulture = culture;
            var report = command.Answer(query);
            var text = new StringBuilder();
            if (report.IsStream)
            {
                using var stream = new StringWriter(text, CultureInfo.InvariantCulture) { NewLine = "\n" };
                report.StreamTo(stream, CancellationToken.None);
            }
            else
            {
                // One answer in every format of its command.
                foreach (var format in command.Formats)
                {
                    text.Append(Rendered(report, query with { Format = format }));
                }
            }

            files.Stage();
            files.Commit();
            return string.Concat(folder.GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => $"{file.Name}: {Convert.ToBase64String(File.ReadAllBytes(file.FullName))}\n").Prepend(text.ToString()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
