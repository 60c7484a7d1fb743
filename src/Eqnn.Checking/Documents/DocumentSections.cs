using Eqnn.Checking.Reading;

namespace Eqnn.Checking.Documents;

/// <summary>The claims of a catalog document by kind, whatever the version of the format.</summary>
/// <remarks>
/// Version 2 is a list of certificates, each with its <c>kind</c>, in the order of the kinds; version 1 has a section for each kind, whose records are the same without that field. So version 1 is read by giving its sections the names of the kinds, and all that
/// follows is one check.
/// </remarks>
internal sealed class DocumentSections
{
    /// <summary>The kinds of certificates in the order in which they stand, with the section of version 1.</summary>
    private static readonly (string Kind, string Section)[] Kinds =
    [
        ("group", "group"), ("class", "classes"), ("character", "characters"), ("simple", "simples"), ("normal-subgroup", "normalSubgroups"), ("existence", "existence"), ("model", "models"),
        ("set", "sets"), ("interaction", "interaction"), ("fan", "fans"), ("vectors", "vectors"), ("maps", "maps"),
    ];

    /// <summary>The kinds of certificates of the answers, which version 1 does not have, in the order in which they stand, after the others.</summary>
    private static readonly string[] AnswerKinds = ["energies", "separation", "universality"];

    private static readonly string[] AllKinds = [.. Kinds.Select(pair => pair.Kind), .. AnswerKinds];

    private readonly Dictionary<string, Section> _sections;

    /// <summary>The kinds as a report names what it has checked.</summary>
    public static IReadOnlyList<(string Kind, string Plural)> Counted { get; } =
    [
        ("class", "conjugacy classes, found again from the listed elements"), ("character", "irreducible characters: all of them"), ("simple", "simple real representations with their kernels and names"),
        ("normal-subgroup", "normal subgroups: all of them"), ("existence", "sources with their witnesses and obstructions"), ("model", "records of exact matrices, along every edge of the Cayley graph"),
        ("set", "G-sets as actions of the group, with their decompositions"), ("interaction", "rows of interaction graphs, with depths"), ("fan", "fans, from all hyperplanes"),
        ("vectors", "lists of fixed vectors"), ("maps", "spaces of maps with the ReLU composites in them"),
        ("energies", "rows of energies that ReLU sends on, enclosed"), ("separation", "records on inputs that networks do or do not tell apart"), ("universality", "hidden layers with their closures"),
    ];

    private DocumentSections(Claim root, int version, Dictionary<string, Section> sections) => (Root, Version, _sections) = (root, version, sections);

    /// <summary>The document.</summary>
    public Claim Root { get; }

    /// <summary>1 or 2.</summary>
    public int Version { get; }

    /// <summary>The field <c>answers</c>, for documents that have answers; a document of version 2 without them was built before there were any.</summary>
    public Claim? Answers => Root["inputs"].Find("answers") is null ? null : Root["answers"];

    /// <summary>The records of a kind.</summary>
    public Section this[string kind] => _sections[kind];

    /// <summary>The one record on the group.</summary>
    public Claim Group => _sections["group"].Records[0];

    /// <summary>The number of records of a kind, for reports.</summary>
    public int Count(string kind) => _sections[kind].Records.Count;

    /// <summary>Reads a document of either version: its format, and that it has the fields of the format and no others.</summary>
    public static DocumentSections Of(Claim root)
    {
        root["format"].Is(DocumentShape.Format);
        var version = root["schemaVersion"].Number(int.MinValue, int.MaxValue);
        root["schemaVersion"].Require(version is 1 or 2, () => FormattableString.Invariant($"version {version} is not known; this program reads versions 1 and 2"));
        var sections = version == 1
            ? Kinds.ToDictionary(pair => pair.Kind, pair => pair.Kind == "group" ? new Section(root["group"], [root["group"]]) : Section.Of(root[pair.Section]))
            : Certificates(root["certificates"], root["inputs"].Find("answers") is null ? [.. Kinds.Select(pair => pair.Kind)] : AllKinds);
        foreach (var kind in AnswerKinds.Where(kind => !sections.ContainsKey(kind)))
        {
            sections.Add(kind, new Section(root, []));
        }

        var document = new DocumentSections(root, version, sections);
        DocumentShape.Require(document, [.. Kinds.Select(pair => pair.Section)]);
        return document;
    }

    private static Dictionary<string, Section> Certificates(Claim list, string[] kinds)
    {
        var byKind = kinds.ToDictionary(kind => kind, _ => new List<Claim>());
        var last = 0;
        foreach (var certificate in list.Items())
        {
            var kind = Array.IndexOf(kinds, certificate["kind"].Text());
            certificate["kind"].Require(kind >= 0, () => $"{Quoted.Of(certificate["kind"].Text())} is not a kind of certificate in a catalog");
            certificate["kind"].Require(kind >= last, "the certificates stand in the order of their kinds");
            last = kind;
            byKind[kinds[kind]].Add(certificate);
        }

        list.Require(byKind["group"].Count == 1, "one certificate on the group is expected");
        return byKind.ToDictionary(pair => pair.Key, pair => new Section(list, pair.Value));
    }
}
