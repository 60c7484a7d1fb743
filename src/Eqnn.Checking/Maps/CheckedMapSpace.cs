using Eqnn.Checking.Fans;
using Eqnn.Checking.Groups;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Checking.Maps;

/// <summary>The space of continuous equivariant maps that are linear on the cones of a fan.</summary>
/// <remarks>
/// <para><b>At least the claimed dimension.</b> A basis element has values on one ray of each orbit. Moved along the orbits by the generators they agree wherever two ways meet (equivariance, stabilisers included); on each representative chamber a
/// matrix takes the given rays to the values there (linear); neighbours share the rays of their wall (continuous). The elements are independent.</para>
/// <para><b>At most.</b> Another system: one unknown matrix for each orbit of chambers, equal to its neighbours on every wall and unchanged under the stabiliser. Its rank modulo a prime is at most its rank.</para>
/// </remarks>
internal sealed class CheckedMapSpace
{
    private const int MaxDimension = 10_000;
    private readonly Claim _root;
    private readonly CheckedFan _fan;
    private readonly ListedRepresentation _source;
    private readonly ListedRepresentation _target;
    private readonly CancellationToken _cancellationToken;

    public CheckedMapSpace(Claim root, ListedGroup group, CheckedFan fan, CancellationToken cancellationToken)
    {
        _root = root;
        _fan = fan;
        _cancellationToken = cancellationToken;
        _source = Representation(root["sourceMatrices"], group, cancellationToken);
        _target = Representation(root["targetMatrices"], group, cancellationToken);
    }

    private static ListedRepresentation Representation(Claim record, ListedGroup group, CancellationToken cancellationToken)
    {
        var dimension = record["dimension"].Number(1, MaxDimension);
        var items = record["generators"].Items(group.Generators.Count);
        return ListedRepresentation.Of(items, [.. items.Select(item => item.RealMatrix(dimension, dimension))], dimension, group, cancellationToken);
    }

    private int TargetDimension => _target.Dimension;

    /// <summary>The dimension, after all claims hold.</summary>
    public int Check(RealSimple source, RealSimple target, List<string> claims)
    {
        RequireFanOfSource();
        var copies = _source.MultipleOf(source, _root["sourceMatrices"]);
        _root["sourceMatrices"]["copies"].RequireCount(copies);
        _root["targetMatrices"].Require(_target.MultipleOf(target, _root["targetMatrices"]) == 1, () => "the traces are those of several copies");
        claims.Add($"the matrices are representations of the group: {copies} x {Quoted.Of(source.Label)}, on which the rows of the fan are permuted, and {Quoted.Of(target.Label)}");

        var space = _root["mapSpace"];
        var vectors = BasisVectors(space["basis"]);
        var dimension = space["dimension"].Number(0, 1_000_000);
        space["dimension"].Require(vectors.Count == dimension, () => FormattableString.Invariant($"the basis has {vectors.Count} elements"));
        space["basis"].Require(vectors.Count == 0 || Matrix<Cyclotomic>.FromRows(vectors).Rank == vectors.Count, () => "the elements are linearly dependent");
        claims.Add(FormattableString.Invariant($"{dimension} independent maps are given; each is equivariant on all {_fan.RayOrbits.Count} rays, linear on every chamber and continuous across every wall"));
        new WallSystem(_fan, _source, _target, _cancellationToken).RequireAtMost(dimension, space["dimension"]);
        claims.Add(FormattableString.Invariant($"there are no more: the equations across the walls leave dimension {dimension}"));

        var linear = LinearDimension();
        space["linearDimension"].RequireCount(linear);
        var raySum = Enumerable.Range(0, _fan.RayOrbits.Sizes.Count).Sum(i => FixedVectors(OrbitMatrices(_fan.RayOrbits.Words[i], _fan.RayOrbits)).Count);
        space["raySum"].RequireCount(raySum);
        space["oneLayerDimension"].RequireCount(OneLayerDimension());
        claims.Add(FormattableString.Invariant($"the linear maps have dimension {linear}; the sum over ray orbits is {raySum}"));
        return dimension;
    }

