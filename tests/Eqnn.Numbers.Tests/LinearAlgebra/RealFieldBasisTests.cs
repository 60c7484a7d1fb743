using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Numbers.Tests.LinearAlgebra;

/// <summary>Atoms of real fields: as many as the degree, short where they can be, and every number comes back.</summary>
public sealed class RealFieldBasisTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(24)]
    [InlineData(60)]
    public void Numbers_are_the_sums_of_their_coordinates(int n)
    {
        var values = Enumerable.Range(0, n).Select(k => Cyclotomic.E(n, k) + Cyclotomic.E(n, n - k)).ToList();
        var basis = RealFieldBasis.Of(values);
        Assert.Equal(basis.Field.Degree, basis.Atoms.Count);
        Assert.Equal(Cyclotomic.One, basis.Atoms[0]);
        foreach (var value in values.Concat(basis.Atoms.SelectMany(a => basis.Atoms.Select(b => a * b))))
        {
            Assert.Equal(value, basis.Atoms.Zip(basis.CoordinatesOf(value), (atom, c) => atom * c).Aggregate(Cyclotomic.Zero, (sum, c) => sum + c));
        }
    }

    [Fact]
    public void Square_roots_come_first_and_strangers_are_refused()
    {
        var basis = RealFieldBasis.Of([Cyclotomic.SquareRoot(2) / 3]);
        Assert.Equal([Cyclotomic.One, Cyclotomic.SquareRoot(2)], basis.Atoms);
        Assert.Throws<ArgumentException>(() => basis.CoordinatesOf(Cyclotomic.SquareRoot(3)));
        Assert.Throws<ArgumentException>(() => RealFieldBasis.Of([Cyclotomic.E(4, 1)]));
    }

    /// <summary>The field of √2 + √3 with too few numbers, and with numbers of a subfield.</summary>
    [Fact]
    public void Numbers_that_do_not_span_the_field_are_refused()
    {
        var field = AbelianField.GeneratedBy([Cyclotomic.SquareRoot(2), Cyclotomic.SquareRoot(3)]);
        Assert.Equal(4, RealFieldBasis.Spanned(field, [Cyclotomic.SquareRoot(2), Cyclotomic.SquareRoot(3), Cyclotomic.SquareRoot(6)]).Atoms.Count);
        Fires.With("periods span their field", () => RealFieldBasis.Spanned(field, []));
        Fires.With("periods span their field", () => RealFieldBasis.Spanned(field, [Cyclotomic.SquareRoot(2), Cyclotomic.SquareRoot(3), Cyclotomic.SquareRoot(2) + 1]));
    }
}
