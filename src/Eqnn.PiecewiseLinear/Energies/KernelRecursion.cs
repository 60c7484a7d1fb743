using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Energies;

/// <summary>The integers of the recursion <c>Σ_(i+1) = Σ_o A_o κ(Σ_i) A_oᵀ</c>: invariant kernels are numbers on orbitals, and each step is a matrix of counts.</summary>
internal sealed class KernelRecursion
{
    private readonly IsotypicDecomposition[] _sets;
    private readonly OrbitalBasis[] _orbitals;

    /// <summary>For layer i + 1 and each of its orbitals: how often each orbital of layer i is summed.</summary>
    private readonly IReadOnlyList<IReadOnlyDictionary<int, long>[]> _steps;

    private KernelRecursion(IsotypicDecomposition[] sets, OrbitalBasis[] orbitals, IReadOnlyList<IReadOnlyDictionary<int, long>[]> steps)
    {
        _sets = sets;
        _orbitals = orbitals;
        _steps = steps;
    }

    /// <summary>Counts.</summary>
    /// <exception cref="LimitExceededException">A step would visit more than <paramref name="maxPairs"/> pairs of points.</exception>
    public static KernelRecursion Of(IsotypicDecomposition[] sets, long maxPairs, CancellationToken cancellationToken)
    {
        var bases = new Dictionary<GSet, OrbitalBasis>();
        var numbers = new Dictionary<GSet, int[,]>();
        var steps = new Dictionary<(GSet, GSet), IReadOnlyDictionary<int, long>[]>();
        foreach (var set in sets.Select(s => s.Set).Distinct())
        {
            Require(maxPairs, (decimal)set.Size * set.Size, set);
            bases[set] = OrbitalBasis.Of(set, set, cancellationToken);
            numbers[set] = Numbers(bases[set], cancellationToken);
        }

        for (var i = 1; i < sets.Length; i++)
        {
            var (from, to) = (sets[i - 1].Set, sets[i].Set);
            if (steps.ContainsKey((from, to)))
            {
                continue;
            }

            Require(maxPairs, (decimal)from.Size * from.Size * bases[to].Orbitals.Count, to);
            var between = Numbers(OrbitalBasis.Of(from, to, cancellationToken), cancellationToken);
            steps[(from, to)] = [.. bases[to].Orbitals.Select(orbital =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                var counts = new Dictionary<int, long>();
                for (var u = 0; u < from.Size; u++)
                {
                    for (var w = 0; w < from.Size; w++)
                    {
                        if (between[orbital.TargetPoint, u] == between[orbital.SourcePoint, w])
                        {
                            counts[numbers[from][u, w]] = counts.GetValueOrDefault(numbers[from][u, w]) + 1;
                        }
                    }
                }

                return counts;
            })];
        }

