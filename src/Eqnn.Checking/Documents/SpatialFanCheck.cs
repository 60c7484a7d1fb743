using Eqnn.Checking.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Checking.Documents;

/// <summary>The fan of a copy of dimension at least 3, again by brute force and without symmetry.</summary>
/// <remarks>
/// Rays: every choice of d − 1 hyperplanes of rank d − 1 gives a line. The rays of a chamber with signs s are those whose signs are 0 or s; a hyperplane is a wall iff the rays of the chamber on it span it; crossing walls from one
/// chamber reaches all, as the chambers of an arrangement are connected through walls.
/// </remarks>
internal static class SpatialFanCheck
{
    public static void Check(FanClaim fan, ListedGroup group, NumberClaims numbers, CancellationToken cancellationToken)
    {
        var record = fan.Record;
        var dimension = fan.Source.Dimension;
        var normals = new List<ColumnVector<Cyclotomic>>();
        foreach (var form in fan.Forms)
        {
            if (!normals.Exists(other => other == form || other == -form))
            {
                normals.Add(form);
            }
        }

        record["hyperplanes"].Is(normals.Count);
        var rays = RaysOf(normals, dimension, cancellationToken);
        record["rays"].Is(rays.Count);
        var (position, signs) = (rays.Index().ToDictionary(pair => pair.Item, pair => pair.Index), rays.ConvertAll(ray => normals.ConvertAll(normal => (sbyte)normal.Dot(ray).Sign).ToArray()));

        // How every element permutes the rays: by composition from the generators.
        var steps = group.Generators.Select((_, s) => rays.Select(ray => position[Scaled(fan.Representation.Matrices[group.Places[s]] * ray)]).ToArray()).ToList();
        var permuted = new int[group.Order][];
        permuted[0] = [.. Enumerable.Range(0, rays.Count)];
        for (var g = 1; g < group.Order; g++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            permuted[g] = ListedSet.Compose(steps[group.Steps[g].Generator], permuted[group.Steps[g].Element]);
        }

        // From each claimed representative all images, with an element and the factor that bring it there.
        var place = new (int Orbit, int Element, Cyclotomic Factor)?[rays.Count];
        var (representatives, stabilizers) = (new List<ColumnVector<Cyclotomic>>(), new List<IReadOnlyList<int>>());
        foreach (var (i, orbit) in record["rayOrbits"].Items().Index())
        {
            var ray = numbers.Row(orbit["ray"]);
            orbit["ray"].Require(ray.Count == dimension && !ray.IsZero, FormattableString.Invariant($"is no ray in dimension {dimension}"));
            var start = position.GetValueOrDefault(Scaled(ray), -1);
            orbit["ray"].Require(start >= 0 && place[start] is null, "is no ray of the fan, or in an orbit listed before");
            for (var g = 0; g < group.Order; g++)
            {
                place[permuted[g][start]] ??= (i, g, Factor(fan.Representation.Matrices[g] * ray));
            }

            IReadOnlyList<int> stabilizer = [.. Enumerable.Range(0, group.Order).Where(g => permuted[g][start] == start)];
            orbit["stabilizer"].Is(stabilizer.Count);
            orbit["size"].Is(group.Order / stabilizer.Count);
            representatives.Add(ray);
            stabilizers.Add(stabilizer);
        }

        record["rayOrbits"].Require(Array.TrueForAll(place, p => p is not null), "rays of the fan are in no orbit");
        var chambers = Chambers(rays, signs, normals.Count, dimension, cancellationToken);
        record["chambers"].Is(chambers.Count);
        record["simplicial"].Is(chambers.TrueForAll(chamber => chamber.Count == dimension));
        var relations = new List<IReadOnlyList<(int, int, Cyclotomic)>>();
        foreach (var chamber in chambers.Where(chamber => chamber.Count > dimension && IsFirstOfItsOrbit(chamber)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var relation in Matrix<Cyclotomic>.FromColumns(chamber.Select(r => rays[r])).NullSpace())
            {
                // g ρ is the factor times the ray.
                relations.Add([.. chamber.Zip(relation).Where(pair => !pair.Second.IsZero).Select(pair => (Place: place[pair.First]!.Value, Coefficient: pair.Second))
                    .Select(term => (term.Place.Orbit, term.Place.Element, term.Coefficient / term.Place.Factor))]);
            }
        }

        fan.Keep(representatives, stabilizers, relations);

        // The relations of one chamber of each orbit are enough: those of the others are their images.
        bool IsFirstOfItsOrbit(IReadOnlyList<int> chamber) => !permuted.Any(permutation => Before([.. chamber.Select(r => permutation[r]).Order()], chamber));
    }

