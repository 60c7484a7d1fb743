using Eqnn.Algebra.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>The listing order of irreducible characters: the trivial one, then by degree, conductor of the value list, decreasing value list.</summary>
/// <remarks>The conductor of a value list is the least n with all values in Q(ζ_n); "decreasing" is by the listing order of <see cref="Cyclotomic"/>, first difference in class order, the larger value first.</remarks>
internal sealed class CharacterRowOrder(ValuePool pool, int classCount) : IComparer<CharacterRow>
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
        result = result != 0 ? result : IsTrivial(y).CompareTo(IsTrivial(x));
        result = result != 0 ? result : Conductor(x).CompareTo(Conductor(y));
        for (var c = 0; c < classCount && result == 0; c++)
        {
            result = pool.Compare(y.Id(c), x.Id(c));
        }

        return result;
    }

    private static bool IsTrivial(CharacterRow row) => row is LinearRow linear && Array.TrueForAll(linear.Exponents, x => x == 0);

    private int Conductor(CharacterRow row)
    {
        if (!_conductors.TryGetValue(row, out var conductor))
        {
            conductor = 1;
            if (row is LinearRow linear)
            {
                conductor = linear.Order % 4 == 2 ? linear.Order / 2 : linear.Order;
            }
            else
            {
                foreach (var id in ((StoredRow)row).Ids.Distinct())
                {
                    var one = pool.Value(id).Conductor;
                    conductor = one == 1 || conductor % one == 0 ? conductor : (int)NumberTheory.Lcm(conductor, one);
                }
            }

            _conductors.Add(row, conductor);
        }

        return conductor;
    }
}
