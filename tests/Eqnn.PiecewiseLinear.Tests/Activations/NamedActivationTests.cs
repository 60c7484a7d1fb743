using System.Reflection;
using Eqnn.PiecewiseLinear.Activations;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Activations;

public sealed class NamedActivationTests
{
    /// <summary>Every static property that is an activation is one that users can type, under a name of its own.</summary>
    [Fact]
    public void Each_word_is_a_known_activation()
    {
        var words = typeof(Activation).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == typeof(Activation)).Select(property => (Activation)property.GetValue(null)!).ToList();
        Assert.True(words.Count > 10);
        Assert.Equal(words.Count, words.Distinct().Count());
        Assert.All(words, word => Assert.Equal(word, Activation.Parse(word.Name)));
        Assert.All(words, word => Assert.Contains(word, Activation.Known));
    }

    [Fact]
    public void The_words_are_the_functions_that_they_say()
    {
        Assert.Equal(3, Activation.Abs.ApproximateAt(-3));
        Assert.Equal(-0.03, Activation.LeakyRelu.ApproximateAt(-3), 12);
        Assert.Equal(9, Activation.Square.ApproximateAt(-3));
        Assert.Equal(-27, Activation.Cube.ApproximateAt(-3));
        Assert.Equal(1, Activation.HardTanh.ApproximateAt(3));
        Assert.Equal(Math.Cos(2), Activation.Cosine.ApproximateAt(2), 12);
        Assert.Equal(Math.Sin(2), Activation.Sine.ApproximateAt(2), 12);
    }

    [Theory]
    [InlineData("relu", true)]
    [InlineData("poly:t^2", true)]
    [InlineData("rleu", false)]
    [InlineData("relu:1", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Trying_to_read_never_throws(string? text, bool isActivation)
    {
        Assert.Equal(isActivation, Activation.TryParse(text, out var activation));
        Assert.Equal(isActivation, activation is not null);
    }
}
