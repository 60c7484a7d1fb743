using Eqnn.Networks.Harmonics;

namespace Eqnn.Networks.Loops;

/// <summary>Where values on a group stand before its Fourier transform.</summary>
internal static class GroupLayout
{
    /// <param name="fourier">The transform, which fixes the order of the elements.</param>
    /// <param name="offsets">For each point: orbit · |G| + element.</param>
    /// <param name="orbits">The number of orbits.</param>
    /// <param name="signals">Channels times orbits.</param>
    /// <param name="signalStride">From one signal to the next, in units of the layout.</param>
    /// <param name="elementStride">From one element to the next.</param>
    public static PointLayout Of(GroupFourier fourier, int[] offsets, int orbits, int signals, int signalStride, int elementStride)
    {
        var order = fourier.Order;
        var place = new int[order];
        for (var k = 0; k < order; k++)
        {
            place[fourier.Elements[k]] = k;
        }

        int[] places = [.. offsets.Select(offset => (offset / order * signalStride) + (place[offset % order] * elementStride))];

        // Places that belong to no point meet zero weights only, or are never read; they need only be finite.
        return new(signals / orbits, orbits * signalStride, places, Math.Max(signals * signalStride, order * elementStride), false);
    }
}
