using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Regions;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Regions;

public sealed class Z3LibraryTests
{
    [Fact]
    public void Where_Z3_is_required_it_is_there()
    {
        if (Environment.GetEnvironmentVariable("EQNN_REQUIRE_Z3") == "1")
        {
            Assert.NotNull(RegionSolvers.Z3Version);
        }
    }

    [Fact]
    public void Without_Z3_the_error_says_how_to_get_it()
    {
        if (RegionSolvers.Z3Version is null)
        {
            var thrown = Assert.Throws<LimitExceededException>(() => RegionSolvers.Create(RegionSolverKind.Z3, 2));
            Assert.Contains("libz3-4", thrown.Message, StringComparison.Ordinal);
        }
        else
        {
            using var solver = RegionSolvers.Create(RegionSolverKind.Z3, 2);
            Assert.Equal("z3 " + RegionSolvers.Z3Version, solver.Name);
        }
    }
}
