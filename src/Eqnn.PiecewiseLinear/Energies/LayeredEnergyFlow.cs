using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.PiecewiseLinear.Energies;

/// <summary>Where the energy goes through several layers with random weights, in the limit of infinitely many channels: there preactivations are normal and their covariance follows a recursion.</summary>
/// <remarks>
/// <para><b>Formula.</b> <c>Σ_1 = P_L</c>, <c>Σ_(i+1) = Σ_o A_o κ_f(Σ_i) A_oᵀ</c> over the orbitals o of X_(i+1) × X_i, with the same variance of the weights for every orbital; <c>E_t(L→K) = tr(P_K κ_f(Σ_t))</c>. κ_f acts on every entry.</para>
/// <para><b>What is cited.</b> That finite networks tend to this limit (neural network Gaussian processes). Zeros are those of J_t, exactly.</para>
/// <para><b>Source.</b> docs/theory.md#energies.</para>
/// </remarks>
public sealed class LayeredEnergyFlow
{
    private const long MaxPairs = 20_000_000;
    private const int MaxRefinements = 6;

    private LayeredEnergyFlow(IReadOnlyList<IsotypicDecomposition> layers, Activation activation, EnergyOptions options, IReadOnlyList<EnergyRow> rows)
    {
        Layers = layers;
        Activation = activation;
        Options = options;
        Rows = rows;
    }

    /// <summary>The G-sets of the layers, the first one that of the input.</summary>
    public IReadOnlyList<IsotypicDecomposition> Layers { get; }

    /// <summary>f.</summary>
    public Activation Activation { get; }

    /// <summary>How many digits were asked for.</summary>
    public EnergyOptions Options { get; }

    /// <summary>For each source the rows after 1, 2, ..., t layers.</summary>
    public IReadOnlyList<EnergyRow> Rows { get; }

    /// <summary>Follows the energies.</summary>
    /// <param name="layers">The G-sets of the layers; the last one is repeated.</param>
    /// <param name="activation">f.</param>
    /// <param name="depth">t ≥ 1.</param>
    /// <param name="options">How many digits.</param>
    /// <param name="sources">The sources; all simples of the first G-set if <c>null</c>.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentException">There are no layers, or a source does not occur in the first.</exception>
    /// <exception cref="LimitExceededException">The G-sets are too large, or f needs correlations away from 1.</exception>
    public static LayeredEnergyFlow Of(IReadOnlyList<IsotypicDecomposition> layers, Activation activation, int depth, EnergyOptions? options = null, IReadOnlyList<SimpleRepresentation>? sources = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(activation);
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        if (layers.Count == 0)
        {
            throw new ArgumentException("there is no layer", nameof(layers));
        }

        var wanted = options ?? EnergyOptions.Default;
        IsotypicDecomposition[] sets = [.. Enumerable.Range(0, depth).Select(i => layers[Math.Min(i, layers.Count - 1)])];
        var recursion = KernelRecursion.Of(sets, MaxPairs, cancellationToken);
        var rows = new List<EnergyRow>();
        var graphs = sets.Distinct().ToDictionary(set => set, set => InteractionGraph.Of(set, activation, cancellationToken: cancellationToken));
        foreach (var source in sources ?? [.. sets[0].Components.Select(component => component.Simple)])
        {
            if (sets[0].Multiplicity(source) == 0)
            {
                throw new ArgumentException($"{source.Label} does not occur in {sets[0].Set.Name}", nameof(sources));
            }

            // The range of Σ_i is V_(J_(i−1)) (V_L for the first), and layer i reaches J_i = T(J_(i−1)).
            List<IReadOnlyList<SimpleRepresentation>> bounds = [[source]];
            foreach (var set in sets)
            {
                bounds.Add(graphs[set].ReachedFrom(bounds[^1]));
            }

            rows.AddRange(RowsOf(recursion, activation, source, sets, bounds, wanted.Digits, cancellationToken));
        }

        return new(layers, activation, wanted, rows);
    }

    private static EnergyRow[] RowsOf(KernelRecursion recursion, Activation activation, SimpleRepresentation source, IsotypicDecomposition[] sets, List<IReadOnlyList<SimpleRepresentation>> bounds, int digits, CancellationToken cancellationToken)
    {
        var bits = (int)(digits * 3.33) + 64 + (16 * sets.Length);
        for (var attempt = 1; ; attempt++)
        {
            var energies = recursion.Energies(activation, source, bounds, bits, cancellationToken);
            var last = attempt == MaxRefinements;
            var rows = Enumerable.Range(0, sets.Length).Select(i =>
            {
                var targets = sets[i].Components.Select(component => component.Simple).ToList();
                return EnergyRounding.TryRow(source, i + 1, targets, energies[i], [.. targets.Select(target => !bounds[i + 1].Contains(target))], digits, last);
            }).ToList();
            if (rows.TrueForAll(row => row is not null))
            {
                return [.. rows.Select(row => row!)];
            }

            bits *= 2;
        }
    }
}
