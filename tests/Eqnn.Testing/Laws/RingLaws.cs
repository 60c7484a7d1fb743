using Eqnn.Numbers;
using Xunit;

namespace Eqnn.Testing;

/// <summary>The axioms of a commutative ring with one, and that equal values are indistinguishable.</summary>
public abstract class RingLaws<T>
    where T : IRing<T>
{
    [Law]
    public void Addition_is_associative(T a, T b, T c) => Assert.Equal(a + (b + c), (a + b) + c);

    [Law]
    public void Addition_is_commutative(T a, T b) => Assert.Equal(a + b, b + a);

    [Law]
    public void Zero_is_neutral(T a) => Assert.Equal(a, a + T.Zero);

    [Law]
    public void The_negative_is_inverse(T a) => Assert.Equal(T.Zero, a + (-a));

    [Law]
    public void Subtraction_adds_the_negative(T a, T b) => Assert.Equal(a + (-b), a - b);

    [Law]
    public void Multiplication_is_associative(T a, T b, T c) => Assert.Equal(a * (b * c), (a * b) * c);

    [Law]
    public void Multiplication_is_commutative(T a, T b) => Assert.Equal(a * b, b * a);

    [Law]
    public void One_is_neutral(T a) => Assert.Equal(a, a * T.One);

    [Law]
    public void Multiplication_distributes(T a, T b, T c) => Assert.Equal((a * b) + (a * c), a * (b + c));

    [Law]
    public void Only_zero_is_zero(T a) => Assert.Equal(a == T.Zero, a.IsZero);

    [Law]
    public void Equal_values_have_equal_hashes(T a, T b)
    {
        // The same value by another way.
        var again = (a + b) - b;
        Assert.True(a == again);
        Assert.False(a != again);
        Assert.True(a.Equals((object)again));
        Assert.Equal(a.GetHashCode(), again.GetHashCode());
    }

    [Law]
    public void Different_values_are_unequal(T a) => Assert.True(a != a + T.One && !a.Equals(a + T.One) && !a.Equals(null) && !a.Equals("a text"));

    [Fact]
    public void The_default_value_is_legal_and_zero_where_it_is_a_value()
    {
        if (typeof(T).IsValueType)
        {
            var zero = default(T)!;
            Assert.True(zero.IsZero);
            Assert.Equal(T.Zero, zero);
            Assert.Equal(T.One, zero + T.One);
            Assert.Equal(T.Zero.GetHashCode(), zero.GetHashCode());
        }
    }
}
