using Eqnn.Algebra.GSets;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Separation;

/// <summary>What a network gets: one or several channels, each an exact real function on a G-set.</summary>
public sealed class NetworkInput : IEquatable<NetworkInput>
{
    private NetworkInput(GSet set, IReadOnlyList<ColumnVector<RealCyclotomic>> channels) => (Set, Channels) = (set, channels);

    /// <summary>The G-set X.</summary>
    public GSet Set { get; }

    /// <summary>The channels, each with |X| values in the order of the points.</summary>
    public IReadOnlyList<ColumnVector<RealCyclotomic>> Channels { get; }

    /// <summary>Whether all values are rational.</summary>
    public bool IsRational => Channels.All(channel => channel.All(value => value.IsRational));

    /// <summary>Functions on X.</summary>
    /// <exception cref="ArgumentException">There is no channel, or one has not |X| values.</exception>
    public static NetworkInput Of(GSet set, IEnumerable<IEnumerable<RealCyclotomic>> channels)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(channels);
        ColumnVector<RealCyclotomic>[] list = [.. channels.Select(channel => ColumnVector.Of(channel))];
        if (list.Length == 0)
        {
            throw new ArgumentException("an input needs at least one channel", nameof(channels));
        }

        return Array.FindIndex(list, channel => channel.Count != set.Size) is var wrong and >= 0
            ? throw new ArgumentException(FormattableString.Invariant($"channel {wrong + 1} has {list[wrong].Count} values, {set.Name} has {set.Size} points"), nameof(channels))
            : new(set, Array.AsReadOnly(list));
    }

    /// <summary>One function on X.</summary>
    /// <exception cref="ArgumentException">It has not |X| values.</exception>
    public static NetworkInput Of(GSet set, IEnumerable<RealCyclotomic> values) => Of(set, [values]);

    /// <summary>The input g x: the value at g p is that of x at p.</summary>
    public NetworkInput MovedBy(Permutation g)
    {
        var action = Set.ActionOf(g);
        return new(Set, [.. Channels.Select(channel =>
        {
            var moved = new RealCyclotomic[channel.Count];
            for (var p = 0; p < moved.Length; p++)
            {
                moved[action[p]] = channel[p];
            }

            return ColumnVector.Of(moved);
        })]);
    }

    /// <summary>Equality of the set, as a value, and of all values.</summary>
    public bool Equals(NetworkInput? other) =>
        other is not null && ReferenceEquals(Set, other.Set) && Channels.Count == other.Channels.Count && Channels.Zip(other.Channels).All(pair => pair.First == pair.Second);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NetworkInput);

    /// <inheritdoc/>
    public override int GetHashCode() => Channels[0].Aggregate(Channels.Count, HashCode.Combine);

    /// <summary>The values, channel after channel.</summary>
    public override string ToString() => string.Join("; ", Channels.Select(channel => $"[{string.Join(", ", channel)}]"));

    /// <summary>The channels as numbers of the field that colours are made of.</summary>
    internal IReadOnlyList<ColumnVector<Cyclotomic>> ToCyclotomics() => [.. Channels.Select(channel => (ColumnVector<Cyclotomic>)[.. channel.Select(value => value.Value)])];
}
