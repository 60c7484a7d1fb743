using Eqnn.Numbers;

namespace Eqnn.Catalog.Verification;

/// <summary>A simple as the document lists it, after its claims were checked.</summary>
/// <param name="Position">Its place from 0.</param>
/// <param name="Label">Its name.</param>
/// <param name="Dimension">Its dimension.</param>
/// <param name="Endomorphisms">1, 2 or 4.</param>
/// <param name="Values">The character on the classes.</param>
/// <param name="Kernel">The classes of its kernel, from 0.</param>
internal sealed record RealSimple(int Position, string Label, int Dimension, int Endomorphisms, IReadOnlyList<Cyclotomic> Values, IReadOnlySet<int> Kernel)
{
    /// <summary>Whether its kernel lies in that of another.</summary>
    public bool MapsTo(RealSimple target) => Kernel.IsSubsetOf(target.Kernel);

    /// <summary>The dimension of the vectors fixed by a subgroup, given by the classes of its elements.</summary>
    public int FixedDimension(IReadOnlyCollection<int> classes)
    {
        var counts = classes.GroupBy(c => c);
        var sum = counts.Aggregate(Cyclotomic.Zero, (total, c) => total + (Values[c.Key] * c.Count()));
        return (int)(sum.ToRational() / classes.Count).ToBigInteger();
    }
}
