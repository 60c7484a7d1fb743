using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Eqnn.Fuzz;

/// <summary>What a range of cases gave: exit codes by kind of input, faults with their first case, the slowest, and the memory.</summary>
internal sealed class Tally
{
    private const int Longest = 12;
    private const int MostFaults = 500;

    private readonly SortedDictionary<string, SortedDictionary<string, long>> _codes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (long Count, long First, string Example)> _faults = new(StringComparer.Ordinal);
    private readonly List<(double Seconds, long Index, string Line)> _slowest = [];
    private readonly List<(long Bytes, long Index, string Line)> _largest = [];

    /// <summary>The number of cases.</summary>
    public long Count => _codes.Values.Sum(row => row.Values.Sum());

    /// <summary>The faults, each once, with the number of cases and the first of them.</summary>
    public IReadOnlyCollection<string> Faults => [.. _faults.Select(fault => FormattableString.Invariant($"{fault.Value.Count} x {fault.Key} [case {fault.Value.First}] {fault.Value.Example}"))];

    /// <summary>Time of all cases by the clock.</summary>
    public double Seconds { get; private set; }

    /// <summary>The largest memory of a process.</summary>
    public long PeakBytes { get; private set; }

    /// <summary>Adds a case.</summary>
    public void Add(FuzzCase made, CaseResult result)
    {
        if (!_codes.TryGetValue(made.Kind.ToString(), out var row))
        {
            _codes.Add(made.Kind.ToString(), row = new(StringComparer.Ordinal));
        }

        var code = result.ExitCode.ToString(CultureInfo.InvariantCulture);
        row[code] = row.GetValueOrDefault(code) + 1;
        Seconds += result.Seconds;
        if (result.Fault is { } fault)
        {
            AddFault(fault, 1, made.Index, made.Describe());
        }

        AddSlow(result.Seconds, made.Index, made.Describe());
    }

    /// <summary>Notes the memory of the process after a case; a case after which it is larger than ever is remembered.</summary>
    public void AddMemory(long bytes, FuzzCase made)
    {
        if (bytes > PeakBytes + (16 << 20))
        {
            _largest.Add((bytes, made.Index, made.Describe()));
            PeakBytes = bytes;
        }
    }

    /// <summary>Adds what another range gave.</summary>
    public void Add(JObject other)
    {
        foreach (var kind in (JObject)other["codes"]!)
        {
            if (!_codes.TryGetValue(kind.Key, out var row))
            {
                _codes.Add(kind.Key, row = new(StringComparer.Ordinal));
            }

            foreach (var code in (JObject)kind.Value!)
            {
                row[code.Key] = row.GetValueOrDefault(code.Key) + (long)code.Value!;
            }
        }

        foreach (var fault in other["faults"]!)
        {
            AddFault((string)fault["fault"]!, (long)fault["count"]!, (long)fault["first"]!, (string)fault["example"]!);
        }

        foreach (var slow in other["slowest"]!)
        {
            AddSlow((double)slow["seconds"]!, (long)slow["case"]!, (string)slow["line"]!);
        }

        _largest.AddRange(other["largest"]!.Select(large => ((long)large["bytes"]!, (long)large["case"]!, (string)large["line"]!)));
        _largest.Sort((a, b) => b.Bytes.CompareTo(a.Bytes));
        _largest.RemoveRange(Math.Min(Longest, _largest.Count), Math.Max(0, _largest.Count - Longest));
        Seconds += (double)other["seconds"]!;
        PeakBytes = Math.Max(PeakBytes, (long)other["peakBytes"]!);
    }

    /// <summary>The whole tally, to be added to another or read again.</summary>
    public JObject ToJson() => new()
    {
        ["cases"] = Count,
        ["seconds"] = Math.Round(Seconds, 1),
        ["peakBytes"] = PeakBytes,
        ["codes"] = new JObject(_codes.Select(kind => new JProperty(kind.Key, new JObject(kind.Value.Select(code => new JProperty(code.Key, code.Value)))))),
        ["faults"] = new JArray(_faults.Select(fault => new JObject { ["fault"] = fault.Key, ["count"] = fault.Value.Count, ["first"] = fault.Value.First, ["example"] = fault.Value.Example })),
        ["slowest"] = new JArray(_slowest.Select(slow => new JObject { ["seconds"] = Math.Round(slow.Seconds, 2), ["case"] = slow.Index, ["line"] = slow.Line })),
        ["largest"] = new JArray(_largest.Select(large => new JObject { ["bytes"] = large.Bytes, ["case"] = large.Index, ["line"] = large.Line })),
    };

    /// <summary>A table for people, in Markdown.</summary>
    public string ToMarkdown()
    {
        var codes = _codes.Values.SelectMany(row => row.Keys).Distinct().Order(StringComparer.Ordinal).ToList();
        var text = new StringBuilder();
        text.Append("| input | cases |").Append(string.Concat(codes.Select(code => $" exit {code} |"))).Append("\n|---|---|").Append(string.Concat(codes.Select(_ => "---|"))).Append('\n');
        foreach (var (kind, row) in _codes)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {kind} | {row.Values.Sum()} |").Append(string.Concat(codes.Select(code => FormattableString.Invariant($" {row.GetValueOrDefault(code)} |")))).Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{Count} cases, {Seconds:0} s by the clock, {PeakBytes >> 20} MB at most in one process\n\n{_faults.Count} kinds of faults\n");
        foreach (var fault in Faults)
        {
            text.Append("* ").Append(fault).Append('\n');
        }

        text.Append("\nslowest\n");
        foreach (var (seconds, index, line) in _slowest)
        {
            text.Append(CultureInfo.InvariantCulture, $"* {seconds:0.0} s [case {index}] {line}\n");
        }

        text.Append("\nmemory grew to\n");
        foreach (var (bytes, index, line) in _largest)
        {
            text.Append(CultureInfo.InvariantCulture, $"* {bytes >> 20} MB [case {index}] {line}\n");
        }

        return text.ToString();
    }

    private void AddFault(string fault, long count, long first, string example)
    {
        if (_faults.TryGetValue(fault, out var known))
        {
            _faults[fault] = known.First <= first ? (known.Count + count, known.First, known.Example) : (known.Count + count, first, example);
        }
        else if (_faults.Count < MostFaults)
        {
            _faults.Add(fault, (count, first, example));
        }
    }

    private void AddSlow(double seconds, long index, string line)
    {
        if (_slowest.Count < Longest || seconds > _slowest[^1].Seconds)
        {
            _slowest.Add((seconds, index, line));
            _slowest.Sort((a, b) => b.Seconds.CompareTo(a.Seconds));
            _slowest.RemoveRange(Math.Min(Longest, _slowest.Count), Math.Max(0, _slowest.Count - Longest));
        }
    }
}
