using Eqnn.Algebra.Characters.Rows;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>The simple real representations from the complex irreducible characters, in the documented order.</summary>
internal static class RealSimples
{
    /// <summary>One simple for each real or quaternionic character and each pair of complex conjugate ones.</summary>
    public static SimpleRepresentation[] Of(CharacterTable table, CharacterRows rows, CancellationToken cancellationToken)
    {
        var found = new List<(SimpleType Type, int First, int Second)>();
        for (var i = 0; i < rows.Rows.Count; i++)
        {
            if (rows.Conjugates[i] >= i)
            {
                var type = rows.Indicators[i] switch
                {
                    1 => SimpleType.Real,
                    0 => SimpleType.Complex,
                    _ => SimpleType.Quaternionic,
                };
                found.Add((type, i, rows.Conjugates[i]));
            }
        }

        if (!rows.IsCyclic)
        {
            // The trivial character is row 0 and stays first; a list sort is not stable, but the order is total: equal characters are equal rows.
            CancellableSort.Sort(found, Comparer<(SimpleType Type, int First, int Second)>.Create((x, y) =>
            {
                if (x.First == y.First)
                {
                    return 0;
                }

                var result = Dimension(x.Type, rows.Rows[x.First]).CompareTo(Dimension(y.Type, rows.Rows[y.First]));
                result = result != 0 ? result : x.Type.CompareTo(y.Type);
                return result != 0 ? result : CompareDecreasing(rows, x.Type, x.First, y.First);
            }), cancellationToken, from: 1);
        }

        var simples = new SimpleRepresentation[found.Count];
        for (var i = 0; i < simples.Length; i++)
        {
            var (type, first, second) = found[i];
            IrreducibleCharacter[] constituents = first == second ? [table.Irreducibles[first]] : [table.Irreducibles[first], table.Irreducibles[second]];
            simples[i] = new SimpleRepresentation(table, i, type, Array.AsReadOnly(constituents));
        }

        return simples;
    }

    private static long Dimension(SimpleType type, CharacterRow row) => type == SimpleType.Real ? row.Degree : 2 * row.Degree;

    private static int CompareDecreasing(CharacterRows rows, SimpleType type, int x, int y)
    {
        // Same type, so the factor 2 of type H changes nothing in the order.
        foreach (var c in rows.DecidingClasses)
        {
            var (a, b) = (rows.Rows[x].Id(c), rows.Rows[y].Id(c));
            var result = a == b ? 0
                : type == SimpleType.Complex ? Cyclotomic.CompareListing(rows.Values.Trace(b), rows.Values.Trace(a))
                : rows.Values.Compare(b, a);
            if (result != 0)
            {
                return result;
            }
        }

        return 0;
    }
}
