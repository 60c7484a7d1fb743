using Eqnn.Checking.Fans;
using Eqnn.Checking.Reading;
using Xunit;

namespace Eqnn.Checking.Tests.Fans;

/// <summary>A vector spans an extreme ray iff the hyperplanes through it have rank d − 1: by the rank modulo a prime, and by the exact one where that does not decide.</summary>
public sealed class ExtremeRayTests
{
    /// <summary>The forms x, y, z, x + y, x + 2y: all but z hold the last axis, where two are enough.</summary>
    private const string Cube = "{\"columns\": 3, \"rows\": [[\"1\", \"0\", \"0\"], [\"0\", \"1\", \"0\"], [\"0\", \"0\", \"1\"], [\"1\", \"1\", \"0\"], [\"1\", \"2\", \"0\"]]}";

    [Theory]
    [InlineData("00++0", true)]
    [InlineData("00+00", true)]
    [InlineData("0+0++", true)]
    [InlineData("++0++", false)]
    [InlineData("+++++", false)]
    [InlineData("0++++", false)]
    [InlineData("00000", false)]
    public void The_rank_decides(string signs, bool expected) =>
        Assert.Equal(expected, new ConeSkeleton(CheckedForms.Of(ClaimReader.Read(Cube)), [signs], CertificateCheckOptions.Default, default).IsRay(0, ModularImage.Of(1)));

    /// <summary>In a space of one dimension the two directions, not the origin.</summary>
    [Fact]
    public void On_a_line_both_directions_are_rays()
    {
        var forms = CheckedForms.Of(ClaimReader.Read("{\"columns\": 2, \"rows\": [[\"1\", \"1\"]]}"));
        var skeleton = new ConeSkeleton(forms, ["+", "-", "0"], CertificateCheckOptions.Default, default);
        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(ray => skeleton.IsRay(ray, ModularImage.Of(1))));
    }

    /// <summary>Where the prime divides a denominator, or makes forms dependent that are not, the exact rank is asked.</summary>
    [Fact]
    public void A_prime_that_misleads_does_not_decide()
    {
        var field = ModularImage.Of(1);
        foreach (var entry in new[] { $"{field.Prime}", $"1/{field.Prime}" })
        {
            var forms = CheckedForms.Of(ClaimReader.Read($"{{\"columns\": 3, \"rows\": [[\"1\", \"0\", \"0\"], [\"1\", \"{entry}\", \"0\"], [\"0\", \"0\", \"1\"]]}}"));
            Assert.True(new ConeSkeleton(forms, ["00+"], CertificateCheckOptions.Default, default).IsRay(0, field));
        }
    }
}
