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
                (string)simple["label"]!, string.Join(", ", simple["aliases"]!), (string)simple["type"]!, (int)simple["dimension"]!, (int)simple["kernelOrder"]!,
                string.Join(", ", view.Find("existence", ("source", (string)simple["label"]!))!["targets"]!));
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
            json.Field("label", (string)simple["label"]!);
            json.Row("aliases", simple["aliases"]!.Select(alias => (string)alias!));
            json.Field("type", (string)simple["type"]!);
            json.Field("dimension", (int)simple["dimension"]!);
            json.Field("kernelOrder", (int)simple["kernelOrder"]!);
            json.Row("targets", view.Find("existence", ("source", (string)simple["label"]!))!["targets"]!.Select(target => (string)target!));
        });
    });
}
