using Eqnn.Numbers;
using Xunit;

namespace Eqnn.Testing;

/// <summary>The axioms of a field.</summary>
public abstract class FieldLaws<T> : RingLaws<T>
    where T : IField<T>
{
    [Law]
    public void The_inverse_is_inverse(T a)
    {
        if (!a.IsZero)
        {
            Assert.Equal(T.One, a * a.Inverse());
            Assert.Equal(a, a.Inverse().Inverse());
        }
    }

    [Law]
    public void Division_multiplies_by_the_inverse(T a, T b)
    {
        if (!b.IsZero)
        {
            Assert.Equal(a, a / b * b);
        }
    }

    [Law]
    public void There_are_no_zero_divisors(T a, T b) => Assert.Equal(a.IsZero || b.IsZero, (a * b).IsZero);

    [Law(Cases = 10)]
    public void Division_by_zero_throws(T a)
    {
        Assert.Throws<DivideByZeroException>(() => a / T.Zero);
        Assert.Throws<DivideByZeroException>(() => T.Zero.Inverse());
    }
}
