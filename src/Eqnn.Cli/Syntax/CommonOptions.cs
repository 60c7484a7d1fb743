using System.CommandLine;
using Eqnn.Algebra;
using Eqnn.Cli.Hosting;

namespace Eqnn.Cli.Syntax;

/// <summary>Options and arguments that several commands share, so that one word means the same thing everywhere.</summary>
internal static class CommonOptions
{
    /// <summary>The group of almost every command.</summary>
    public static Argument<string> Group { get; } = new("GROUP")
    {
        Description = "a name as C8, D4, S5, Q8, C2xC4, C2^3 SmallGroup(24,3) (see eqnn groups), perm:(1,2,3);(1,2) or @group.json",
    };

    /// <summary>Text, JSON and so on.</summary>
    public static Option<string> Format { get; } = new("--format", "-f") { HelpName = "FORMAT", Description = "how to write the answer" };

    /// <summary>The notation of exact numbers for people.</summary>
    public static Option<string> Numbers { get; } = new("--numbers")
    {
        HelpName = "NOTATION",
        Description = "exact numbers for people: radicals (default), gap, decimals or decimals:n",
    };

    /// <summary>The file of the answer.</summary>
    public static FileOption Out { get; } = new("--out", "-o") { HelpName = "FILE", Description = "write the answer to FILE, whole or not at all, instead of stdout" };

    /// <summary>The time limit.</summary>
    public static Option<string> Timeout { get; } = new("--timeout") { HelpName = "TIME", Description = "stop after TIME with exit code 3: seconds, or 500ms, 2m, 1h" };

    /// <summary>The seed.</summary>
    public static Option<string> Seed { get; } = new("--seed")
    {
        HelpName = "N",
        Description = "seed of random searches, inputs and networks: verdicts never depend on it; examples (a separating network, a random copy) and what is measured on random inputs do",
    };

    /// <summary>The limit on groups that are enumerated.</summary>
    public static Option<string> MaxOrder { get; } = new("--max-order") { HelpName = "N", Description = FormattableString.Invariant($"largest group whose elements may be enumerated ({GroupLimits.Default.MaxEnumeratedOrder}); memory grows with it, some bytes for each element") };

    /// <summary>The limit on the points of a permutation group.</summary>
    public static Option<string> MaxDegree { get; } = new("--max-degree") { HelpName = "N", Description = FormattableString.Invariant($"largest number of points that a group may act on ({GroupLimits.Default.MaxDegree}); time and memory grow with it") };

    /// <summary>The limit on conjugacy classes.</summary>
    public static Option<string> MaxClasses { get; } = new("--max-classes") { HelpName = "N", Description = FormattableString.Invariant($"largest number of conjugacy classes ({GroupLimits.Default.MaxClasses}, where they are searched for {GroupLimits.Default.MaxSearchedClasses}); a table of n classes has n*n values") };

    /// <summary>The limit on subgroups.</summary>
    public static Option<string> MaxSubgroups { get; } = new("--max-subgroups") { HelpName = "N", Description = FormattableString.Invariant($"largest number of subgroups to find one by one ({GroupLimits.Default.MaxSubgroups}); time grows faster than it") };

    /// <summary>The limit on normal subgroups.</summary>
    public static Option<string> MaxNormalSubgroups { get; } = new("--max-normal-subgroups") { HelpName = "N", Description = FormattableString.Invariant($"largest number of normal subgroups ({GroupLimits.Default.MaxNormalSubgroups}); time and memory grow with it, some hundred bytes for each") };

    /// <summary>The limit on memory.</summary>
    public static Option<string> MaxMemory { get; } = new("--max-memory") { HelpName = "SIZE", Description = FormattableString.Invariant($"stop with exit code 3 when the process takes more memory ({MemorySize.Shown(MemorySize.Default)}): 4GB, 500MB") };

    /// <summary>No list and no table in part.</summary>
    public static Option<bool> Full { get; } = new("--full") { Description = "write long lists and large tables wholly, which text, Markdown and LaTeX show in part; JSON is always whole" };

    /// <summary>One table alone.</summary>
    public static Option<string> Part { get; } = new("--part") { HelpName = "NAME", Description = "write one table of the answer alone, for a paper; LaTeX names each table in a comment above it" };

    /// <summary>What the signs mean.</summary>
    public static Option<bool> Legend { get; } = new("--legend") { Description = "below the answer what its signs and words mean, each with its place in docs/theory.md" };

    /// <summary>No progress.</summary>
    public static Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "no progress on stderr" };

    /// <summary>Help.</summary>
    public static Option<bool> Help { get; } = new("--help", "-h", "-?") { Description = "show help with examples" };

    /// <summary>The version.</summary>
    public static Option<bool> Version { get; } = new("--version") { Description = "show the version" };

    /// <summary>The G-set of commands that work in a permutation representation.</summary>
    public static Option<string> On { get; } = new("--on")
    {
        HelpName = "GSET",
        Description = "the G-set: regular, points, subsets:k, tuples:k, cosets:(1,2);(3,4), cosets:#3 (see eqnn gsets), sums a+b, multiples 3*a, products a*b, @gset.json",
    };

    /// <summary>GAP for numbers of groups beyond those carried.</summary>
    public static Option<bool> WithGap { get; } = new("--with-gap") { Description = "for orders above 127 ask an installed GAP for the group or its number; its answer is checked" };

    /// <summary>A picture beside the answer.</summary>
    public static FileOption Svg { get; } = new("--svg") { HelpName = "FILE", Description = "also draw the answer into FILE (SVG)" };

    /// <summary>The options that every command takes, in the order of the help page.</summary>
    public static IReadOnlyList<Option> OfEveryCommand { get; } = [Format, Numbers, Full, Part, Legend, Out, Timeout, Seed, MaxOrder, MaxDegree, MaxClasses, MaxSubgroups, MaxNormalSubgroups, MaxMemory, Quiet, Help];
}
