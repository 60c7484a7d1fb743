using Eqnn.Algebra.Representations;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Explorations;
using Eqnn.PiecewiseLinear.Maps;
using Eqnn.Records.Json;

namespace Eqnn.Records.Explorations;

/// <summary>A space of maps of a page.</summary>
internal static class MapPart
{
    /// <summary>The activations whose coordinates in a space of maps are written.</summary>
    private static readonly string[] CoordinatesOf = ["relu", "abs"];

    /// <summary>The space.</summary>
    public static void Write(JsonOutput json, RealFieldBasis basis, EquivariantMapSpace space)
    {
        var source = ((Subrepresentation)space.Fan.Space).Simples[0];
        var rays = space.Fan.Rays.ToList();
        json.Field("source", source.Label);
        json.Field("target", space.TargetModel.Simple.Label);
        json.Field("model", space.TargetModel.Description);
        json.Field("dimension", space.Dimension);
        json.Field("linear", space.LinearDimension);
        json.Field("oneLayer", space.OneLayerDimension);
        json.List("rays", rays, ray => FieldPart.Numbers(json, basis, ray.Direction));
        json.List("gram", space.TargetModel.Gram.Rows(), row => json.MeasuredRow(row.Select(c => c.ToDouble())));
        json.List("basis", space.Basis, map => json.Row(rays, ray => FieldPart.Numbers(json, basis, map.ValueOn(ray))));
        json.List("linearPart", space.LinearPart, row => json.Row(row.Select(c => c.ToString("R"))));
        json.List("oneLayerPart", space.OneLayerPart, row => json.Row(row.Select(c => c.ToString("R"))));
        json.Object("activations", () =>
        {
            foreach (var name in CoordinatesOf)
            {
                json.List(name, space.Apply(Activation.Parse(name)), map => json.Row(map.Coordinates.Select(c => c.ToString("R"))));
            }
        });
    }
}
