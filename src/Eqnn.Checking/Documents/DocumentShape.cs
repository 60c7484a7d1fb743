using System.Text.RegularExpressions;
using Eqnn.Checking.Certificates;

namespace Eqnn.Checking.Documents;

/// <summary>The fields that a catalog document has, record by record; nothing else may stand in it. The schema of the format says the same to others, and a test compares the two.</summary>
internal static partial class DocumentShape
{
    /// <summary>The value of the field <c>format</c>.</summary>
    public const string Format = "eqnn-catalog-document";

    private static readonly string[] Head = ["format", "schemaVersion", "hash", "licence", "cite", "theory", "inputs"];
    private static readonly string[] Tail = ["figures", "numbers"];
    private static readonly string[] Answers = ["depth", "energies", "separation", "universality"];

    /// <summary>The fields of the records of each kind: those that are always there, those that may be, and those beside a limit.</summary>
    private static readonly Dictionary<string, (string[] Required, string[] Optional, string[]? Limited)> Records = new()
    {
        ["group"] = (["name", "order", "exponent", "degree", "generators"], [], null),
        ["class"] = (["class", "order", "size", "representative"], [], null),
        ["character"] = (["label", "degree", "indicator", "kernel", "values"], [], null),
        ["simple"] = (["label", "aliases", "type", "dimension", "constituents", "constituentMultiplicity", "kernelOrder", "kernel", "values"], [], null),
        ["normal-subgroup"] = (["subgroup", "order", "classes", "covers", "kernelOf"], [], null),
        ["existence"] = (["source", "targets", "bias", "point", "values", "none", "obstructions"], [], null),
        ["model"] = (["simple", "generators"], [], ["simple"]),
        ["set"] = (["name", "size", "generators", "orbits", "simples", "multiplicities"], [], null),
        ["interaction"] = (["set", "activation", "source", "reaches", "least", "attained"], [], null),
        ["fan"] = (["set", "source", "orbit", "whole", "form", "generators", "hyperplanes", "chambers", "rays", "simplicial", "rayOrbits"], [], ["set", "source"]),
        ["vectors"] = (["set", "orbit", "target", "vectors"], [], null),
        ["maps"] = (["set", "source", "target", "dimension", "linear", "oneLayer", "values", "coordinates"], ["basis", "fourier"], ["set", "source", "target"]),
        ["energies"] = (["set", "source", "shares"], [], ["set"]),
        ["separation"] = (["set", "tuples", "layers", "inputs", "separated"], ["everyDepth", "colours", "network", "point", "outputs"], ["set"]),
        ["universality"] = (["set", "hidden", "points", "closure", "normal", "universal", "separates"], ["unseen"], null),
    };

    /// <summary>Refuses a document with other fields.</summary>
    /// <param name="document">The document.</param>
    /// <param name="sections">The names of the sections of version 1.</param>
    public static void Require(DocumentSections document, string[] sections)
    {
        var root = document.Root;
        CertificateShape.Fields(root, [.. Head, .. document.Version == 1 ? sections : ["certificates"], .. document.Answers is null ? (string[])[] : ["answers"], .. Tail]);
        root["hash"].Require(Hash().IsMatch(root["hash"].Text()), "a hash is sha256: and 64 hexadecimal digits");
        CertificateShape.Fields(root["inputs"], ["tool", "version", "group", "sets", "figures"], document.Version == 1 ? [] : ["answers"]);
        root["inputs"].Find("answers")?.Is(Answers);
        root["inputs"]["tool"].Is("eqnn");
        root["inputs"]["version"].Require(Number().IsMatch(root["inputs"]["version"].Text()), "a version has three numbers: 0.1.0");
        _ = root["inputs"]["figures"].Truth();
        root["inputs"]["sets"].Require(root["inputs"]["sets"].Items().Count > 0, "no G-set is named");
        foreach (var name in root["inputs"]["sets"].Items().Prepend(root["inputs"]["group"]))
        {
            _ = name.Label();
        }

        root["licence"].Is("CC-BY-4.0");
        root["cite"].Is($"The Eqnn.Algebra authors, {root["inputs"]["group"].Text()} in the catalog of Eqnn.Algebra, version {root["inputs"]["version"].Text()}, with the hash of this document");
        root["theory"].Is("J. Gibson, D. Tubbenhauer, G. Williamson, Equivariant neural networks and piecewise linear representation theory, arXiv:2408.00949");

        string[] kind = document.Version == 1 ? [] : ["kind"];
        foreach (var (name, (required, optional, limited)) in Records)
        {
            foreach (var record in document[name].Records)
            {
                var hasLimit = limited is not null && record.Find("limit") is not null;
                CertificateShape.Fields(record, hasLimit ? [.. kind, .. limited!, "limit"] : [.. kind, .. required], hasLimit ? [] : optional);
            }
        }

        foreach (var fan in document["fan"].Records.Where(fan => fan.Find("limit") is null))
        {
            foreach (var orbit in fan["rayOrbits"].Items())
            {
                CertificateShape.Fields(orbit, ["ray", "size", "stabilizer"]);
            }
        }

        foreach (var record in document["separation"].Records.Where(record => record.Find("limit") is null))
        {
            CertificateShape.RequireSeparationBody(record, ["kind", "set", "tuples", "layers", "inputs", "separated"], record["separated"].Truth() ? [] : ["everyDepth"]);
        }

        if (document.Answers is { } answers)
        {
            DescribedAnswers.RequireShape(answers);
        }

        foreach (var figure in root["figures"].Items())
        {
            CertificateShape.Fields(figure, ["file", "shows", "hash"]);
        }

        foreach (var number in root["numbers"].Items())
        {
            CertificateShape.Fields(number, ["id", "exact", "decimal"]);
        }
    }

    [GeneratedRegex(@"^sha256:[0-9a-f]{64}\z")]
    private static partial Regex Hash();

    [GeneratedRegex(@"^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?\z")]
    private static partial Regex Number();
}
