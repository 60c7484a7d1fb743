using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks;

/// <summary>One layer: <c>h = f(Σ_s T_s h_s + b)</c> with equivariant linear maps T_s from earlier states (one of them unless there are residual connections), a G-invariant bias b and an activation f.</summary>
public sealed class NetworkLayer
{
    private readonly double[] _bias;

    /// <summary>A layer.</summary>
    /// <param name="terms">The maps, each with the state it starts from.</param>
    /// <param name="bias">One number for each target channel and orbit of the target's G-set, orbits ascending; <c>null</c> for none.</param>
    /// <param name="activation">Applied to every coordinate.</param>
    /// <exception cref="ArgumentException">There is no term, the terms end in different spaces, or the bias does not fit.</exception>
    public NetworkLayer(IEnumerable<LayerTerm> terms, IEnumerable<double>? bias, Activation activation)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(activation);
        Terms = Array.AsReadOnly(terms.ToArray());
        Activation = activation;
        Loop = ActivationLoop.Of(activation);
        if (Terms.Count == 0)
        {
            throw new ArgumentException("a layer needs at least one linear map", nameof(terms));
        }

        Target = Terms[0].Map.Target;
        if (Terms.FirstOrDefault(term => term.Map.Target.Channels != Target.Channels || !ReferenceEquals(term.Map.Target.Set, Target.Set)) is { } other)
        {
            throw new ArgumentException($"the maps of a layer end in {Target} and in {other.Map.Target}", nameof(terms));
        }

        var orbits = Terms[0].Map.Orbitals.Target.BasePoints.Length;
        _bias = bias?.ToArray() ?? new double[Target.Channels * orbits];
        if (_bias.Length != Target.Channels * orbits)
        {
            throw new ArgumentException(FormattableString.Invariant($"the bias of {Target} has {Target.Channels} x {orbits} numbers, not {_bias.Length}"), nameof(bias));
        }

        if (Array.Exists(_bias, b => !double.IsFinite(b)))
        {
            throw new ArgumentException($"the bias of a layer to {Target} holds a number that is not finite", nameof(bias));
        }

        OrbitCount = orbits;
    }

    /// <summary>The linear maps with the states they start from.</summary>
    public IReadOnlyList<LayerTerm> Terms { get; }

    /// <summary>The bias, by target channel, then orbit.</summary>
    public IReadOnlyList<double> Bias => _bias;

    /// <summary>The activation.</summary>
    public Activation Activation { get; }

    /// <summary>The activation applied to many numbers at once.</summary>
    internal ActivationLoop Loop { get; }

    /// <summary>The features that the layer computes.</summary>
    public FeatureSpace Target { get; }

    /// <summary>The number of orbits of the target's G-set.</summary>
    public int OrbitCount { get; }

    /// <summary>Whether any bias is not zero.</summary>
    public bool HasBias => Array.Exists(_bias, b => b != 0);

    internal double[] BiasByPoint()
    {
        var orbitOf = Terms[0].Map.Orbitals.Target.OrbitOf;
        var result = new double[Target.Dimension];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = _bias[(i / Target.Points * OrbitCount) + orbitOf[i % Target.Points]];
        }

        return result;
    }

    /// <summary>In one line: the target, the activation and the number of maps.</summary>
    public override string ToString() => FormattableString.Invariant($"layer to {Target}: {Terms.Count} maps, {Activation.Name}");
}
