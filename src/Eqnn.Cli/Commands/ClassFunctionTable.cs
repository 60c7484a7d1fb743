using Eqnn.Algebra.Characters;
using Eqnn.Cli.Output;

namespace Eqnn.Cli.Commands;

/// <summary>How values of class functions are laid out.</summary>
internal static class ClassFunctionTable
{
    /// <summary>A table of class functions: a column for each class, a row for each function.</summary>
    public static PageTable Of(CharacterTable table, IReadOnlyList<string> names, IEnumerable<(string Label, ClassFunction Function)> rows, TablePart? columns = null)
    {
        var positions = columns?.Positions ?? [.. Enumerable.Range(0, names.Count)];
        var page = new PageTable { HeadRows = 1, Name = "values" }.Left("class");
        foreach (var c in positions)
        {
            page.Right(names[c]);
        }

        page.Row([(Prose)"size", .. positions.Select(c => (Prose)table.Classes[c].Size)]);
        foreach (var (label, function) in rows)
        {
            page.Row([(Prose)label, .. positions.Select(c => (Prose)function.Values[c])]);
        }

        return page;
    }
}
