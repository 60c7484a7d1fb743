using Eqnn.Testing;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Numbers.Tests;

[Properties(Arbitrary = [typeof(Samples)])]
public sealed class RealCyclotomicLaws : OrderedFieldLaws<RealCyclotomic>
{
    [Law]
    public void Doubles_are_ordered_alike(RealCyclotomic a, RealCyclotomic b)
    {
        // Rounding to the nearest is monotone.
        if (a <= b)
        {
            Assert.True(a.ToDouble() <= b.ToDouble());
        }
    }

    [Law]
    public void The_floor_is_the_largest_integer_below(RealCyclotomic a)
    {
        Assert.True(a.Floor() <= a && a < a.Floor() + 1);
        Assert.True(a <= a.Ceiling() && a.Ceiling() - 1 < a);
    }

    [Law]
    public void Decimals_are_rounded_to_the_nearest(RealCyclotomic a)
    {
        foreach (var digits in new[] { 0, 1, 7, 40 })
        {
            var half = Rational.Of(1, 2) / Rational.Pow(10, digits);
            Assert.True(RealCyclotomic.Abs(a - Rational.Parse(a.ToDecimalString(digits))) <= half);
        }
    }

    [Law]
    public void The_nearest_double_is_nearest(RealCyclotomic a)
    {
        var x = a.ToDouble();
        var distance = RealCyclotomic.Abs(a - Rational.FromDouble(x));
        Assert.True(distance <= RealCyclotomic.Abs(a - Rational.FromDouble(Math.BitIncrement(x))));
        Assert.True(distance <= RealCyclotomic.Abs(a - Rational.FromDouble(Math.BitDecrement(x))));
    }
}

[Properties(Arbitrary = [typeof(Samples)])]
public sealed class RealCyclotomicOrderLaws : ComparableLaws<RealCyclotomic>;

[Properties(Arbitrary = [typeof(Samples)])]
public sealed class RealCyclotomicTextLaws : TextLaws<RealCyclotomic>
{
    protected override IReadOnlyList<string> ExactFormats => ["G", "L", "R", "LR"];
}
