using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Characters.Modular;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Modular;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>Characters by central characters, and what takes one to another.</summary>
public sealed class CentralBlocksTests
{
    [Theory]
    [InlineData("SL(2,5)", 2, 2)]
    [InlineData("GL(2,5)", 4, 2)]
    [InlineData("GL(3,4)", 3, 2)]
    [InlineData("SL(3,4)", 3, 2)]
    [InlineData("GL(3,3)", 2, 1)]
    [InlineData("S5", 1, 1)]
    [InlineData("C4 x S4", 4, 1)]
    public void Every_character_lies_in_one_block(string name, int count, int representatives)
    {
        var (group, algebra, field, root, all) = Characters(name);
        var blocks = new CentralBlocks(algebra, field, root, Linear(all), CancellationToken.None);
        Assert.Equal(count, blocks.Count);
        Assert.Equal(representatives, blocks.Representatives.Count);
        foreach (var chi in all)
        {
            var own = blocks.Of(chi);
            for (var s = 0; s < count; s++)
            {
                Assert.Equal(s == own ? chi : new ulong[chi.Length], blocks.Part(chi, s));
            }
        }

        Assert.Equal(group.ConjugacyClasses.Count, all.Count);
    }

    [Theory]
    [InlineData("GL(2,5)")]
    [InlineData("SL(2,7)")]
    [InlineData("C4 x S4")]
    [InlineData("S5")]
    public void Orbits_of_characters_are_characters_and_each_orbit_meets_a_representative(string name)
    {
        var (_, algebra, field, root, all) = Characters(name);
        var known = all.Select(Key).ToHashSet();
        var symmetries = new CharacterSymmetries(algebra, field, Linear(all));
        var blocks = new CentralBlocks(algebra, field, root, Linear(all), CancellationToken.None);
        foreach (var chi in all)
        {
            var orbit = symmetries.Orbit(chi);
            Assert.Same(chi, orbit[0]);
            Assert.Equal(orbit.Count, orbit.Select(Key).Distinct().Count());
            Assert.All(orbit, image => Assert.Contains(Key(image), known));
            Assert.Contains(orbit, image => blocks.Representatives.Contains(blocks.Of(image)));
            Assert.All(orbit, image => Assert.Equal(orbit.Select(Key).Order(), symmetries.Orbit(image).Select(Key).Order()));
        }
    }

    private static string Key(ulong[] values) => string.Join(',', values);

    private static List<ulong[]> Linear(List<ulong[]> all) => [.. all.Where(chi => chi[0] == 1)];

    private static (FiniteGroup Group, GroupClassAlgebra Algebra, PrimeField Field, ulong Root, List<ulong[]> All) Characters(string name)
    {
        var group = FiniteGroup.Parse(name);
        var table = CharacterTable.Of(group);
        var algebra = new GroupClassAlgebra(group, GroupClassAlgebra.PowersOf(group, CancellationToken.None));
        var field = PrimeField.SplittingExponent(algebra.Exponent, 1 << 20);
        var root = field.RootOfUnity(algebra.Exponent);
        var image = table.Pool.ImagesIn(field, algebra.Exponent, root);
        return (group, algebra, field, root, [.. table.Irreducibles.Select(chi => Enumerable.Range(0, table.Classes.Count).Select(c => image(chi.Row.Id(c))).ToArray())]);
    }
}
