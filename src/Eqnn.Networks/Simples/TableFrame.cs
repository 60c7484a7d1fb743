using Eqnn.Algebra.Representations;
using Eqnn.Networks.Harmonics;
using Eqnn.Networks.Onnx;
using Eqnn.Networks.Orbits;
using Eqnn.Numbers;

namespace Eqnn.Networks.Simples;

/// <summary>Any G-set of a group with a character table: exact projectors, then an orthonormal basis adapted to the simples by random elements of the group ring.</summary>
/// <remarks>
/// A random symmetric element acts on L with dim L / dim End(L) different eigenvalues, the same on every G-set; its eigenspaces in V_L are models of the multiplicity space. Another random element moves the first to the others, up to a factor.
/// The words are the same for all G-sets, so their models agree. Every property used is checked in floating point, and other words are taken where it fails.
/// </remarks>
internal sealed class TableFrame : IsotypicFrame
{
    /// <summary>The largest G-set for which this is done.</summary>
    public const int MaxPoints = 1500;

    private const int MaxTrials = 60;
    private const int Words = 8;

    private readonly double[][] _rows;

    /// <param name="decomposition">The G-set and its simples.</param>
    /// <param name="simples">The simples of the network.</param>
    /// <param name="randoms">The source of random words by seed; tests hand over one that is not random.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public TableFrame(IsotypicDecomposition decomposition, IReadOnlyList<NetworkSimple> simples, Func<int, Random> randoms, CancellationToken cancellationToken)
        : base(decomposition.Set, [.. simples.Select(simple => (int)decomposition.Multiplicity(simple.Exact!))], simples)
    {
        var action = PointAction.Of(decomposition.Set);
        var images = action.GeneratorImages;
        var rows = new List<double[]>();
        foreach (var simple in simples.Where(simple => Multiplicities[simple.Position] > 0))
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.AddRange(BasisOf(decomposition, simple, images, randoms, cancellationToken));
        }

