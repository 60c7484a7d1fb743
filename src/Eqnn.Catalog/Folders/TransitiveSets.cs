using System.Globalization;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Subgroups;
using Eqnn.Numbers;

namespace Eqnn.Catalog.Folders;

/// <summary><c>transitive:N</c> in a list of G-sets: for each group all transitive G-sets of 2 to N points beside the regular one, as <c>cosets:#k</c>, one for each class of subgroups.</summary>
internal static class TransitiveSets
{
    /// <summary>The most such sets of one group.</summary>
    public const int MaxSets = 500;

    private const string Prefix = "transitive:";

    /// <summary>N; null if the text is another notation.</summary>
    /// <exception cref="AlgebraFormatException">What follows the colon is no number from 2.</exception>
    public static int? TryRead(string text) => !text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? null
        : int.TryParse(text.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var points) && points >= 2 ? points
        : throw new AlgebraFormatException("transitive G-sets", text, Prefix.Length, "not a number of points from 2", Prefix + "12");

    /// <summary>The names of the sets, by falling number of points.</summary>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxSets"/>.</exception>
    public static IReadOnlyList<string> Of(FiniteGroup group, int points)
    {
        IReadOnlyList<string> names = [.. group.ComputeSubgroups().Classes.Where(subgroups => subgroups.Index >= 2 && subgroups.Index <= points && subgroups.Index < group.Order).Select(subgroups => "cosets:" + subgroups.Label)];
        return names.Count <= MaxSets ? names
            : throw new LimitExceededException("transitive G-sets of one group in the catalog", MaxSets, FormattableString.Invariant($"{names.Count} of {group.Name} with at most {points} points"), "not adjustable; ask for fewer points, or leave the group out");
    }
}
