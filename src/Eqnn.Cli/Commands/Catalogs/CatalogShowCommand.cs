using System.CommandLine;
using Eqnn.Catalog.Contents;
using Eqnn.Catalog.Folders;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands.Catalogs;

/// <summary><c>eqnn catalog show G [L [K]]</c>.</summary>
internal sealed class CatalogShowCommand : EqnnCommand
{
    private static readonly Argument<string> Source = new("SOURCE") { Description = "the simple L, as L1 or an alias", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Argument<string> Target = new("TARGET") { Description = "the simple K", Arity = ArgumentArity.ZeroOrOne };

    /// <inheritdoc/>
    public override string Name => "catalog show";

    /// <inheritdoc/>
    public override string Summary => "what a document says: on a group, or on the maps between two simples";

    /// <inheritdoc/>
    public override string Details =>
        """
        Nothing is computed: everything is read from the document, whose hash is checked. Format json has the numbers in place, exact and as decimals.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn catalog show C8", "the group, its simples and what maps where"),
        ("eqnn catalog show C8 L1 L2", "the maps of one pair, and ReLU among them"),
        ("eqnn catalog show S3 standard sign --on points", "on another G-set of the document"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [CommonOptions.Group, Source, Target];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CatalogOptions.Folder, CommonOptions.On];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var document = CatalogOptions.Document(query, Inputs.Group(query).Name);
        if (query.Value(Source) is not { } source)
        {
            return new DocumentReport(document);
        }

        var target = query.Value(Target) ?? throw new InputException($"catalog show: TARGET is missing; usage: {Usage}");
        return new CatalogPairReport(document, Border.Read("simple", () => document.Pair(source, target)), SetOf(document, query.Value(CommonOptions.On)));
    }

    /// <summary>The G-set that is asked for; the first one where none is.</summary>
    private static CatalogSet SetOf(CatalogDocument document, string? name) => name is null
        ? document.Sets[0]
        : document.Sets.FirstOrDefault(set => set.Name == name) ?? throw new InputException($"--on: {document.Record.File} does not look at '{name}'; it looks at {string.Join(", ", document.Record.Sets)}");
}
