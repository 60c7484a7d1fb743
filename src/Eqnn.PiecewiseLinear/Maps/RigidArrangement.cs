using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Fans;

namespace Eqnn.PiecewiseLinear.Maps;

/// <summary>Theorem 4: in dimension at least 3, if every flat of codimension 2 lies on exactly two hyperplanes, every piecewise linear map on the fan is linear plus absolute values: one hidden layer.</summary>
/// <remarks><b>Source.</b> docs/theory.md#fans. The dimension it gives is a route to the dimension of the space of maps that uses neither rays nor chambers.</remarks>
public static class RigidArrangement
{
    /// <summary>Whether the hyperplanes of a fan satisfy the condition: the dimension is at least 3 and no three normals are linearly dependent.</summary>
    public static bool Holds(EquivariantFan fan)
    {
        ArgumentNullException.ThrowIfNull(fan);
        if (fan.Space.Dimension < 3)
        {
            return false;
        }

        // Three normals are dependent iff two of them are parallel modulo the third; by symmetry one hyperplane of each orbit serves as the third.
        var normals = fan.Normals.ToList();
        return HyperplaneOrbits.Of(fan).All(orbit =>
        {
            var first = orbit.Members[0].Normal;
            var own = VectorKey.OfLine(first);
            var pivot = Enumerable.Range(0, first.Count).First(i => !first[i].IsZero);
            var seen = new HashSet<VectorKey>();
            return normals.Where(normal => !VectorKey.OfLine(normal).Equals(own)).All(normal =>
            {
                var factor = normal[pivot] / first[pivot];
                return seen.Add(VectorKey.OfLine([.. normal.Select((c, i) => c - (factor * first[i]))]));
            });
        });
    }

    /// <summary><c>dim Hom_G(V, K) + Σ dim K^S</c> over the orbits of hyperplanes, S the stabiliser of one: the dimension of the space of maps if <see cref="Holds"/>.</summary>
    public static int DimensionOf(EquivariantFan fan, MatrixRepresentation target)
    {
        ArgumentNullException.ThrowIfNull(fan);
        ArgumentNullException.ThrowIfNull(target);
        return LinearMaps.Of(fan.Space, target).Count + HyperplaneOrbits.Of(fan).Sum(orbit => target.FixedBy(orbit.Stabilizer.Generators).Dimension);
    }
}
