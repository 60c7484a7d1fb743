using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>Groups with more than 120 classes whose class matrices are dear, so that the reduction of generalised characters finds them.</summary>
public sealed class WreathProductDegreesTests
{
    /// <summary>Clifford: the irreducible characters of G wr C_2 are Ind χ⊗ψ for χ ≠ ψ, and two extensions of each χ⊗χ.</summary>
    [Theory]
    [InlineData("S7", 135)]
    [InlineData("M12", 135)]
    [Trait("speed", "slow")]
    public void Degrees_of_wreath_products_with_C2_follow_from_those_of_the_factor(string name, int classes)
    {
        long[] factor = [.. CharacterTable.Of(FiniteGroup.Parse(name)).Irreducibles.Select(chi => chi.Degree)];
        var expected = new List<long>();
        for (var i = 0; i < factor.Length; i++)
        {
            expected.AddRange([factor[i] * factor[i], factor[i] * factor[i], .. factor.Take(i).Select(other => 2 * factor[i] * other)]);
        }

        var table = CharacterTable.Of(FiniteGroup.Parse(name + " wr C2"));
        Assert.Equal(classes, table.Classes.Count);
        Assert.Equal(expected.Order(), table.Irreducibles.Select(chi => chi.Degree).Order());
    }
}
