using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Catalog.Documents;
using Eqnn.Drawing;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Composites;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.Records.GSets;

namespace Eqnn.Catalog.Building;

/// <summary>The figures of a document, drawn by the library, in their order.</summary>
internal static class DocumentFigures
{
    /// <summary>Path relative to the document, what it shows, and the picture; nothing where the inputs ask for none.</summary>
    public static IReadOnlyList<(string File, string Shows, string Svg)> Of(DocumentInputs inputs, SimpleModels models, CancellationToken cancellationToken) =>
        inputs.Figures ? Of(inputs.Sets.Select(text => GSetFile.ReadOrParse(models.Table.Group, text)), models, cancellationToken) : [];

    /// <summary>The figures of a document on these sets, whatever their names.</summary>
    public static IReadOnlyList<(string File, string Shows, string Svg)> Of(IEnumerable<GSet> sets, SimpleModels models, CancellationToken cancellationToken)
    {
        var figures = new List<(string, string, string)>();
        var group = models.Table.Group;
        foreach (var set in sets)
        {
            var decomposition = IsotypicDecomposition.Of(models.Table, set, cancellationToken);
            foreach (var activation in InteractionSection.Activations.Select(Activation.Parse))
            {
                var graph = InteractionGraph.Of(decomposition, activation, null, cancellationToken);
                figures.Add((FigureNames.Interaction(group.Name, set.Name, activation.Name), $"interaction graph of {activation.Name} on {set.Name}", InteractionDrawing.ToSvg(graph)));
            }

            foreach (var source in decomposition.Components.Select(component => component.Simple).Where(simple => simple.Dimension == 2 && models.Has(simple)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                figures.Add((FigureNames.Maps(group.Name, set.Name, source.Label), MapFigure.Title(source.Label, set.Name), MapFigure.Draw(decomposition, source, models, cancellationToken)));
            }
        }

        return figures;
    }
}
