namespace Eqnn.Architecture.Tests;

/// <summary>The tables under the headings "Inside Eqnn.X" of docs/architecture.md: which folder of a room may know which. The only place where this is written.</summary>
internal static class ArrowTable
{
    private static readonly Lazy<Dictionary<string, Dictionary<string, string[]>>> Rooms = new(Read);

    /// <summary>Whether a namespace belongs to a room.</summary>
    public static bool IsIn(string room, string space) => space == room || space.StartsWith(room + ".", StringComparison.Ordinal);

    /// <summary>The folder of a namespace as the table writes it: <c>Commands/Networks</c>, <c>(root)</c>.</summary>
    public static string FolderName(string room, string space) => space == room ? "(root)" : space[(room.Length + 1)..].Replace('.', '/');

    /// <summary>Whether the table has this arrow.</summary>
    public static bool Allows(string room, string from, string to) =>
        Rooms.Value.GetValueOrDefault(room)?.GetValueOrDefault(FolderName(room, from))?.Contains(FolderName(room, to)) == true;

    /// <summary>The folders that the table of a room names.</summary>
    public static IEnumerable<string> Folders(string room) => Rooms.Value.GetValueOrDefault(room)?.Keys ?? Enumerable.Empty<string>();

    /// <summary>The folders that reach themselves along arrows.</summary>
    public static IEnumerable<string> Cycles(string room)
    {
        if (!Rooms.Value.TryGetValue(room, out var arrows))
        {
            yield break;
        }

        foreach (var folder in arrows.Keys)
        {
            var reached = new HashSet<string>();
            var pending = new Stack<string>(arrows[folder]);
            while (pending.TryPop(out var next))
            {
                if (reached.Add(next))
                {
                    foreach (var further in arrows.GetValueOrDefault(next) ?? [])
                    {
                        pending.Push(further);
                    }
                }
            }

            if (reached.Contains(folder))
            {
                yield return folder;
            }
        }
    }

    private static Dictionary<string, Dictionary<string, string[]>> Read()
    {
        var rooms = new Dictionary<string, Dictionary<string, string[]>>();
        Dictionary<string, string[]>? current = null;
        foreach (var line in File.ReadLines(Path.Combine(Eqnn.Testing.Oracles.Repository(), "docs", "architecture.md")))
        {
            if (line.StartsWith('#'))
            {
                current = null;
                if (line.StartsWith("### Inside Eqnn.", StringComparison.Ordinal))
                {
                    rooms[line["### Inside ".Length..].Trim()] = current = [];
                }
            }
            else if (current is not null && line.StartsWith("| `", StringComparison.Ordinal))
            {
                var cells = line.Split('|', StringSplitOptions.TrimEntries);
                current.Add(cells[1].Trim('`'), [.. cells[3].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(cell => cell != "–")]);
            }
        }

        return rooms;
    }
}
