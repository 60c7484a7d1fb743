using Eqnn.Checking.Reading;

namespace Eqnn.Checking.Certificates;

/// <summary>The fields that a certificate in one record has, record by record: nothing else may stand in it, so that nothing stands under "every claim holds" that nobody has read.</summary>
internal static class CertificateShape
{
    private static readonly string[] Fan = ["arrangement", "symmetry", "counts", "rays", "rayOrbits", "chamberOrbits"];
    private static readonly string[] OnFans = ["sourceMatrices", "targetMatrices", "fan", "mapSpace"];
    private static readonly string[] Network = ["network", "point", "outputs"];
    private static readonly string[] Colours = ["colours"];
    private static readonly string[] Head = ["format", "version", "kind"];

    /// <summary>The field that names what made a certificate: a label, and no claim.</summary>
    public const string ProducerField = "producer";

    /// <summary>The producer, where it is named.</summary>
    public static Claim[] Producer(Claim root) => root.Find(ProducerField) is { } producer ? [producer] : [];

    /// <summary>Refuses a certificate of version 1 that names a producer, and one of version 2 that does not: so either is spelled in one way.</summary>
    public static void RequireProducer(Claim root, bool isNamed)
    {
        if (isNamed)
        {
            _ = root[ProducerField].Label();
        }
        else
        {
            root["version"].Require(root.Find(ProducerField) is null, "names no producer, which stands in certificates of version 2");
        }
    }

    /// <summary>Refuses a certificate of kind <c>chambers</c> with other fields.</summary>
    public static void RequireChambers(Claim root)
    {
        Sealed(root, [.. Head, .. Fan, "solver"], [ProducerField]);
        RequireFan(root);
    }

    /// <summary>Refuses a certificate of kind <c>maps</c> with other fields.</summary>
    public static void RequireMaps(Claim root)
    {
        Sealed(root, [.. Head, "group", "source", "target", "verdict"], [.. OnFans, ProducerField]);
        Sealed(root["group"], ["name", "order", "degree", "generators", "classes"]);
        Each(root["group"]["classes"], item => Fields(item, ["representative", "size"]));
        foreach (var simple in new[] { "source", "target" })
        {
            Sealed(root[simple], ["label", "type", "dimension", "kernelOrder", "constituent", "character"]);
        }

        RequireVerdict(root["verdict"]);
        var onFans = Array.FindAll(OnFans, name => root.Find(name) is not null);
        if (onFans.Length == 0)
        {
            return;
        }

        root[onFans[0]].Require(root.Find("fan") is not null, "stands without the fan it speaks of, so nothing here can be checked");
        Sealed(root["sourceMatrices"], ["dimension", "copies", "generators"]);
        Sealed(root["targetMatrices"], ["dimension", "generators"]);
        Sealed(root["mapSpace"], ["dimension", "raySum", "linearDimension", "oneLayerDimension", "basis"]);
        Each(root["mapSpace"]["basis"], item => Sealed(item, ["valuesOnRayOrbits", "chamberMatrices"]));
        Sealed(root["fan"], Fan);
        RequireFan(root["fan"]);
    }

    /// <summary>Refuses a certificate of kind <c>separation</c> with other fields.</summary>
    public static void RequireSeparation(Claim root)
    {
        var isSeparated = root["separated"].Truth();
        Sealed(root, [.. Head, "group", "architecture", "sets", "inputs", "biases", "separated", .. isSeparated ? Network : Colours], [ProducerField]);
        Each(root["sets"], item => Fields(item, ["size", "generators"]));
        if (isSeparated)
        {
            RequireNetwork(root);
        }
    }

    /// <summary>The same for what a document of the catalog says of two inputs, whose sets follow from its other fields.</summary>
    public static void RequireSeparationBody(Claim record, string[] head, string[] tail)
    {
        var isSeparated = record["separated"].Truth();
        Fields(record, [.. head, .. tail, .. isSeparated ? Network : Colours]);
        if (isSeparated)
        {
            RequireNetwork(record);
        }
    }

    private static void RequireNetwork(Claim root)
    {
        Fields(root["network"], ["activation", "layers"]);
        Fields(root["network"]["activation"], ["below", "above"]);
        Each(root["network"]["layers"], layer =>
        {
            Fields(layer, ["channels", "weights", "biases"]);
            Each(layer["weights"], weight => Fields(weight, ["to", "from", "pair", "weight"]));
            Each(layer["biases"], bias => Fields(bias, ["to", "point", "value"]));
        });
    }

    private static void RequireVerdict(Claim verdict)
    {
        Sealed(verdict, ["exists", "linearExists"], ["witness", "obstruction"]);
        var (reason, other) = verdict["exists"].Truth() ? ("witness", "obstruction") : ("obstruction", "witness");
        verdict.Require(verdict.Find(other) is null, $"has no {other}: exists is {(reason == "witness" ? "true" : "false")}");
        Fields(verdict[reason], reason == "witness" ? ["bias", "pointByClass", "valueAtIdentity"] : ["element", "class", "kernelSum"]);
    }

    private static void RequireFan(Claim fan)
    {
        Sealed(fan["arrangement"], ["columns", "rows"]);
        Sealed(fan["symmetry"], ["order", "generators"]);
        Sealed(fan["counts"], ["dimension", "lineality", "rows", "zeroRows", "hyperplanes", "chambers", "chamberOrbits", "walls", "wallOrbits", "rays", "rayOrbits", "simplicial"], ["zaslavsky"]);
        Each(fan["rayOrbits"], item => Sealed(item, ["ray", "size", "stabiliserOrder"]));
        Each(fan["chamberOrbits"], item => Sealed(item, ["signs", "size", "stabiliserOrder", "rays", "walls"]));
    }

    private static void Sealed(Claim record, string[] required, string[]? optional = null)
    {
        Fields(record, required, [.. optional ?? [], Digests.Field]);
        _ = record[Digests.Field].Text();
    }

    /// <summary>Refuses a record in which one of the required fields is missing or which has others than the required and optional ones.</summary>
    public static void Fields(Claim record, string[] required, string[]? optional = null)
    {
        foreach (var field in record.Fields())
        {
            field.Require(required.Contains(field.Name) || optional?.Contains(field.Name) == true, "the format has no such field");
        }

        foreach (var name in required)
        {
            _ = record[name];
        }
    }

    private static void Each(Claim list, Action<Claim> require)
    {
        foreach (var item in list.Items())
        {
            require(item);
        }
    }
}
