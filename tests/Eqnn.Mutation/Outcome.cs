using System.Globalization;

namespace Eqnn.Mutation;

/// <summary>What became of a mutant.</summary>
/// <param name="Id">The mutant.</param>
/// <param name="State">Killed, Timeout (it needs more than three times the processor time of its tests and four seconds), Crash (it ends the process), Survived, or NoCoverage.</param>
/// <param name="Test">The test that killed it, or nothing.</param>
internal sealed record Outcome(int Id, string State, string Test)
{
    /// <summary>Whether the tests notice the mutant.</summary>
    public bool IsKilled => State is "Killed" or "Timeout" or "Crash";

    /// <summary>One line of the file of results.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Id}\t{State}\t{Test.ReplaceLineEndings(" ").Replace('\t', ' ')}\n");

    /// <summary>Reads the results so far; the last one of a mutant counts.</summary>
    public static IReadOnlyDictionary<int, Outcome> Read(string file)
    {
        var known = new Dictionary<int, Outcome>();
        foreach (var line in File.Exists(file) ? File.ReadLines(file) : [])
        {
            if (line.Split('\t') is [var id, var state, var test])
            {
                known[int.Parse(id, CultureInfo.InvariantCulture)] = new(int.Parse(id, CultureInfo.InvariantCulture), state, test);
            }
        }

        return known;
    }
}
