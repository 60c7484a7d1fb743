using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.PiecewiseLinear.Energies;

/// <summary>How much of each simple L an activation sends to each simple K: <c>E(L→K) = E|P_K f(v)|²</c> for v standard normal on V_L, as shares of <c>E|f(v)|²</c>.</summary>
/// <remarks>
/// <para><b>Formula.</b> <c>E(L→K) = Σ_{x,y} P_K(x,y) κ_f(σ_x, σ_y, ρ_xy)</c>, σ_x² = P_L(x,x), ρ_xy = P_L(x,y)/(σ_x σ_y). Entries of projectors are exact; only κ is enclosed, as tightly as the digits ask for. ρ = ±1 is decided exactly.</para>
/// <para><b>Zeros</b> are those of the interaction graph (Theorem 2), exactly; an enclosure that contradicts them is a bug and is reported as one.</para>
/// <para><b>Not</b> shares of a deep network: those of one layer do not multiply, because f(v) is not normal; see <see cref="LayeredEnergyFlow"/>.</para>
/// <para><b>Source.</b> docs/theory.md#energies.</para>
/// </remarks>
public sealed class EnergyFlow
{
    private const long MaxTerms = 20_000_000;
    private const int MaxRefinements = 6;

    private EnergyFlow(InteractionGraph graph, EnergyOptions options, IReadOnlyList<EnergyRow> rows)
    {
        Graph = graph;
        Options = options;
        Rows = rows;
    }

    /// <summary>The interaction graph, which says what is exactly 0.</summary>
    public InteractionGraph Graph { get; }

    /// <summary>How many digits were asked for.</summary>
    public EnergyOptions Options { get; }

    /// <summary>One row for each source, in the order of the table.</summary>
    public IReadOnlyList<EnergyRow> Rows { get; }

    /// <summary>Computes the energies from every simple of a G-set, or from some of them.</summary>
    /// <param name="graph">The interaction graph of the activation on the G-set.</param>
    /// <param name="options">How many digits.</param>
    /// <param name="sources">The sources; all nodes if <c>null</c>.</param>
    /// <param name="progress">Told of each source.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentException">A source does not occur in the G-set, or no enclosure of the activation is known.</exception>
    /// <exception cref="LimitExceededException">The G-set is too large, or the activation needs too many terms for these digits.</exception>
    public static EnergyFlow Of(InteractionGraph graph, EnergyOptions? options = null, IReadOnlyList<SimpleRepresentation>? sources = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var wanted = options ?? EnergyOptions.Default;
        var nodes = (sources ?? [.. graph.Nodes.Select(node => node.Simple)]).Select(simple => NodeOf(graph, simple)).ToList();
        var pieces = graph.Decomposition.Set.Orbits.Sum(orbit => (long)orbit.Pieces.Count);
        if (pieces * graph.Nodes.Count * nodes.Count > MaxTerms)
        {
            throw new LimitExceededException("terms of energies", MaxTerms, FormattableString.Invariant($"{pieces * graph.Nodes.Count * nodes.Count} ({nodes.Count} sources)"), "ask for one source");
        }

        var projectors = new ProjectorEnclosures(graph.Decomposition);
        var rows = new List<EnergyRow>();
        foreach (var node in nodes)
        {
            progress?.Report(new("energies", rows.Count, nodes.Count));
            rows.Add(graph.Activation.Polynomial is { } polynomial
                ? ExactRow(graph, polynomial, node, wanted.Digits, cancellationToken)
                : Row(graph, projectors, node, wanted.Digits, cancellationToken));
        }

        return new(graph, wanted, rows);
    }

    /// <summary>The row of one source, with growing precision until all digits are decided.</summary>
    private static EnergyRow Row(InteractionGraph graph, ProjectorEnclosures projectors, int node, int digits, CancellationToken cancellationToken)
    {
        var bits = (int)(digits * 3.33) + 40;
        for (var attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var energies = Energies(graph, projectors, node, bits, cancellationToken);
            var row = EnergyRounding.TryRow(graph.Nodes[node].Simple, 1, [.. graph.Nodes.Select(n => n.Simple)], energies, [.. Enumerable.Range(0, graph.Nodes.Count).Select(j => !graph.HasEdge(node, j))], digits, lastAttempt: attempt == MaxRefinements);
            if (row is not null)
            {
                return row;
            }

            bits = (bits * 3 / 2) + 32;
        }
    }

