using System.CommandLine;
using Eqnn.Algebra.Representations;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Regions;
using Eqnn.PiecewiseLinear.Z3;

namespace Eqnn.Cli.Commands;

/// <summary>What commands that enumerate chambers share: which fan, how it is found, how far, and the file of the certificate.</summary>
internal static class ChamberOptions
{
    /// <summary>The whole isotypic component in place of one copy.</summary>
    public static Option<bool> Isotypic { get; } = new("--isotypic") { Description = "where a simple occurs several times: the whole isotypic component, not one copy" };

    /// <summary>The bound on the enumeration.</summary>
    public static Option<string> MaxChambers { get; } = new("--max-chambers", "--max-orbits")
    {
        HelpName = "N",
        Description = FormattableString.Invariant($"stop after N chambers (with symmetry: orbits of chambers; {ChamberSearchOptions.Default.MaxOrbits}) with exit code 3 and what was found so far; time and memory grow with the number"),
    };

    /// <summary>How to raise the bound, for messages.</summary>
    public static string MoreThan(long bound) => FormattableString.Invariant($"--max-chambers {(bound > long.MaxValue / 10 ? long.MaxValue : 10 * bound)}; time and memory grow with the number");

    /// <summary>The way the chambers are found.</summary>
    public static Option<string> Solver { get; } = new("--solver")
    {
        HelpName = "SOLVER",
        Description = "how the chambers are found: auto (default, the fastest: rays), rays, simplex, or z3 (needs libz3); three independent routes",
    };

    /// <summary>The file of the certificate.</summary>
    public static FileOption Certificate { get; } = new("--certificate")
    {
        HelpName = "FILE",
        Description = "also write a certificate to FILE, for eqnn verify",
    };

    /// <summary>The bound on the flats of the characteristic polynomial.</summary>
    public static Option<string> MaxFlats { get; } = new("--max-flats")
    {
        HelpName = "N",
        Description = FormattableString.Invariant($"the most flats of one rank, up to symmetry, that are kept for the characteristic polynomial ({ChamberSearchOptions.Default.MaxFlats}); time and memory grow with the number"),
    };

    /// <summary>An invariant bias.</summary>
    public static Option<string> Bias { get; } = new("--bias")
    {
        HelpName = "B",
        Description = "cut by the hyperplanes {v : v_x + B = 0} in place of {v : v_x = 0}: a number, or one for each orbit of the G-set, 1,-1/2",
    };

    /// <summary>The limits and the way of an enumeration.</summary>
    public static ChamberSearchOptions LimitsOf(Query query)
    {
        var word = query.Value(Solver) ?? "auto";
        var options = ChamberSearchOptions.Default.WithRoute(RouteOf(word));
        options = options.Route == ChamberRoute.Solver ? options.WithSolver(IsLackingZ3(query) ? RegionSolvers.Simplex : Z3Solver.Create) : options;
        options = query.Number(MaxChambers, 1) is { } bound ? options.WithMaxOrbits(bound) : options;
        return query.Number(MaxFlats, 1) is { } flats ? options.WithMaxFlats(flats) : options;
    }

    /// <summary>Whether Z3 is asked for where libz3 cannot be loaded, so that the exact simplex answers.</summary>
    public static bool IsLackingZ3(Query query) => query.Value(Solver) is { } word && RouteOf(word) == ChamberRoute.Solver && Z3Solver.Version is null;

    /// <summary>The method, with what to install where Z3 was asked for in vain.</summary>
    public static string MethodOf(string origin, bool lackingZ3) => lackingZ3 ? $"{origin}; libz3 cannot be loaded here (Debian, Ubuntu: apt-get install libz3-4)" : origin;

    /// <summary>One number for each orbit of the G-set.</summary>
    public static IReadOnlyList<Cyclotomic> BiasesOf(string text, Subrepresentation space)
    {
        var count = space.Decomposition.Set.Orbits.Count;
        Cyclotomic[] values = [.. text.Split(',').Select(part => Border.Read("--bias", () => RealCyclotomic.Parse(part.Trim())).Value)];
        return values.Length == count ? values
            : values.Length == 1 ? [.. Enumerable.Repeat(values[0], count)]
            : throw new InputException(FormattableString.Invariant($"--bias: {values.Length} numbers for {count} {(count == 1 ? "orbit" : "orbits")} of {space.Decomposition.Set.Name}; an invariant bias has one for each"));
    }

    private static ChamberRoute RouteOf(string word) => word.ToUpperInvariant() switch
    {
        "AUTO" => ChamberRoute.Auto,
        "RAYS" => ChamberRoute.Rays,
        "SIMPLEX" => ChamberRoute.Simplex,
        "Z3" => ChamberRoute.Solver,
        _ => throw new InputException($"--solver: there is no '{word}'; use auto, rays, simplex or z3"),
    };
}
