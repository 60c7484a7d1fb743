using Eqnn.PiecewiseLinear.Interaction;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Interaction;

/// <summary>Sets of nodes in words of 64 bits, against hash sets, on both sides of the ends of words.</summary>
public sealed class NodeSetTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(130)]
    public void Operations_are_those_of_sets(int capacity)
    {
        var random = new Random(capacity);
        for (var trial = 0; trial < 20; trial++)
        {
            HashSet<int> Draw() => [.. Enumerable.Range(0, capacity).Where(_ => random.Next(3) == 0)];
            NodeSet Of(HashSet<int> set) => NodeSet.Where(capacity, set.Contains);
            var (a, b) = (Draw(), Draw());
            var node = random.Next(capacity);
            Same(a, Of(a));
            Same([.. a.Union(b)], Of(a).Union(Of(b)));
            Same([.. a.Intersect(b)], Of(a).Intersect(Of(b)));
            Same([.. a.Except(b)], Of(a).Except(Of(b)));
            Same([.. a, node], Of(a).With(node));
            Assert.Equal(a.IsSubsetOf(b), Of(a).IsSubsetOf(Of(b)));
            Assert.True(Of(a).IsSubsetOf(Of(a).Union(Of(b))));
            Assert.Equal(a.SetEquals(b), Of(a).Equals(Of(b)));
            Assert.Equal(Of(a).GetHashCode(), Of([.. a]).GetHashCode());
            Assert.False(Of(a).Equals(null));
            Assert.NotEqual(Of(a), NodeSet.Where(capacity + 1, a.Contains));
        }

        Assert.True(NodeSet.Empty(capacity).IsEmpty);

        void Same(HashSet<int> expected, NodeSet found)
        {
            Assert.Equal(capacity, found.Capacity);
            Assert.Equal(expected.Order(), found.Positions);
            Assert.Equal((expected.Count, expected.Count == 0), (found.Count, found.IsEmpty));
            Assert.All(Enumerable.Range(0, capacity), i => Assert.Equal(expected.Contains(i), found.Contains(i)));
        }
    }
}
