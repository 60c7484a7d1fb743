using Eqnn.Catalog.Documents;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Building;

/// <summary>All that a document depends on: equal inputs, equal bytes.</summary>
internal sealed record DocumentInputs(string Group, IReadOnlyList<string> Sets, bool Figures)
{
    public JObject ToJson() => new()
    {
        ["tool"] = "eqnn",
        ["version"] = Citation.Version,
        ["group"] = Group,
        ["sets"] = new JArray(Sets),
        ["figures"] = Figures,
        ["answers"] = new JArray(AnswerSections.Names),
    };
}