    private static bool Before(List<int> image, IReadOnlyList<int> chamber)
    {
        for (var i = 0; i < image.Count; i++)
        {
            if (image[i] != chamber[i])
            {
                return image[i] < chamber[i];
            }
        }

        return false;
    }

    private static List<ColumnVector<Cyclotomic>> RaysOf(List<ColumnVector<Cyclotomic>> normals, int dimension, CancellationToken cancellationToken)
    {
        var (rays, seen) = (new List<ColumnVector<Cyclotomic>>(), new HashSet<ColumnVector<Cyclotomic>>());
        var choice = Enumerable.Range(0, dimension - 1).ToArray();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var lines = Matrix<Cyclotomic>.FromRows(choice.Select(i => normals[i])).NullSpace();
            if (lines.Count == 1)
            {
                var ray = Scaled(lines[0]);
                rays.AddRange(new[] { ray, -ray }.Where(seen.Add));
            }

            var last = choice.Length - 1;
            while (last >= 0 && choice[last] == normals.Count - choice.Length + last)
            {
                last--;
            }

            if (last < 0)
            {
                return rays;
            }

            choice[last]++;
            for (var i = last + 1; i < choice.Length; i++)
            {
                choice[i] = choice[i - 1] + 1;
            }
        }
    }

    private static List<IReadOnlyList<int>> Chambers(List<ColumnVector<Cyclotomic>> rays, List<sbyte[]> signs, int hyperplanes, int dimension, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);
        var open = new Queue<(sbyte[] Signs, IReadOnlyList<int> Rays)>();
        Visit(Generic(rays, signs, hyperplanes));
        while (open.TryDequeue(out var next))
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var h = 0; h < hyperplanes; h++)
            {
                var onWall = next.Rays.Where(r => signs[r][h] == 0).Select(r => rays[r]).ToList();
                if (onWall.Count >= dimension - 1 && Matrix<Cyclotomic>.FromRows(onWall).Rank == dimension - 1)
                {
                    var across = (sbyte[])next.Signs.Clone();
                    across[h] = (sbyte)-across[h];
                    Visit(across);
                }
            }
        }

        return [.. found.Values];

        void Visit(sbyte[] chamber)
        {
            var key = string.Concat(chamber.Select(s => s > 0 ? '+' : '-'));
            if (!found.ContainsKey(key))
            {
                IReadOnlyList<int> own = [.. Enumerable.Range(0, rays.Count).Where(r => IsFaceOf(signs[r], chamber))];
                found.Add(key, own);
                open.Enqueue((chamber, own));
            }
        }
    }

    private static bool IsFaceOf(sbyte[] face, sbyte[] chamber)
    {
        for (var h = 0; h < face.Length; h++)
        {
            if (face[h] != 0 && face[h] != chamber[h])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The signs of a point off all hyperplanes.</summary>
    private static sbyte[] Generic(List<ColumnVector<Cyclotomic>> rays, List<sbyte[]> signs, int hyperplanes)
    {
        // Start at a ray; wherever its sign is 0 take that of a further ray: a small step towards each in turn stays inside the earlier choices.
        var chamber = new sbyte[hyperplanes];
        for (var r = 0; r < rays.Count && Array.IndexOf(chamber, (sbyte)0) >= 0; r++)
        {
            for (var h = 0; h < hyperplanes; h++)
            {
                chamber[h] = chamber[h] != 0 ? chamber[h] : signs[r][h];
            }
        }

        return chamber;
    }

    private static Cyclotomic Factor(ColumnVector<Cyclotomic> vector) => Cyclotomic.Abs(vector.First(c => !c.IsZero));

    private static ColumnVector<Cyclotomic> Scaled(ColumnVector<Cyclotomic> vector) => Factor(vector).Inverse() * vector;
}
