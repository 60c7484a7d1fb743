using System.Diagnostics;
using System.Runtime.InteropServices;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Networks.Orbits;
using Eqnn.Numbers;

namespace Eqnn.Networks;

/// <summary>An equivariant linear map between feature spaces: one weight for each target channel, source channel and orbital of G on Y × X.</summary>
/// <remarks>
/// <para><b>Formula.</b> <c>(T v)(o, y) = Σ_i Σ_x w(o, i, orbital of (y, x)) v(i, x)</c>; every equivariant map is of this form in exactly one way.</para>
/// <para><b>Order of weights.</b> Target channel, source channel, orbital; orbitals as in <see cref="OrbitalBasis"/>. <b>Source.</b> [GTW, §2]; docs/theory.md#orbitals.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class EquivariantMap
{
    private readonly double[] _weights;
    private readonly Lazy<int[]> _used;

    private EquivariantMap(FeatureSpace source, FeatureSpace target, OrbitalIndex orbitals, double[] weights)
    {
        Source = source;
        Target = target;
        Orbitals = orbitals;
        _weights = weights;
        _used = new(() => UsedOf(weights, orbitals.Count));
    }

    /// <summary>Where it starts.</summary>
    public FeatureSpace Source { get; }

    /// <summary>Where it ends.</summary>
    public FeatureSpace Target { get; }

    /// <summary>The number of orbitals, the dimension of Hom_G(Fun X, Fun Y).</summary>
    public int OrbitalCount => Orbitals.Count;

    /// <summary>The weights, by target channel, source channel, orbital.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>The number of weights.</summary>
    public int ParameterCount => _weights.Length;

    internal OrbitalIndex Orbitals { get; }

    internal ReadOnlySpan<double> WeightSpan => _weights;

    /// <summary>For each orbital whether it has a weight that is not 0.</summary>
    internal bool[] UsesOrbital()
    {
        var uses = new bool[OrbitalCount];
        foreach (var orbital in _used.Value)
        {
            uses[orbital] = true;
        }

        return uses;
    }

    /// <summary>A map with given weights.</summary>
    /// <exception cref="ArgumentException">The spaces belong to different groups, the number of weights is wrong, or one is not finite.</exception>
    public static EquivariantMap FromWeights(FeatureSpace source, FeatureSpace target, IEnumerable<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return FromOwnWeights(source, target, weights.ToArray());
    }

    /// <summary>The same without a copy of the weights, which nobody may change.</summary>
    internal static EquivariantMap FromOwnWeights(FeatureSpace source, FeatureSpace target, double[] weights)
    {
        var orbitals = OrbitalIndex.Of(source.Set, target.Set);
        var expected = (long)source.Channels * target.Channels * orbitals.Count;
        if (weights.Length != expected)
        {
            throw new ArgumentException(FormattableString.Invariant($"a map from {source} to {target} has {target.Channels} x {source.Channels} x {orbitals.Count} = {expected} weights, not {weights.Length}"), nameof(weights));
        }

        var bad = FiniteValues.FirstNotFinite(weights);
        return bad < 0
            ? new(source, target, orbitals, weights)
            : throw new ArgumentException(FormattableString.Invariant($"weight {bad} of a map from {source} to {target} is {weights[bad]}"), nameof(weights));
    }

    /// <summary>The number of weights of a map between two spaces, where it is one that is made.</summary>
    /// <exception cref="LimitExceededException">There are more than <see cref="RandomNetwork.MaxWeights"/>.</exception>
    internal static int WeightCount(FeatureSpace source, FeatureSpace target, OrbitalIndex orbitals)
    {
        var count = (Int128)source.Channels * target.Channels * orbitals.Count;
        return count <= RandomNetwork.MaxWeights ? (int)count
            : throw new LimitExceededException("weights of a linear map", RandomNetwork.MaxWeights, FormattableString.Invariant($"{count} ({source} to {target})"), "choose fewer channels");
    }

    /// <summary>The identity of a feature space.</summary>
    public static EquivariantMap Identity(FeatureSpace space)
    {
        var orbitals = OrbitalIndex.Of(space.Set, space.Set);
        var weights = new double[WeightCount(space, space, orbitals)];
        foreach (var x in orbitals.Source.BasePoints)
        {
            for (var c = 0; c < space.Channels; c++)
            {
                weights[(((c * space.Channels) + c) * orbitals.Count) + orbitals.PositionOf(x, x)] = 1;
            }
        }

        return new(space, space, orbitals, weights);
    }

    /// <summary>The weight of an orbital for a target and a source channel.</summary>
    public double this[int targetChannel, int sourceChannel, int orbital] =>
        _weights[((((long)targetChannel * Source.Channels) + sourceChannel) * OrbitalCount) + orbital];

    /// <summary>The weights for a target and a source channel, by orbital.</summary>
    internal ReadOnlySpan<double> WeightsOf(int targetChannel, int sourceChannel) => _weights.AsSpan(((targetChannel * Source.Channels) + sourceChannel) * OrbitalCount, OrbitalCount);

    /// <summary>The matrix entry in row (target channel, y) and column (source channel, x).</summary>
    public double EntryAt(int targetChannel, int y, int sourceChannel, int x) => this[targetChannel, sourceChannel, Orbitals.PositionOf(y, x)];

    /// <summary>The image of a vector, by definition in double precision: the slow and obvious way, one product for every pair of points and channels.</summary>
    /// <exception cref="ArgumentException">The vector has the wrong length.</exception>
    public IReadOnlyList<double> Apply(IReadOnlyList<double> vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        return vector.Count == Source.Dimension
            ? ApplyByDefinition([.. vector])
            : throw new ArgumentException(FormattableString.Invariant($"{Source} has dimension {Source.Dimension}, the vector {vector.Count} entries"), nameof(vector));
    }

    /// <summary>The products that <see cref="Apply"/> takes.</summary>
    internal double ApplyCost => (double)Source.Channels * Target.Channels * (Orbitals is EqualityOrbitals ? Source.Points + Target.Points
        : IsSparse ? (double)_used.Value.Length * Source.Points
        : (double)Source.Points * Target.Points);

    /// <summary>Whether going through the orbitals that have weights is less work than through all pairs of points.</summary>
    private bool IsSparse => Orbitals is DifferenceOrbitals && _used.Value.Length < Target.Points;

    internal double[] ApplyByDefinition(double[] vector) => Orbitals is EqualityOrbitals ? ApplyBySums(vector) : IsSparse ? ApplySparse(vector) : ApplyToPairs(vector);

    private static int[] UsedOf(double[] weights, int orbitals)
    {
        var used = new bool[orbitals];

        // Most weights of a stencil are +0, whose bits are all zero: only what is left is looked at.
        var bits = MemoryMarshal.Cast<double, long>(weights.AsSpan());
        for (var i = 0; bits[i..].IndexOfAnyExcept(0L) is >= 0 and var skipped; i++)
        {
            i += skipped;
            used[i % orbitals] |= weights[i] != 0;
        }

        return [.. Enumerable.Range(0, orbitals).Where(orbital => used[orbital])];
    }

    private double[] ApplyToPairs(double[] vector)
    {
        var (n, m) = (Source.Points, Target.Points);
        var used = UsesOrbital();

        var result = new double[Target.Dimension];
        for (var y = 0; y < m; y++)
        {
            for (var x = 0; x < n; x++)
            {
                var orbital = Orbitals.PositionOf(y, x);
                if (!used[orbital])
                {
                    continue;
                }

                for (var o = 0; o < Target.Channels; o++)
                {
                    var sum = 0.0;
                    for (var i = 0; i < Source.Channels; i++)
                    {
                        sum += _weights[(((o * Source.Channels) + i) * OrbitalCount) + orbital] * vector[(i * n) + x];
                    }

                    result[(o * m) + y] += sum;
                }
            }
        }

        return result;
    }

    /// <summary>Orbital by orbital, those without weights left out.</summary>
    private double[] ApplySparse(double[] vector)
    {
        var (n, m) = (Source.Points, Target.Points);
        var result = new double[Target.Dimension];
        foreach (var orbital in _used.Value)
        {
            var targets = Orbitals.TargetsOf(orbital)!;
            for (var o = 0; o < Target.Channels; o++)
            {
                for (var i = 0; i < Source.Channels; i++)
                {
                    var weight = _weights[(((o * Source.Channels) + i) * OrbitalCount) + orbital];
                    for (var x = 0; weight != 0 && x < n; x++)
                    {
                        if (targets[x] >= 0)
                        {
                            result[(o * m) + targets[x]] += weight * vector[(i * n) + x];
                        }
                    }
                }
            }
        }

        return result;
    }

    /// <summary>Two orbitals, equal and not: the own entry and the sum of the others.</summary>
    private double[] ApplyBySums(double[] vector)
    {
        var (n, m) = (Source.Points, Target.Points);
        var result = new double[Target.Dimension];
        for (var i = 0; i < Source.Channels; i++)
        {
            var own = vector.AsSpan(i * n, n);
            var sum = 0.0;
            foreach (var value in own)
            {
                sum += value;
            }

            for (var o = 0; o < Target.Channels; o++)
            {
                var first = this[o, i, 0];
                for (var y = 0; y < m; y++)
                {
                    result[(o * m) + y] += OrbitalCount == 1 ? first * sum : (first * own[y]) + (this[o, i, 1] * (sum - own[y]));
                }
            }
        }

        return result;
    }

    /// <summary>In one line: source, target and the number of weights.</summary>
    public override string ToString() => FormattableString.Invariant($"{Source} -> {Target}, {ParameterCount} weights on {OrbitalCount} orbitals");
}
