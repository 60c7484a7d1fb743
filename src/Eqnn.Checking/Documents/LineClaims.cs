using Eqnn.Checking.Groups;
using Eqnn.Numbers;

namespace Eqnn.Checking.Documents;

/// <summary>Theorem 2 on one orbit, from sums of characters over listed elements: which points have a vector P_S e_y equal or opposite to that of the base point, and which simples these points couple to.</summary>
internal sealed class LineClaims
{
    private readonly Dictionary<string, (bool[] Even, bool[] Odd, bool[] Both)> _rows = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<RealSimple> _simples;
    private readonly IReadOnlyList<IReadOnlyList<Cyclotomic>> _sums;
    private readonly int[][] _signs;

    /// <summary>Sums every character over the elements that bring the base point to each point.</summary>
    public LineClaims(ListedSet set, int orbit, ListedGroup group, IReadOnlyList<RealSimple> simples)
    {
        _simples = simples;
        Points = set.Orbits[orbit];
        var place = Points.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var classes = Points.Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < group.Order; i++)
        {
            classes[place[set.Apply(i, Points[0])]].Add(group.ClassOf[i]);
        }

        _sums = [.. simples.Select(simple => (IReadOnlyList<Cyclotomic>)[.. classes.Select(list => list.Aggregate(Cyclotomic.Zero, (sum, c) => sum + simple.Values[c]))])];
        _signs = [.. _sums.Select(sums => sums.Select(sum => sum == sums[0] ? 1 : sum == -sums[0] ? -1 : 0).ToArray())];
    }

    /// <summary>The points of the orbit, ascending.</summary>
    public int[] Points { get; }

    /// <summary>Whether a simple occurs on the orbit.</summary>
    public bool Meets(RealSimple simple) => !_sums[simple.Position][0].IsZero;

    /// <summary>The entry of the projector of a simple at a point, by its place, and the base point.</summary>
    public Cyclotomic ProjectorAt(RealSimple simple, int place) => _simples[simple.Position].Scale * _sums[simple.Position][place];

    /// <summary>The places of the points that are equal and of those that are opposite to the base point for all the simples, which occur here.</summary>
    public (IReadOnlyList<int> Equal, IReadOnlyList<int> Opposite) Parallel(IEnumerable<RealSimple> sources)
    {
        var signs = sources.Select(source => _signs[source.Position]).ToList();
        return ([.. Enumerable.Range(0, Points.Length).Where(y => signs.TrueForAll(sign => sign[y] == 1))], [.. Enumerable.Range(0, Points.Length).Where(y => signs.TrueForAll(sign => sign[y] == -1))]);
    }

    /// <summary>The simples in R[G/B], in Ind ε and in R[G/A], by their positions.</summary>
    public (bool[] Even, bool[] Odd, bool[] Fixed) Row(IEnumerable<RealSimple> sources)
    {
        var (equal, opposite) = Parallel(sources);
        var key = string.Join(' ', equal) + "|" + string.Join(' ', opposite);
        if (!_rows.TryGetValue(key, out var row))
        {
            var sums = _sums.Select(values => (Equal: Sum(values, equal), Opposite: Sum(values, opposite))).ToList();
            row = ([.. sums.Select(sum => !(sum.Equal + sum.Opposite).IsZero)], [.. sums.Select(sum => !(sum.Equal - sum.Opposite).IsZero)], [.. sums.Select(sum => !sum.Equal.IsZero)]);
            _rows.Add(key, row);
        }

        return row;
    }

    private static Cyclotomic Sum(IReadOnlyList<Cyclotomic> values, IReadOnlyList<int> places) => places.Aggregate(Cyclotomic.Zero, (sum, y) => sum + values[y]);
}
