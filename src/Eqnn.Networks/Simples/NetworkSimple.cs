using System.Numerics;
using Eqnn.Algebra.Characters;

namespace Eqnn.Networks.Simples;

/// <summary>A simple real representation as the networks of a group see it: a name, its size, and the exact one behind it where a character table was made.</summary>
/// <remarks>For abelian groups that act freely no table is needed: the simple is a pair of characters ±k, named <c>L3</c> on a cyclic group and <c>L(1,3)</c> on a product.</remarks>
public sealed class NetworkSimple
{
    internal NetworkSimple(int position, string label, string alias, int dimension, int endomorphismDimension, BigInteger kernelOrder, IReadOnlyList<int> frequencies, SimpleRepresentation? exact)
    {
        (Position, Label, Alias, Dimension, EndomorphismDimension, KernelOrder, Frequencies, Exact) = (position, label, alias, dimension, endomorphismDimension, kernelOrder, frequencies, exact);
    }

    /// <summary>The position in <see cref="NetworkSimples.All"/>; 0 is the trivial simple.</summary>
    public int Position { get; }

    /// <summary>The name.</summary>
    public string Label { get; }

    /// <summary>Another name such as <c>trivial</c>, or empty.</summary>
    public string Alias { get; }

    /// <summary>dim over ℝ.</summary>
    public int Dimension { get; }

    /// <summary>dim End(L): 1, 2 or 4.</summary>
    public int EndomorphismDimension { get; }

    /// <summary>The order of the kernel.</summary>
    public BigInteger KernelOrder { get; }

    /// <summary>The frequencies of one of the two characters, one for each cyclic factor; empty where they are not used.</summary>
    public IReadOnlyList<int> Frequencies { get; }

    /// <summary>The simple of the character table; <c>null</c> where no table was made.</summary>
    public SimpleRepresentation? Exact { get; }

    /// <inheritdoc/>
    public override string ToString() => Label;
}
