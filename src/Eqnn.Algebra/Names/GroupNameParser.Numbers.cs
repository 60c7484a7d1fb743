using Eqnn.Algebra.Families;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Names;

/// <content>Groups by their number among those of their order: <c>SmallGroup(24,3)</c>, <c>[24,3]</c>, <c>24.3</c>.</content>
internal sealed partial class GroupNameParser
{
    private const string NumberedExample = "SmallGroup(24,3)";

    /// <summary>The first character behind the digits that stand here.</summary>
    private char BehindDigits()
    {
        var at = _cursor.Position;
        _cursor.TakeWhile(char.IsAsciiDigit);
        var behind = _cursor.Current;
        _cursor.MoveTo(at);
        return behind;
    }

    /// <summary>Whether the digits that stand here, the letter behind them and what follows it are the label of a transitive group: 8T4, 8T.</summary>
    private bool IsTransitiveLabel()
    {
        var at = _cursor.Position;
        _cursor.TakeWhile(char.IsAsciiDigit);
        var behind = _cursor.Position + 1;
        _cursor.MoveTo(at);
        return behind >= _cursor.Text.Length || !char.IsLetter(_cursor.Text[behind]);
    }

    /// <summary>Order and number between brackets, which stand at the place of reading.</summary>
    private GroupRecipe ReadNumbered(int start, char open, char close)
    {
        // Brackets alone may be a matrix or an image list as well.
        var nearest = open == '[' ? NearestGroupName.AllForms : NumberedExample;
        var openAt = _cursor.SkipSpaces();
        if (!_cursor.Take(open))
        {
            throw _cursor.FailAt(openAt, "SmallGroup needs an order and a number in parentheses", NumberedExample);
        }

        var orderAt = _cursor.SkipSpaces();
        var order = ReadNumber("an order", nearest);
        if (!_cursor.Take(','))
        {
            throw _cursor.Fail("expected ',' and the number of the group among those of its order", nearest);
        }

        var numberAt = _cursor.SkipSpaces();
        var number = ReadNumber("a number", nearest);
        if (!_cursor.Take(close))
        {
            throw NotClosed(openAt, open, close, nearest);
        }

        return Numbered(order, orderAt, number, numberAt, isWhole: true);
    }

    /// <summary>The label of the LMFDB.</summary>
    private GroupRecipe ReadLabel()
    {
        var orderAt = _cursor.Position;
        var order = ReadNumber("an order", NearestGroupName.AllForms);
        _cursor.Take(".");
        var numberAt = _cursor.Position;
        var number = ReadNumber("the number of a group behind its order", NearestGroupName.AllForms);
        _cursor.SkipSpaces();
        return Numbered(order, orderAt, number, numberAt, isWhole: _cursor.AtEnd);
    }

    /// <summary>The group of a number; <paramref name="isWhole"/> says that nothing else can have been meant, as in <c>1.5 0; 0 1</c>.</summary>
    private GroupRecipe Numbered(long order, int orderAt, long number, int numberAt, bool isWhole)
    {
        if (order < 1)
        {
            throw _cursor.FailAt(orderAt, "an order is at least 1", NearestGroupName.AllForms);
        }

        if (order > SmallGroupLibrary.MaxOrder)
        {
            if (_gap is { } gap && order <= GapLibrary.MaxOrder && number is > 0 and <= int.MaxValue)
            {
                return gap.Find(new SmallGroupId((int)order, (int)number), _cancellation).ToRecipe();
            }

            var names = order <= int.MaxValue ? NamesOfOrder.Of((int)order) : [];
            throw SmallGroupLibrary.Beyond(FormattableString.Invariant($"order {order}") + (names.Count > 0 ? "; groups of this order are among others " + string.Join(", ", names) : ""));
        }

        var count = SmallGroupLibrary.OfOrder((int)order).Count;
        return number >= 1 && number <= count
            ? SmallGroupLibrary.OfOrder((int)order)[(int)number - 1].ToRecipe()
            : throw _cursor.FailAt(
                numberAt,
                count == 1 ? FormattableString.Invariant($"there is one group of order {order}") : FormattableString.Invariant($"there are {count} groups of order {order}, with numbers 1 to {count}"),
                isWhole ? FormattableString.Invariant($"SmallGroup({order},{Math.Clamp(number, 1, count)})") : NearestGroupName.AllForms);
    }

    private AlgebraFormatException RefuseTransitive(int at, string name) =>
        _cursor.FailAt(at, FormattableString.Invariant($"'{new string([.. name.TakeWhile(c => !char.IsWhiteSpace(c)).Take(20)])}': numbers of transitive and primitive groups are not understood, their order is a convention of tables that are not carried; give generators"), "perm:(1,2,3)(4,5);(1,2)");
}
