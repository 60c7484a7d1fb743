using Xunit;

namespace Eqnn.Mutation;

public sealed class SeatTests
{
    /// <summary>Stryker wants a test that passes before it makes mutants; this one calls none of the mutated code.</summary>
    [Fact]
    public void The_seat_of_the_mutants_is_here() => Assert.Equal("Eqnn.Mutation", typeof(SeatTests).Assembly.GetName().Name);
}
