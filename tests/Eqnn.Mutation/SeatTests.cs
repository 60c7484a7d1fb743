using Eqnn.Algebra.Groups;
using Eqnn.Checking;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Arrangements;
using Xunit;

namespace Eqnn.Mutation;

public sealed class SeatTests
{
    /// <summary>Stryker wants a test that passes and that meets a mutant before it makes a report. This one meets a few in every assembly, where they cost nothing: the mutants that count are tested by <see cref="Worker"/>.</summary>
    [Fact]
    public void The_seat_of_the_mutants_is_here()
    {
        Assert.Equal(2, Permutation.Parse("(1,2)", null).Degree);
        Assert.Equal(2, FiniteGroup.Parse("C2").Order);
        Assert.Single(Arrangement.FromRows([[Cyclotomic.One]]).Hyperplanes);
        Assert.False(CertificateChecker.Check("").IsAccepted);
    }
}
