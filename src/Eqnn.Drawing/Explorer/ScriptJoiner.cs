using System.Text;
using System.Text.RegularExpressions;

namespace Eqnn.Drawing.Explorer;

/// <summary>Joins plain modules into one script.</summary>
internal static partial class ScriptJoiner
{
    private static readonly string[] ExplorerOrder =
        ["rational", "field", "numbers", "linear", "activation", "plshape", "exactimage", "image", "pieces", "reach", "depth", "fan", "elements", "trails", "permalink", "palette", "layout", "shapes", "texts", "terms", "store", "dom", "arrow", "number-view", "copy", "act", "card", "shaper", "strip", "graph", "witness", "pair", "tables", "lab", "pixels", "string", "hooks", "main"];

    /// <summary>Modules that the page of C_n needs besides: the string.</summary>
    private static readonly string[] OfCycles = ["string"];

    /// <summary>Modules that the page of C_n x C_n needs besides: images.</summary>
    private static readonly string[] OfSquares = ["lab", "pixels"];

    private static readonly string[] SiteOrder = ["palette", "layout", "align", "match", "sides", "dom", "arrow", "compare", "site"];

    private static readonly Lazy<string> SiteScript = new(() => ScriptShortener.Shorten(Joined(SiteOrder)));

    private static readonly Lazy<string> PlainScript = new(() => Shortened("D4"));

    private static readonly Lazy<string> CycleScript = new(() => Shortened("C4"));

    private static readonly Lazy<string> SquareScript = new(() => Shortened("C4xC4"));

    /// <summary>The script of the other pages of a site.</summary>
    public static string Site => SiteScript.Value;

    /// <summary>The script of the explorer page of a group of this name.</summary>
    public static string Explorer(string group) => (Cycle().IsMatch(group) ? CycleScript : Square().IsMatch(group) ? SquareScript : PlainScript).Value;

    /// <summary>The modules of the explorer page of a group of this name.</summary>
    public static IReadOnlyList<string> ModulesFor(string group) => [.. ExplorerOrder.Where(module => (Cycle().IsMatch(group) || !OfCycles.Contains(module)) && (Square().IsMatch(group) || !OfSquares.Contains(module)))];

    /// <summary>Some modules joined.</summary>
    public static string Joined(IEnumerable<string> modules) => Join(modules.Select(name => (name, Resources.Text(name + ".js"))));

    private static string Shortened(string group) => ScriptShortener.Shorten(Joined(ModulesFor(group)));

    /// <summary>The names of its modules, each after those that it imports.</summary>
    public static IReadOnlyList<string> ExplorerModules => ExplorerOrder;

    /// <summary>The names of the modules of the other pages of a site.</summary>
    public static IReadOnlyList<string> SiteModules => SiteOrder;

    /// <summary>One script: imports, the word export, indents and lines of comment dropped. No text runs over several lines.</summary>
    /// <exception cref="InvalidOperationException">A module imports what comes later or from elsewhere, exports in another form, or a name stands twice.</exception>
    public static string Join(IEnumerable<(string Name, string Text)> modules)
    {
        var script = new StringBuilder("\"use strict\";\n");
        var (known, names) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var (name, text) in modules)
        {
            foreach (var line in text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n'))
            {
                if (line.StartsWith("import", StringComparison.Ordinal))
                {
                    var match = Import().Match(line);
                    if (!match.Success || !known.Contains(match.Groups[1].Value))
                    {
                        throw new InvalidOperationException($"{name}.js: '{line}' is no import from an earlier module on one line");
                    }

                    continue;
                }

                if (TopLevel().Match(line) is { Success: true } declared && !names.TryAdd(declared.Groups[1].Value, name))
                {
                    throw new InvalidOperationException($"{name}.js: the name {declared.Groups[1].Value} stands in {names[declared.Groups[1].Value]}.js, too");
                }

                if (line.StartsWith("export", StringComparison.Ordinal) && !Export().IsMatch(line))
                {
                    throw new InvalidOperationException($"{name}.js: '{line}' is no export of a function or constant");
                }

                var kept = (line.StartsWith("export ", StringComparison.Ordinal) ? line["export ".Length..] : line).Trim();
                if (kept.Length > 0 && !kept.StartsWith("//", StringComparison.Ordinal))
                {
                    script.Append(kept).Append('\n');
                }
            }

            known.Add(name);
        }

        return script.ToString();
    }

    [GeneratedRegex(@"^import \{ [\w, ]+ \} from ""\./([\w-]+)\.js"";$")]
    private static partial Regex Import();

    [GeneratedRegex(@"^export (async )?(function|const) ")]
    private static partial Regex Export();

    [GeneratedRegex(@"^(?:export )?(?:async )?(?:function|const|let) (\w+)")]
    private static partial Regex TopLevel();

    [GeneratedRegex(@"^C(\d+) ?x ?C\1$")]
    private static partial Regex Square();

    [GeneratedRegex(@"^C\d+$")]
    private static partial Regex Cycle();
}
