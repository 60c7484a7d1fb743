using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Z3;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Regions;

public sealed class Z3LibraryTests
{
    [Fact]
    public void Where_Z3_is_required_it_is_there()
    {
        if (Environment.GetEnvironmentVariable("EQNN_REQUIRE_Z3") == "1")
        {
            Assert.NotNull(Z3Solver.Version);
        }
    }

    [Fact]
    public void Without_Z3_the_error_says_how_to_get_it()
    {
        if (Z3Solver.Version is null)
        {
            var thrown = Assert.Throws<LimitExceededException>(() => Z3Solver.Create(2));
            Assert.Contains("libz3-4", thrown.Message, StringComparison.Ordinal);
        }
        else
        {
            using var solver = Z3Solver.Create(2);
            Assert.Equal("z3 " + Z3Solver.Version, solver.Name);
        }
    }
}
