using Eqnn.Checking.Groups;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;

namespace Eqnn.Checking.Documents;

/// <summary>The shares of energy that ReLU sends from one simple to others, on one G-set (docs/theory.md#energies): for v standard normal on V_L, E|P_K relu(v)|² over E|relu(v)|² = dim V_L / 2.</summary>
/// <remarks>
/// E|P_K relu(v)|² is the sum over orbits of |O| Σ_y P_K(y, x) κ(ρ_y), κ(ρ) = σ²/4 (ρ + (2/π)(√(1 − ρ²) + ρ arcsin ρ)), σ² = P_L(x, x), ρ_y = P_L(y, x)/σ² at the base point x. The points are gathered by ρ first, so that the sums of P_K are exact; 1 and −1 are decided exactly.
/// Decimals are claimed to the nearest; where enclosures of many digits do not decide, as at the middle between two, either is taken.
/// </remarks>
internal sealed class EnergyCheck(ListedSet set, IReadOnlyList<LineClaims> lines)
{
    private const int Digits = 12;

    /// <summary>The bits that are tried one after the other.</summary>
    private static readonly int[] Precisions = [80, 144, 208, 272];

    /// <summary>Checks the records on the set.</summary>
    /// <param name="next">Reads the next record.</param>
    /// <param name="reached">The simples that ReLU reaches from each simple of the set.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public void Check(Func<Claim> next, Func<RealSimple, IReadOnlyList<RealSimple>> reached, CancellationToken cancellationToken)
    {
        var limit = DocumentLimits.TooManyEnergies(set.Size, set.Simples.Count);
        foreach (var source in limit is null ? set.Simples : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            var record = next();
            record["set"].Is(set.Name);
            record["source"].Is(source.Label);
            var values = new Shares(this, source);
            record["shares"].Each(reached(source), (claim, target) => Compare(claim, values, target));
        }

        if (limit is not null)
        {
            var record = next();
            record["set"].Is(set.Name);
            record["limit"].Is(limit);
        }
    }

    private static void Compare(Claim claim, Shares values, RealSimple target)
    {
        var text = claim.Text();
        if (Precisions.Select(bits => values.Of(target, bits).TryToDecimalString(Digits)).FirstOrDefault(decimals => decimals is not null) is { } found)
        {
            claim.Is(found);
            return;
        }

        var last = values.Of(target, Precisions[^1]);
        claim.Require(text == last.Low.ToDecimalString(Digits) || text == last.High.ToDecimalString(Digits), () => $"claims {Quoted.Of(text)}, found {last}");
    }

    /// <summary>The shares from one source, in the bits that are asked for.</summary>
    private sealed class Shares(EnergyCheck owner, RealSimple source)
    {
        private readonly Dictionary<int, List<(LineClaims Line, Dictionary<Cyclotomic, List<int>> Places, Dictionary<Cyclotomic, RealInterval> Kernel, RealInterval Variance)>> _known = [];

        public RealInterval Of(RealSimple target, int bits)
        {
            if (!_known.TryGetValue(bits, out var orbits))
            {
                _known.Add(bits, orbits = [.. owner.LinesOf(source).Select(line => Orbit(line, bits))]);
            }

            var (sum, energy) = (RealInterval.Of(Rational.Zero, bits), RealInterval.Of(Rational.Zero, bits));
            foreach (var (line, places, kernel, variance) in orbits)
            {
                energy += Rational.Of(line.Points.Length, 2) * variance;
                foreach (var (correlation, same) in places)
                {
                    var weight = same.Aggregate(Cyclotomic.Zero, (total, y) => total + line.ProjectorAt(target, y));
                    if (!weight.IsZero)
                    {
                        sum += Rational.Of(line.Points.Length, 1) * (RealInterval.Of(weight, bits) * kernel[correlation]);
                    }
                }
            }

            return sum / energy;
        }

        private (LineClaims, Dictionary<Cyclotomic, List<int>>, Dictionary<Cyclotomic, RealInterval>, RealInterval) Orbit(LineClaims line, int bits)
        {
            var diagonal = line.ProjectorAt(source, 0);
            var places = new Dictionary<Cyclotomic, List<int>>();
            for (var y = 0; y < line.Points.Length; y++)
            {
                var correlation = line.ProjectorAt(source, y) / diagonal;
                if (!places.TryGetValue(correlation, out var same))
                {
                    places.Add(correlation, same = []);
                }

                same.Add(y);
            }

            var variance = RealInterval.Of(diagonal, bits);
            return (line, places, places.Keys.ToDictionary(correlation => correlation, correlation => variance * Kernel(correlation, bits)), variance);
        }

        /// <summary>E relu(a) relu(b) for standard normal a, b of a correlation.</summary>
        private static RealInterval Kernel(Cyclotomic correlation, int bits)
        {
            if (correlation == Cyclotomic.One || correlation == -Cyclotomic.One)
            {
                return RealInterval.Of(correlation == Cyclotomic.One ? Rational.Of(1, 2) : Rational.Zero, bits);
            }

            var rho = RealInterval.Of(correlation, bits);
            var one = RealInterval.Of(Rational.One, bits);
            var even = ((one - rho.Squared()).Within(Rational.Zero, Rational.One).Sqrt() + (rho * rho.Arcsin())) / RealInterval.Pi(bits);
            return (Rational.Of(1, 4) * rho) + (Rational.Of(1, 2) * even);
        }
    }

    private IEnumerable<LineClaims> LinesOf(RealSimple source) => lines.Where(line => line.Meets(source));
}
