using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Fans;

/// <summary>The orbits of the hyperplanes of a fan, each with the elements that bring its first normal to the others, up to sign, and the stabiliser of the hyperplane.</summary>
internal static class HyperplaneOrbits
{
    /// <summary>Walks the orbits, by their first hyperplanes.</summary>
    public static IReadOnlyList<(IReadOnlyList<(ColumnVector<Cyclotomic> Normal, Permutation Element)> Members, FiniteGroup Stabilizer)> Of(EquivariantFan fan)
    {
        var group = fan.Group;
        var steps = group.Generators.Select(g => (Element: g, Dual: fan.Space.MatrixOf(g.Inverse()).Transpose())).ToList();
        var seen = new Dictionary<VectorKey, Permutation>();
        var orbits = new List<(IReadOnlyList<(ColumnVector<Cyclotomic>, Permutation)>, FiniteGroup)>();
        foreach (var first in fan.Normals)
        {
            if (seen.ContainsKey(VectorKey.OfLine(first)))
            {
                continue;
            }

            var members = new List<(ColumnVector<Cyclotomic> Normal, Permutation Element)> { (first, group.Identity) };
            seen.Add(VectorKey.OfLine(first), group.Identity);
            var schreier = new List<Permutation>();
            for (var next = 0; next < members.Count; next++)
            {
                foreach (var (element, dual) in steps)
                {
                    var image = dual * members[next].Normal;
                    var product = element * members[next].Element;
                    if (seen.TryGetValue(VectorKey.OfLine(image), out var known))
                    {
                        schreier.Add(known.Inverse() * product);
                    }
                    else
                    {
                        seen.Add(VectorKey.OfLine(image), product);
                        members.Add((image, product));
                    }
                }
            }

            orbits.Add((members, SchreierStabilizer.Of(group, schreier, members.Count, "hyperplanes")));
        }

        return orbits;
    }
}
