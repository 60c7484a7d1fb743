namespace Eqnn.Checking.Documents;

/// <summary>How far a document goes; part of the format. The checker's own copy: that a limit applies is a claim like others.</summary>
internal static class DocumentLimits
{
    /// <summary>The largest order of a group: its elements are listed.</summary>
    public const int MaxOrder = 2000;

    /// <summary>The largest product of order and degree.</summary>
    public const long MaxImages = 50_000_000;

    private const long MaxEnergyTerms = 300_000;
    private const int MaxSearchedPoints = 8;
    private const int MaxRayCandidates = 500;
    private const int MaxUnknowns = 60;
    private const int MaxModelIndex = 2000;

    /// <summary>What a document says where a copy has no matrices.</summary>
    public static string NoCopy => "no matrices: see models";

    /// <summary>What a document says where it has no matrices of a simple.</summary>
    public static string NoModel(string simple) => FormattableString.Invariant($"no subgroup of index at most {MaxModelIndex} was found on whose cosets {simple} occurs once");

    /// <summary>What a document says where a fan has too many candidates for rays, choices of d - 1 hyperplanes in dimension d at least 3; null where it has not.</summary>
    public static string? TooManyHyperplanes(int hyperplanes, int dimension)
    {
        var choices = 1L;
        for (var i = 0; i < Math.Min(dimension - 1, hyperplanes - dimension + 1) && choices < int.MaxValue; i++)
        {
            choices = choices * (hyperplanes - i) / (i + 1);
        }

        return dimension > 2 && choices > MaxRayCandidates
            ? FormattableString.Invariant($"{hyperplanes} hyperplanes in dimension {dimension}: more than {MaxRayCandidates} choices of {dimension - 1} of them; eqnn maps --enumerate has no such limit")
            : null;
    }

    /// <summary>What a document says where there are too many coordinates of values on ray orbits; null where there are not.</summary>
    public static string? TooManyUnknowns(int unknowns) => unknowns > MaxUnknowns
        ? FormattableString.Invariant($"{unknowns} coordinates of values on ray orbits, more than {MaxUnknowns}; eqnn maps --enumerate has no such limit")
        : null;

    /// <summary>What a document says where there are too many shares of energies; null where there are not.</summary>
    public static string? TooManyEnergies(long points, int simples) => points * simples * simples > MaxEnergyTerms
        ? FormattableString.Invariant($"{points} points and {simples} simples: {points * simples * simples} terms, more than {MaxEnergyTerms}; eqnn interact --energy --from has no such limit")
        : null;

    /// <summary>What a document says where a set has too many points for a search through inputs; null where it has not.</summary>
    public static string? TooManyPoints(long points) => points > MaxSearchedPoints ? FormattableString.Invariant($"{points} points, more than {MaxSearchedPoints}; eqnn separate has no such limit") : null;
}