    /// <summary>Row g x of the fan, composed with the matrix of g, must be row x (with its sign): then the matrices move the hyperplanes as the generators of the fan do.</summary>
    private void RequireFanOfSource()
    {
        var rows = _fan.Forms.Rows;
        var generators = _root["fan"]["symmetry"]["generators"].Items(_source.Generators.Count);
        var columns = _root["fan"]["arrangement"]["columns"];
        columns.Require(columns.Count() == _source.Dimension, () => FormattableString.Invariant($"the rows of the fan are forms on the source, of dimension {_source.Dimension}"));
        _root["fan"]["counts"]["lineality"].Require(_fan.Forms.Dimension == _source.Dimension, () => "the rows do not span the dual of the source");
        for (var g = 0; g < generators.Count; g++)
        {
            var images = generators[g].Items(rows.Count);
            for (var x = 0; x < rows.Count; x++)
            {
                var image = images[x].Number(-rows.Count, rows.Count);
                var moved = _source.Generators[g].Transpose() * rows[Math.Abs(image) - 1];
                images[x].Require(moved.SequenceEqual(image < 0 ? rows[x].Select(c => -c) : rows[x]), () => "the matrix of the generator does not move the rows so");
            }
        }
    }

    /// <summary>Each basis element as its values on the representatives of the ray orbits, checked.</summary>
    private List<ColumnVector<Cyclotomic>> BasisVectors(Claim basis)
    {
        var vectors = new List<ColumnVector<Cyclotomic>>();
        foreach (var element in basis.Items())
        {
            var nodes = element["valuesOnRayOrbits"].Items(_fan.RayOrbits.Sizes.Count);
            var values = nodes.Select(node => ColumnVector.Of(node.RealVector(TargetDimension))).ToArray();
            var byRay = new Dictionary<string, ColumnVector<Cyclotomic>>();
            for (var i = 0; i < values.Length; i++)
            {
                SpreadValue(nodes[i], i, values[i], byRay);
            }

            CheckMatrices(element["chamberMatrices"], byRay);
            vectors.Add([.. values.SelectMany(v => v)]);
        }

        return vectors;
    }

    /// <summary>The value on every ray of an orbit, scaled to the vector that stands for it; every way along generators must give the same.</summary>
    private void SpreadValue(Claim node, int orbit, ColumnVector<Cyclotomic> value, Dictionary<string, ColumnVector<Cyclotomic>> byRay)
    {
        var words = _fan.RayOrbits.Words[orbit];
        var moved = new Dictionary<string, ColumnVector<Cyclotomic>> { [words[0]] = value };
        foreach (var word in words)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            for (var g = 0; g < _target.Generators.Count; g++)
            {
                var image = _fan.RayOrbits.Apply(g, word);
                var there = _target.Generators[g] * moved[word];
                if (!moved.TryAdd(image, there))
                {
                    node.Require(moved[image] == there, () => "the value is not fixed by the stabiliser of the ray: the map is not equivariant");
                }
            }
        }

