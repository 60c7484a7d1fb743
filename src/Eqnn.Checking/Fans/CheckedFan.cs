using System.Numerics;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;

namespace Eqnn.Checking.Fans;

/// <summary>The checks of an arrangement with its chambers, walls and rays.</summary>
/// <remarks>
/// <para><b>What makes the list complete.</b> Each representative is a chamber (the sum of its rays lies off all hyperplanes), its rays are all there (<see cref="ConeSkeleton"/>), so its facets are known; the orbits of the
/// representatives under the generators are listed one cone at a time; beyond every facet of every representative lies a listed chamber. The graph of chambers and facets being connected, all chambers are listed.</para>
/// <para>Every ray of the arrangement is a ray of some chamber, so the orbits of the listed rays are all rays; in the same way for walls.</para>
/// </remarks>
internal sealed class CheckedFan
{
    private CheckedFan(CheckedForms forms, IReadOnlyList<(int[] Image, int[] Sign)> generators, SignOrbits chambers, SignOrbits rayOrbits, IReadOnlyList<Cyclotomic[]> rays, IReadOnlyList<string> raySigns,
        IReadOnlyList<(string Signs, int[] Rays, int[] Facets)> representatives, IReadOnlyList<int> rayRepresentatives)
    {
        Forms = forms;
        Generators = generators;
        Chambers = chambers;
        RayOrbits = rayOrbits;
        Rays = rays;
        RaySigns = raySigns;
        Representatives = representatives;
        RayRepresentatives = rayRepresentatives;
    }

    public CheckedForms Forms { get; }

    public IReadOnlyList<(int[] Image, int[] Sign)> Generators { get; }

    /// <summary>All chambers.</summary>
    public SignOrbits Chambers { get; }

    /// <summary>All rays, by the signs on them.</summary>
    public SignOrbits RayOrbits { get; }

    /// <summary>The rays of the representatives.</summary>
    public IReadOnlyList<Cyclotomic[]> Rays { get; }

    public IReadOnlyList<string> RaySigns { get; }

    public IReadOnlyList<(string Signs, int[] Rays, int[] Facets)> Representatives { get; }

    /// <summary>The ray that represents each orbit.</summary>
    public IReadOnlyList<int> RayRepresentatives { get; }

    /// <summary>Checks everything; adds what has been established to <paramref name="claims"/>.</summary>
    public static CheckedFan Check(Claim fan, CertificateCheckOptions options, List<string> claims, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var forms = CheckedForms.Of(fan["arrangement"], options, cancellationToken);
        var counts = fan["counts"];
        var claimed = counts["chambers"].Count();
        if (claimed > options.MaxCones)
        {
            throw SignOrbits.TooMany(options.MaxCones, claimed);
        }

        counts["dimension"].RequireCount(forms.Dimension);
        counts["lineality"].RequireCount(fan["arrangement"]["columns"].Number(0, 100_000) - forms.Dimension);
        counts["rows"].RequireCount(forms.Rows.Count);
        counts["zeroRows"].RequireCount(forms.HyperplaneOf.Count(h => h < 0));
        counts["hyperplanes"].RequireCount(forms.FirstRows.Length);
        var generators = forms.Generators(fan["symmetry"]["generators"]);
        var order = OrderOf(fan["symmetry"]["order"], generators, options, cancellationToken);
        claims.Add(FormattableString.Invariant($"{forms.Rows.Count} rows give {forms.FirstRows.Length} hyperplanes of rank {forms.Dimension}; {generators.Count} generators are induced by linear maps and generate a group of {order} linear maps"));

        var (rays, signs) = ReadRays(fan["rays"], forms, options, cancellationToken);
        var skeleton = new ConeSkeleton(forms, signs, options, cancellationToken);
        var representatives = ReadChambers(fan, forms, skeleton, signs, cancellationToken);
        var chambers = ListChambers(fan, representatives, generators, order, options, progress, cancellationToken);
        counts["chambers"].RequireCount(chambers.Count);
        counts["chamberOrbits"].RequireCount(chambers.Sizes.Count);
        CheckClosure(fan["chamberOrbits"].Items(), representatives, chambers);
        claims.Add(FormattableString.Invariant($"{chambers.Count} chambers in {Orbits(chambers.Sizes.Count)}: listed one by one, each with all its rays, and closed under crossing every facet"));

        var walls = CheckWalls(counts, representatives, chambers, generators, options, cancellationToken);
        claims.Add(walls);
        var rayRepresentatives = CheckRays(fan, signs, representatives, generators, order, options, out var rayOrbits, cancellationToken);
        counts["rays"].RequireCount(rayOrbits.Count);
        counts["rayOrbits"].RequireCount(rayOrbits.Sizes.Count);
        var simplicial = representatives.All(r => r.Rays.Length == forms.Dimension);
        counts["simplicial"].Require(counts["simplicial"].Truth() == simplicial, () => "the rays of the representatives say otherwise");
        claims.Add(FormattableString.Invariant($"{rayOrbits.Count} rays in {Orbits(rayOrbits.Sizes.Count)}; the fan is {(simplicial ? "simplicial" : "not simplicial")}"));
        CheckCount(counts, forms, chambers.Count, options, claims, cancellationToken);
        return new CheckedFan(forms, generators, chambers, rayOrbits, rays, signs, representatives, rayRepresentatives);
    }