    private static RealInterval[] Energies(InteractionGraph graph, ProjectorEnclosures projectors, int node, int bits, CancellationToken cancellationToken)
    {
        var (decomposition, source) = (graph.Decomposition, graph.Nodes[node].Simple);
        var sums = Enumerable.Repeat(RealInterval.Of(Rational.Zero, bits), graph.Nodes.Count).ToArray();
        var orbits = decomposition.Set.Orbits.Select((orbit, i) => (orbit, Values: decomposition.ProjectorValues(source, i))).ToList();
        var largest = orbits.SelectMany(o => o.Values.Where(value => !o.Values[0].IsZero && value != o.Values[0] && value != -o.Values[0]).Select(value => Math.Abs((value / o.Values[0]).ToDouble()))).DefaultIfEmpty(0).Max();
        var kernel = new GaussianKernel(graph.Activation, largest, bits, cancellationToken);
        for (var i = 0; i < orbits.Count; i++)
        {
            var (orbit, values) = orbits[i];
            var diagonal = values[0];
            var variance = RealInterval.Of(diagonal, bits);
            var known = new Dictionary<Cyclotomic, RealInterval>();
            for (var piece = 0; piece < values.Count; piece++)
            {
                if (!known.TryGetValue(values[piece], out var moment))
                {
                    // A coordinate that is 0 on all of V_L is the constant f(0).
                    moment = values[piece] == diagonal ? kernel.Square(variance)
                        : values[piece] == -diagonal ? kernel.Crossed(variance)
                        : kernel.Product(variance, variance, RealInterval.Of(values[piece] / diagonal, bits));
                    known[values[piece]] = moment;
                }

                var weight = (Rational)(orbit.Length * orbit.Pieces[piece].Length);
                for (var k = 0; k < sums.Length; k++)
                {
                    if (projectors.At(graph.Nodes[k].Simple, i, piece, bits) is { } entry)
                    {
                        sums[k] += weight * (entry * moment);
                    }
                }
            }
        }

        return sums;
    }

    /// <summary>For polynomials σ is rational and the series is finite: the energies are exact numbers.</summary>
    private static EnergyRow ExactRow(InteractionGraph graph, RationalPolynomial f, int node, int digits, CancellationToken cancellationToken)
    {
        var (decomposition, source) = (graph.Decomposition, graph.Nodes[node].Simple);
        var sums = new Cyclotomic[graph.Nodes.Count];
        for (var i = 0; i < decomposition.Set.Orbits.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (orbit, values) = (decomposition.Set.Orbits[i], decomposition.ProjectorValues(source, i));
            var squares = SquaredCoefficients(f, values[0].ToRational());
            for (var piece = 0; piece < values.Count; piece++)
            {
                var rho = values[0].IsZero ? Cyclotomic.One : values[piece] / values[0];
                var moment = squares.Reverse().Aggregate(Cyclotomic.Zero, (sum, square) => (sum * rho) + square);
                for (var k = 0; k < sums.Length; k++)
                {
                    sums[k] += new Rational(orbit.Length * orbit.Pieces[piece].Length, 1) * (decomposition.ProjectorValues(graph.Nodes[k].Simple, i)[piece] * moment);
                }
            }
        }

        return EnergyRounding.ExactRow(source, [.. graph.Nodes.Select(n => n.Simple)], sums, [.. Enumerable.Range(0, sums.Length).Select(j => !graph.HasEdge(node, j))], digits);
    }

    /// <summary><c>a_k²</c> of <c>a ↦ f(σ a)</c>, rational in σ².</summary>
    private static Rational[] SquaredCoefficients(RationalPolynomial f, Rational variance)
    {
        var squares = new Rational[f.Degree + 1];
        for (var k = 0; k <= f.Degree; k++)
        {
            var sum = Rational.Zero;
            for (var i = k; i <= f.Degree; i += 2)
            {
                sum += f.Coefficients[i] * GaussianSeries.HermiteMoment(i, k) * Rational.Pow(variance, (i - k) / 2);
            }

            squares[k] = sum * sum * Rational.Pow(variance, k) / GaussianSeries.Factorial(k);
        }

        return squares;
    }

    private static int NodeOf(InteractionGraph graph, SimpleRepresentation simple)
    {
        var node = graph.Nodes.ToList().FindIndex(n => n.Simple == simple);
        return node >= 0 ? node : throw new ArgumentException($"{simple.Label} does not occur in {graph.Decomposition.Set.Name}");
    }

    /// <summary>In one line: the activation, the G-set and the sources.</summary>
    public override string ToString() => $"energies of {Graph.Activation.Name} on {Graph.Decomposition.Set.Name} from {string.Join(", ", Rows.Select(row => row.Source.Label))}";
}
