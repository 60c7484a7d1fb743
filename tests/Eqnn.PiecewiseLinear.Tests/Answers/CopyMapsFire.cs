using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Answers;

/// <summary>The checks of composites in the space of maps are fed false vectors.</summary>
public sealed class CopyMapsFire
{
    [Fact]
    public void A_composite_outside_the_space_of_maps_is_refused()
    {
        const string Check = "the ReLU composite lies in the space of maps";
        Assert.Empty(CopyMaps.In([], [0, 0]));
        Assert.Equal([2, -1], CopyMaps.In([[1, 0, 0], [0, 1, 0]], [2, -1, 0]));
        Fires.With(Check, () => CopyMaps.In([], [0, 1]));
        Fires.With(Check, () => CopyMaps.In([[1, 0, 0], [0, 1, 0]], [2, -1, 1]));
    }
}
