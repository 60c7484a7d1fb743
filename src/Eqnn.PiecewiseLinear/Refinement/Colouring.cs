using Eqnn.Algebra.GSets;

namespace Eqnn.PiecewiseLinear.Refinement;

/// <summary>Colours on the points of several copies of a G-set, one copy for each input that is compared: two points, of one copy or of two, are told apart iff their colours differ.</summary>
/// <remarks>
/// <para><b>Numbers.</b> Colours are 0, 1, …, <see cref="Count"/> − 1 in the order in which they are met, copy after copy, point after point. So they depend on nothing but the partition. Points of different G-orbits have different colours.</para>
/// <para><b>Not</b> a function that is constant on G-orbits: it is what a network sees of given inputs.</para>
/// </remarks>
public sealed class Colouring : IEquatable<Colouring>
{
    private readonly int[] _colours;

    internal Colouring(GSet set, int copies, int[] colours, int count)
    {
        Set = set;
        Copies = copies;
        _colours = colours;
        Count = count;
    }

    /// <summary>The G-set X.</summary>
    public GSet Set { get; }

    /// <summary>The number of copies of X.</summary>
    public int Copies { get; }

    /// <summary>The number of colours.</summary>
    public int Count { get; }

    /// <summary>The colour of a point of a copy, both from 0.</summary>
    public int this[int copy, int point]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(copy);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(copy, Copies);
            ArgumentOutOfRangeException.ThrowIfNegative(point);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(point, Set.Size);
            return _colours[(copy * (int)Set.Size) + point];
        }
    }

    /// <summary>The colours of the points of one copy, in their order.</summary>
    public IReadOnlyList<int> OfCopy(int copy)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(copy);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(copy, Copies);
        var size = (int)Set.Size;
        return Array.AsReadOnly(_colours[(copy * size)..((copy + 1) * size)]);
    }

    /// <summary>The blocks of the partition of one copy: for each colour that occurs there its points, ascending; blocks in the order of the colours.</summary>
    public IReadOnlyList<IReadOnlyList<int>> BlocksOf(int copy) =>
        [.. OfCopy(copy).Select((colour, point) => (colour, point)).GroupBy(pair => pair.colour, pair => pair.point).OrderBy(block => block.Key).Select(block => (IReadOnlyList<int>)[.. block])];

    /// <summary>Whether two copies have every colour equally often.</summary>
    public bool HaveEqualCounts(int first, int second)
    {
        var counts = new int[Count];
        foreach (var colour in OfCopy(first))
        {
            counts[colour]++;
        }

        foreach (var colour in OfCopy(second))
        {
            counts[colour]--;
        }

        return Array.TrueForAll(counts, count => count == 0);
    }

    /// <summary>Whether two copies have the same colour at every point.</summary>
    public bool AgreeEverywhere(int first, int second) => OfCopy(first).SequenceEqual(OfCopy(second));

    /// <summary>Equality of the set, as a value, and of all colours.</summary>
    public bool Equals(Colouring? other) => other is not null && ReferenceEquals(Set, other.Set) && Copies == other.Copies && _colours.AsSpan().SequenceEqual(other._colours);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Colouring);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Copies, Count, _colours.Length);

    /// <summary>The set and the number of colours.</summary>
    public override string ToString() => FormattableString.Invariant($"{Count} colours on {Copies} copies of {Set.Name}");

    /// <summary>The colours, copy after copy; never written to.</summary>
    internal ReadOnlySpan<int> Raw => _colours;
}
