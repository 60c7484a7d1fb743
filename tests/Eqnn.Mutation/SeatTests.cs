using Eqnn.Algebra.Groups;
using Eqnn.Checking;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Xunit;

namespace Eqnn.Mutation;

public sealed class SeatTests
{
    /// <summary>Stryker wants a test that passes before it makes mutants. This one loads the assemblies that are mutated, so that Stryker sees that it meets none of them: then it only makes them.</summary>
    [Fact]
    public void The_seat_of_the_mutants_is_here() =>
        Assert.All(new[] { typeof(Rational), typeof(FiniteGroup), typeof(CertificateChecker), typeof(Activation) }, type => Assert.StartsWith("Eqnn.", type.Assembly.GetName().Name, StringComparison.Ordinal));
}
