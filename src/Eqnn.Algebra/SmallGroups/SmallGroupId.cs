using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Eqnn.Numbers;

namespace Eqnn.Algebra.SmallGroups;

/// <summary>The number of a group among those of its order, as GAP, Magma, Sage and the LMFDB count them: <c>SmallGroup(24,3)</c> is SL(2,3).</summary>
/// <remarks>
/// <para>A name of an isomorphism class, not a group: whether a group of this number exists is asked of <see cref="SmallGroupLibrary"/>.</para>
/// <para><b>Order.</b> By the order of the group, then by the number.</para>
/// <para><b>Source.</b> [BescheEickOBrien2002]; the numbering is a convention, no theorem.</para>
/// </remarks>
public sealed record SmallGroupId : IComparable<SmallGroupId>, IComparable, IParsable<SmallGroupId>
{
    /// <summary>The group of this order and number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One of them is below 1.</exception>
    public SmallGroupId(int order, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        Order = order;
        Number = number;
    }

    /// <summary>The number of elements.</summary>
    public int Order { get; }

    /// <summary>The place among the groups of that order, from 1.</summary>
    public int Number { get; }

    /// <summary>The label of the LMFDB, <c>24.3</c>.</summary>
    public string Label => FormattableString.Invariant($"{Order}.{Number}");

    /// <summary>Reads <c>SmallGroup(24,3)</c>, <c>[24,3]</c> or <c>24.3</c>.</summary>
    /// <exception cref="AlgebraFormatException">The text has none of these forms.</exception>
    public static SmallGroupId Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, provider, out var id) ? id : throw new AlgebraFormatException("number of a group", s, 0, "expected an order and a number", "SmallGroup(24,3)");
    }

    /// <summary>As <see cref="Parse"/>, false instead of an error.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out SmallGroupId result)
    {
        var text = (s ?? "").Trim();
        var parts = text.StartsWith("SmallGroup(", StringComparison.Ordinal) && text.EndsWith(')') ? text["SmallGroup(".Length..^1].Split(',')
            : text.StartsWith('[') && text.EndsWith(']') ? text[1..^1].Split(',')
            : text.Split('.');
        result = parts.Length == 2 && Read(parts[0]) is { } order && Read(parts[1]) is { } number ? new SmallGroupId(order, number) : null;
        return result is not null;
    }

    /// <inheritdoc/>
    public int CompareTo(SmallGroupId? other) => other is null ? 1 : (Order, Number).CompareTo((other.Order, other.Number));

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        SmallGroupId other => CompareTo(other),
        _ => throw new ArgumentException("the number of a group compares with others only", nameof(obj)),
    };

    /// <summary>GAP's notation, <c>SmallGroup(24,3)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"SmallGroup({Order},{Number})");

    /// <summary>The order of <see cref="CompareTo(SmallGroupId?)"/>.</summary>
    public static bool operator <(SmallGroupId? left, SmallGroupId? right) => Comparer<SmallGroupId>.Default.Compare(left, right) < 0;

    /// <summary>The order of <see cref="CompareTo(SmallGroupId?)"/>.</summary>
    public static bool operator <=(SmallGroupId? left, SmallGroupId? right) => Comparer<SmallGroupId>.Default.Compare(left, right) <= 0;

    /// <summary>The order of <see cref="CompareTo(SmallGroupId?)"/>.</summary>
    public static bool operator >(SmallGroupId? left, SmallGroupId? right) => Comparer<SmallGroupId>.Default.Compare(left, right) > 0;

    /// <summary>The order of <see cref="CompareTo(SmallGroupId?)"/>.</summary>
    public static bool operator >=(SmallGroupId? left, SmallGroupId? right) => Comparer<SmallGroupId>.Default.Compare(left, right) >= 0;

    private static int? Read(string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;
}
