using Eqnn.Catalog.Documents;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Building;

/// <summary>All that a document depends on: equal inputs, equal bytes.</summary>
internal sealed record DocumentInputs(string Group, IReadOnlyList<string> Sets, bool Figures)
{
    public JsonItem ToJson() => JsonItem.Record(
    [
        ("tool", JsonItem.Of("eqnn")),
        ("version", JsonItem.Of(Citation.Version)),
        ("group", JsonItem.Of(Group)),
        ("sets", Lists.Texts(Sets)),
        ("figures", JsonItem.Of(Figures)),
        ("answers", Lists.Texts(AnswerSections.Names)),
    ]);
}
