using System.Globalization;
using Eqnn.Numbers;

namespace Eqnn.Algebra.SmallGroups;

/// <summary>Orders of groups from one to another, written <c>24</c> or <c>1..63</c>.</summary>
public sealed record OrderRange
{
    /// <summary>The orders from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The first is below 1, or the last below the first.</exception>
    public OrderRange(int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        First = first;
        Last = last;
    }

    /// <summary>The least order.</summary>
    public int First { get; }

    /// <summary>The largest order.</summary>
    public int Last { get; }

    /// <summary>All groups of these orders that the library carries, by order and number.</summary>
    /// <exception cref="LimitExceededException">An order exceeds <see cref="SmallGroupLibrary.MaxOrder"/>.</exception>
    public IReadOnlyList<SmallGroup> Groups() => Last <= SmallGroupLibrary.MaxOrder
        ? Array.AsReadOnly(Enumerable.Range(First, Last - First + 1).SelectMany(SmallGroupLibrary.OfOrder).ToArray())
        : throw SmallGroupLibrary.Beyond(FormattableString.Invariant($"order {Last}"));

    /// <summary>Reads <c>24</c> or <c>1..63</c>.</summary>
    /// <exception cref="AlgebraFormatException">The text is neither.</exception>
    public static OrderRange Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ends = text.Split("..").Select(end => int.TryParse(end.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).ToArray();
        return ends.Length is 1 or 2 && ends[0] >= 1 && ends[^1] >= ends[0] ? new OrderRange(ends[0], ends[^1]) : throw new AlgebraFormatException("orders", text, 0, "not an order or a range of orders from 1", "1..63");
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => First == Last ? FormattableString.Invariant($"{First}") : FormattableString.Invariant($"{First}..{Last}");
}
