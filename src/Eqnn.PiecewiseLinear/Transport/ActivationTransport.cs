using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Energies;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.PiecewiseLinear.Transport;

/// <summary>One layer without weights, seen from one simple: includes vectors of L into <c>Fun(X, ℝ)</c>, applies an activation to every coordinate, and projects onto all simples.</summary>
/// <remarks>
/// <para><b>Exact</b> for piecewise linear f and polynomials; for the others enclosures to the digits that are asked for. Zeros by Theorem 2 are checked against the values.</para>
/// <para><b>Prepared once</b> for many vectors: embeddings and Gram matrices of all components. Not for several threads at once.</para>
/// <para><b>Source.</b> docs/theory.md#objects, #interaction.</para>
/// </remarks>
public sealed class ActivationTransport
{
    /// <summary>The most points of X.</summary>
    public const int MaxPoints = 2000;

    private const int MaxFanDimension = 3;
    private const int MaxFanOrbits = 2000;

    private readonly int _node;
    private readonly Lazy<EquivariantFan?> _fan;

    private ActivationTransport(InteractionGraph graph, int node, int copy, IReadOnlyList<IsotypicCopies> components)
    {
        Graph = graph;
        _node = node;
        Copy = copy;
        Components = components;
        _fan = new(FanOfSource);
    }

    /// <summary>The interaction graph of f on X.</summary>
    public InteractionGraph Graph { get; }

    /// <summary>L.</summary>
    public SimpleRepresentation Source => Components[_node].Simple;

    /// <summary>The copy of L in which the vectors lie, from 0.</summary>
    public int Copy { get; }

    /// <summary>All components of <c>Fun(X, ℝ)</c>, in the order of the table.</summary>
    public IReadOnlyList<IsotypicCopies> Components { get; }

    /// <summary>The number of coordinates of a vector.</summary>
    public int Dimension => Components[_node].CopyDimension;

    /// <summary>Prepares the components.</summary>
    /// <param name="graph">The interaction graph of f on X.</param>
    /// <param name="source">L, which occurs in X.</param>
    /// <param name="copy">Which copy of L, from 0; 0 is the copy of <see cref="SimpleCopy.TryFind"/>.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentException">L does not occur in X, or has not that many copies.</exception>
    /// <exception cref="LimitExceededException">X has more than <see cref="MaxPoints"/> points.</exception>
    public static ActivationTransport Of(InteractionGraph graph, SimpleRepresentation source, int copy = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(source);
        var set = graph.Decomposition.Set;
        if (set.Size > MaxPoints)
        {
            throw new LimitExceededException("points of a G-set for exact images", MaxPoints, FormattableString.Invariant($"{set.Size}"), "take a smaller G-set");
        }

        var node = graph.Nodes.ToList().FindIndex(n => n.Simple == source);
        if (node < 0)
        {
            throw new ArgumentException($"{source.Label} does not occur in the functions on {set.Name}", nameof(source));
        }

        var components = new List<IsotypicCopies>();
        foreach (var simple in graph.Nodes.Select(node => node.Simple))
        {
            cancellationToken.ThrowIfCancellationRequested();
            components.Add(IsotypicCopies.Of(graph.Decomposition, simple));
        }

        return copy >= 0 && copy < components[node].CopyCount
            ? new(graph, node, copy, components)
            : throw new ArgumentException(FormattableString.Invariant($"{source.Label} has {components[node].CopyCount} copies in {set.Name}; number {copy + 1} is none of them"), nameof(copy));
    }

    /// <summary>The image of one vector.</summary>
    /// <param name="vector">The coordinates of v in the copy.</param>
    /// <param name="digits">Digits after the point of enclosures, of norms and of coordinates that are not exact.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentException">The number of coordinates is not <see cref="Dimension"/>, one is not real, or there are no enclosures of f.</exception>
    /// <exception cref="CertificateException">A value contradicts Theorem 2: a bug.</exception>
    public AppliedVector Apply(IReadOnlyList<Cyclotomic> vector, int digits = EnergyOptions.DefaultDigits, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(vector);
        if (vector.Count != Dimension)
        {
            throw new ArgumentException(FormattableString.Invariant($"{vector.Count} coordinates were given; a copy of {Source.Label} has {Dimension}"), nameof(vector));
        }

        if (vector.Any(c => !c.IsReal))
        {
            throw new ArgumentException("a coordinate is not real", nameof(vector));
        }

        var home = Components[_node];
        var padded = new Cyclotomic[home.Dimension];
        for (var j = 0; j < vector.Count; j++)
        {
            padded[(Copy * Dimension) + j] = vector[j];
        }

        var values = home.FunctionOf(padded);
        var bits = (int)(digits * 3.33) + 64;
        var f = Graph.Activation;
        ColumnVector<Cyclotomic>? images = f.IsExact ? [.. values.Select(value => f.Evaluate((RealCyclotomic)value).Value)] : null;
        IReadOnlyList<RealInterval> enclosures = [.. (images ?? values).Select(value => images is null ? f.EnclosureAt(RealInterval.Of(value, bits)) : RealInterval.Of(value, bits))];
        var parts = new List<TransportedPart>();
        for (var k = 0; k < Components.Count; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            parts.Add(Part(k, values, images, enclosures, bits));
        }

        var signs = values.Select(PlaceOf).ToList();
        return new(this, ColumnVector.Of(vector), values, signs, images, enclosures, parts, digits, OrbitAt(vector, values));
    }

