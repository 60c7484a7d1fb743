using System.Globalization;
using Eqnn.Numbers;

namespace Eqnn.Networks.Simples;

/// <summary>An equivariant linear map as blocks between simples (Schur).</summary>
/// <remarks>The energies of the blocks sum to the squared Frobenius norm of the map, their parameters to its weights. <b>Source.</b> docs/theory.md#isotypic.</remarks>
public sealed class MapDecomposition
{
    /// <summary>A singular value below this share of the largest one counts as 0: the rounding of float32 weights, with room.</summary>
    public const double RankTolerance = 1e-6;

    private readonly Lazy<double> _norm;
    private readonly Lazy<double> _energy;

    private MapDecomposition(NetworkSimples simples, EquivariantMap map, IReadOnlyList<SchurBlock> blocks)
    {
        (Simples, Map, Blocks) = (simples, map, blocks);
        _norm = new(() => blocks.Count == 0 ? 0 : blocks.Max(block => block.Norm));
        _energy = new(() => blocks.Sum(block => block.Energy));
    }

    /// <summary>The simples of the network.</summary>
    public NetworkSimples Simples { get; }

    /// <summary>The map.</summary>
    public EquivariantMap Map { get; }

    /// <summary>One block for each simple that occurs in source and target, in the order of the simples.</summary>
    public IReadOnlyList<SchurBlock> Blocks { get; }

    /// <summary>The largest singular value of the map.</summary>
    public double Norm => _norm.Value;

    /// <summary>The squared Frobenius norm.</summary>
    public double Energy => _energy.Value;

    /// <summary>The number of weights of a dense map of the same size.</summary>
    public long DenseParameterCount => (long)Map.Source.Dimension * Map.Target.Dimension;

    /// <summary>The rank of the map: for each block dim L times the number of its singular values that count.</summary>
    public long Rank => Blocks.Sum(block => (long)block.RankAbove(RankTolerance * Norm) * block.Simple.Dimension);

    /// <summary>The most numbers in the blocks of all maps of a network.</summary>
    public const long MaxNumbers = 150_000_000;

