using Xunit;

namespace Eqnn.Testing;

/// <summary>A comparison is a total order that agrees with equality, through both interfaces.</summary>
public abstract class ComparableLaws<T>
    where T : IComparable<T>, IComparable, IEquatable<T>
{
    [Law]
    public void Comparison_agrees_with_equality(T a, T b)
    {
        Assert.Equal(a.Equals(b), a.CompareTo(b) == 0);
        Assert.Equal(0, a.CompareTo(a));
    }

    [Law]
    public void Comparison_is_antisymmetric(T a, T b) => Assert.Equal(Math.Sign(a.CompareTo(b)), -Math.Sign(b.CompareTo(a)));

    [Law]
    public void Comparison_is_transitive(T a, T b, T c)
    {
        if (a.CompareTo(b) <= 0 && b.CompareTo(c) <= 0)
        {
            Assert.True(a.CompareTo(c) <= 0);
        }
    }

    [Law]
    public void The_other_interface_agrees(T a, T b)
    {
        Assert.Equal(Math.Sign(a.CompareTo(b)), Math.Sign(((IComparable)a).CompareTo(b)));
        Assert.True(((IComparable)a).CompareTo(null) > 0);
        Assert.Throws<ArgumentException>(() => ((IComparable)a).CompareTo("a text"));
    }
}
