using System.Numerics;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Algebra.Tests.Representations.Abelian;

/// <summary>Powers of a generator on cycles of several lengths: the exponents fit together, or the element is no power.</summary>
public sealed class CyclicGeneratorFires
{
    [Fact]
    public void Exponents_on_two_cycles_fit_together_exactly_where_they_agree_on_the_common_divisor()
    {
        for (var t = 0; t < 6; t++)
        {
            for (var s = 0; s < 4; s++)
            {
                if (t % 2 == s % 2)
                {
                    var (value, modulus) = CyclicGenerator.Combine(t, 6, s, 4);
                    Assert.Equal((12, t, s), ((int)modulus, (int)(value % 6), (int)(value % 4)));
                }
                else
                {
                    Fires.With("the elements of a cyclic group are powers of a generator", () => CyclicGenerator.Combine(new BigInteger(t), 6, s, 4));
                }
            }
        }
    }
}
