using Eqnn.Records.Json;

namespace Eqnn.Cli.Output;

/// <summary>An answer whose page and document come from one description.</summary>
internal abstract class OutlinedReport : Report
{
    /// <summary>Describes the answer.</summary>
    protected abstract void Describe(Outline outline);

    /// <inheritdoc/>
    public sealed override void Describe(Page page) => Outlined().Describe(page);

    /// <inheritdoc/>
    public sealed override void WriteJson(JsonOutput json) => json.Object(() => Outlined().WriteJson(json));

    private Outline Outlined()
    {
        var outline = new Outline();
        Describe(outline);
        return outline;
    }
}
