namespace Eqnn.Networks.Tests;

/// <summary>What passes over many values at once finds what a look at each finds.</summary>
public sealed class FiniteValuesTests
{
    [Fact]
    public void The_first_value_that_is_not_finite_is_found_wherever_it_stands()
    {
        foreach (var length in new[] { 0, 1, 7, 8, 9, 16, 31 })
        {
            double[] values = [.. Enumerable.Range(0, length).Select(i => i % 3 == 0 ? -double.MaxValue : i % 3 == 1 ? double.Epsilon : double.MaxValue)];
            Assert.Equal(-1, FiniteValues.FirstNotFinite(values));
            foreach (var bad in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
            {
                for (var i = 0; i < length; i++)
                {
                    var spoiled = (double[])values.Clone();
                    spoiled[i] = bad;
                    spoiled[^1] = i % 2 == 0 ? bad : spoiled[^1];
                    Assert.Equal(i, FiniteValues.FirstNotFinite(spoiled));
                }
            }
        }
    }
}
