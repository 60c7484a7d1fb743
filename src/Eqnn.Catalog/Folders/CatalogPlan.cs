using System.Globalization;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Numbers;
using Eqnn.Records.Groups;
using Eqnn.Records.GSets;

namespace Eqnn.Catalog.Folders;

/// <summary>The documents that a build makes.</summary>
public sealed class CatalogPlan
{
    private const int MaxGroups = 100_000;

    private static readonly (string Name, string Prefix)[] Families = [("cyclic", "C"), ("dihedral", "D"), ("symmetric", "S"), ("alternating", "A")];

    private CatalogPlan(IReadOnlyList<CatalogEntry> entries) => Entries = entries;

    /// <summary>The documents, in the order of the list; each path once.</summary>
    public IReadOnlyList<CatalogEntry> Entries { get; }

    /// <summary>Reads a list of groups: names, and families over a range as <c>cyclic:1..64</c>, <c>dihedral:3..12</c>, <c>symmetric:3..5</c>, <c>alternating:4..5</c>, all groups of orders as <c>order:1..63</c>, separated by commas.</summary>
    /// <param name="groups">The list.</param>
    /// <param name="sets">The G-sets of every group; <c>transitive:N</c> are all transitive ones of 2 to N points beside the regular one.</param>
    /// <param name="maxFigureOrder">Figures are drawn for groups of at most this order.</param>
    /// <exception cref="AlgebraFormatException">A range or a name is malformed.</exception>
    /// <exception cref="ArgumentException">A G-set does not exist for a group, or is named twice.</exception>
    /// <exception cref="LimitExceededException">A group has too many transitive G-sets of so many points.</exception>
    public static CatalogPlan Parse(string groups, IEnumerable<string> sets, int maxFigureOrder)
    {
        var texts = sets.ToList();
        if (texts.Count == 0 || texts.Distinct(StringComparer.Ordinal).Count() < texts.Count)
        {
            throw new ArgumentException(texts.Count == 0 ? "no G-set is named" : "a G-set is named twice", nameof(sets));
        }

        var entries = new Dictionary<string, CatalogEntry>(StringComparer.Ordinal);
        foreach (var name in BracketedList.Split(groups).SelectMany(item => Names(groups, item.Member.Trim(), item.Position)))
        {
            var group = GroupFile.ReadOrParse(name);
            string[] named = [.. texts.SelectMany(text => TransitiveSets.TryRead(text) is { } points ? TransitiveSets.Of(group, points) : [GSetFile.ReadOrParse(group, text).Name]).Distinct(StringComparer.Ordinal)];
            if (named.Length == 0)
            {
                throw new ArgumentException($"{group.Name} has no such transitive G-set beside the regular one; name another set too, as regular", nameof(sets));
            }

            var entry = new CatalogEntry(group.Name, named, group.Order <= maxFigureOrder);
            if (!entries.TryAdd(entry.Path, entry) && entries[entry.Path].Group != entry.Group)
            {
                throw new ArgumentException($"{entry.Group} and {entries[entry.Path].Group} would have one document, {entry.Path}", nameof(groups));
            }
        }

        return new([.. entries.Values]);
    }

    internal static CatalogPlan Of(IEnumerable<CatalogEntry> entries) => new([.. entries]);

    /// <summary>Every n-th document, from the i-th on: the shards 1/n, ..., n/n share nothing and together are the plan.</summary>
    /// <param name="part">i, from 1.</param>
    /// <param name="parts">n.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 ≤ i ≤ n.</exception>
    public CatalogPlan Shard(int part, int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(part, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, parts);
        return new([.. Entries.Where((_, i) => i % parts == part - 1)]);
    }

    private static IEnumerable<string> Names(string all, string item, int position)
    {
        var colon = item.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && string.Equals("order", item[..colon].Trim(), StringComparison.OrdinalIgnoreCase))
        {
            return OrderRange.Parse(item[(colon + 1)..]).Groups().Select(entry => entry.Id.ToString());
        }

        var family = Array.Find(Families, known => colon > 0 && string.Equals(known.Name, item[..colon].Trim(), StringComparison.OrdinalIgnoreCase));
        if (family.Name is null)
        {
            return item.Length > 0 ? [item] : throw new AlgebraFormatException("list of groups", all, position, "a name is missing", "cyclic:1..64,S3,SL(2,3)");
        }

        var ends = item[(colon + 1)..].Split("..").Select(end => int.TryParse(end.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).ToArray();
        if (ends.Length is 0 or > 2 || ends[0] < 1 || ends[^1] < ends[0] || ends[^1] - ends[0] >= MaxGroups)
        {
            throw new AlgebraFormatException("list of groups", all, position + colon + 1, "not a range of numbers from 1", $"{family.Name}:1..64");
        }

        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1).Select(n => string.Create(CultureInfo.InvariantCulture, $"{family.Prefix}{n}"));
    }

    /// <summary>In one line: the number of documents.</summary>
    public override string ToString() => FormattableString.Invariant($"plan of {Entries.Count} documents");
}
