using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;

namespace Eqnn.Networks.Simples;

/// <summary>An orthonormal basis of <c>Fun(X, ℝ)</c> adapted to the simples, as a fast transform.</summary>
/// <remarks>
/// The coordinates of L stand together: from <see cref="Start"/>, part j (0 ≤ j &lt; dim L / dim End) of m · dim End numbers each, all parts in the same model of the multiplicity space <c>End(L)^m</c>. So an equivariant map is the same
/// block on every part, and the blocks of two G-sets fit together.
/// </remarks>
internal abstract class IsotypicFrame(GSet set, int[] multiplicities, IReadOnlyList<NetworkSimple> simples)
{
    public GSet Set { get; } = set;

    public int Size { get; } = (int)set.Size;

    /// <summary>For each simple its multiplicity in Fun(X).</summary>
    public int[] Multiplicities { get; } = multiplicities;

    /// <summary>For each simple the place of its first coordinate, and at the end the dimension.</summary>
    public int[] Start { get; } = Starts(multiplicities, simples);

    /// <summary>m · dim End(L): the length of a part.</summary>
    public int PartLength(NetworkSimple simple) => Multiplicities[simple.Position] * simple.EndomorphismDimension;

    public abstract void Forward(ReadOnlySpan<double> vector, Span<double> coordinates);

    public abstract void Backward(ReadOnlySpan<double> coordinates, Span<double> vector);

    /// <summary>What functions of one number make of the parts in some simples.</summary>
    /// <param name="simples">Their positions.</param>
    public virtual PartImage ImageOf(IReadOnlyList<int> simples) => new MaskedImage(this, simples);

    /// <summary>The energy of each simple in a vector of coordinates, added to a list.</summary>
    public void AddEnergies(ReadOnlySpan<double> coordinates, Span<double> energies)
    {
        for (var simple = 0; simple < Multiplicities.Length; simple++)
        {
            var sum = 0.0;
            foreach (var value in coordinates[Start[simple]..Start[simple + 1]])
            {
                sum += value * value;
            }

            energies[simple] += sum;
        }
    }

    private static int[] Starts(int[] multiplicities, IReadOnlyList<NetworkSimple> simples)
    {
        var starts = new int[simples.Count + 1];
        for (var i = 0; i < simples.Count; i++)
        {
            starts[i + 1] = starts[i] + (multiplicities[i] * simples[i].Dimension);
        }

        return starts;
    }
}
