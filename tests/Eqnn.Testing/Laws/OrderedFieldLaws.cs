using Eqnn.Numbers;
using Xunit;

namespace Eqnn.Testing;

/// <summary>The axioms of an ordered field.</summary>
public abstract class OrderedFieldLaws<T> : FieldLaws<T>
    where T : IOrderedField<T>
{
    [Law]
    public void The_order_is_total(T a, T b)
    {
        Assert.Equal(1, (a < b ? 1 : 0) + (a == b ? 1 : 0) + (a > b ? 1 : 0));
        Assert.Equal(a <= b, a < b || a == b);
        Assert.Equal(a >= b, b <= a);
        Assert.Equal(Math.Sign(a.CompareTo(b)), -Math.Sign(b.CompareTo(a)));
    }

    [Law]
    public void The_order_is_transitive(T a, T b, T c)
    {
        var sorted = new[] { a, b, c };
        Array.Sort(sorted);
        Assert.True(sorted[0] <= sorted[1] && sorted[1] <= sorted[2] && sorted[0] <= sorted[2]);
    }

    [Law]
    public void Addition_keeps_the_order(T a, T b, T c) => Assert.Equal(a < b, a + c < b + c);

    [Law]
    public void Multiplication_by_a_positive_number_keeps_the_order(T a, T b, T c)
    {
        if (c.Sign > 0)
        {
            Assert.Equal(a < b, a * c < b * c);
        }
    }

    [Law]
    public void The_sign_is_the_comparison_with_zero(T a) => Assert.Equal(Math.Sign(a.CompareTo(T.Zero)), a.Sign);

    [Law]
    public void The_sign_is_multiplicative(T a, T b) => Assert.Equal(a.Sign * b.Sign, (a * b).Sign);

    [Law]
    public void Squares_are_not_negative(T a) => Assert.True(a * a >= T.Zero);
}
