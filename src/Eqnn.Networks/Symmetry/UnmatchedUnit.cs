namespace Eqnn.Networks.Symmetry;

/// <summary>A unit whose row of weights, moved by a generator, is not that of any unit left for it.</summary>
public sealed class UnmatchedUnit
{
    internal UnmatchedUnit(int state, int generator, int unit, int nearest, double distance) =>
        (State, Generator, Unit, Nearest, Distance) = (state, generator, unit, nearest, distance);

    /// <summary>The state, from 1.</summary>
    public int State { get; }

    /// <summary>The generator, from 1.</summary>
    public int Generator { get; }

    /// <summary>The unit, from 0 in the order of the file.</summary>
    public int Unit { get; }

    /// <summary>The unit that it was matched with.</summary>
    public int Nearest { get; }

    /// <summary>The distance of the rows as a share of the longest row of the layer.</summary>
    public double Distance { get; }
}
