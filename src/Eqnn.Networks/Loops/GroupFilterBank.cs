namespace Eqnn.Networks.Loops;

/// <summary>Filters on a finite group: <c>y_o(b) = Σ_i Σ_a h_oi(a⁻¹ b) x_i(a)</c>, multiplication by h from the right.</summary>
/// <param name="Order">|G|.</param>
/// <param name="Outputs">The number of outputs o.</param>
/// <param name="Inputs">The number of inputs i.</param>
/// <param name="Values">h_oi(g) at <c>(o · Inputs + i) · |G| + g</c>.</param>
internal sealed record GroupFilterBank(int Order, int Outputs, int Inputs, double[] Values)
{
    /// <summary>The matrices Σ_g h_oi(g) ρ(g) of one simple, m × m at <c>(o · Inputs + i) · m²</c>.</summary>
    public double[] BlocksOf(Harmonics.RealModule simple)
    {
        var size = simple.Dimension * simple.Dimension;
        var blocks = new double[Outputs * Inputs * size];
        for (var pair = 0; pair < Outputs * Inputs; pair++)
        {
            for (var g = 0; g < Order; g++)
            {
                var factor = Values[(pair * Order) + g];
                if (factor != 0)
                {
                    var matrix = simple.At(g);
                    for (var k = 0; k < size; k++)
                    {
                        blocks[(pair * size) + k] += factor * matrix[k];
                    }
                }
            }
        }

        return blocks;
    }
}
