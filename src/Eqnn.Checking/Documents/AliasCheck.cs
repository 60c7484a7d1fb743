using System.Globalization;
using System.Numerics;
using Eqnn.Checking.Groups;

namespace Eqnn.Checking.Documents;

/// <summary>The names of the simples besides their labels, by their definitions (docs/conventions.md): each simple has exactly those that are due to it, in the order of the definitions.</summary>
internal static class AliasCheck
{
    private const int MostLetters = 11;

    public static void Check(DocumentSections document, ListedGroup group, IReadOnlyList<RealSimple> simples)
    {
        var sign = Sign(group, simples);
        var name = document.Group["name"].Text();
        var isSymmetric = name[0] == 'S' && name.Length > 1 && name.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
        foreach (var (record, simple) in document["simple"].Records.Zip(simples))
        {
            List<string> due = [];
            if (simple.Position == 0)
            {
                due.Add("trivial");
            }

            if (simple == sign)
            {
                due.Add("sign");
            }

            if (IsStandard(group, simple))
            {
                due.Add("standard");
            }

            var names = record["aliases"].Texts();
            var claim = record["aliases"];
            claim.Require(names.Take(due.Count).SequenceEqual(due), due.Count == 0 ? "has no such name" : $"the names begin with {string.Join(", ", due)}");
            claim.Require(names.Count == due.Count + (isSymmetric ? 1 : 0), isSymmetric ? "a partition is the last name, and the only further one" : "there are no further names");
            claim.Require(!isSymmetric || IsPartition(names[^1], group, simple), "is not the partition of this simple");
        }
    }

    /// <summary>The one simple of dimension 1 besides the trivial one; of several the one whose values are the signs of the permutations, if these are not all 1.</summary>
    private static RealSimple? Sign(ListedGroup group, IReadOnlyList<RealSimple> simples)
    {
        var lines = simples.Where(simple => simple.Position > 0 && simple.Dimension == 1).ToList();
        if (lines.Count <= 1)
        {
            return lines.FirstOrDefault();
        }

        var signs = Enumerable.Range(0, group.Classes.Count).Select(c => group.Elements[group.Representative(c)].Sign).ToList();
        return signs.Contains(-1) ? lines.Find(line => line.Values.Zip(signs).All(pair => pair.First == pair.Second)) : null;
    }

    /// <summary>Fixed points less 1, on at least two points.</summary>
    private static bool IsStandard(ListedGroup group, RealSimple simple) =>
        group.Degree > 1 && simple.Values.Index().All(pair => pair.Item + 1 == group.Elements[group.Representative(pair.Index)].FixedPointCount);

    /// <summary>A partition is told by the degree (hook lengths) and the value at a transposition (sum of contents): enough for n ≤ 11 (for n = 12 [7,1,1,1,1,1] and [4,4,4] agree).</summary>
    private static bool IsPartition(string name, ListedGroup group, RealSimple simple)
    {
        var parts = name.Trim('[', ']').Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0).ToList();
        var n = parts.Sum();
        if (name != $"[{string.Join(',', parts)}]" || n != group.Degree || parts.Any(part => part <= 0) || !parts.SequenceEqual(parts.OrderDescending()) || n > MostLetters)
        {
            return false;
        }

        var (hooks, contents, factorial) = (BigInteger.One, 0, BigInteger.One);
        for (var i = 0; i < parts.Count; i++)
        {
            for (var j = 0; j < parts[i]; j++)
            {
                hooks *= parts[i] - j + parts.Skip(i + 1).Count(part => part > j);
                contents += j - i;
            }
        }

        for (var k = 2; k <= n; k++)
        {
            factorial *= k;
        }

        if (factorial != group.Order || factorial / hooks != simple.Dimension)
        {
            return false;
        }

        var swaps = Enumerable.Range(0, group.Classes.Count).Where(c => group.Elements[group.Representative(c)].FixedPointCount == group.Degree - 2).ToList();
        return swaps.All(c => simple.Values[c] * n * (n - 1) == simple.Values[0] * (2 * contents));
    }
}
