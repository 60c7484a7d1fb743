using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Representations;

/// <summary>The eigenvalues of an equivariant linear map of a permutation representation: its blocks, those with one characteristic polynomial together.</summary>
/// <remarks><b>Order.</b> Descending if all blocks are real numbers, else in the order of the simples that come first.</remarks>
public sealed class OperatorSpectrum
{
    private OperatorSpectrum(IReadOnlyList<OperatorBlock> blocks, IReadOnlyList<EigenvalueGroup> groups)
    {
        Blocks = blocks;
        Groups = groups;
    }

    /// <summary>The blocks, one for each simple that occurs.</summary>
    public IReadOnlyList<OperatorBlock> Blocks { get; }

    /// <summary>The groups of blocks with equal eigenvalues.</summary>
    public IReadOnlyList<EigenvalueGroup> Groups { get; }

    /// <summary>Whether every block is one number.</summary>
    public bool AreNumbers => Blocks.All(block => block.IsNumber);

    /// <summary>The spectrum of a map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="decomposition">The decomposition of the representation.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static OperatorSpectrum Of(OrbitalOperator map, IsotypicDecomposition decomposition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(map);
        var blocks = map.BlocksOf(decomposition, cancellationToken);
        var groups = blocks.GroupBy(block => block, new SameBlock()).Select(members => new EigenvalueGroup([.. members])).ToList();
        if (blocks.All(block => block.IsNumber && block.Eigenvalue.IsReal))
        {
            groups = [.. groups.OrderByDescending(members => members.First.Eigenvalue, Comparer<Cyclotomic>.Create(Cyclotomic.CompareReal))];
        }

        return new(blocks, groups);
    }

    /// <summary>Blocks with the same characteristic polynomial.</summary>
    private sealed class SameBlock : IEqualityComparer<OperatorBlock>
    {
        public bool Equals(OperatorBlock? x, OperatorBlock? y) => x is null || y is null ? ReferenceEquals(x, y) : x.CharacteristicPolynomial.SequenceEqual(y.CharacteristicPolynomial);

        public int GetHashCode(OperatorBlock obj) => obj.CharacteristicPolynomial.Aggregate(0, HashCode.Combine);
    }
}

/// <summary>The blocks of an equivariant map that have one characteristic polynomial.</summary>
public sealed class EigenvalueGroup
{
    internal EigenvalueGroup(IReadOnlyList<OperatorBlock> blocks) => Blocks = blocks;

    /// <summary>The blocks, in the order of their simples.</summary>
    public IReadOnlyList<OperatorBlock> Blocks { get; }

    /// <summary>The first of them.</summary>
    public OperatorBlock First => Blocks[0];

    /// <summary>The dimension of the sum of their isotypic components.</summary>
    public BigInteger Dimension => Blocks.Aggregate(BigInteger.Zero, (sum, block) => sum + (block.Simple.Dimension * block.Multiplicity));
}