        _rows = [.. rows];
    }

    public double[] Row(int coordinate) => _rows[coordinate];

    public override void Forward(ReadOnlySpan<double> vector, Span<double> coordinates)
    {
        for (var i = 0; i < _rows.Length; i++)
        {
            coordinates[i] = Vectors.Dot(_rows[i], vector);
        }
    }

    public override void Backward(ReadOnlySpan<double> coordinates, Span<double> vector)
    {
        vector.Clear();
        for (var i = 0; i < _rows.Length; i++)
        {
            if (coordinates[i] != 0)
            {
                var (row, factor) = (_rows[i], coordinates[i]);
                for (var x = 0; x < row.Length; x++)
                {
                    vector[x] += factor * row[x];
                }
            }
        }
    }

    private IEnumerable<double[]> BasisOf(IsotypicDecomposition decomposition, NetworkSimple simple, IReadOnlyList<int[]> images, Func<int, Random> randoms, CancellationToken cancellationToken)
    {
        var component = Component(decomposition, simple, Multiplicities[simple.Position] * simple.Dimension, cancellationToken);
        var part = PartLength(simple);
        for (var trial = 0; trial < MaxTrials; trial++)
        {
            if (TryBasis(component, simple, part, images, randoms((1000 * simple.Position) + trial), cancellationToken) is { } basis)
            {
                return basis;
            }
        }

        throw new CertificateException("random elements of the group ring separate the copies of a simple", $"{simple.Label} in {decomposition.Set.Name}");
    }

    /// <summary>An orthonormal basis of V_L from the columns of the exact projector, the longest remaining column first.</summary>
    private static double[][] Component(IsotypicDecomposition decomposition, NetworkSimple simple, int dimension, CancellationToken cancellationToken)
    {
        var set = decomposition.Set;
        var n = (int)set.Size;
        var columns = new List<double[]>();
        for (var i = 0; i < set.Orbits.Count; i++)
        {
            var orbit = set.Orbits[i];
            double[] values = [.. decomposition.ProjectorValues(simple.Exact!, i).Select(value => ((RealCyclotomic)value).ToDouble())];
            foreach (var x in orbit.Points)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var column = new double[n];
                foreach (var y in orbit.Points)
                {
                    column[y] = values[orbit.PieceOfPair(y, x)];
                }

                columns.Add(column);
            }
        }

        var basis = new double[dimension][];
        for (var k = 0; k < dimension; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var longest = columns.MaxBy(column => Vectors.Dot(column, column))!;
            basis[k] = [.. longest];
            for (var again = 0; again < 2; again++)
            {
                for (var j = 0; j < k; j++)
                {
                    Vectors.Subtract(basis[k], basis[j], Vectors.Dot(basis[k], basis[j]));
                }
            }

            Vectors.Normalise(basis[k]);
            foreach (var column in columns)
            {
                Vectors.Subtract(column, basis[k], Vectors.Dot(column, basis[k]));
            }
        }

        return basis;
    }

    private static List<double[]>? TryBasis(double[][] component, NetworkSimple simple, int part, IReadOnlyList<int[]> images, Random random, CancellationToken cancellationToken)
    {
        var n = component.Length;
        var parts = n / part;
        if (simple.Dimension == 1)
        {
            return [.. component];
        }

        // The symmetric element on V_L, and its eigenspaces.
        var symmetric = GroupRingElement.Random(images, Words, random);
        var matrix = new double[n * n];
        for (var j = 0; j < n; j++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var moved = symmetric.Apply(component[j]);
            for (var i = 0; i < n; i++)
            {
                var entry = Vectors.Dot(component[i], moved);
                matrix[(i * n) + j] += entry / 2;
                matrix[(j * n) + i] += entry / 2;
            }
        }

        var (values, vectors) = SymmetricEigenvectors.Of(matrix, n, cancellationToken);
        for (var j = 0; j < parts; j++)
        {
            if (values[((j + 1) * part) - 1] - values[j * part] > 1e-9 || (j > 0 && values[j * part] - values[(j * part) - 1] < 1e-4))
            {
                return null;
            }
        }

        double[][] spaces = [.. Enumerable.Range(0, n).Select(k => Combined(component, i => vectors[(i * n) + k]))];
        var first = OverEndomorphisms(spaces[..part], simple.EndomorphismDimension, images, random);
        if (first is null)
        {
            return null;
        }

        var basis = new List<double[]>(first);
        for (var j = 1; j < parts; j++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var space = spaces[(j * part)..((j + 1) * part)];
            if (Moved(first, space, images, random) is not { } next)
            {
                return null;
            }

            basis.AddRange(next);
        }

        return basis;
    }

    /// <summary>A basis of the first part in which copies are numbered first and End(L) second: u, Iu, (Ju, Ku), then the next copy.</summary>
    private static double[][]? OverEndomorphisms(double[][] space, int endomorphisms, IReadOnlyList<int[]> images, Random random)
    {
        if (endomorphisms == 1)
        {
            return space;
        }

        var first = ImaginaryUnit(space, images, random, null);
        if (first is null)
        {
            return null;
        }

        var second = endomorphisms == 4 ? ImaginaryUnit(space, images, random, first) : null;
        if (endomorphisms == 4 && second is null)
        {
            return null;
        }

        var basis = new List<double[]>();
        foreach (var start in space)
        {
            double[] u = [.. start];
            foreach (var known in basis)
            {
                Vectors.Subtract(u, known, Vectors.Dot(u, known));
            }

            if (Vectors.Dot(u, u) < 1e-3)
            {
                continue;
            }

            Vectors.Normalise(u);
            var iu = first(u);
            basis.AddRange(second is null ? [u, iu] : [u, iu, second(u), first(second(u))]);
        }

        return basis.Count == space.Length ? [.. basis] : null;
    }

    /// <summary>An element of End(L) with square −1 on the part, from a random antisymmetric element; at right angles to another one.</summary>
    private static Func<double[], double[]>? ImaginaryUnit(double[][] space, IReadOnlyList<int[]> images, Random random, Func<double[], double[]>? other)
    {
        var k = space.Length;
        var element = GroupRingElement.Random(images, Words, random, -1);
        var matrix = new double[k, k];
        for (var j = 0; j < k; j++)
        {
            var moved = element.Apply(space[j]);
            for (var i = 0; i < k; i++)
            {
                matrix[i, j] = Vectors.Dot(space[i], moved);
            }
        }

        if (other is not null)
        {
            var known = new double[k, k];
            var inner = 0.0;
            for (var j = 0; j < k; j++)
            {
                var image = other(space[j]);
                for (var i = 0; i < k; i++)
                {
                    known[i, j] = Vectors.Dot(space[i], image);
                    inner += known[i, j] * matrix[i, j] / k;
                }
            }

            for (var j = 0; j < k; j++)
            {
                for (var i = 0; i < k; i++)
                {
                    matrix[i, j] -= inner * known[i, j];
                }
            }
        }

        var size = 0.0;
        foreach (var entry in matrix)
        {
            size += entry * entry / k;
        }

        if (size < 1e-3)
        {
            return null;
        }

        var factor = 1 / Math.Sqrt(size);
        return v => Combined(space, i =>
        {
            var sum = 0.0;
            for (var j = 0; j < k; j++)
            {
                sum += matrix[i, j] * factor * Vectors.Dot(space[j], v);
            }

            return sum;
        });
    }

    /// <summary>The first part moved to another eigenspace by a random element: an isometry up to a factor, because its square is an element of End(L).</summary>
    private static double[][]? Moved(double[][] first, double[][] space, IReadOnlyList<int[]> images, Random random)
    {
        var element = GroupRingElement.Random(images, Words, random, 0);
        double[][] moved = [.. first.Select(u =>
        {
            var image = element.Apply(u);
            return Combined(space, i => Vectors.Dot(space[i], image));
        })];
        var size = moved.Sum(u => Vectors.Dot(u, u)) / moved.Length;
        if (size < 1e-3)
        {
            return null;
        }

        foreach (var u in moved)
        {
            Vectors.Scale(u, 1 / Math.Sqrt(size));
        }

        var isometric = moved.Select((u, i) => moved.Select((w, j) => Math.Abs(Vectors.Dot(u, w) - (i == j ? 1 : 0))).Max()).Max() < 1e-8;
        return isometric ? moved : null;
    }

    private static double[] Combined(double[][] vectors, Func<int, double> coefficient)
    {
        var sum = new double[vectors[0].Length];
        for (var i = 0; i < vectors.Length; i++)
        {
            Vectors.Subtract(sum, vectors[i], -coefficient(i));
        }

        return sum;
    }
}
