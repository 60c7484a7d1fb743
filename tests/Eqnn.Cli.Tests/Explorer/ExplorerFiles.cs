using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Eqnn.Cli.Tests.Explorer;

/// <summary>Pages of <c>eqnn explore</c> in temporary folders, and the data inside them.</summary>
internal static partial class ExplorerFiles
{
    /// <summary>Writes a page and says where.</summary>
    public static string Write(string group, string on = "regular")
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("eqnn-explorer").FullName, "page.html");
        var outcome = Tool.Run("explore", group, "--on", on, "--out", file, "--quiet");
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        return file;
    }

    /// <summary>The data of a page.</summary>
    public static JObject Data(string file) => JObject.Parse(DataElement().Match(File.ReadAllText(file)).Groups[1].Value);

    /// <summary>The answer of a command as JSON.</summary>
    public static JObject Json(params string[] words) => JObject.Parse(Tool.Run([.. words, "--format", "json"]).Output);

    /// <summary>A command line as the page writes it, run by the tool.</summary>
    public static void Runs(string command)
    {
        var words = Word().Matches(command).Select(match => match.Value.Replace("\"", "", StringComparison.Ordinal)).ToArray();
        Assert.Equal("eqnn", words[0]);
        var outcome = Tool.Run([.. words[1..], "--quiet"]);
        Assert.True(outcome.ExitCode == 0, $"{command}: {outcome.Error}");
    }

    [GeneratedRegex("""<script type="application/json" id="eqnn-data">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex DataElement();

    [GeneratedRegex("""(?:[^\s"]|"[^"]*")+""")]
    private static partial Regex Word();
}
