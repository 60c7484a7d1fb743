using Eqnn.Checking.Certificates;
using Eqnn.Checking.Reading;

namespace Eqnn.Checking.Documents;

/// <summary>The field <c>answers</c>: what the library says and no certificate proves. Its fields and their kinds are checked here, and that it contradicts no certificate; <c>eqnn catalog verify</c> has it said again.</summary>
internal static class DescribedAnswers
{
    private static readonly string[] Kinds = ["depth", "separation", "universality"];

    /// <summary>Refuses other fields.</summary>
    public static void RequireShape(Claim answers)
    {
        var last = 0;
        foreach (var record in answers.Items())
        {
            var kind = Array.IndexOf(Kinds, record["kind"].Text());
            record["kind"].Require(kind >= last, "depth, separation, universality are expected, in this order");
            last = kind;
            (string[] required, string[] optional) = kind switch
            {
                0 => ((string[])["set", "activation", "source", "layers", .. Together("open", "limit")], (string[])[]),
                1 => (["set", "complete"], ["limit"]),
                _ => record.Find("limit") is null ? (["set", "separates", .. Together("missed", "lastDegree")], []) : (["set", "limit"], []),
            };
            CertificateShape.Fields(record, ["kind", .. required], optional);
            record["set"].Label();
            _ = record.Find("limit")?.Text();

            // Both or neither.
            string[] Together(params string[] names) => names.Any(name => record.Find(name) is not null) ? names : [];
        }
    }

    /// <summary>Requires that answers agree with the certificates.</summary>
    public static void Check(DocumentSections document)
    {
        var interaction = document["interaction"].Records.ToDictionary(Key);
        foreach (var record in document.Answers?.Items() ?? [])
        {
            switch (record["kind"].Text())
            {
                case "depth":
                    Depth(record, interaction);
                    break;
                case "universality" when record.Find("separates") is { } separates:
                    Universality(record, separates, [.. document["universality"].Records.Where(claim => claim["set"].Text() == record["set"].Text())]);
                    break;
                case "separation" when document["separation"].Records.Any(claim => claim["set"].Text() == record["set"].Text() && claim.Find("limit") is null):
                    record["complete"].Is(false);
                    break;
            }
        }
    }

    private static string Key(Claim record) => string.Join('\n', record["set"].Text(), record["activation"].Text(), record["source"].Text());

    /// <summary>Not before a bound, and not after what some weights are proved to reach.</summary>
    private static void Depth(Claim record, Dictionary<string, Claim> interaction)
    {
        record["source"].Require(interaction.TryGetValue(Key(record), out var row), "there is no interaction of this activation from this simple");
        var (least, attained) = (row!["least"].Items(), row["attained"].Items());
        foreach (var (place, layers) in record["layers"].Items(least.Count).Index())
        {
            var some = layers.Kind != ClaimKind.Null;
            layers.Require(least[place].Kind != ClaimKind.Null || !some, "no number of layers reaches this simple");
            layers.Require(attained[place].Kind == ClaimKind.Null || (some && layers.Int() <= attained[place].Int()), "fewer layers are proved to be enough");
            layers.Require(!some || layers.Int() >= least[place].Int(), "more layers are proved to be needed");
        }
    }

    private static void Universality(Claim record, Claim separates, IReadOnlyList<Claim> certificates)
    {
        var items = separates.Items(certificates.Count);
        foreach (var (said, certificate) in items.Zip(certificates).Where(pair => pair.Second["separates"].Kind != ClaimKind.Null))
        {
            said.Is(certificate["separates"].Truth());
        }

        if (record.Find("missed") is { } missed)
        {
            foreach (var (degree, certificate) in missed.Items(certificates.Count).Zip(certificates))
            {
                degree.Require(degree.Kind == ClaimKind.Null || !certificate["universal"].Truth(), "a universal layer misses nothing");
                _ = degree.Kind == ClaimKind.Null ? 0 : degree.Number(1, record["lastDegree"].Number(1, 1000));
            }
        }
    }
}
