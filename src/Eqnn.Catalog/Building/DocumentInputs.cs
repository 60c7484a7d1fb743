using Eqnn.Catalog.Documents;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Building;

/// <summary>All that a document depends on: equal inputs, equal bytes.</summary>
internal sealed record DocumentInputs(string Group, IReadOnlyList<string> Sets, bool Figures)
{
    public JsonItem ToJson() => JsonItem.Record(json =>
    {
        json.Field("tool", "eqnn");
        json.Field("version", Citation.Version);
        json.Field("group", Group);
        json.Row("sets", Sets);
        json.Field("figures", Figures);
        json.Row("answers", AnswerSections.Names);
    });
}
