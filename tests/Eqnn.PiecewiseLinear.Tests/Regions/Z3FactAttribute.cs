using Eqnn.PiecewiseLinear.Z3;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Regions;

/// <summary>A fact that needs libz3: skipped with that reason where it cannot be loaded, unless EQNN_REQUIRE_Z3=1 says that this machine must have it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class Z3FactAttribute : FactAttribute
{
    public Z3FactAttribute()
    {
        if (Z3Solver.Version is null && Environment.GetEnvironmentVariable("EQNN_REQUIRE_Z3") != "1")
        {
            Skip = "libz3 cannot be loaded here (apt-get install libz3-4)";
        }
    }
}
