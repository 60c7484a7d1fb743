using Eqnn.Algebra.Characters;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Existence;

/// <summary>Sums of one character over the kernel of another, straight from the values: the certificates do not use the kernels the table keeps.</summary>
internal static class KernelSums
{
    /// <summary><c>Σ ψ_K(g)</c> over all g with <c>ψ_L(g) = ψ_L(1)</c>.</summary>
    public static Cyclotomic Over(SimpleRepresentation kernelOf, SimpleRepresentation summed)
    {
        var sum = Cyclotomic.Zero;
        foreach (var c in kernelOf.Table.Classes)
        {
            if (kernelOf.Character[c.Position] == kernelOf.Character[0])
            {
                sum += summed.Character[c.Position] * new Rational(c.Size, 1);
            }
        }

        return sum;
    }
}
