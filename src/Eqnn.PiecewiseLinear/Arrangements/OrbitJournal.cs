using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>Goes through the orbits of chambers once more, for a certificate: with the elements that an enumeration does not need.</summary>
internal sealed class OrbitJournal<TBits>(Arrangement arrangement, RayTable<TBits> table, ChamberSplitter<TBits> splitter, Action<OrbitRecord> visit, CancellationToken cancellationToken)
    where TBits : struct, IBits<TBits>
{
    private readonly int[] _public = arrangement.InternalOrder.ToArray();

    /// <summary>A signed hyperplane of the machinery (2j, 2j + 1) as outsiders number it.</summary>
    public int Signed(int point) => point % 2 == 0 ? _public[point / 2] + 1 : -_public[point / 2] - 1;

    /// <summary>By crossing walls under a group: the chambers are the canonical images.</summary>
    public void UpToSymmetry(CanonicalSearch<TBits> search)
    {
        var count = arrangement.Integer.Count;
        var palette = FaceColours.Of(InvariantForm.Of(arrangement.Integer, null, cancellationToken), [.. Enumerable.Range(0, count).Select(j => (IReadOnlyList<int>)[2 * j])]);
        var colours = new long[palette.Count];
        var chambers = new Numbering<TBits>();
        var inverse = new int[2 * count];
        int Find(TBits positive)
        {
            search.Run(positive, table.All & ~positive, colours);
            return chambers.NumberOf(search.Image.Positive);
        }

        var first = default(TBits);
        splitter.VisitHalf((positive, _) =>
        {
            first = positive;
            return false;
        });
        palette.Fill(first, table.All & ~first, colours);
        Find(first);
        for (var orbit = 0; orbit < chambers.Count; orbit++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var positive = chambers[orbit];
            var rays = splitter.Descend(positive);
            var point = Sum(rays);
            var facets = Facets(rays);
            palette.Fill(positive, table.All & ~positive, colours);
            search.Run(positive, table.All & ~positive, colours);
            var stabiliser = search.StabiliserOrder;
            var automorphisms = search.Automorphisms.ToArray();
            var crossings = new List<(int, int, IReadOnlyList<int>)>();
            foreach (var h in LeastOfOrbits(facets, automorphisms))
            {
                var step = positive.Contains(h) ? -2 : 2;
                palette.Add(h, step, colours);
                var to = Find(positive ^ Bits.Single<TBits>(h));
                palette.Add(h, -step, colours);

                // The element found carries the chamber of the orbit to the one beyond; asked for is its inverse.
                var element = search.Element;
                for (var x = 0; x < element.Length; x++)
                {
                    inverse[element[x]] = x;
                }

                crossings.Add((_public[h], to, Images(search.BasePoints, inverse)));
            }

            visit(new OrbitRecord(arrangement, point, stabiliser, Array.ConvertAll(automorphisms, a => Images(search.BasePoints, a)), Array.ConvertAll(facets, h => _public[h]), crossings));
        }
    }

    /// <summary>By listing the chambers on the positive side of one hyperplane: one of each pair of opposite ones.</summary>
    public void UpToSign()
    {
        var numbers = new Dictionary<TBits, int>();
        splitter.VisitHalf((positive, _) =>
        {
            numbers.Add(positive, numbers.Count);
            return true;
        });
        int[] same = [Signed(0)];
        int[] opposite = [Signed(1)];
        splitter.VisitHalf((positive, rays) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var facets = Facets(rays);
            var crossings = new (int, int, IReadOnlyList<int>)[facets.Length];
            for (var i = 0; i < facets.Length; i++)
            {
                var beyond = positive ^ Bits.Single<TBits>(facets[i]);
                crossings[i] = facets[i] == 0 ? (_public[0], numbers[table.All & ~beyond], opposite) : (_public[facets[i]], numbers[beyond], same);
            }

            visit(new OrbitRecord(arrangement, Sum(rays), BigInteger.One, [], Array.ConvertAll(facets, h => _public[h]), crossings));
            return true;
        });
    }

    private int[] Images(IReadOnlyList<int> basePoints, int[] element)
    {
        var images = new int[basePoints.Count];
        for (var i = 0; i < images.Length; i++)
        {
            images[i] = Signed(element[basePoints[i]]);
        }

        return images;
    }

    /// <summary>The facets, by ascending public position.</summary>
    private int[] Facets(ReadOnlySpan<int> rays)
    {
        var bits = splitter.Facets(rays);
        var facets = new int[bits.Count];
        for (var i = 0; i < facets.Length; i++)
        {
            facets[i] = bits.Lowest;
            bits ^= Bits.Single<TBits>(facets[i]);
        }

        Array.Sort(facets, (a, b) => _public[a].CompareTo(_public[b]));
        return facets;
    }

    private static IEnumerable<int> LeastOfOrbits(int[] facets, int[][] automorphisms)
    {
        if (automorphisms.Length == 0)
        {
            return facets;
        }

        var sets = new DisjointSets(automorphisms[0].Length / 2);
        foreach (var automorphism in automorphisms)
        {
            foreach (var h in facets)
            {
                sets.Unite(h, automorphism[2 * h] / 2);
            }
        }

        var seen = new HashSet<int>();
        return [.. facets.Where(h => seen.Add(sets.Find(h)))];
    }

    /// <summary>The sum of the rays, divided by its content.</summary>
    private BigInteger[] Sum(ReadOnlySpan<int> rays)
    {
        var sum = new BigInteger[arrangement.Integer.Stride];
        var small = new long[sum.Length];
        var isSmall = true;
        for (var r = 0; r < rays.Length && isSmall; r++)
        {
            isSmall = !table.IsLarge(rays[r]);
            var entries = isSmall ? table.Coordinates(rays[r]) : [];
            for (var i = 0; i < entries.Length && isSmall; i++)
            {
                small[i] += entries[i];
                isSmall = Math.Abs(entries[i]) < 1L << 40 && Math.Abs(small[i]) < 1L << 60;
            }
        }

        for (var i = 0; i < sum.Length && isSmall; i++)
        {
            sum[i] = small[i];
        }

        for (var r = 0; r < rays.Length && !isSmall; r++)
        {
            var entries = table.LargeCoordinates(rays[r]);
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += entries[i];
            }
        }

        var content = BigInteger.Zero;
        foreach (var entry in sum)
        {
            content = BigInteger.GreatestCommonDivisor(content, entry);
            if (content.IsOne)
            {
                return sum;
            }
        }

        return Array.ConvertAll(sum, entry => entry / content);
    }
}
