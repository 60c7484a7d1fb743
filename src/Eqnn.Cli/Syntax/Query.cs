using System.CommandLine;
using System.Globalization;
using Eqnn.Algebra;
using Eqnn.Cli.Hosting;
using Eqnn.Numbers;

namespace Eqnn.Cli.Syntax;

/// <summary>What a user asked, checked as far as words go.</summary>
internal sealed record Query
{
    private readonly ParseResult _parse;

    /// <summary>Reads the common options.</summary>
    /// <exception cref="InputException">One of them has no meaning.</exception>
    public Query(ParseResult parse, IReadOnlyList<OutputFormat> formats, string command)
    {
        _parse = parse;
        Format = FormatOf(parse.GetValue(CommonOptions.Format), formats, command);
        Numbers = parse.GetValue(CommonOptions.Numbers) is { } notation ? NumberNotation.Parse(notation) : NumberNotation.Radicals;
        Out = parse.GetValue(CommonOptions.Out) is { } place && place != StandardOutput ? place : null;
        TimeLimit = parse.GetValue(CommonOptions.Timeout) is { } time ? Duration.Parse(time) : null;
        Seed = parse.GetValue(CommonOptions.Seed) is { } seed ? Integer("--seed", seed, 0) : null;
        Limits = LimitsOf(parse);
        MaxMemory = parse.GetValue(CommonOptions.MaxMemory) is { } memory ? MemorySize.Parse(memory) : MemorySize.Default;
        Quiet = parse.GetValue(CommonOptions.Quiet);
        Full = parse.GetValue(CommonOptions.Full);
        Part = parse.GetValue(CommonOptions.Part);
        Legend = parse.GetValue(CommonOptions.Legend);
        if ((Part is not null || Legend) && Format is not (OutputFormat.Text or OutputFormat.Markdown or OutputFormat.Latex))
        {
            throw new InputException(Part is not null ? $"--part: it takes one table of an answer for people; the format {NameOf(Format)} is always whole" : $"--legend: it explains an answer for people; the format {NameOf(Format)} has none");
        }
    }

    /// <summary>The place that stands for stdout.</summary>
    public const string StandardOutput = "-";

    /// <summary>How names of other systems were read, where that has to be said; answers for people show it.</summary>
    public List<string> Readings { get; } = [];

    /// <summary>How to write the answer.</summary>
    public OutputFormat Format { get; init; }

    /// <summary>How to write exact numbers for people.</summary>
    public NumberNotation Numbers { get; }

    /// <summary>The file for the answer, or null for stdout.</summary>
    public string? Out { get; }

    /// <summary>The time limit, if any.</summary>
    public TimeSpan? TimeLimit { get; }

    /// <summary>The seed, if given.</summary>
    public long? Seed { get; }

    /// <summary>The limits on groups.</summary>
    public GroupLimits Limits { get; }

    /// <summary>No progress wanted.</summary>
    public bool Quiet { get; }

    /// <summary>Long lists and large tables wholly.</summary>
    public bool Full { get; }

    /// <summary>The table that is wanted alone, or null for the whole answer.</summary>
    public string? Part { get; }

    /// <summary>The meaning of signs below the answer.</summary>
    public bool Legend { get; }

    /// <summary>The files beside the answer: a command adds them here, and they are written after everything stands.</summary>
    public required AnswerFiles Files { get; init; }

    /// <summary>Where long work reports, or null.</summary>
    public IProgress<WorkProgress>? Progress { get; init; }

    /// <summary>What is known before the work is done.</summary>
    public PartialAnswer Partial { get; } = new();

    /// <summary>Bytes that the work may take.</summary>
    public long MaxMemory { get; }

    /// <summary>Stops the work: time limit or Ctrl-C.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>The value of an argument; null where it was left out.</summary>
    public string? Value(Argument<string> argument) => _parse.GetValue(argument);

    /// <summary>The value of an argument that the parser requires.</summary>
    public string Required(Argument<string> argument) => _parse.GetRequiredValue(argument);

    /// <summary>The values of an argument that takes several.</summary>
    public IReadOnlyList<string> Required(Argument<string[]> argument) => _parse.GetRequiredValue(argument);

    /// <summary>The words of an argument that may be left out; empty where it is.</summary>
    public IReadOnlyList<string> Values(Argument<string[]> argument) => _parse.GetValue(argument) ?? [];

    /// <summary>The value of an option; null where it was left out.</summary>
    public string? Value(Option<string> option) => _parse.GetValue(option);

    /// <summary>The values of an option that takes several; null where it was left out.</summary>
    public IReadOnlyList<string>? Values(Option<string[]> option) => _parse.GetValue(option);

    /// <summary>The value of an option that is a whole number from <paramref name="least"/> to <paramref name="most"/>; null where it was left out.</summary>
    /// <exception cref="InputException">It is not such a number.</exception>
    public long? Number(Option<string> option, long least, long most = long.MaxValue) => _parse.GetValue(option) is { } text ? Integer(option.Name, text, least, most) : null;

    /// <summary>Whether a switch was given.</summary>
    public bool Has(Option<bool> option) => _parse.GetValue(option);

    private static GroupLimits LimitsOf(ParseResult parse)
    {
        var limits = GroupLimits.Default;
        limits = parse.GetValue(CommonOptions.MaxOrder) is { } order ? limits.WithMaxEnumeratedOrder(Integer("--max-order", order, 1)) : limits;
        limits = parse.GetValue(CommonOptions.MaxDegree) is { } degree ? limits.WithMaxDegree(Small("--max-degree", degree)) : limits;
        limits = parse.GetValue(CommonOptions.MaxClasses) is { } classes ? limits.WithMaxClasses(Small("--max-classes", classes)) : limits;
        limits = parse.GetValue(CommonOptions.MaxSubgroups) is { } subgroups ? limits.WithMaxSubgroups(Small("--max-subgroups", subgroups)) : limits;
        return parse.GetValue(CommonOptions.MaxNormalSubgroups) is { } normal ? limits.WithMaxNormalSubgroups(Small("--max-normal-subgroups", normal)) : limits;
    }

    /// <summary>A bound that is compared with lengths of lists.</summary>
    private static int Small(string option, string text) => (int)Math.Min(Integer(option, text, 1), 2_000_000_000);

    private static OutputFormat FormatOf(string? name, IReadOnlyList<OutputFormat> formats, string command)
    {
        if (name is null)
        {
            return formats[0];
        }

        foreach (var format in formats)
        {
            if (string.Equals(name, NameOf(format), StringComparison.OrdinalIgnoreCase))
            {
                return format;
            }
        }

        throw new InputException($"--format: {command} has no format '{name}'; use {string.Join(", ", formats.Select(NameOf))}");
    }

    /// <summary>The word for a format.</summary>
    public static string NameOf(OutputFormat format) => format.ToString().ToLowerInvariant();

    private static long Integer(string option, string text, long least, long most = long.MaxValue) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new InputException(FormattableString.Invariant($"{option}: '{text}' is not a whole number {(most == long.MaxValue ? $"of at least {least}{(text.Length > 18 ? " and at most 18 digits" : "")}" : $"from {least} to {most}")}"));
}