        for (var k = 0; k < _fan.Rays.Count; k++)
        {
            if (moved.TryGetValue(_fan.RaySigns[k], out var there))
            {
                byRay[_fan.RaySigns[k]] = there * Scale(orbit, k);
            }
        }
    }

    /// <summary>The number c with listed ray k = c g ρ, ρ the representative of its orbit and g the path to it.</summary>
    private Cyclotomic Scale(int orbit, int k)
    {
        var image = ColumnVector.Of(_fan.Rays[_fan.RayRepresentatives[orbit]]);
        foreach (var g in _fan.RayOrbits.PathTo(_fan.RaySigns[k]))
        {
            image = _source.Generators[g] * image;
        }

        var place = Enumerable.Range(0, image.Count).First(i => !image[i].IsZero);
        return _fan.Rays[k][place] / image[place];
    }

    private void CheckMatrices(Claim list, Dictionary<string, ColumnVector<Cyclotomic>> byRay)
    {
        var nodes = list.Items(_fan.Representatives.Count);
        for (var c = 0; c < nodes.Count; c++)
        {
            var matrix = nodes[c].RealMatrix(TargetDimension, _source.Dimension);
            foreach (var ray in _fan.Representatives[c].Rays)
            {
                nodes[c].Require(matrix * _fan.Rays[ray] == byRay[_fan.RaySigns[ray]], () => FormattableString.Invariant($"the matrix does not send ray {ray + 1} to its value"));
            }
        }
    }

    private int LinearDimension()
    {
        var sum = Cyclotomic.Zero;
        var (left, right) = (_source.Character, _target.Character);
        for (var c = 0; c < left.Count; c++)
        {
            sum += _source.Group.Classes[c].Count * left[c] * right[c].Conjugate();
        }

        return (int)(sum / _source.Group.Order).ToRational().Numerator;
    }

    /// <summary>The matrices on the target by which the elements of an orbit arise from its start, in the order of the words, and those of the generators of its stabiliser less 1.</summary>
    private (Dictionary<string, Matrix<Cyclotomic>> To, HashSet<Matrix<Cyclotomic>> Moved) OrbitMatrices(IReadOnlyList<string> words, SignOrbits orbits) =>
        Transversal(words, (g, word) => orbits.Apply(g, word));

    private (Dictionary<T, Matrix<Cyclotomic>> To, HashSet<Matrix<Cyclotomic>> Moved) Transversal<T>(IReadOnlyList<T> points, Func<int, T, T> apply)
        where T : notnull
    {
        var identity = Matrix<Cyclotomic>.Identity(TargetDimension);
        var to = new Dictionary<T, Matrix<Cyclotomic>> { [points[0]] = identity };
        var moved = new HashSet<Matrix<Cyclotomic>>();
        foreach (var point in points)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            for (var g = 0; g < _target.Generators.Count; g++)
            {
                var image = apply(g, point);
                var there = _target.Generators[g] * to[point];
                if (!to.TryAdd(image, there) && to[image] != there)
                {
                    moved.Add((to[image].Inverse() * there) - identity);
                }
            }
        }

        return (to, moved);
    }

    private IReadOnlyList<ColumnVector<Cyclotomic>> FixedVectors<T>((Dictionary<T, Matrix<Cyclotomic>> To, HashSet<Matrix<Cyclotomic>> Moved) orbit)
        where T : notnull => Subspace<Cyclotomic>.SolutionsOf(TargetDimension, orbit.Moved.SelectMany(m => m.Rows())).Basis;

    /// <summary>The span of the linear maps and of <c>Σ_y |v_y| g_y u</c>, by values on the representatives of the ray orbits.</summary>
    private int OneLayerDimension()
    {
        var representatives = _fan.RayRepresentatives.Select(k => _fan.Rays[k]).ToArray();
        var vectors = new List<ColumnVector<Cyclotomic>>();
        foreach (var matrix in EquivariantMatrices())
        {
            vectors.Add([.. representatives.SelectMany(ray => matrix * ray)]);
        }

        var images = _root["fan"]["symmetry"]["generators"].Items().Select(g => g.Items().Select(x => Math.Abs(x.Number(-_fan.Forms.Rows.Count, _fan.Forms.Rows.Count)) - 1).ToArray()).ToArray();
        var seen = new HashSet<int>();
        for (var x = 0; x < _fan.Forms.Rows.Count; x++)
        {
            if (_fan.Forms.HyperplaneOf[x] < 0 || !seen.Add(x))
            {
                continue;
            }

            var orbit = new List<int> { x };
            for (var next = 0; next < orbit.Count; next++)
            {
                orbit.AddRange(images.Select(image => image[orbit[next]]).Where(seen.Add));
            }

            var moved = Transversal(orbit, (g, point) => images[g][point]);
            foreach (var u in FixedVectors(moved))
            {
                var turned = orbit.Select(y => moved.To[y] * u).ToList();
                vectors.Add([.. representatives.SelectMany(ray => ColumnVector.Combination(TargetDimension, [.. orbit.Select(y => Cyclotomic.Abs(_fan.Forms.At(y, ray)))], turned))]);
            }
        }

        return vectors.Count == 0 || vectors[0].Count == 0 ? 0 : Matrix<Cyclotomic>.FromRows(vectors).Rank;
    }

    /// <summary>A basis of the matrices A with A ρ_V(g) = ρ_K(g) A.</summary>
    private IEnumerable<Matrix<Cyclotomic>> EquivariantMatrices()
    {
        var (rows, columns) = (TargetDimension, _source.Dimension);
        if (LinearDimension() == 0)
        {
            return [];
        }

        var equations = new List<Cyclotomic[]>();
        for (var g = 0; g < _source.Generators.Count; g++)
        {
            for (var i = 0; i < rows; i++)
            {
                for (var j = 0; j < columns; j++)
                {
                    var equation = new Cyclotomic[rows * columns];
                    for (var k = 0; k < columns; k++)
                    {
                        equation[(i * columns) + k] += _source.Generators[g][k, j];
                    }

                    for (var k = 0; k < rows; k++)
                    {
                        equation[(k * columns) + j] -= _target.Generators[g][i, k];
                    }

                    equations.Add(equation);
                }
            }
        }

        return Subspace<Cyclotomic>.SolutionsOf(rows * columns, equations).Basis.Select(solution => Matrix<Cyclotomic>.FromFunction(rows, columns, (i, j) => solution[(i * columns) + j]));
    }
}
