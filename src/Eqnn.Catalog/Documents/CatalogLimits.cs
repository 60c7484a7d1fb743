using Eqnn.Records.Json;

namespace Eqnn.Catalog.Documents;

/// <summary>How far a document goes; part of the format. A document says where a limit stopped it, and <c>eqnn maps --enumerate</c> goes further.</summary>
/// <remarks>They bound what verification does again from the definitions, so a document stays quick to check.</remarks>
internal static class CatalogLimits
{
    /// <summary>The largest order of a group: its elements are listed.</summary>
    public const int MaxOrder = 2000;

    /// <summary>The largest number of choices of d - 1 hyperplanes, d the dimension of the simple: the candidates for rays of a fan in dimension at least 3.</summary>
    public const int MaxRayCandidates = 500;

    /// <summary>The largest number of coordinates of values on ray orbits from which the maps on a fan in dimension at least 3 are solved.</summary>
    public const int MaxUnknowns = 60;

    /// <summary>The largest product of points and squared simples for which shares of energies are computed.</summary>
    public const long MaxEnergyTerms = 300_000;

    /// <summary>The most points of a G-set on which inputs that are not told apart are searched for.</summary>
    public const int MaxSearchedPoints = 8;

    /// <summary>The most subspaces of pairs of inputs that such a search looks at.</summary>
    public const long MaxSubspaces = 5_000;

    /// <summary>The last degree in which missed polynomials are looked for.</summary>
    public const int MaxDegree = 6;

    /// <summary>The largest order of a group whose subgroups are listed, for the hidden layers G/H.</summary>
    public const int MaxSubgroupOrder = 200;

    /// <summary>The most classes of subgroups.</summary>
    public const int MaxSubgroupClasses = 64;

    /// <summary>The most orbits of chambers of one simple on which the number of layers is decided.</summary>
    public const int MaxChamberOrbits = 200;

    /// <summary>The largest number of points times dimension of a component whose chambers are looked for.</summary>
    public const int MaxFormEntries = 400;

    /// <summary>What a document says where there are too many energies; <c>null</c> where there are not.</summary>
    public static string? TooManyEnergies(long points, int simples) => points * simples * simples > MaxEnergyTerms
        ? FormattableString.Invariant($"{points} points and {simples} simples: {points * simples * simples} terms, more than {MaxEnergyTerms}; eqnn interact --energy --from has no such limit")
        : null;

    /// <summary>What a document says where a G-set has too many points for a search through inputs; <c>null</c> where it has not.</summary>
    public static string? TooManyPoints(long points) => points > MaxSearchedPoints ? FormattableString.Invariant($"{points} points, more than {MaxSearchedPoints}; eqnn separate has no such limit") : null;

    /// <summary>What a document says of a group whose subgroups are not listed.</summary>
    public static string TooLargeForSubgroups(int order) => FormattableString.Invariant($"order {order}, more than {MaxSubgroupOrder}; eqnn universal has no such limit");

    /// <summary>What a document says where there are too many classes of subgroups; <c>null</c> where there are not.</summary>
    public static string? TooManySubgroups(int classes) => classes > MaxSubgroupClasses ? FormattableString.Invariant($"{classes} classes of subgroups, more than {MaxSubgroupClasses}; eqnn universal has no such limit") : null;

    /// <summary>What a document says where a search of the library reached one of the limits above.</summary>
    public static string Stated(Numbers.LimitExceededException limit) => FormattableString.Invariant($"{limit.Limit}: more than {limit.Bound}");

    /// <summary>What a document says where it has no matrices of a simple.</summary>
    public static string NoModel(string simple, int maxIndex) => FormattableString.Invariant($"no subgroup of index at most {maxIndex} was found on whose cosets {simple} occurs once");

    /// <summary>What a document says where a copy has no matrices.</summary>
    public static string NoCopy => "no matrices: see models";

    /// <summary>What a document says where a fan has too many candidates for rays; <c>null</c> where it has not.</summary>
    public static string? TooManyHyperplanes(int hyperplanes, int dimension) => dimension > 2 && Choices(hyperplanes, dimension - 1) > MaxRayCandidates
        ? FormattableString.Invariant($"{hyperplanes} hyperplanes in dimension {dimension}: more than {MaxRayCandidates} choices of {dimension - 1} of them; eqnn maps --enumerate has no such limit")
        : null;

    /// <summary>What a document says where there are too many unknowns; <c>null</c> where there are not.</summary>
    public static string? TooManyUnknowns(int unknowns) => unknowns > MaxUnknowns
        ? FormattableString.Invariant($"{unknowns} coordinates of values on ray orbits, more than {MaxUnknowns}; eqnn maps --enumerate has no such limit")
        : null;

    /// <summary>The record in the place of what a limit stopped on a G-set.</summary>
    public static JsonItem Reached(string set, string limit) => JsonItem.Record(json =>
    {
        json.Field("set", set);
        json.Field("limit", limit);
    });

    private static long Choices(int n, int k)
    {
        var choices = 1L;
        for (var i = 0; i < Math.Min(k, n - k) && choices < int.MaxValue; i++)
        {
            choices = choices * (n - i) / (i + 1);
        }

        return choices;
    }
}
