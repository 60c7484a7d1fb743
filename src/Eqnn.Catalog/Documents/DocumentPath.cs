using System.Globalization;
using System.Text.RegularExpressions;
using Eqnn.Algebra.SmallGroups;

namespace Eqnn.Catalog.Documents;

/// <summary>Where the document of a group lies in a catalog: <c>cyclic/C008.json</c>, <c>symmetric/S004.json</c>, <c>small/G024-003.json</c>, <c>other/SL-2-3.json</c>.</summary>
internal static partial class DocumentPath
{
    private static readonly Dictionary<char, string> Families = new() { ['C'] = "cyclic", ['D'] = "dihedral", ['S'] = "symmetric", ['A'] = "alternating" };

    private const string Others = "other";
    private const string Numbered = "small";

    /// <summary>The folders of all families.</summary>
    public static IEnumerable<string> Folders => Families.Values.Append(Numbered).Append(Others);

    /// <summary>The folder of the family.</summary>
    public static string FolderOf(string group) => OneNumber().IsMatch(group) ? Families[group[0]] : SmallGroupId.TryParse(group, null, out _) ? Numbered : Others;

    /// <summary>The name of the file without its ending; numbers of a family, order and number of a numbered group have three digits, so that files are listed in order.</summary>
    public static string StemOf(string group) => OneNumber().IsMatch(group)
        ? group[0] + int.Parse(group.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture).ToString("000", CultureInfo.InvariantCulture)
        : SmallGroupId.TryParse(group, null, out var id) ? string.Create(CultureInfo.InvariantCulture, $"G{id.Order:000}-{id.Number:000}") : Plain(group);

    /// <summary>The path relative to the catalog, with a slash.</summary>
    public static string Of(string group) => $"{FolderOf(group)}/{StemOf(group)}.json";

    /// <summary>A text of which only letters, digits and hyphens are left; shortened texts end in a part of their hash.</summary>
    public static string Plain(string text)
    {
        const int MaxLength = 60;
        var plain = NotPlain().Replace(text, "-").Trim('-');
        return plain.Length > 0 && plain.Length <= MaxLength ? plain : $"{plain[..Math.Min(plain.Length, MaxLength)]}-{CanonicalJson.OfText(text)[^8..]}";
    }

    [GeneratedRegex(@"^[CDSA][0-9]{1,8}\z")]
    private static partial Regex OneNumber();

    [GeneratedRegex(@"[^A-Za-z0-9]+")]
    private static partial Regex NotPlain();
}