        return new(sets, [.. sets.Select(s => bases[s.Set])], [.. Enumerable.Range(1, sets.Length - 1).Select(i => steps[(sets[i - 1].Set, sets[i].Set)])]);
    }

    /// <summary>For each layer and each simple that occurs there: an enclosure of E_t(L→K).</summary>
    /// <param name="activation">f.</param>
    /// <param name="source">L.</param>
    /// <param name="ranges">For each layer the simples whose components Σ_i fills: J_(i−1), and L itself for the first.</param>
    /// <param name="bits">The bits of all enclosures.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public IReadOnlyList<RealInterval[]> Energies(Activation activation, SimpleRepresentation source, IReadOnlyList<IReadOnlyList<SimpleRepresentation>> ranges, int bits, CancellationToken cancellationToken)
    {
        var energies = new List<RealInterval[]>();
        RealInterval[] covariance = [.. _orbitals[0].Orbitals.Select(orbital => RealInterval.Of(EntryOf(_sets[0], source, orbital), bits))];
        for (var i = 0; i < _sets.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var kernel = Apply(activation, _orbitals[i], Relations(_sets[i], _orbitals[i], ranges[i]), covariance, bits, cancellationToken);
            energies.Add([.. _sets[i].Components.Select(component => _orbitals[i].Orbitals.Aggregate(RealInterval.Of(Rational.Zero, bits), (sum, orbital) =>
                EntryOf(_sets[i], component.Simple, orbital) is { IsZero: false } entry ? sum + ((Rational)orbital.PairCount * (RealInterval.Of(entry, bits) * kernel[orbital.Position])) : sum))]);
            if (i + 1 < _sets.Length)
            {
                // Only ratios count for homogeneous f, and any positive variance of the weights may be taken for the others: 1.
                covariance = [.. _steps[i].Select(counts => counts.OrderBy(pair => pair.Key).Aggregate(RealInterval.Of(Rational.Zero, bits), (sum, pair) => sum + ((Rational)pair.Value * kernel[pair.Key])))];
            }
        }

        return energies;
    }

    private static RealInterval[] Apply(Activation activation, OrbitalBasis basis, int[] relations, RealInterval[] covariance, int bits, CancellationToken cancellationToken)
    {
        // The variance at a point is the entry of the orbital of pairs (x, x).
        var orbits = basis.Source.Orbits;
        RealInterval[] variances = [.. Enumerable.Range(0, orbits.Count).Select(i => covariance[basis.PositionOf(orbits[i].BasePoint, orbits[i].BasePoint)])];
        var correlations = basis.Orbitals.Select(orbital => TryCorrelation(variances, orbital, covariance[orbital.Position])).ToArray();
        var homogeneous = activation.PiecewiseLinear is { IsPositivelyHomogeneous: true };
        var largest = homogeneous || activation.Polynomial is not null ? 0 : basis.Orbitals.Where(orbital => relations[orbital.Position] == 0)
            .Select(orbital => correlations[orbital.Position] is { } rho ? Math.Max(Math.Abs(rho.Low.ToDouble()), Math.Abs(rho.High.ToDouble())) : 0).DefaultIfEmpty(0).Max();
        if (largest >= 1)
        {
            throw new LimitExceededException("layers whose points are correlated by less than 1", 1, $"points of {basis.Source.Name} that agree up to a factor, which a Hermite series of {activation.Name} cannot follow", "take relu, abs, leaky-relu or a polynomial");
        }

        var kernel = new GaussianKernel(activation, largest, bits, cancellationToken);
        return [.. basis.Orbitals.Select(orbital =>
        {
            var (left, right) = (variances[orbital.TargetOrbit], variances[orbital.SourceOrbit]);
            if (relations[orbital.Position] != 0)
            {
                return relations[orbital.Position] > 0 ? kernel.Square(left) : kernel.Crossed(left);
            }

            if (correlations[orbital.Position] is { } rho)
            {
                return kernel.Product(left, right, rho);
            }

            // A variance that may be 0: exactly 0 for f(0) = 0 where the entry is; else bounded by Cauchy–Schwarz.
            var bound = (kernel.Square(left) * kernel.Square(right)).Abs().Sqrt();
            return kernel.IsClosedForm ? RealInterval.Of(Rational.Zero, bits).WidenedBy(bound) : kernel.Product(left, right, RealInterval.Of(Rational.Zero, bits));
        })];
    }

    /// <summary>For each orbital 1 (−1) where its two points have equal (opposite) coordinates in every vector of V_S, S the range: then their correlation is ±1 exactly. Else 0.</summary>
    private static int[] Relations(IsotypicDecomposition set, OrbitalBasis basis, IReadOnlyList<SimpleRepresentation> range) => [.. basis.Orbitals.Select(orbital =>
    {
        if (orbital.SourceOrbit != orbital.TargetOrbit)
        {
            return 0;
        }

        var orbit = set.Set.Orbits[orbital.SourceOrbit];
        var piece = orbit.PieceOfPair(orbital.TargetPoint, orbital.SourcePoint);
        var values = range.Where(simple => set.Multiplicity(simple) > 0).Select(simple => set.ProjectorValues(simple, orbital.SourceOrbit)).ToList();
        var (square, product) = (values.Aggregate(Cyclotomic.Zero, (sum, v) => sum + v[0]), values.Aggregate(Cyclotomic.Zero, (sum, v) => sum + v[piece]));
        return product == square ? 1 : product == -square ? -1 : 0;
    })];

    private static RealInterval? TryCorrelation(RealInterval[] variances, Orbital orbital, RealInterval covariance)
    {
        var product = variances[orbital.TargetOrbit] * variances[orbital.SourceOrbit];
        return product.IsPositive ? (covariance / product.Sqrt()).Within(-Rational.One, Rational.One) : null;
    }

    /// <summary>P_L at the pair of an orbital: 0 between different orbits.</summary>
    private static Cyclotomic EntryOf(IsotypicDecomposition set, SimpleRepresentation simple, Orbital orbital) => orbital.SourceOrbit != orbital.TargetOrbit
        ? Cyclotomic.Zero
        : set.ProjectorValues(simple, orbital.SourceOrbit)[set.Set.Orbits[orbital.SourceOrbit].PieceOfPair(orbital.TargetPoint, orbital.SourcePoint)];

    private static int[,] Numbers(OrbitalBasis basis, CancellationToken cancellationToken)
    {
        var numbers = new int[basis.Target.Size, basis.Source.Size];
        for (var x = 0; x < basis.Source.Size; x++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var y = 0; y < basis.Target.Size; y++)
            {
                numbers[y, x] = basis.PositionOf(y, x);
            }
        }

        return numbers;
    }

    private static void Require(long limit, decimal needed, GSet set)
    {
        if (needed > limit)
        {
            throw new LimitExceededException("pairs of points in a kernel recursion", limit, FormattableString.Invariant($"{needed} for {set.Name}"), "take smaller G-sets");
        }
    }
}
