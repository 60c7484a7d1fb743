using System.Numerics;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Interaction;

/// <summary>The interaction graph of a G-set of an abelian group by frequencies: Theorem 2 where all characters are linear.</summary>
/// <remarks>
/// <para>Let χ have order m and A = ker χ, B = {g : χ(g) = ±1}. An even part that is not a polynomial reaches the powers of χ², the characters that are 1 on B; an odd one the other powers of χ if m is even, and all of them if m is odd;
/// t^k the powers χ^{2j−k}, 0 ≤ j ≤ k. All of them occur wherever χ does.</para>
/// <para>Agrees with <see cref="InteractionGraph"/> and needs no table. <b>Source.</b> docs/theory.md#frequencies.</para>
/// </remarks>
public sealed class AbelianInteraction
{
    /// <summary>The largest number of classes of simples with one kernel: all pairs of them are looked at.</summary>
    public const int MaxKernels = 5000;

    private readonly int[] _degrees;
    private readonly IReadOnlyList<IReadOnlyList<int>> _rows;

    private AbelianInteraction(AbelianDecomposition decomposition, Activation activation, int[] degrees, IReadOnlyList<IReadOnlyList<int>> rows)
    {
        Decomposition = decomposition;
        Activation = activation;
        _degrees = degrees;
        _rows = rows;
    }

    /// <summary>The decomposition of the functions on the G-set.</summary>
    public AbelianDecomposition Decomposition { get; }

    /// <summary>The activation f.</summary>
    public Activation Activation { get; }

    /// <summary>The number of edges between simples, loops included.</summary>
    public BigInteger EdgeCount
    {
        get
        {
            var classes = Decomposition.KernelClasses;
            var sum = BigInteger.Zero;
            for (var i = 0; i < classes.Count; i++)
            {
                // Galois conjugation permutes the simples of a class: all of them reach equally many.
                var reached = _rows[i].Aggregate(BigInteger.Zero, (total, j) => total + classes[j].SimpleCount) + ReachedSingly(i, classes[i].First).Count;
                sum += classes[i].SimpleCount * reached;
            }

            return sum;
        }
    }

    /// <summary>Computes the rows of the classes of simples with one kernel.</summary>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxKernels"/> kernels.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static AbelianInteraction Of(AbelianDecomposition decomposition, Activation activation, CancellationToken cancellationToken = default) => Of(decomposition, activation, MaxKernels, cancellationToken);

    /// <summary>The same with another limit.</summary>
    internal static AbelianInteraction Of(AbelianDecomposition decomposition, Activation activation, int maxKernels, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decomposition);
        ArgumentNullException.ThrowIfNull(activation);
        var classes = decomposition.KernelClasses;
        if (classes.Count > maxKernels)
        {
            throw new LimitExceededException("kernels of simples compared in pairs", maxKernels, FormattableString.Invariant($"{classes.Count}"), "choose a smaller G-set, or name two simples");
        }

        var rows = new List<IReadOnlyList<int>>(classes.Count);
        foreach (var source in classes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.Add([.. Enumerable.Range(0, classes.Count).Where(j => ReachesClass(source.First, classes[j].First, activation))]);
        }

