using Newtonsoft.Json.Linq;

namespace Eqnn.Mutation;

/// <summary>A change of the product that Stryker built in, behind a switch.</summary>
/// <param name="Id">The position of the switch.</param>
/// <param name="File">The file, from the folder of the project.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Kind">The mutator.</param>
/// <param name="Before">The text of the line.</param>
/// <param name="After">What stands instead of the changed part.</param>
internal sealed record Mutant(int Id, string File, int Line, string Kind, string Before, string After)
{
    /// <summary>The mutants of a report of Stryker that compile and are not left out by the configuration.</summary>
    public static IReadOnlyList<Mutant> Read(string report)
    {
        var files = (JObject)JObject.Parse(System.IO.File.ReadAllText(report))["files"]!;
        var mutants = new List<Mutant>();
        foreach (var (path, file) in files)
        {
            var lines = ((string)file!["source"]!).Split('\n');
            var name = path[(path.LastIndexOf("/src/", StringComparison.Ordinal) + 1)..];
            foreach (var mutant in file["mutants"]!.Where(mutant => (string)mutant["status"]! is not ("Ignored" or "CompileError")))
            {
                var line = (int)mutant["location"]!["start"]!["line"]!;
                mutants.Add(new((int)mutant["id"]!, name, line, (string)mutant["mutatorName"]!, lines[line - 1].Trim(), ((string)mutant["replacement"]!).ReplaceLineEndings(" ")));
            }
        }

        return [.. mutants.OrderBy(mutant => mutant.Id)];
    }
}
