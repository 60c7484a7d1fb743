using Eqnn.PiecewiseLinear.Answers;

namespace Eqnn.Drawing;

/// <summary>The picture of an enumeration of maps: its basis, or the maps that one layer gives; the fan alone where there are none.</summary>
public static class EnumerationDrawing
{
    private const int MapsOnSheet = 12;

    /// <summary>Draws the maps of an answer.</summary>
    /// <param name="answer">An answer with its enumeration.</param>
    /// <param name="basis">Whether the basis is drawn, else the maps of the layer of the answer (of ReLU where those are not linear on the fan).</param>
    /// <exception cref="ArgumentException">The answer has no enumeration, or the source has a dimension above 3.</exception>
    /// <exception cref="Numbers.LimitExceededException">A fan in space has more than <see cref="MapDrawing.MaxChambers"/> chambers.</exception>
    public static string ToSvg(MapAnswer answer, bool basis) => Of(answer, basis).ToSvg();

    /// <summary>The same as a picture that can be written in several formats.</summary>
    /// <exception cref="ArgumentException">The answer has no enumeration, or the source has a dimension above 3.</exception>
    /// <exception cref="Numbers.LimitExceededException">A fan in space has more than <see cref="MapDrawing.MaxChambers"/> chambers.</exception>
    public static Picture Of(MapAnswer answer, bool basis, PictureOptions? options = null, MapView? view = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var enumeration = answer.Enumeration ?? throw new ArgumentException("the answer has no enumeration", nameof(answer));
        var (maps, from, to) = (enumeration.Maps, string.Join(" + ", enumeration.Space.Simples.Select(simple => simple.Label)), answer.Target.Label);
        var group = $"{answer.Set.Group.Name} on {answer.Set.Name}";
        var chosen = enumeration.Layers.FirstOrDefault(layer => layer.Activation.Equals(answer.Activation), enumeration.Layers[0]);
        var pictures = basis
            ? maps.Basis.Take(MapsOnSheet).Select((map, i) => (FormattableString.Invariant($"F{i + 1}"), map)).ToList()
            : chosen.Maps.Take(MapsOnSheet).Where(layer => !layer.Map.IsZero).Select((layer, i) => (FormattableString.Invariant($"T{i + 1}"), layer.Map)).ToList();
        return pictures.Count == 0
            ? MapDrawing.OfFan(enumeration.Fan, $"{group}: the fan of {from}; {(basis ? "no maps" : $"one {chosen.Activation.Name} layer gives no map")} to {to}", options)
            : MapDrawing.Of(pictures, $"{group}: {(basis ? "all maps" : $"one {chosen.Activation.Name} layer")} {from} → {to}{(basis && maps.Dimension > MapsOnSheet ? FormattableString.Invariant($", {MapsOnSheet} of {maps.Dimension}") : "")}", options, view);
    }
}
