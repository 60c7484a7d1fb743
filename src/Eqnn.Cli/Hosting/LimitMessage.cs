using System.Collections.Frozen;
using Eqnn.Numbers;

namespace Eqnn.Cli.Hosting;

/// <summary>The one table from the limits of the libraries, which know nothing of a command line, to the options that raise them.</summary>
internal static class LimitMessage
{
    /// <summary>The option of each setting of a library.</summary>
    private static readonly FrozenDictionary<string, string> Options = new Dictionary<string, string>
    {
        ["GroupLimits.MaxEnumeratedOrder"] = "--max-order",
        ["Worker.MemoryLimit"] = "--max-memory",
        ["GroupLimits.MaxDegree"] = "--max-degree",
        ["GroupLimits.MaxClasses"] = "--max-classes",
        ["GroupLimits.MaxSearchedClasses"] = "--max-classes",
        ["GroupLimits.MaxTabulatedClasses"] = "--max-classes",
        ["GroupLimits.MaxSubgroups"] = "--max-subgroups",
        ["GroupLimits.MaxNormalSubgroups"] = "--max-normal-subgroups",
        ["ChamberSearchOptions.MaxOrbits"] = "--max-chambers",
        ["ChamberSearchOptions.MaxFlats"] = "--max-flats",
        ["CertificateCheckOptions.MaxCones"] = "--max-chambers",
        ["CertificateCheckOptions.MaxGroupOrder"] = "--max-order",
        ["CertificateCheckOptions.MaxImages"] = "--max-images",
        ["CertificateCheckOptions.SymmetryBudget"] = "--max-steps",
    }.ToFrozenDictionary();

    /// <summary>What the libraries advise, and how that is said to the tool.</summary>
    private static readonly (string Advice, string Words)[] Advice =
    [
        ("choose a smaller G-set to see it checked", "choose a smaller set with --on to see it checked"),
        ("choose a smaller G-set, e.g. the points", "choose a smaller G-set with --on, e.g. --on points"),
        ("choose a smaller G-set", "choose a smaller G-set with --on"),
        ("ask for the sets alone", "--brief shows the sets alone"),
        ("those about one source also", "those about one source (interact --from) also"),
        ("take fewer copies", "take fewer copies with --on"),
        ("take a generic copy or one fixed by a subgroup", "take --copy generic or --copy fixed:..."),
        ("take the whole component", "take the whole component with --isotypic"),
        ("take the theorem", "take --method theorem"),
        ("ask for all chambers, which needs no symmetry", "--all lists every chamber, which needs no symmetry"),
        ("as a graph for Graphviz there is no limit", "--format dot has no limit, for Graphviz"),
        ("ask for the classes of simples with one kernel", "--format text shows them by kernels"),
    ];

    /// <summary>One line: the limit, its value, what is needed, and the option that raises it.</summary>
    public static string Of(LimitExceededException limit) =>
        FormattableString.Invariant($"limit reached: {limit.Limit} is {limit.Bound}, this needs {limit.Needed}; to raise it: {HowToRaise(limit)}");

    private static string HowToRaise(LimitExceededException limit)
    {
        if (limit.Raised is { } raised && Options.TryGetValue(limit.Setting, out var option))
        {
            return FormattableString.Invariant($"{option} {(limit.Setting == "Worker.MemoryLimit" ? MemorySize.Shown(raised) : raised.ToString(System.Globalization.CultureInfo.InvariantCulture))}") + (limit.Remark.Length == 0 ? "" : "; " + limit.Remark);
        }

        foreach (var (advice, words) in Advice)
        {
            if (limit.HowToRaise.Contains(advice, StringComparison.Ordinal))
            {
                return limit.HowToRaise.Replace(advice, words, StringComparison.Ordinal);
            }
        }

        return limit.HowToRaise;
    }
}