    /// <summary>0 at the kink where there is one; else counted from the middle of the kinks: the number of kinks below minus the number above.</summary>
    private int PlaceOf(Cyclotomic value) => Graph.Activation.PiecewiseLinear is { IsAffine: false } f
        ? f.Kinks.Sum(kink => (value - kink).Sign)
        : value.Sign;

    private TransportedPart Part(int k, IReadOnlyList<Cyclotomic> values, IReadOnlyList<Cyclotomic>? images, IReadOnlyList<RealInterval> enclosures, int bits)
    {
        var component = Components[k];
        var isArrow = Graph.HasEdge(_node, k);
        if (images is not null)
        {
            var coordinates = component.CoordinatesOf(images);
            var isZero = coordinates.IsZero;
            if (!isArrow && !isZero)
            {
                throw new CertificateException("what the interaction theorem excludes is 0", $"{Source.Label} -> {component.Simple.Label} of {Graph.Activation.Name}");
            }

            var square = coordinates.Dot(component.Gram * coordinates);
            return new(
                component, coordinates, [.. coordinates.Select(c => RealInterval.Of(c, bits))], square, RealInterval.Of(square, bits).Within(Rational.Zero, Rational.Max(RealInterval.Of(square, bits).High, Rational.Zero)).Sqrt(),
                isZero ? (isArrow ? VanishingCause.Here : VanishingCause.Theorem) : null, MatrixAt(component, values));
        }

        var products = Enumerable.Range(0, component.Dimension).Select(j => Enumerable.Range(0, values.Count).Aggregate(RealInterval.Of(Rational.Zero, bits), (sum, x) =>
            component.FormAt(x)[j].IsZero ? sum : sum + (RealInterval.Of(component.FormAt(x)[j], bits) * enclosures[x]))).ToList();
        var inverse = component.InverseGram;
        var found = Enumerable.Range(0, component.Dimension).Select(i => Enumerable.Range(0, component.Dimension).Aggregate(RealInterval.Of(Rational.Zero, bits), (sum, j) =>
            inverse[i, j].IsZero ? sum : sum + (RealInterval.Of(inverse[i, j], bits) * products[j]))).ToList();
        var energy = found.Zip(products, (a, b) => a * b).Aggregate(RealInterval.Of(Rational.Zero, bits), (sum, c) => sum + c);
        if (!isArrow && !found.TrueForAll(c => c.ContainsZero))
        {
            throw new CertificateException("what the interaction theorem excludes is 0", $"{Source.Label} -> {component.Simple.Label} of {Graph.Activation.Name}");
        }

        var zero = RealInterval.Of(Rational.Zero, bits);
        return isArrow
            ? new(component, null, found, null, energy.Within(Rational.Zero, Rational.Max(energy.High, Rational.Zero)).Sqrt(), null, null)
            : new(component, [.. found.Select(_ => Cyclotomic.Zero)], [.. found.Select(_ => zero)], Cyclotomic.Zero, zero, VanishingCause.Theorem, null);
    }

    /// <summary>On the piece, f(t) = slope t + offset at every point of X; at a kink the piece to the right is taken.</summary>
    private PieceMatrix? MatrixAt(IsotypicCopies component, IReadOnlyList<Cyclotomic> values)
    {
        if (Graph.Activation.PiecewiseLinear is not { } f)
        {
            return null;
        }

        var home = Components[_node];
        var pieces = values.Select(value =>
        {
            var piece = f.Kinks.Count(kink => (value - kink).Sign >= 0);
            var at = f.IsAffine ? Rational.Zero : f.Kinks[Math.Max(piece - 1, 0)];
            return (Slope: f.Slopes[piece], Offset: f.Evaluate(at) - (f.Slopes[piece] * at));
        }).ToList();
        var columns = Enumerable.Range(Copy * Dimension, Dimension).Select(j => component.CoordinatesOf([.. pieces.Select((piece, x) => home.FormAt(x)[j] * piece.Slope)]));
        return new(Matrix<Cyclotomic>.FromColumns(columns), component.CoordinatesOf([.. pieces.Select(piece => (Cyclotomic)piece.Offset)]));
    }

    /// <summary>The position, from 0, of the orbit of chambers in the ReLU fan of the copy; <c>null</c> on a wall, for other activations, and where the fan is not listed.</summary>
    private int? OrbitAt(IReadOnlyList<Cyclotomic> vector, IReadOnlyList<Cyclotomic> values)
    {
        var home = Components[_node];
        var onWall = Enumerable.Range(0, values.Count).Any(x => values[x].IsZero && Enumerable.Range(Copy * Dimension, Dimension).Any(j => !home.FormAt(x)[j].IsZero));
        return onWall || _fan.Value is not { } fan ? null : fan.Chambers.OrbitOf(fan.Chambers.ChamberAt(vector)).Position;
    }

    private EquivariantFan? FanOfSource()
    {
        if (Copy > 0 || Dimension > MaxFanDimension || Graph.Activation.PiecewiseLinear is not { IsPositivelyHomogeneous: true, IsAffine: false } || Components[_node].Representation is not SimpleCopy copy)
        {
            return null;
        }

        try
        {
            return EquivariantFan.Of(copy, ChamberSearchOptions.Default.WithMaxOrbits(MaxFanOrbits));
        }
        catch (LimitExceededException)
        {
            // The number of the orbit is an extra; the signs are the answer.
            return null;
        }
    }
}