        return new(decomposition, activation, [.. activation.Even.Degrees.Concat(activation.Odd.Degrees).Order()], rows);
    }

    /// <summary>Whether there is an edge L → K. Both must occur.</summary>
    /// <exception cref="ArgumentException">A simple belongs to another group, or does not occur.</exception>
    public bool HasEdge(AbelianSimple source, AbelianSimple target)
    {
        foreach (var simple in (AbelianSimple[])[source, target])
        {
            if (Decomposition.Multiplicity(simple).IsZero)
            {
                throw new ArgumentException($"{simple.Label} does not occur in {Decomposition.Set.Name}");
            }
        }

        return ReachesClass(source, target, Activation) || _degrees.Any(degree => IsMonomial(source, target, degree));
    }

    /// <summary>The positions in <see cref="AbelianDecomposition.KernelClasses"/> of the classes that every simple of the class at a position reaches wholly, ascending.</summary>
    public IReadOnlyList<int> ReachedClasses(int position) => _rows[position];

    /// <summary>The simples that a simple of the class at a position reaches beside <see cref="ReachedClasses"/>: by the monomials of a polynomial part.</summary>
    public IReadOnlyList<AbelianSimple> ReachedSingly(int position, AbelianSimple source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var wholly = _rows[position].Select(j => Decomposition.KernelClasses[j].First).ToList();
        return [.. _degrees.SelectMany(degree => Powers(source, degree)).Distinct().Where(target => !wholly.Exists(first => first.ImageOrder == target.ImageOrder && target.IsPowerOf(first)))];
    }

    /// <summary>Row by row in the order of <see cref="AbelianDecomposition.EnumerateComponents"/>: the positions there of the simples that one reaches, ascending.</summary>
    /// <exception cref="LimitExceededException">There are more than <see cref="AbelianDecomposition.MaxComponents"/> simples.</exception>
    public IEnumerable<IReadOnlyList<int>> EnumerateRows()
    {
        var components = Decomposition.EnumerateComponents().Select(component => component.Key).ToList();
        var classOf = Decomposition.ClassPositions();
        var places = components.ConvertAll(simple => classOf[simple]);
        var isReached = _rows.Select(row => row.ToHashSet()).ToList();
        for (var at = 0; at < components.Count; at++)
        {
            var wholly = isReached[places[at]];
            var singly = ReachedSingly(places[at], components[at]).ToHashSet();
            yield return [.. Enumerable.Range(0, components.Count).Where(to => wholly.Contains(places[to]) || singly.Contains(components[to]))];
        }
    }

    /// <summary>Why there is an edge, with the order of B and the sum of the character of K over B (signed for an odd part); null if there is none.</summary>
    public (CouplingCause Cause, int Degree, BigInteger LineOrder, BigInteger Sum)? TryExplain(AbelianSimple source, AbelianSimple target)
    {
        if (!HasEdge(source, target))
        {
            return null;
        }

        var line = source.KernelOrder * (source.ImageOrder.IsEven ? 2 : 1);
        if (!Activation.Even.IsPolynomial && ReachedByEven(source, target))
        {
            return (CouplingCause.Even, 0, line, line * target.Dimension);
        }

        if (!Activation.Odd.IsPolynomial && ReachedByOdd(source, target))
        {
            return (CouplingCause.Odd, 0, line, line * target.Dimension);
        }

        var degree = _degrees.First(d => IsMonomial(source, target, d));
        return (degree switch { 0 => CouplingCause.Constant, 1 => CouplingCause.Linear, _ => CouplingCause.Monomial }, degree, line, BigInteger.One);
    }

    /// <summary>The numbers of Theorem 2 for one pair, the same on every orbit in which the source occurs: the orders of A and B, and the sums of the character of the target over B, plain and with the sign ε.</summary>
    /// <exception cref="ArgumentException">A simple belongs to another group, or does not occur.</exception>
    public AbelianCouplingSums SumsOf(AbelianSimple source, AbelianSimple target)
    {
        _ = HasEdge(source, target);
        var line = source.KernelOrder * (source.ImageOrder.IsEven ? 2 : 1);
        return new(source.KernelOrder, line, ReachedByEven(source, target) ? line * target.Dimension : 0, ReachedByOdd(source, target) ? line * target.Dimension : 0, Decomposition.Multiplicity(source));
    }

    private static bool ReachesClass(AbelianSimple source, AbelianSimple target, Activation activation) =>
        (!activation.Even.IsPolynomial && ReachedByEven(source, target)) || (!activation.Odd.IsPolynomial && ReachedByOdd(source, target));

    private static bool ReachedByEven(AbelianSimple source, AbelianSimple target) => target.IsPowerOf(source, 2);

    private static bool ReachedByOdd(AbelianSimple source, AbelianSimple target) => target.IsPowerOf(source) && !(source.ImageOrder.IsEven && target.IsPowerOf(source, 2));

    private static bool IsMonomial(AbelianSimple source, AbelianSimple target, int degree) => Powers(source, degree).Contains(target);

    private static IEnumerable<AbelianSimple> Powers(AbelianSimple source, int degree)
    {
        // Powers repeat modulo the order: more of them than that give nothing new.
        for (var power = degree; power >= 0 && degree - power <= 2 * source.ImageOrder; power -= 2)
        {
            yield return source.Multiple(power);
        }
    }
}
