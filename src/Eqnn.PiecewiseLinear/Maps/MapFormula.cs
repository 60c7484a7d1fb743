using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Arrangements;

namespace Eqnn.PiecewiseLinear.Maps;

/// <summary>One coordinate of a piecewise linear map as a closed formula: <c>max(ℓ₁, ..., ℓ_k) + a + Σ c_h |⟨n_h, v⟩|</c>, or with min, or without either.</summary>
/// <remarks>
/// <para>Crossing a hyperplane with normal n to its positive side adds <c>u n</c> to the linear form; the function is convex iff all u are at least 0. If u depends on the hyperplane only, it is linear plus absolute values (one layer).
/// If all u have one sign it is the maximum or minimum of its linear pieces. Else <c>c_h |⟨n_h, v⟩|</c> with the least sufficient c_h make it convex.</para>
/// <para>Checked on every chamber: the formula is linear on each with the matrix of the map.</para>
/// </remarks>
internal sealed class MapFormula
{
    /// <summary>The most chambers for which formulas are made.</summary>
    public const int MaxChambers = 600;

    private MapFormula(IReadOnlyList<ColumnVector<Cyclotomic>> pieces, bool isMinimum, IReadOnlyList<(Cyclotomic Coefficient, ColumnVector<Cyclotomic> Normal)> folds)
    {
        Pieces = pieces;
        IsMinimum = isMinimum;
        Folds = folds;
    }

    /// <summary>The linear forms whose maximum (minimum) is the first part; one form: no maximum.</summary>
    public IReadOnlyList<ColumnVector<Cyclotomic>> Pieces { get; }

    /// <summary>Whether the first part is a minimum.</summary>
    public bool IsMinimum { get; }

    /// <summary>The terms <c>c |⟨n, v⟩|</c>.</summary>
    public IReadOnlyList<(Cyclotomic Coefficient, ColumnVector<Cyclotomic> Normal)> Folds { get; }

    /// <summary>The formulas of all coordinates; <c>null</c> if there are more than <see cref="MaxChambers"/> chambers.</summary>
    public static IReadOnlyList<MapFormula>? TryOf(PiecewiseLinearMap map, CancellationToken cancellationToken = default)
    {
        var simple = map.Simplify(cancellationToken);
        if (simple.Fan.ChamberCount > MaxChambers)
        {
            return null;
        }

        var chambers = simple.Fan.AllChambers();
        return [.. Enumerable.Range(0, map.Target.Dimension).Select(i => Of(simple, chambers, i, cancellationToken))];
    }

    private static MapFormula Of(PiecewiseLinearMap map, IReadOnlyList<Chamber> chambers, int coordinate, CancellationToken cancellationToken)
    {
        var hyperplanes = map.Fan.Chambers.Arrangement.Hyperplanes;
        var normals = hyperplanes.Select(h => Scaled(h.Normal)).ToList();
        var (least, largest) = (new Cyclotomic?[normals.Count], new Cyclotomic?[normals.Count]);
        foreach (var chamber in chambers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = map.MatrixOn(chamber).Row(coordinate);
            foreach (var wall in chamber.Walls.Where(wall => chamber.Signs[wall] > 0))
            {
                var other = map.MatrixOn(chamber.Across(wall)).Row(coordinate);
                var lead = Lead(normals[wall].Normal);
                var jump = normals[wall].Sign * (row[lead] - other[lead]);
                least[wall] = least[wall] is { } a ? Cyclotomic.Min(a, jump) : jump;
                largest[wall] = largest[wall] is { } b ? Cyclotomic.Max(b, jump) : jump;
            }
        }

        // A fold c |⟨n, v⟩| has the jump 2c.
        Cyclotomic[] folds;
        var isMinimum = false;
        if (Enumerable.Range(0, normals.Count).All(h => least[h] == largest[h]))
        {
            folds = [.. least.Select(jump => jump!.Value / 2)];
        }
        else if (largest.All(jump => jump!.Value.Sign <= 0))
        {
            folds = new Cyclotomic[normals.Count];
            isMinimum = true;
        }
        else
        {
            folds = [.. least.Select(jump => jump!.Value.Sign < 0 ? jump.Value / 2 : Cyclotomic.Zero)];
        }

        // What is left on each chamber after the folds are taken away.
        var pieces = new List<ColumnVector<Cyclotomic>>();
        foreach (var chamber in chambers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = map.MatrixOn(chamber).Row(coordinate);
            for (var h = 0; h < folds.Length; h++)
            {
                row = folds[h].IsZero ? row : row - (chamber.Signs[h] * normals[h].Sign * folds[h] * normals[h].Normal);
            }

            if (!pieces.Contains(row))
            {
                pieces.Add(row);
            }
        }

        return new(pieces, isMinimum, [.. Enumerable.Range(0, folds.Length).Where(h => !folds[h].IsZero).Select(h => (folds[h], normals[h].Normal))]);
    }

    /// <summary>The value of the formula, for checks.</summary>
    public Cyclotomic Evaluate(IReadOnlyList<Cyclotomic> point)
    {
        var values = Pieces.Select(piece => piece.Dot(point)).ToList();
        var first = values.Aggregate((a, b) => IsMinimum ? Cyclotomic.Min(a, b) : Cyclotomic.Max(a, b));
        return Folds.Aggregate(first, (sum, fold) => sum + (fold.Coefficient * Cyclotomic.Abs(fold.Normal.Dot(point))));
    }

    private static int Lead(ColumnVector<Cyclotomic> form) => Enumerable.Range(0, form.Count).First(j => !form[j].IsZero);

    /// <summary>The normal with first nonzero coefficient 1, and the sign by which it was turned.</summary>
    private static (ColumnVector<Cyclotomic> Normal, int Sign) Scaled(ColumnVector<Cyclotomic> normal)
    {
        var lead = normal[Lead(normal)];
        return (lead.Inverse() * normal, lead.Sign);
    }
}