    /// <summary>The order of the group of linear maps that the generators induce on the span of the rows.</summary>
    /// <remarks>It acts faithfully on the hyperplanes with signs: a map that fixes them multiplies each normal by a positive number, and being of finite order by 1. Zero rows, and parallel rows that are exchanged, do not count.</remarks>
    private static BigInteger OrderOf(Claim claim, IReadOnlyList<(int[] Image, int[] Sign)> generators, CertificateCheckOptions options, CancellationToken cancellationToken)
    {
        var claimed = claim.Count();
        var order = ListedChain.OrderOf(
            generators.Select(g =>
            {
                // Point 2h is the positive side of hyperplane h, point 2h + 1 the negative one.
                var images = new int[2 * g.Image.Length];
                for (var h = 0; h < g.Image.Length; h++)
                {
                    images[2 * h] = (2 * g.Image[h]) + (g.Sign[h] < 0 ? 1 : 0);
                    images[(2 * h) + 1] = images[2 * h] ^ 1;
                }

                return images;
            }),
            claimed,
            options.SymmetryBudget,
            cancellationToken) ?? throw claim.Refuse($"the generators induce more than {Quoted.Digits(claimed)} linear maps");
        claim.Require(order == claimed, () => $"the certificate says {Quoted.Digits(claimed)}, the generators induce {Quoted.Digits(order)} linear maps on the span of the rows");
        return order;
    }

    private static (Cyclotomic[][] Rays, string[] Signs) ReadRays(Claim list, CheckedForms forms, CertificateCheckOptions options, CancellationToken cancellationToken)
    {
        var items = list.Items();
        var columns = forms.Rows.Count == 0 ? 0 : forms.Rows[0].Length;
        var rays = items.Select(item => item.RealVector(columns)).ToArray();
        var signs = rays.Select(forms.SignsAt).ToArray();
        var field = ModularImage.Of(forms.Conductor);
        var skeleton = new ConeSkeleton(forms, signs, options, cancellationToken);
        var seen = new Dictionary<string, int>();
        for (var i = 0; i < rays.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            items[i].Require(skeleton.IsRay(i, field), () => "the hyperplanes through this vector do not meet in a line: it is no ray");
            items[i].Require(seen.TryAdd(signs[i], i), () => FormattableString.Invariant($"the same ray as {seen[signs[i]] + 1}"));
        }

        return (rays, signs);
    }

    private static List<(string Signs, int[] Rays, int[] Facets)> ReadChambers(Claim fan, CheckedForms forms, ConeSkeleton skeleton, string[] raySigns, CancellationToken cancellationToken)
    {
        var result = new List<(string, int[], int[])>();
        foreach (var node in fan["chamberOrbits"].Items())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var word = node["signs"].Text();
            var rays = node["rays"].Items().Select(item => item.Position(raySigns.Length)).ToArray();
            node["rays"].Require(rays.Distinct().Count() == rays.Length, () => "a ray occurs twice");
            if (forms.Dimension == 0)
            {
                node["rays"].Require(rays.Length == 0 && word.Length == 0, () => "without hyperplanes there is one chamber, without rays");
            }
            else
            {
                var chamber = skeleton.ChamberOf(rays) ?? throw node["rays"].Refuse("these rays lie in no common chamber, or in a face of one");
                node["signs"].Require(chamber == word, () => $"the sum of the rays has the signs {chamber}");
                if (skeleton.FirstOpenEnd(chamber, rays) is { } open)
                {
                    throw node["rays"].Refuse(FormattableString.Invariant($"an edge of the chamber that starts at ray {open + 1} ends at no listed ray: rays are missing"));
                }
            }

            var facets = skeleton.Facets(rays);
            var claimed = node["walls"].Items(facets.Count);
            for (var i = 0; i < facets.Count; i++)
            {
                claimed[i].Require(claimed[i].Position(forms.FirstRows.Length) == facets[i], () => FormattableString.Invariant($"the facets of the rays lie on the hyperplanes {string.Join(", ", facets.Select(h => h + 1))}"));
            }

            result.Add((word, rays, [.. facets]));
        }

