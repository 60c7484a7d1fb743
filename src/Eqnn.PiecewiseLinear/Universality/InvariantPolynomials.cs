using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Isotropy;

namespace Eqnn.PiecewiseLinear.Universality;

/// <summary>Homogeneous invariant polynomials on Fun(X): how many there are in a degree, and how many one hidden layer reaches.</summary>
/// <remarks>
/// <para>Monomials are multisets of points; the invariant polynomials of degree d have the orbit sums of multisets of size d as basis. What G/H reaches is spanned by the means over G of the monomials in the sums <c>s_a = Σ {x_j : j in a}</c> over the H-orbits a. Up to factors that depend on one
/// row or one column only, the coefficient of the mean of <c>Π s_a^(e_a)</c> at an orbit O of multisets is the number of members of O that have e_a points in a, for all a; so the dimension is the rank of the matrix of these numbers.</para>
/// <para>For outputs Fun(G/K): orbits of K in place of G, and the conjugates of H in place of H.</para>
/// <para><b>Source.</b> docs/theory.md#deficit.</para>
/// </remarks>
internal sealed class InvariantPolynomials
{
    /// <summary>The most multisets of one degree.</summary>
    public const long MaxMonomials = 60_000;

    /// <summary>The most products in the elimination for one rank.</summary>
    public const long MaxProducts = 30_000_000;

    private readonly GSet _set;
    private readonly IReadOnlyList<FiniteGroup> _outputs;
    private readonly IReadOnlyList<int[]> _elements;
    private readonly Dictionary<int, Degree?> _degrees = [];
    private readonly CancellationToken _cancellationToken;

    /// <param name="set">X.</param>
    /// <param name="outputs">The stabilisers K of the orbits of Z.</param>
    /// <param name="elements">The permutations of X that G induces; only needed if some K is smaller than G.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public InvariantPolynomials(GSet set, IReadOnlyList<FiniteGroup> outputs, IReadOnlyList<int[]> elements, CancellationToken cancellationToken) =>
        (_set, _outputs, _elements, _cancellationToken) = (set, outputs, elements, cancellationToken);

    /// <summary>The first degree up to a bound in which something is missed, and the last degree that was looked at: the bound, or less where the multisets are too many.</summary>
    public (DegreeDeficit? Deficit, int LastDegree) FirstDeficit(FiniteGroup subgroup, int maxDegree)
    {
        var partitions = Partitions(FunctionOrbits.Labels(_set, subgroup));
        for (var degree = 1; degree <= maxDegree; degree++)
        {
            if (DegreeOf(degree) is not { } known || Reached(known, partitions) is not { } reached)
            {
                return (null, degree - 1);
            }

            if (reached < known.All)
            {
                return (new DegreeDeficit(degree, reached, known.All), degree);
            }
        }

        return (null, maxDegree);
    }

    /// <summary>The partitions of X into the orbits of the conjugates of H, each once.</summary>
    private List<int[]> Partitions(int[] labels)
    {
        if (_outputs.All(output => output.Order == _set.Group.Order))
        {
            return [labels];
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        var partitions = new List<int[]>();
        foreach (var element in _elements)
        {
            var moved = new int[labels.Length];
            for (var x = 0; x < moved.Length; x++)
            {
                moved[element[x]] = labels[x];
            }

            moved = Array.ConvertAll(moved, new Numbering<int>().NumberOf);
            if (known.Add(string.Join(',', moved)))
            {
                partitions.Add(moved);
            }
        }

        return partitions;
    }

    private int? Reached(Degree degree, List<int[]> partitions)
    {
        var reached = 0;
        foreach (var (orbitOf, count) in degree.Orbits)
        {
            var rows = new Dictionary<string, int[]>(StringComparer.Ordinal);
            for (var p = 0; p < partitions.Count; p++)
            {
                _cancellationToken.ThrowIfCancellationRequested();
                var parts = partitions[p].Max() + 1;
                for (var m = 0; m < degree.Monomials.Count; m++)
                {
                    var type = new int[parts];
                    foreach (var point in degree.Monomials[m])
                    {
                        type[partitions[p][point]]++;
                    }

                    var key = FormattableString.Invariant($"{p}:{string.Join(',', type)}");
                    if (!rows.TryGetValue(key, out var row))
                    {
                        rows.Add(key, row = new int[count]);
                    }

                    row[orbitOf[m]]++;
                }
            }

            var different = rows.Values.DistinctBy(row => string.Join(',', row)).ToList();
            if ((long)different.Count * count * Math.Min(different.Count, count) > MaxProducts)
            {
                return null;
            }

            reached += Matrix<Rational>.FromRows(different.Select(row => row.Select(entry => (Rational)entry))).Rank;
        }

        return reached;
    }

    private Degree? DegreeOf(int degree)
    {
        if (!_degrees.TryGetValue(degree, out var known))
        {
            known = Compute(degree);
            _degrees.Add(degree, known);
        }

        return known;
    }

    private Degree? Compute(int degree)
    {
        var points = (int)_set.Size;
        var count = 1.0;
        for (var k = 1; k <= degree; k++)
        {
            count = count * (points + k - 1) / k;
        }

        if (count > MaxMonomials)
        {
            return null;
        }

        var monomials = new List<int[]>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var current = new int[degree];
        Add(0, 0);
        var orbits = new List<(int[] OrbitOf, int Count)>();
        foreach (var output in _outputs)
        {
            var generators = output.Generators.Select(g => _set.ActionOf(g).Images.ToArray()).ToList();
            var orbitOf = new int[monomials.Count];
            Array.Fill(orbitOf, -1);
            var found = 0;
            var pending = new Stack<int>();
            for (var start = 0; start < orbitOf.Length; start++)
            {
                if (orbitOf[start] >= 0)
                {
                    continue;
                }

                _cancellationToken.ThrowIfCancellationRequested();
                orbitOf[start] = found;
                pending.Push(start);
                while (pending.TryPop(out var m))
                {
                    foreach (var images in generators)
                    {
                        var image = Array.ConvertAll(monomials[m], x => images[x]);
                        Array.Sort(image);
                        var place = places[string.Join(',', image)];
                        if (orbitOf[place] < 0)
                        {
                            orbitOf[place] = found;
                            pending.Push(place);
                        }
                    }
                }

                found++;
            }

            orbits.Add((orbitOf, found));
        }

        return new Degree(monomials, orbits, orbits.Sum(orbit => orbit.Count));

        void Add(int at, int least)
        {
            if (at == degree)
            {
                places.Add(string.Join(',', current), monomials.Count);
                monomials.Add((int[])current.Clone());
                return;
            }

            for (var x = least; x < points; x++)
            {
                current[at] = x;
                Add(at + 1, x);
            }
        }
    }

    private sealed record Degree(IReadOnlyList<int[]> Monomials, IReadOnlyList<(int[] OrbitOf, int Count)> Orbits, int All);
}
