using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters.Rows;

/// <summary>The listing order of irreducible characters: the trivial one, then by degree, conductor of the value list, decreasing value list.</summary>
/// <param name="values">The values.</param>
/// <param name="classes">Classes, ascending, at one of which two different rows first differ: all classes, or the first of each Galois orbit, as values at powers prime to the order are conjugates of those at the element.</param>
/// <remarks>The conductor of a value list is the least n with all values in Q(ζ_n); "decreasing" is by <see cref="Cyclotomic.CompareListing"/>, first difference in class order, the larger value first.</remarks>
internal sealed class CharacterRowOrder(CharacterValues values, IReadOnlyList<int> classes) : IComparer<CharacterRow>
{
    private readonly Dictionary<CharacterRow, int> _conductors = [];

    /// <inheritdoc/>
    public int Compare(CharacterRow? x, CharacterRow? y)
    {
        if (ReferenceEquals(x, y))
        {
            return 0;
        }

        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var result = x.Degree.CompareTo(y.Degree);
        result = result != 0 ? result : y.IsTrivial.CompareTo(x.IsTrivial);
        result = result != 0 ? result : Conductor(x).CompareTo(Conductor(y));
        for (var i = 0; i < classes.Count && result == 0; i++)
        {
            result = values.Compare(y.Id(classes[i]), x.Id(classes[i]));
        }

        return result;
    }

    private int Conductor(CharacterRow row)
    {
        if (!_conductors.TryGetValue(row, out var conductor))
        {
            _conductors.Add(row, conductor = row.Conductor(values));
        }

        return conductor;
    }
}