        return result;
    }

    private static SignOrbits ListChambers(
        Claim fan, List<(string Signs, int[] Rays, int[] Facets)> representatives, IReadOnlyList<(int[], int[])> generators, BigInteger order, CertificateCheckOptions options,
        IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var orbits = new SignOrbits(generators, options.MaxCones, cancellationToken);
        var nodes = fan["chamberOrbits"].Items();
        for (var i = 0; i < nodes.Count; i++)
        {
            nodes[i]["signs"].Require(orbits.Add(representatives[i].Signs), () => FormattableString.Invariant($"this chamber lies in the orbit of chamberOrbits[{orbits.Find(representatives[i].Signs)}]"));
            nodes[i]["size"].RequireCount(orbits.Sizes[i]);
            nodes[i]["stabiliserOrder"].RequireCount(order / orbits.Sizes[i]);
            progress?.Report(new WorkProgress("chambers listed", orbits.Count, 0));
        }

        return orbits;
    }

    private static void CheckClosure(IReadOnlyList<Claim> nodes, List<(string Signs, int[] Rays, int[] Facets)> representatives, SignOrbits chambers)
    {
        for (var i = 0; i < representatives.Count; i++)
        {
            foreach (var h in representatives[i].Facets)
            {
                nodes[i]["walls"].Require(chambers.Find(Replaced(representatives[i].Signs, h, representatives[i].Signs[h] == '+' ? '-' : '+')) >= 0,
                    () => FormattableString.Invariant($"the chamber beyond hyperplane {h + 1} is not listed"));
            }
        }

        if (representatives.Count == 0)
        {
            throw new RefusedException("chamberOrbits", "there is no chamber");
        }
    }

    private static string CheckWalls(
        Claim counts, List<(string Signs, int[] Rays, int[] Facets)> representatives, SignOrbits chambers, IReadOnlyList<(int[], int[])> generators, CertificateCheckOptions options,
        CancellationToken cancellationToken)
    {
        var total = BigInteger.Zero;
        var walls = new SignOrbits(generators, options.MaxCones, cancellationToken);
        for (var i = 0; i < representatives.Count; i++)
        {
            var (signs, _, facets) = representatives[i];
            total += (BigInteger)chambers.Sizes[i] * facets.Length;
            foreach (var h in facets)
            {
                walls.Add(Replaced(signs, h, '0'));
            }
        }

        counts["walls"].RequireCount(total / 2);
        counts["walls"].RequireCount(walls.Count);
        counts["wallOrbits"].RequireCount(walls.Sizes.Count);
        return FormattableString.Invariant($"{walls.Count} walls in {Orbits(walls.Sizes.Count)}, each met from both sides");
    }

    private static List<int> CheckRays(
        Claim fan, string[] signs, List<(string Signs, int[] Rays, int[] Facets)> representatives, IReadOnlyList<(int[], int[])> generators, BigInteger order, CertificateCheckOptions options,
        out SignOrbits orbits, CancellationToken cancellationToken)
    {
        orbits = new SignOrbits(generators, options.MaxCones, cancellationToken);
        var list = new List<int>();
        foreach (var node in fan["rayOrbits"].Items())
        {
            var ray = node["ray"].Position(signs.Length);
            node["ray"].Require(orbits.Add(signs[ray]), () => "a ray of an orbit before");
            node["size"].RequireCount(orbits.Sizes[^1]);
            node["stabiliserOrder"].RequireCount(order / orbits.Sizes[^1]);
            list.Add(ray);
        }

        var listed = fan["rays"].Items();
        var used = representatives.SelectMany(r => r.Rays).ToHashSet();
        for (var i = 0; i < signs.Length; i++)
        {
            var node = listed[i];
            var known = orbits.Find(signs[i]);
            node.Require(known >= 0, () => "no listed orbit of rays holds this one");
            node.Require(used.Contains(i), () => "no listed chamber has this ray");
        }

        return list;
    }

    /// <summary>The second reason for completeness, where its budget allows it.</summary>
    internal static void CheckCount(Claim counts, CheckedForms forms, BigInteger chambers, CertificateCheckOptions options, List<string> claims, CancellationToken cancellationToken)
    {
        if (counts.Has("zaslavsky"))
        {
            counts["zaslavsky"].RequireCount(chambers);
        }

        if (new DeletionRestriction(cancellationToken).TryCount([.. Enumerable.Range(0, forms.FirstRows.Length).Select(forms.Normal)], options.CountBudget) is not { } count)
        {
            claims.Add(FormattableString.Invariant($"T(2, 0) of the matroid was not counted again: it needs more than {options.CountBudget} products (CertificateCheckOptions.CountBudget); completeness rests on the crossings"));
            return;
        }

        counts["chambers"].Require(count == chambers, () => FormattableString.Invariant($"deletion and restriction count {count}"));
        claims.Add(FormattableString.Invariant($"T(2, 0) of the matroid, by deletion and restriction, is {count} as well"));
    }

    /// <summary>"1 orbit", "3 orbits".</summary>
    public static string Orbits(int count) => FormattableString.Invariant($"{count} {(count == 1 ? "orbit" : "orbits")}");

    private static string Replaced(string word, int at, char sign) => string.Create(word.Length, (word, at, sign), static (image, state) =>
    {
        state.word.CopyTo(image);
        image[state.at] = state.sign;
    });
}
