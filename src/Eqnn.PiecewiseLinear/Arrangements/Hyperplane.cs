using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>One hyperplane {x : ⟨normal, x⟩ = 0} of an arrangement, with all the rows that describe it.</summary>
public sealed class Hyperplane
{
    internal Hyperplane(int position, ColumnVector<Cyclotomic> normal, IReadOnlyList<(int Row, int Sign)> rows)
    {
        Position = position;
        Normal = normal;
        Rows = rows;
    }

    /// <summary>Its place, from 0; hyperplanes are ordered by their first rows.</summary>
    public int Position { get; }

    /// <summary>The first row that describes it. Its positive side is the positive side of the hyperplane.</summary>
    public ColumnVector<Cyclotomic> Normal { get; }

    /// <summary>The rows parallel to the normal, ascending, each with its direction: 1 if a positive multiple, -1 if a negative one.</summary>
    public IReadOnlyList<(int Row, int Sign)> Rows { get; }

    /// <summary>The rows, counted from 1, with sign: <c>{1, -4}</c>.</summary>
    public override string ToString() => "{" + string.Join(", ", Rows.Select(r => FormattableString.Invariant($"{r.Sign * (r.Row + 1)}"))) + "}";
}
