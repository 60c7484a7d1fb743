using Eqnn.Checking.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Checking.Documents;

/// <summary>The fan of a copy of dimension 1 or 2: its rays are the two directions on each line {v_y = 0}, found again from all forms.</summary>
internal static class PlanarFanCheck
{
    public static void Check(FanClaim fan, ListedGroup group, NumberClaims numbers)
    {
        var record = fan.Record;
        record["chambers"].Is(2 * record["hyperplanes"].Int());
        record["simplicial"].Is(true);
        record["hyperplanes"].Is(Lines(fan));
        var orbits = record["rayOrbits"].Items();
        var (rays, stabilizers, covered) = (new List<ColumnVector<Cyclotomic>>(), new List<IReadOnlyList<int>>(), 0);
        foreach (var (i, orbit) in orbits.Index())
        {
            var ray = numbers.Row(orbit["ray"]);
            orbit["ray"].Require(ray.Count == fan.Source.Dimension, FormattableString.Invariant($"is no ray in dimension {fan.Source.Dimension}"));
            var coordinates = fan.Coordinates(ray);
            orbit["ray"].Require(fan.Source.Dimension == 1 || coordinates[0].IsZero, "is not on the hyperplane of the base point");
            var nonzero = coordinates.Where(v => !v.IsZero).ToList();
            orbit["ray"].Require(nonzero.Count > 0 && nonzero.Select(Cyclotomic.Abs).Distinct().Aggregate(Cyclotomic.Min).IsOne, "is not scaled to a smallest nonzero coordinate of 1");
            orbit["ray"].Require((nonzero[0].Sign > 0) == (i == 0), "the first ray has a positive first nonzero coordinate, the second a negative one");
            var images = fan.Representation.Matrices.Select(matrix => matrix * ray).ToList();
            var stabilizer = images.Index().Where(pair => pair.Item == ray).Select(pair => pair.Index).ToList();
            var meetsOpposite = images.Contains(-ray);
            record["rayOrbits"].Require(orbits.Count == (meetsOpposite ? 1 : 2), meetsOpposite ? "a ray and its opposite are in one orbit" : "a ray and its opposite are in two orbits");
            orbit["stabilizer"].Is(stabilizer.Count);
            orbit["size"].Is(group.Order / stabilizer.Count);
            covered += group.Order / stabilizer.Count;
            rays.Add(ray);
            stabilizers.Add(stabilizer);
        }

        record["rays"].Is(covered);
        fan.Keep(rays, stabilizers, []);
    }

    private static int Lines(FanClaim fan)
    {
        if (fan.Source.Dimension == 1)
        {
            return 1;
        }

        var lines = new HashSet<(Cyclotomic, Cyclotomic)>();
        foreach (var form in fan.Forms)
        {
            // Opposite forms are the only parallel ones: all forms of an orbit have one length. The listing order picks one of the two.
            lines.Add(Cyclotomic.CompareListing(form[0], -form[0]) is var order && (order != 0 ? order : Cyclotomic.CompareListing(form[1], -form[1])) > 0 ? (form[0], form[1]) : (-form[0], -form[1]));
        }

        return lines.Count;
    }
}
