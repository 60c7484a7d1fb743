using Eqnn.Algebra;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Maps;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Records.Maps;

/// <summary>A piecewise linear map as JSON, written and read: <c>source</c> and <c>target</c> with the matrices of the generators and the invariant inner product, <c>hyperplanes</c> by their normals, <c>rayOrbits[{ray, value}]</c> and <c>chamberOrbits[{signs, matrix}]</c>. Exact numbers are texts in GAP's notation.</summary>
public static class MapRecord
{
    /// <summary>The value of the field <c>format</c>.</summary>
    internal const string Format = "eqnn-map/1";

    /// <summary>The map of a document.</summary>
    /// <param name="json">The text.</param>
    /// <param name="limits">The limits of the group; the default ones if absent.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <remarks>
    /// <para><b>The same map</b> by <see cref="PiecewiseLinearMap.Equals(PiecewiseLinearMap?)"/>: the same function between representations with the same matrices. Its representations have the names of the document and are otherwise given by their matrices; its fan has the same hyperplanes, in an order that is kept from then on.</para>
    /// <para><b>Checked.</b> Matrices, inner products, invariance of the hyperplanes; every ray and every matrix of the document is that of one continuous equivariant map.</para>
    /// </remarks>
    /// <exception cref="AlgebraFormatException">It is no such document, or no such map exists; the message names line and field.</exception>
    /// <exception cref="LimitExceededException">The group or the fan is beyond a limit.</exception>
    public static PiecewiseLinearMap Read(string json, GroupLimits? limits = null, CancellationToken cancellationToken = default) => MapRecordReader.Read(json, limits, cancellationToken);

    /// <summary>The document.</summary>
    public static string Of(PiecewiseLinearMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        using var json = new JsonOutput(JsonLayout.Spread);
        json.Object(() =>
        {
            json.Field("format", Format);
            json.Object("group", () =>
            {
                json.Field("name", map.Source.Group.Name);
                json.Field("degree", map.Source.Group.Degree);
                json.Row("generators", map.Source.Group.Generators.Select(g => g.ToString()));
            });
            json.Object("source", () => Representation(json, map.Source));
            json.Object("target", () => Representation(json, map.Target));
            json.ExactRows("hyperplanes", map.Fan.Normals);
            json.List("rayOrbits", map.Fan.RayOrbits.Zip(map.ValuesOnRayOrbits), pair => json.Object(() =>
            {
                json.ExactRow("ray", pair.First.Representative);
                json.ExactRow("value", pair.Second);
            }));
            json.List("chamberOrbits", map.Fan.ChamberOrbits, orbit => json.Object(() =>
            {
                json.Row("signs", orbit.Orbit.Representative.Signs.Select(sign => (int)sign));
                json.ExactRows("matrix", map.MatrixOn(orbit).Rows());
            }));
        });
        return json.Finish();
    }

    private static void Representation(JsonOutput json, MatrixRepresentation space)
    {
        json.Field("name", space.ToString());
        json.Field("dimension", space.Dimension);
        json.ExactMatrices("generators", space.Group.Generators.Select(space.MatrixOf));
        json.ExactRows("gram", space.Gram.Rows());
    }
}
