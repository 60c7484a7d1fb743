using Eqnn.Catalog.Folders;
using Eqnn.Cli.Output;

namespace Eqnn.Cli.Commands.Catalogs;

/// <summary>The answer of <c>eqnn catalog show G</c>.</summary>
internal sealed class DocumentReport(CatalogDocument document) : OutlinedReport
{
    protected override void Describe(Outline outline)
    {
        var record = document.Record;
        outline.Heading($"{record.Group}, order {record.Order}: {record.File}");
        outline.Field("group", record.Group);
        outline.Field("order", record.Order);
        outline.Field("file", record.File);
        outline.Fact("hash", record.Hash, "hash", record.Hash);
        outline.Fact("looked at on", string.Join(", ", record.Sets), "sets", record.Sets);
        outline.Fact("normal subgroups", record.NormalSubgroups, "normalSubgroups", record.NormalSubgroups);
        outline.Fact("maps on fans", record.Maps, "maps", record.Maps);
        outline.Fact("stated limits", record.Limits, "limits", record.Limits);
        outline.Records("simples", "simples", document.Simples, columns => columns
            .Text("", "label", simple => simple.Label)
            .Words("also", "aliases", simple => simple.Aliases)
            .Text("type", "type", simple => $"{simple.TypeLetter}")
            .Count("dimension", "dimension", simple => simple.Dimension)
            .Count("kernel", "kernelOrder", simple => simple.KernelOrder)
            .Words("piecewise linear maps to", "targets", simple => document.Pairs.Where(pair => pair.Source == simple && pair.Exists).Select(pair => pair.Target.Label)));
    }
}