    /// <summary>Takes all maps of the network apart, for each layer its terms in order.</summary>
    /// <exception cref="LimitExceededException">The blocks hold more than <see cref="MaxNumbers"/> numbers.</exception>
    public static IReadOnlyList<IReadOnlyList<MapDecomposition>> OfNetwork(NetworkSimples simples, EquivariantNetwork network, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(simples);
        ArgumentNullException.ThrowIfNull(network);
        Require(network.Layers.Sum(layer => layer.Terms.Sum(term => NumbersOf(simples, term.Map))));
        return [.. network.Layers.Select(layer =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return (IReadOnlyList<MapDecomposition>)[.. layer.Terms.Select(term => Of(simples, term.Map))];
        })];
    }

    /// <summary>Takes a map of the network apart.</summary>
    /// <exception cref="ArgumentException">Its G-sets are not those of the network.</exception>
    /// <exception cref="LimitExceededException">The blocks hold more than <see cref="MaxNumbers"/> numbers.</exception>
    public static MapDecomposition Of(NetworkSimples simples, EquivariantMap map)
    {
        ArgumentNullException.ThrowIfNull(simples);
        ArgumentNullException.ThrowIfNull(map);
        Require(NumbersOf(simples, map));
        var (source, target) = (simples.FrameOf(map.Source.Set), simples.FrameOf(map.Target.Set));
        return new(simples, map, (source, target) switch
        {
            (AbelianFrame x, AbelianFrame y) => Abelian(simples, map, x, y),
            (SymmetricFrame, SymmetricFrame) => Symmetric(simples, map),
            (TableFrame x, TableFrame y) => ByBasis(simples, map, x, y),
            _ => throw new InvalidOperationException("two frames of one network differ in kind"),
        });
    }

    /// <summary>The map with other blocks: those of some simples are kept, the others become 0.</summary>
    /// <param name="kept">Whether a simple is kept, by its position.</param>
    internal EquivariantMap Restricted(IReadOnlyList<bool> kept)
    {
        var orbitals = Map.Orbitals;
        var representatives = orbitals.Representatives();
        var (source, target) = (Simples.FrameOf(Map.Source.Set), Simples.FrameOf(Map.Target.Set));
        var weights = new double[Map.ParameterCount];

        // Column x of the restricted map, read off at one pair of each orbital; only base points are needed.
        foreach (var x in orbitals.Source.BasePoints)
        {
            var (unit, coordinates) = (new double[source.Size], new double[source.Size]);
            unit[x] = 1;
            source.Forward(unit, coordinates);
            var (image, column) = (new double[target.Size], new double[target.Size]);
            for (var o = 0; o < Map.Target.Channels; o++)
            {
                for (var i = 0; i < Map.Source.Channels; i++)
                {
                    Array.Clear(image);
                    foreach (var block in Blocks.Where(block => kept[block.Simple.Position]))
                    {
                        Apply(block, o, i, source, target, coordinates, image);
                    }

                    target.Backward(image, column);
                    for (var orbital = 0; orbital < representatives.Length; orbital++)
                    {
                        if (representatives[orbital].X == x)
                        {
                            weights[(((o * Map.Source.Channels) + i) * representatives.Length) + orbital] = column[representatives[orbital].Y];
                        }
                    }
                }
            }
        }

        return EquivariantMap.FromWeights(Map.Source, Map.Target, weights);
    }

    /// <summary>The numbers that the blocks of a map hold: over ℂ two for each entry, over ℍ the 16 of the real form.</summary>
    private static long NumbersOf(NetworkSimples simples, EquivariantMap map)
    {
        var (source, target) = (simples.FrameOf(map.Source.Set), simples.FrameOf(map.Target.Set));
        return (long)map.Source.Channels * map.Target.Channels * simples.All.Sum(simple => (long)source.Multiplicities[simple.Position] * target.Multiplicities[simple.Position]
            * (source is AbelianFrame ? simple.EndomorphismDimension : simple.EndomorphismDimension * simple.EndomorphismDimension));
    }

    private static void Require(long numbers)
    {
        if (numbers > MaxNumbers)
        {
            throw new LimitExceededException("numbers in the blocks of a network between simples", MaxNumbers, numbers.ToString(CultureInfo.InvariantCulture), "take a network with fewer channels or points apart");
        }
    }

    private static void Apply(SchurBlock block, int targetChannel, int sourceChannel, IsotypicFrame source, IsotypicFrame target, double[] coordinates, double[] image)
    {
        var simple = block.Simple;
        var (rows, columns) = (target.PartLength(simple), source.PartLength(simple));
        var parts = simple.Dimension / simple.EndomorphismDimension;
        for (var part = 0; part < parts; part++)
        {
            var (from, to) = (source.Start[simple.Position] + (part * columns), target.Start[simple.Position] + (part * rows));
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                {
                    image[to + row] += block.Entry((targetChannel * rows) + row, (sourceChannel * columns) + column) * coordinates[from + column];
                }
            }
        }
    }

    private static List<SchurBlock> Symmetric(NetworkSimples simples, EquivariantMap map)
    {
        var (n, m) = (map.Source.Points, map.Target.Points);
        var blocks = new List<SchurBlock> { Filled(simples.All[0], (o, i) => map.OrbitalCount == 2 ? map[o, i, 0] + ((n - 1) * map[o, i, 1]) : map[o, i, 0] * Math.Sqrt((double)n * m)) };
        if (n > 1 && m > 1)
        {
            blocks.Add(Filled(simples.All[1], (o, i) => map[o, i, 0] - map[o, i, 1]));
        }

        return blocks;

        SchurBlock Filled(NetworkSimple simple, Func<int, int, double> entry) => new(simple, map.Target.Channels, map.Source.Channels,
            [.. Enumerable.Range(0, map.Target.Channels).SelectMany(o => Enumerable.Range(0, map.Source.Channels).Select(i => entry(o, i)))]);
    }

    /// <summary>Entry (j, i) at the character k: the Fourier transform of y ↦ T(y, x_i) on the orbit j.</summary>
    private static SchurBlock[] Abelian(NetworkSimples simples, EquivariantMap map, AbelianFrame source, AbelianFrame target)
    {
        NetworkSimple[] present = [.. simples.All.Where(simple => source.Multiplicities[simple.Position] > 0 && target.Multiplicities[simple.Position] > 0)];
        var (orbitsX, orbitsY) = (source.Free?.Orbits ?? 1, target.Free?.Orbits ?? 1);
        var (sizeX, sizeY) = (source.Free?.Order ?? 1, target.Free?.Order ?? 1);
        var (rows, columns) = (map.Target.Channels * orbitsY, map.Source.Channels * orbitsX);
        double[][] entries = [.. present.Select(simple => new double[rows * columns * simple.EndomorphismDimension])];
        var (orbitals, re, im) = (new int[sizeY], new double[sizeY], new double[sizeY]);

        // Between free orbits the factor is 1; a single point on either side makes it √|X| or √|Y|.
        var factor = Math.Sqrt((double)sizeX / sizeY);
        for (var j = 0; j < orbitsY; j++)
        {
            for (var i = 0; i < orbitsX; i++)
            {
                var x = source.PointsByOffset[i * sizeX];
                for (var a = 0; a < sizeY; a++)
                {
                    orbitals[a] = map.Orbitals.PositionOf(target.PointsByOffset[(j * sizeY) + a], x);
                }

                for (var o = 0; o < map.Target.Channels; o++)
                {
                    for (var c = 0; c < map.Source.Channels; c++)
                    {
                        for (var a = 0; a < sizeY; a++)
                        {
                            (re[a], im[a]) = (factor * map[o, c, orbitals[a]], 0);
                        }

                        if (!re.AsSpan().ContainsAnyExcept(0.0))
                        {
                            continue;
                        }

                        if (target.Free is not null)
                        {
                            target.Characters.Fourier.Transform(re, im, inverse: false);
                        }

                        var at = (((o * orbitsY) + j) * columns) + (c * orbitsX) + i;
                        for (var s = 0; s < present.Length; s++)
                        {
                            var k = target.Free is null ? 0 : target.Characters.Offsets[present[s].Position];
                            if (present[s].EndomorphismDimension == 1)
                            {
                                entries[s][at] = re[k];
                            }
                            else
                            {
                                (entries[s][2 * at], entries[s][(2 * at) + 1]) = (re[k], im[k]);
                            }
                        }
                    }
                }
            }
        }

        return [.. present.Select((simple, s) => simple.EndomorphismDimension == 1 ? new SchurBlock(simple, rows, columns, entries[s]) : SchurBlock.OfComplex(simple, rows, columns, entries[s]))];
    }

    /// <summary>By the bases of the multiplicity spaces: for each pair of basis vectors the sums over the orbitals, then all channels at once.</summary>
    private static List<SchurBlock> ByBasis(NetworkSimples simples, EquivariantMap map, TableFrame source, TableFrame target)
    {
        var blocks = new List<SchurBlock>();
        var table = new int[map.Target.Points * map.Source.Points];
        for (var y = 0; y < map.Target.Points; y++)
        {
            for (var x = 0; x < map.Source.Points; x++)
            {
                table[(y * map.Source.Points) + x] = map.Orbitals.PositionOf(y, x);
            }
        }

        foreach (var simple in simples.All.Where(simple => source.Multiplicities[simple.Position] > 0 && target.Multiplicities[simple.Position] > 0))
        {
            var (rows, columns) = (target.PartLength(simple), source.PartLength(simple));
            var entries = new double[map.Target.Channels * rows * map.Source.Channels * columns];
            for (var row = 0; row < rows; row++)
            {
                var left = target.Row(target.Start[simple.Position] + row);
                for (var column = 0; column < columns; column++)
                {
                    var right = source.Row(source.Start[simple.Position] + column);
                    var sums = new double[map.OrbitalCount];
                    for (var y = 0; y < left.Length; y++)
                    {
                        for (var x = 0; x < right.Length; x++)
                        {
                            sums[table[(y * right.Length) + x]] += left[y] * right[x];
                        }
                    }

                    for (var o = 0; o < map.Target.Channels; o++)
                    {
                        for (var i = 0; i < map.Source.Channels; i++)
                        {
                            var sum = 0.0;
                            for (var orbital = 0; orbital < sums.Length; orbital++)
                            {
                                sum += map[o, i, orbital] * sums[orbital];
                            }

                            entries[(((o * rows) + row) * map.Source.Channels * columns) + (i * columns) + column] = sum;
                        }
                    }
                }
            }

            blocks.Add(new(simple, map.Target.Channels * target.Multiplicities[simple.Position], map.Source.Channels * source.Multiplicities[simple.Position], entries));
        }

        return blocks;
    }
}
