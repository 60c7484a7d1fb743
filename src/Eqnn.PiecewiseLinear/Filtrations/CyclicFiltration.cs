using System.Numerics;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Filtrations;

/// <summary>The filtration of the functions on a G-set by the subspaces V^N for a cyclic group of any order: its subgroups N are known by their orders, the divisors of |G|.</summary>
/// <remarks>V^N is the sum of the components whose image order divides |G|/|N|; an orbit of length ℓ becomes one of length gcd(ℓ, |G|/|N|) on X/N. Agrees with <see cref="InvariantFiltration"/>. <b>Source.</b> docs/theory.md#invariants, docs/theory.md#frequencies.</remarks>
public sealed class CyclicFiltration
{
    private CyclicFiltration(AbelianDecomposition decomposition, IReadOnlyList<CyclicLayer> layers)
    {
        Decomposition = decomposition;
        Layers = layers;
    }

    /// <summary>The decomposition of the functions.</summary>
    public AbelianDecomposition Decomposition { get; }

    /// <summary>One layer for each subgroup, ascending in its order.</summary>
    public IReadOnlyList<CyclicLayer> Layers { get; }

    /// <summary>Computes the filtration.</summary>
    /// <exception cref="ArgumentException">The group is not cyclic.</exception>
    /// <exception cref="LimitExceededException">The order of the group exceeds 2⁶³.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static CyclicFiltration Of(AbelianDecomposition decomposition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decomposition);
        var group = decomposition.Dual.Group;
        if (!decomposition.Dual.IsCyclic)
        {
            throw new ArgumentException($"{group.Name} is not cyclic", nameof(decomposition));
        }

        if (group.Order > long.MaxValue)
        {
            throw new LimitExceededException("order of a cyclic group whose subgroups are listed", long.MaxValue, group.Order.ToString(System.Globalization.CultureInfo.InvariantCulture), "not possible");
        }

        var layers = new List<CyclicLayer>();
        foreach (var order in NumberTheory.Divisors((long)group.Order))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var quotient = group.Order / order;
            var classes = decomposition.KernelClasses.Where(c => (quotient % c.ImageOrder).IsZero).ToList();
            var dimension = classes.Aggregate(BigInteger.Zero, (sum, c) => sum + (c.SimpleCount * c.First.Dimension * c.Multiplicity));
            layers.Add(new CyclicLayer(order, dimension, classes, [.. decomposition.OrbitLengths.Select(pair => KeyValuePair.Create(BigInteger.GreatestCommonDivisor(pair.Key, quotient), pair.Value))], new Rational(decomposition.Set.Size, dimension)));
        }

        return new(decomposition, layers);
    }
}
