using Eqnn.Catalog.Contents;
using Eqnn.Catalog.Folders;
using Eqnn.Cli.Output;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands.Catalogs;

/// <summary>The answer of <c>eqnn catalog show G</c>.</summary>
internal sealed class DocumentReport(CatalogDocument document) : Report
{
    /// <inheritdoc/>
    public override void Describe(Page page)
    {
        var record = document.Record;
        page.Heading($"{record.Group}, order {record.Order}: {record.File}");
        page.Fact("hash", record.Hash);
        page.Fact("looked at on", string.Join(", ", record.Sets));
        page.Fact("normal subgroups", record.NormalSubgroups);
        page.Fact("maps on fans", record.Maps);
        page.Fact("stated limits", record.Limits);
        var rows = new PageTable { Name = "simples" }.Left("").Left("also").Left("type").Right("dimension").Right("kernel").Left("piecewise linear maps to");
        foreach (var simple in document.Simples)
        {
            rows.Row(simple.Label, string.Join(", ", simple.Aliases), $"{simple.TypeLetter}", simple.Dimension, simple.KernelOrder, string.Join(", ", TargetsOf(simple)));
        }

        page.Table(rows);
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        var record = document.Record;
        json.Field("group", record.Group);
        json.Field("order", record.Order);
        json.Field("file", record.File);
        json.Field("hash", record.Hash);
        json.Row("sets", record.Sets);
        json.Field("normalSubgroups", record.NormalSubgroups);
        json.Field("maps", record.Maps);
        json.Field("limits", record.Limits);
        json.Records("simples", document.Simples, simple =>
        {
            json.Field("label", simple.Label);
            json.Row("aliases", simple.Aliases);
            json.Field("type", $"{simple.TypeLetter}");
            json.Field("dimension", simple.Dimension);
            json.Field("kernelOrder", simple.KernelOrder);
            json.Row("targets", TargetsOf(simple));
        });
    });

    private IEnumerable<string> TargetsOf(CatalogSimple source) => document.Pairs.Where(pair => pair.Source == source && pair.Exists).Select(pair => pair.Target.Label);
}
