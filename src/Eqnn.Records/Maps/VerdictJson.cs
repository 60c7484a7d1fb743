using Eqnn.PiecewiseLinear.Existence;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Records.Maps;

/// <summary>How the reasons of a verdict on maps L → K are written, in answers and in certificates.</summary>
public static class VerdictJson
{
    /// <summary>The fields <c>bias, pointByClass, valueAtIdentity</c> of the map that exists.</summary>
    public static void Witness(this JsonOutput json, MapWitness witness)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(witness);
        json.Exact("bias", witness.Bias);
        json.ExactRow("pointByClass", witness.Source.Table.Classes.Select(c => witness.PointAt(c.Position)));
        json.Exact("valueAtIdentity", witness.ValueAtIdentity);
    }

    /// <summary>The fields <c>element, class, kernelSum</c> of what forbids all maps.</summary>
    public static void Obstruction(this JsonOutput json, MapObstruction obstruction)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(obstruction);
        json.Positions("element", obstruction.Element.Images);
        json.Field("class", obstruction.ClassPosition + 1);
        json.Exact("kernelSum", obstruction.KernelSum);
    }
}
