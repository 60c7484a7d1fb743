using System.Globalization;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.SmallGroups;

/// <summary>The resource <c>small-groups.txt</c>: a line for each group, in the order of the numbers.</summary>
/// <remarks>
/// Fields, separated by tabs: order, number, degree, fingerprint (hexadecimal), description, generators. Generators are separated by spaces, their cycles by dots, and each point is one character: 0-9, a-z, A-Z, then U+00C0 and on.
/// Lines that begin with <c>#</c> are remarks. A test writes the file again from the oracle and compares.
/// </remarks>
internal static class SmallGroupTable
{
    private const string Name = "small-groups.txt";
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const char Further = '\u00C0';

    /// <summary>The groups of one order.</summary>
    public static SmallGroup[] Read(int order)
    {
        using var stream = typeof(SmallGroupTable).Assembly.GetManifestResourceStream(Name) ?? throw new InvalidOperationException("the resource " + Name + " is missing");
        using var reader = new StreamReader(stream);
        var prefix = order.ToString(CultureInfo.InvariantCulture) + "\t";
        var groups = new List<SmallGroup>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith(prefix, StringComparison.Ordinal))
            {
                groups.Add(ReadLine(line));
            }
            else if (groups.Count > 0)
            {
                break;
            }
        }

        return [.. groups];
    }

    /// <summary>One line.</summary>
    public static SmallGroup ReadLine(string line)
    {
        var fields = line.Split('\t');
        var id = new SmallGroupId(int.Parse(fields[0], CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture));
        var degree = int.Parse(fields[2], CultureInfo.InvariantCulture);
        var generators = fields[5].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => Permutation.FromCycles(degree, text.Split('.').Select(cycle => cycle.Select(PointOf)))).ToArray();
        return new SmallGroup(id, fields[4], uint.Parse(fields[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture), degree, generators);
    }

    /// <summary>The line of a group.</summary>
    public static string WriteLine(SmallGroup group) =>
        FormattableString.Invariant($"{group.Id.Order}\t{group.Id.Number}\t{group.Degree}\t{group.Fingerprint:x8}\t{group.Description}\t{string.Join(' ', group.Generators.Select(Cycles))}");

    private static string Cycles(Permutation generator)
    {
        var seen = new bool[generator.Degree];
        var cycles = new List<string>();
        for (var x = 0; x < generator.Degree; x++)
        {
            var cycle = new List<char>();
            for (var y = x; !seen[y]; y = generator[y])
            {
                seen[y] = true;
                cycle.Add(y < Digits.Length ? Digits[y] : (char)(Further + y - Digits.Length));
            }

            if (cycle.Count > 1)
            {
                cycles.Add(new string([.. cycle]));
            }
        }

        return string.Join('.', cycles);
    }

    private static int PointOf(char c) => c >= Further ? Digits.Length + c - Further : Digits.IndexOf(c, StringComparison.Ordinal);
}
