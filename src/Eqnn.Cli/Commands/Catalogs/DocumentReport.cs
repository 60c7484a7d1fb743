using Eqnn.Cli.Output;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands.Catalogs;

/// <summary>The answer of <c>eqnn catalog show G</c>.</summary>
internal sealed class DocumentReport(DocumentView view) : Report
{
    /// <inheritdoc/>
    public override void Describe(Page page)
    {
        var record = view.Record;
        page.Heading($"{record.Group}, order {record.Order}: {record.File}");
        page.Fact("hash", record.Hash);
        page.Fact("looked at on", string.Join(", ", record.Sets));
        page.Fact("normal subgroups", record.NormalSubgroups);
        page.Fact("maps on fans", record.Maps);
        page.Fact("stated limits", record.Limits);
        var rows = new PageTable { Name = "simples" }.Left("").Left("also").Left("type").Right("dimension").Right("kernel").Left("piecewise linear maps to");
        foreach (var simple in view.Simples)
        {
            rows.Row(
                simple["label"].Text(), string.Join(", ", simple["aliases"].Texts()), simple["type"].Text(), simple["dimension"].Whole(), simple["kernelOrder"].Whole(),
                string.Join(", ", view.Find("existence", ("source", simple["label"].Text()))!["targets"].Texts()));
        }

        page.Table(rows);
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        var record = view.Record;
        json.Field("group", record.Group);
        json.Field("order", record.Order);
        json.Field("file", record.File);
        json.Field("hash", record.Hash);
        json.Row("sets", record.Sets);
        json.Field("normalSubgroups", record.NormalSubgroups);
        json.Field("maps", record.Maps);
        json.Field("limits", record.Limits);
        json.Records("simples", view.Simples, simple =>
        {
            json.Field("label", simple["label"].Text());
            json.Row("aliases", simple["aliases"].Texts());
            json.Field("type", simple["type"].Text());
            json.Field("dimension", simple["dimension"].Whole());
            json.Field("kernelOrder", simple["kernelOrder"].Whole());
            json.Row("targets", view.Find("existence", ("source", simple["label"].Text()))!["targets"].Texts());
        });
    });
}
