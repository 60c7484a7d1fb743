using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Records.Json;

namespace Eqnn.Records.Explorations;

/// <summary>The exact numbers of a page: short rational ones where they occur, all others once at the end, and there only their numbers.</summary>
internal sealed class PageNumbers(JsonOutput json, RealFieldBasis basis)
{
    /// <summary>Longer fractions stand once, at the end.</summary>
    private const int LongestText = 5;

    private const int LargestWhole = 1_000_000;

    private readonly Numbering<Cyclotomic> _long = new();

    /// <summary>A list of numbers.</summary>
    public void Row(IEnumerable<Cyclotomic> values) => json.Row(values, Item);

    /// <summary>The numbers that were met, each by its coordinates: atom, coefficient, atom, coefficient, ...</summary>
    public void WriteTable(string name) => json.List(name, _long.Values, value => json.Row(
        basis.CoordinatesOf(value).Index().Where(pair => !pair.Item.IsZero),
        pair =>
        {
            json.Item(pair.Index);
            json.Item(pair.Item.ToString());
        }));

    private void Item(Cyclotomic value)
    {
        if (value.IsRational && value.ToRational() is { IsInteger: true } whole && Rational.Abs(whole) < LargestWhole)
        {
            json.Item(whole.Numerator);
        }
        else if (value.IsRational && value.ToRational().ToString() is { Length: <= LongestText } text)
        {
            json.Item(text);
        }
        else
        {
            json.Row([_long.NumberOf(value)]);
        }
    }
}
