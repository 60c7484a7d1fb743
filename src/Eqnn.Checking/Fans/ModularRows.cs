namespace Eqnn.Checking.Fans;

/// <summary>Rows modulo p in echelon form, one more at a time; their number is a lower bound of a rank over the field of the numbers.</summary>
internal sealed class ModularRows(ModularImage field, int columns)
{
    private readonly ulong[]?[] _byPivot = new ulong[]?[columns];

    /// <summary>The number of independent rows.</summary>
    public int Rank { get; private set; }

    /// <summary>Adds a row, which is overwritten; says whether it was independent of those before.</summary>
    public bool Add(ulong[] row)
    {
        var p = field.Prime;
        for (var c = 0; c < row.Length; c++)
        {
            if (row[c] == 0)
            {
                continue;
            }

            if (_byPivot[c] is not { } pivot)
            {
                var inverse = field.Inverse(row[c]);
                for (var k = c; k < row.Length; k++)
                {
                    row[k] = row[k] * inverse % p;
                }

                _byPivot[c] = row;
                Rank++;
                return true;
            }

            var factor = p - row[c];
            for (var k = c; k < row.Length; k++)
            {
                row[k] = (row[k] + (factor * pivot[k])) % p;
            }
        }

        return false;
    }
}
