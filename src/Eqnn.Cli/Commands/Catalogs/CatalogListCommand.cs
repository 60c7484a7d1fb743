using System.CommandLine;
using Eqnn.Catalog.Folders;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands.Catalogs;

/// <summary><c>eqnn catalog list</c>.</summary>
internal sealed class CatalogListCommand : EqnnCommand
{
    /// <inheritdoc/>
    public override string Name => "catalog list";

    /// <inheritdoc/>
    public override string Summary => "the documents of a catalog";

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } = [("eqnn catalog list", "the documents of ./catalog")];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CatalogOptions.Folder];

    /// <inheritdoc/>
    public override Report Answer(Query query) => new Result(CatalogOptions.Read(CatalogOptions.FolderOf(query).ReadIndex));

    private sealed class Result(IReadOnlyList<CatalogRecord> records) : Report
    {
        public override void Describe(Page page)
        {
            page.Heading(CatalogOptions.Count(records.Count, "document"));
            var rows = new PageTable { Name = "documents" }.Left("group").Right("order").Left("on").Right("simples").Right("normal").Right("pairs").Right("maps").Right("limits").Right("figures").Left("file").Left("hash");
            foreach (var record in records)
            {
                rows.Row(
                    record.Group, record.Order, string.Join(", ", record.Sets), record.Simples, record.NormalSubgroups, record.Pairs, record.Maps, record.Limits, record.Figures, record.File,
                    record.Hash.Split(':')[1][..12]);
            }

            page.Table(rows);
        }

        public override void WriteJson(JsonOutput json) => json.Object(() => json.Records("documents", records, record =>
        {
            json.Field("group", record.Group);
            json.Field("order", record.Order);
            json.Field("file", record.File);
            json.Field("hash", record.Hash);
            json.Field("version", record.Version);
            json.Row("sets", record.Sets);
            json.Field("simples", record.Simples);
            json.Field("normalSubgroups", record.NormalSubgroups);
            json.Field("pairs", record.Pairs);
            json.Field("maps", record.Maps);
            json.Field("limits", record.Limits);
            json.Field("figures", record.Figures);
        }));
    }
}
