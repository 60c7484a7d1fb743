using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>Which method finds the rows of a table, what it says of itself, and what is refused before it begins.</summary>
public sealed class CharacterRowsTests
{
    [Theory]
    [InlineData("C6", "abelian: homomorphisms to roots of unity")]
    [InlineData("S4", "partitions: Murnaghan-Nakayama")]
    [InlineData("D5", "cyclic subgroup of index 2: homomorphisms and induced characters")]
    [InlineData("C7:C3", "linear characters, then Dixon-Schneider")]
    [InlineData("SL(2,5)", "Dixon-Schneider")]
    public void The_method_is_told(string name, string method) => Assert.Equal(method, CharacterTable.Of(FiniteGroup.Parse(name)).Origin);

    [Fact]
    public void A_direct_product_is_made_of_the_tables_of_its_factors() =>
        Assert.StartsWith("direct product", CharacterTable.Of(FiniteGroup.Parse("D5 x S4")).Origin, StringComparison.Ordinal);

    /// <summary>One homomorphism only is no list of them.</summary>
    [Theory]
    [InlineData("C5", "abelian: homomorphisms to roots of unity", true)]
    [InlineData("C2^2", "abelian: homomorphisms to roots of unity", false)]
    [InlineData("S3", "linear characters, then Dixon-Schneider", false)]
    [InlineData("A5", "Dixon-Schneider", false)]
    public void What_is_found_modulo_a_prime(string name, string method, bool isCyclic)
    {
        var rows = CharacterRows.FoundModuloPrime(FiniteGroup.Parse(name), null, CancellationToken.None);
        Assert.Equal(method, rows.Origin);
        Assert.Equal(isCyclic, rows.IsCyclic);

        // Powers of classes are needed for stored rows; for abelian groups they are made when asked for.
        Assert.Equal(method.EndsWith("Schneider", StringComparison.Ordinal), rows.Powers.IsValueCreated);
        Assert.Equal(rows.Rows.Count, rows.Powers.Value.ClassCount);
        Assert.Equal(Enumerable.Range(0, rows.Rows.Count), rows.DecidingClasses);
    }

    [Fact]
    public void Deciding_classes_are_those_that_are_given() =>
        Assert.Equal([0, 2], new CharacterRows(null!, null!, new CharacterRow[3], [1, 1, 1], [0, 1, 2], false, "made up", [0, 2]).DecidingClasses);

    [Fact]
    public void As_many_values_as_there_is_room_for_are_found()
    {
        CharacterRows.RequireRoom("G", 10_000, 10_000);
        Assert.Equal("100010000 (10000 characters of G at 10001 classes)", Assert.Throws<LimitExceededException>(() => CharacterRows.RequireRoom("G", 10_000, 10_001)).Needed);

        // Of S3 one character at three classes.
        var group = FiniteGroup.Parse("S3");
        Assert.Equal(3, CharacterRows.FoundModuloPrime(group, null, CancellationToken.None, 3).Rows.Count);
        var refused = Assert.Throws<LimitExceededException>(() => CharacterRows.FoundModuloPrime(group, null, CancellationToken.None, 2));
        Assert.Equal("3 (1 characters of S3 at 3 classes)", refused.Needed);
        Assert.Equal(2, refused.Bound);
    }

    /// <summary>By the number of classes, where a theorem tells it, and by the order of a generator.</summary>
    [Theory]
    [InlineData("PSL(2,13)", 72, "72 (8 characters of PSL(2,13) at 9 classes)")]
    [InlineData("GL(2,5)", 480, "480 (20 characters of GL(2,5) at 24 classes)")]
    [InlineData("C31:C3", 130, "130 (10 characters of C31:C3 at 13 classes)")]
    public void Room_is_asked_for_before_the_classes_are_known(string name, int values, string needed) => RoomIsAskedFor(FiniteGroup.Parse(name), values, needed);

    /// <summary>The same group, of which no theorem speaks.</summary>
    [Fact]
    public void A_generator_of_large_order_asks_for_room()
    {
        var named = FiniteGroup.Parse("C31:C3");
        RoomIsAskedFor(FiniteGroup.FromGenerators("G", named.Degree, named.Generators), 70, "at least 70 (7 characters of G at 10 classes)");
    }

    private static void RoomIsAskedFor(FiniteGroup group, int values, string needed)
    {
        CharacterRows.RequireRoom(group, CancellationToken.None, values);
        var refused = Assert.Throws<LimitExceededException>(() => CharacterRows.RequireRoom(group, CancellationToken.None, values - 1));
        Assert.Equal(needed, refused.Needed);
        Assert.Equal(values - 1, refused.Bound);
    }

    /// <summary>Partitions, formulas for a cyclic subgroup of index 2, and tables of factors take no such room.</summary>
    [Theory]
    [InlineData("S7")]
    [InlineData("A6")]
    [InlineData("C101")]
    [InlineData("D40")]
    [InlineData("C103:C3 x C2")]
    public void Tables_that_are_not_found_modulo_a_prime_need_no_room(string name) => CharacterRows.RequireRoom(FiniteGroup.Parse(name), CancellationToken.None, 1);
}
