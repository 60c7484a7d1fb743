using System.Globalization;
using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra;

/// <summary>How far work on a group may go before it is refused by a <see cref="LimitExceededException"/>.</summary>
/// <remarks>Limits change what is answered, never the answer.</remarks>
public sealed record GroupLimits
{
    /// <summary>The limits in force where none are given: 10 000 000 elements, order 10^13 for a search, degree 100 000, 1 000 000 classes, 5 000 of them by search, 6 000 in a table by partitions, 200 000 subgroups, 1 000 000 normal ones.</summary>
    public static GroupLimits Default { get; } = new();

    private const int DefaultSearchedClasses = 5_000;

    /// <summary>A new element is compared with the known ones of its kind, point by point: beyond this the search takes hours.</summary>
    private const long MaxComparedPoints = 10_000_000_000;

    /// <summary>Each class keeps generators of the stabilisers along a base of its own, 20 image lists for each: beyond this they take more than a gigabyte.</summary>
    private const double MaxKeptImages = 300_000_000;

    /// <summary>The largest order of a group whose elements may be numbered and visited one by one (4 bytes for each element); at most 2 000 000 000.</summary>
    public long MaxEnumeratedOrder { get; init; } = 10_000_000;

    /// <summary>The largest order of a non-abelian group whose conjugacy classes may be searched for without visiting its elements.</summary>
    public long MaxSearchedOrder { get; init; } = 10_000_000_000_000;

    /// <summary>The largest number of conjugacy classes that are searched for in a group too large to be enumerated. Where it is 5000, fewer on many points: n classes on d points with n²d up to 10¹⁰, which take minutes, and 20 nd log|G|/log d up to 3·10⁸, which take a gigabyte.</summary>
    public int MaxSearchedClasses { get; init; } = DefaultSearchedClasses;

    /// <summary>The largest degree of a permutation group.</summary>
    public int MaxDegree { get; init; } = DegreeLimit.Default;

    /// <summary>The largest number of conjugacy classes that is listed.</summary>
    public int MaxClasses { get; init; } = 1_000_000;

    /// <summary>The largest number of classes of S_n for which the characters of S_n or A_n are tabulated: n up to 30, where the values take about a quarter of a gigabyte.</summary>
    public int MaxTabulatedClasses { get; init; } = 6_000;

    /// <summary>The largest number of subgroups, conjugates counted, that are found one by one.</summary>
    public int MaxSubgroups { get; init; } = 200_000;

    /// <summary>The largest number of normal subgroups; some hundred bytes for each.</summary>
    public int MaxNormalSubgroups { get; init; } = 1_000_000;

    /// <summary>A copy with another bound on enumerated elements. <see cref="MaxSearchedOrder"/> is raised with it, and lowered with it below 10 000 000: a group refused here is refused there.</summary>
    public GroupLimits WithMaxEnumeratedOrder(long bound) =>
        this with { MaxEnumeratedOrder = bound, MaxSearchedOrder = bound < Default.MaxEnumeratedOrder ? bound : Math.Max(MaxSearchedOrder, bound) };

    /// <summary>A copy with another bound on the order of groups whose classes are searched for.</summary>
    public GroupLimits WithMaxSearchedOrder(long bound) => this with { MaxSearchedOrder = bound };

    /// <summary>A copy with another bound on the degree.</summary>
    public GroupLimits WithMaxDegree(int bound) => this with { MaxDegree = bound };

    /// <summary>A copy with another bound on the number of classes, listed, searched for or tabulated.</summary>
    public GroupLimits WithMaxClasses(int bound) => this with { MaxClasses = bound, MaxSearchedClasses = bound, MaxTabulatedClasses = bound };

    /// <summary>A copy with another bound on the number of subgroups.</summary>
    public GroupLimits WithMaxSubgroups(int bound) => this with { MaxSubgroups = bound };

    /// <summary>A copy with another bound on the number of normal subgroups.</summary>
    public GroupLimits WithMaxNormalSubgroups(int bound) => this with { MaxNormalSubgroups = bound };

    internal void RequireDegree(BigInteger degree) => DegreeLimit.Require(degree, MaxDegree);

    internal int RequireEnumerable(BigInteger order, string purpose)
    {
        // An array holds one entry for each element, and arrays are indexed by 31-bit numbers whatever the user allows.
        var bound = Math.Min(MaxEnumeratedOrder, 2_000_000_000L);
        if (order > bound)
        {
            throw Raisable("enumerated elements", bound, Shown(order) + " elements for " + purpose, nameof(MaxEnumeratedOrder), order, 2_000_000_000, "not possible above 2000000000 elements");
        }

        return (int)order;
    }

    internal void RequireSearchable(BigInteger order, string purpose)
    {
        if (order > Math.Max(MaxSearchedOrder, MaxEnumeratedOrder))
        {
            throw Raisable("group order", MaxSearchedOrder, Shown(order) + " elements for " + purpose, nameof(MaxEnumeratedOrder), order, long.MaxValue, "not possible above 2^63");
        }
    }

    internal void RequireSearchedClasses(BigInteger estimate, BigInteger order, int degree, string purpose)
    {
        var kept = 20 * Math.Ceiling(BigInteger.Log(order) / Math.Log(degree)) * degree;
        var bound = MaxSearchedClasses == DefaultSearchedClasses ? Math.Min(MaxSearchedClasses, (int)Math.Min(Math.Sqrt(MaxComparedPoints / degree), MaxKeptImages / kept)) : MaxSearchedClasses;
        if (estimate > bound)
        {
            throw new LimitExceededException("conjugacy classes by search", bound, FormattableString.Invariant($"at least about {Shown(estimate)} for {purpose} on {degree} points"), "GroupLimits.MaxSearchedClasses", (long)BigInteger.Min(4 * estimate, 2_000_000_000));
        }
    }

    internal void RequireClasses(BigInteger count)
    {
        if (count > MaxClasses)
        {
            throw Raisable("conjugacy classes", MaxClasses, Shown(count) + " classes", nameof(MaxClasses), count, 2_000_000_000, "not possible above 2000000000 classes");
        }
    }

    /// <summary>Refuses a table of S_n with too many classes; <paramref name="bytes"/> is null where the values are too large for any limit.</summary>
    internal void RequireTabulated(int degree, BigInteger count, BigInteger? bytes)
    {
        if (count > MaxTabulatedClasses)
        {
            var tenths = (bytes + 50_000_000) / 100_000_000;
            var needed = FormattableString.Invariant($"{Shown(count)} classes of S{degree}") + (tenths is { } size ? FormattableString.Invariant($" and about {size / 10}.{size % 10} GB") : "");
            throw Raisable("classes of a symmetric group with a character table", MaxTabulatedClasses, needed, nameof(MaxTabulatedClasses), count, tenths is null ? -1 : 2_000_000_000, "not possible in this version: characters of degrees above 2^63");
        }
    }

    internal LimitExceededException TooManyNormalSubgroups(BigInteger atLeast, string group) =>
        Raisable("normal subgroups", MaxNormalSubgroups, "at least " + Shown(atLeast) + " of " + group, nameof(MaxNormalSubgroups), 4 * atLeast, 2_000_000_000, "not possible above 2000000000");

    private static string Shown(BigInteger value) => LimitExceededException.Shown(value);

    private static LimitExceededException Raisable(string limit, long bound, string needed, string setting, BigInteger raised, long most, string otherwise) => raised <= most
        ? new(limit, bound, needed, nameof(GroupLimits) + "." + setting, (long)raised)
        : new(limit, bound, needed, otherwise);
}
