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

    private static long Choices(int n, int k)
    {
        var choices = 1L;
        for (var i = 0; i < k && choices < int.MaxValue; i++)
        {
            choices = choices * (n - i) / (i + 1);
        }

        return choices;
    }
}
