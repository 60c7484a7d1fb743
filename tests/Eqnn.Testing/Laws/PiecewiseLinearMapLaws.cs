using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Xunit;

namespace Eqnn.Testing;

/// <summary>The laws of an equivariant map that is linear on the cones of a fan: F(gv) = g F(v), F(cv) = c F(v) for c &gt; 0, F(v + w) = F(v) + F(w) within a chamber, and no jumps at walls.</summary>
/// <typeparam name="T">An ordered field, as <see cref="Rational"/> or <see cref="RealCyclotomic"/>.</typeparam>
/// <remarks>A derived class names the map, the chambers and the matrices of generators on both sides (none for a map without symmetry). Vectors are made of the numbers that its <c>Arbitrary</c> classes generate.</remarks>
public abstract class PiecewiseLinearMapLaws<T>
    where T : IOrderedField<T>
{
    // After so many halvings a slope of 2^20 has no visible jump left, a jump of 2^-20 of the size of the values has.
    private const int Halvings = 44;
    private const int Slack = 20;

    /// <summary>The number of coordinates of an input.</summary>
    protected abstract int SourceDimension { get; }

    /// <summary>The matrices of the generators on inputs.</summary>
    protected abstract IReadOnlyList<Matrix<T>> SourceGenerators { get; }

    /// <summary>The matrices of the same generators on values, in the same order.</summary>
    protected abstract IReadOnlyList<Matrix<T>> TargetGenerators { get; }

    /// <summary>F(v).</summary>
    protected abstract IReadOnlyList<T> Value(IReadOnlyList<T> vector);

    /// <summary>A name of the cone in whose relative interior a vector lies: vectors with equal names lie in one cone on which F is linear. For hyperplanes: the word of signs.</summary>
    protected abstract string ConeOf(IReadOnlyList<T> vector);

    [Fact]
    public void There_are_as_many_generators_on_both_sides() => Assert.Equal(SourceGenerators.Count, TargetGenerators.Count);

    [Law]
    public void The_map_is_equivariant(T[] entries)
    {
        var vector = Vector(entries);
        Assert.All(SourceGenerators.Zip(TargetGenerators), pair => Assert.Equal(pair.Second * Value(vector), Value(pair.First * vector)));
    }

    [Law]
    public void Positive_multiples_come_out(T[] entries, T factor)
    {
        var vector = Vector(entries);
        var positive = factor is null || factor.Sign == 0 ? T.One : factor.Sign < 0 ? -factor : factor;
        Assert.Equal([.. Value(vector).Select(x => positive * x)], Value([.. vector.Select(x => positive * x)]));
    }

    [Law]
    public void Within_a_cone_the_map_adds(T[] first, T[] second)
    {
        // Of two random vectors few share a cone: the second is moved towards the first until it does, or is the first.
        var (v, w) = (Vector(first), Vector(second));
        for (var step = 0; step < 8 && ConeOf(w) != ConeOf(v); step++)
        {
            w = Plus(Plus(v, v), w);
        }

        w = ConeOf(w) == ConeOf(v) ? w : v;
        Assert.Equal(ConeOf(v), ConeOf(Plus(v, w)));
        Assert.Equal(Plus(Value(v), Value(w)), Value(Plus(v, w)));
    }

    /// <summary>Along a segment the half with the greater change is halved again and again: a continuous map with slopes below 2^20 of its size has no change left, a jump stays.</summary>
    [Law(Cases = 20)]
    public void The_map_does_not_jump(T[] first, T[] second)
    {
        var (v, w) = (Vector(first), Vector(second));
        var (left, right) = (Value(v), Value(w));
        var bound = Sum(left.Concat(right).Concat(v).Concat(w).Select(Size));
        var half = T.One / (T.One + T.One);
        for (var step = 0; step < Halvings; step++)
        {
            var middle = Plus(v, w).Select(x => half * x).ToArray();
            var value = Value(middle);
            if (Distance(left, value) >= Distance(value, right))
            {
                (w, right) = (middle, value);
            }
            else
            {
                (v, left) = (middle, value);
            }
        }

        var jump = Distance(left, right);
        for (var step = 0; step < Slack; step++)
        {
            jump += jump;
        }

        Assert.True(jump <= bound, $"F jumps near ({string.Join(", ", v)})");
    }

    /// <summary>A vector made of these entries, repeated with other signs where they are too few.</summary>
    protected IReadOnlyList<T> Vector(T[]? entries) =>
        [.. Enumerable.Range(0, SourceDimension).Select(i => entries is { Length: > 0 } ? (i < entries.Length ? entries[i] : -entries[i % entries.Length]) : i == 0 ? T.One : T.Zero)];

    private static T[] Plus(IReadOnlyList<T> a, IReadOnlyList<T> b) => [.. a.Zip(b, (x, y) => x + y)];

    private static T Size(T x) => x.Sign < 0 ? -x : x;

    private static T Sum(IEnumerable<T> numbers) => numbers.Aggregate(T.Zero, (sum, x) => sum + x);

    private static T Distance(IReadOnlyList<T> a, IReadOnlyList<T> b) => Sum(a.Zip(b, (x, y) => Size(x - y)));
}
