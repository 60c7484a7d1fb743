using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;
using Eqnn.Records.Json;
using Eqnn.Records.Maps;
using Eqnn.Testing;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Records.Tests.Maps;

/// <summary>Maps that are written are read back: the same functions; and what is forged is refused with its place.</summary>
[Properties(Arbitrary = [typeof(Samples)])]
public sealed class MapRecordLaws
{
    private static readonly Lazy<EquivariantMapSpace[]> Spaces = new(() => [Space("C4", "regular", "L1", "L2"), Space("C5", "regular", "L1", "L1"), Space("S3", "points", "L2", "L2"), Space("D4", "regular", "L4", "L0"), Space("S4", "points", "standard", "standard")]);

    [Law(Cases = 40)]
    public void Maps_come_back(NonNegativeInt which, Rational[] coordinates)
    {
        var space = Spaces.Value[which.Get % Spaces.Value.Length];
        var map = space.Combination([.. Enumerable.Range(0, space.Dimension).Select(i => coordinates is { Length: > 0 } ? (Cyclotomic)coordinates[i % coordinates.Length] : i)]);
        var again = MapRecord.Read(MapRecord.Of(map));
        Assert.Equal(map, again);
        Assert.True(again.Verify());

        // What was read once is written the same way from then on.
        var text = MapRecord.Of(again);
        Assert.Equal(text, MapRecord.Of(MapRecord.Read(text)));
    }

    [Fact]
    public void A_map_on_a_fan_that_is_not_simplicial_comes_back()
    {
        var space = Space("S4", "points", "standard", "standard");
        Assert.False(space.Fan.IsSimplicial);
        Assert.All(space.Basis, map => Assert.Equal(map, MapRecord.Read(MapRecord.Of(map))));
    }

    [Theory]
    [InlineData("format", "\"eqnn-map/2\"", "field format: \"eqnn-map/1\" is expected")]
    [InlineData("group", "{\"degree\": 3}", "the field \"generators\" is missing")]
    [InlineData("hyperplanes", "[[\"1\", \"0\"]]", "field hyperplanes: 1 hyperplanes stand here; with their images under the group, and as many as meet only in 0, they are 2")]
    [InlineData("hyperplanes", "[[\"1\"]]", "field hyperplanes[0]: 1 numbers where 2 are expected")]
    [InlineData("rayOrbits", "[]", "field rayOrbits: there is no value for the orbit of the ray")]
    [InlineData("chamberOrbits", "[]", "field chamberOrbits: 0 orbits of chambers stand here, the fan has 1")]
    [InlineData("colour", "1", "there is no field \"colour\" here")]
    public void A_field_that_is_wrong_is_named(string field, string value, string problem) =>
        Assert.Contains(problem, Refusal(C4().With(field, JsonItem.Parse("value", value))), StringComparison.Ordinal);

    [Theory]
    [InlineData("generators", "[[[\"0\", \"-1\"], [\"1\", \"1\"]]]", "the matrices are no representation of C4: generator 1 has order 4")]
    [InlineData("generators", "[]", "0 matrices for the 1 generators of C4")]
    [InlineData("generators", "[[[\"0\", \"E(4)\"], [\"E(4)\", \"0\"]]]", "the matrix of generator 1 has the entry E(4), which is not real")]
    [InlineData("generators", "[[[\"1\"]]]", "the matrix of generator 1 is 1 x 1, the dimension is 2")]
    [InlineData("dimension", "0", "a whole number from 1")]
    [InlineData("gram", "[[\"1\", \"0\"], [\"0\", \"1/3\"]]", "the inner product is not invariant under generator 1, (1,2,3,4)")]
    [InlineData("gram", "[[\"-1\", \"0\"], [\"0\", \"-1\"]]", "the inner product is not positive definite")]
    [InlineData("gram", "[[\"1\", \"2\"], [\"0\", \"1\"]]", "the inner products of 2 basis vectors are a symmetric real matrix")]
    public void A_representation_that_is_none_is_refused(string field, string value, string problem)
    {
        var map = C4();
        var message = Refusal(map.With("source", map["source"].With(field, JsonItem.Parse("value", value))));
        Assert.Contains("field source", message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Matrices_with_the_orders_of_generators_that_are_no_representation_are_refused()
    {
        // Two reflections whose product has infinite order, and two that commute where those of S3 do not.
        var map = JsonItem.Parse("map", MapRecord.Of(Space("S3", "points", "L2", "L2").Basis[0]));
        foreach (var (pair, problem) in new[]
        {
            ("[[[\"0\", \"-1\"], [\"1\", \"-1\"]], [[\"1\", \"0\"], [\"0\", \"1\"]]]", "a product of generators that is 1 in the group is another matrix"),
            ("[[[\"0\", \"-1\"], [\"1\", \"-1\"]], [[\"1\", \"7\"], [\"0\", \"-1\"]]]", "the orbits of the basis vectors are longer than its order"),
        })
        {
            Assert.Contains(problem, Refusal(map.With("source", map["source"].With("generators", JsonItem.Parse("value", pair)))), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Rays_values_and_matrices_belong_together()
    {
        var map = C4();
        var orbit = map["rayOrbits"][0];
        Assert.Contains("this is no ray of the fan", Refusal(map.With("rayOrbits", JsonItem.List([orbit.With("ray", JsonItem.Parse("ray", "[\"7\", \"3\"]"))]))), StringComparison.Ordinal);
        Assert.Contains("a ray needs a nonzero vector", Refusal(map.With("rayOrbits", JsonItem.List([orbit.With("ray", JsonItem.Parse("ray", "[\"0\", \"0\"]"))]))), StringComparison.Ordinal);
        Assert.Contains("field rayOrbits[1].ray: the orbit of this ray has a value before", Refusal(map.With("rayOrbits", JsonItem.List([orbit, orbit]))), StringComparison.Ordinal);
        var chamber = map["chamberOrbits"][0];
        Assert.Contains("field chamberOrbits[0].matrix: on the rays of this chamber the map is", Refusal(map.With("chamberOrbits", JsonItem.List([chamber.With("matrix", JsonItem.Parse("matrix", "[[\"5\", \"3\"]]"))]))), StringComparison.Ordinal);
        Assert.Contains("field chamberOrbits[0].signs: a chamber has one of the signs 1 and -1", Refusal(map.With("chamberOrbits", JsonItem.List([chamber.With("signs", JsonItem.Parse("signs", "[1]"))]))), StringComparison.Ordinal);
        var flat = JsonItem.Parse("map", MapRecord.Of(Space("C5", "regular", "L1", "L1").Basis[0]));
        Assert.Contains("field chamberOrbits[0].signs: no chamber has these signs", Refusal(flat.With("chamberOrbits", JsonItem.List([flat["chamberOrbits"][0].With("signs", NoChamber(flat)), .. flat["chamberOrbits"].Items().Skip(1)]))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_the_stabiliser_moves_and_values_on_no_linear_map_are_refused()
    {
        var standard = JsonItem.Parse("map", MapRecord.Of(Space("S4", "points", "standard", "standard").Basis[0]));
        var orbit = standard["rayOrbits"][0];
        Assert.Contains("field rayOrbits: ", Refusal(standard.With("rayOrbits", JsonItem.List([orbit.With("value", JsonItem.Parse("value", "[\"1\", \"2\", \"5\"]"))]))), StringComparison.Ordinal);
    }

    /// <summary>Signs on no side of which a chamber lies: those of the representative with one sign turned, until none does.</summary>
    private static JsonItem NoChamber(JsonItem map)
    {
        var signs = map["chamberOrbits"][0]["signs"].Wholes();
        var chambers = MapRecord.Read(map.ToString()).Fan.AllChambers().Select(chamber => string.Join(',', chamber.Signs)).ToHashSet(StringComparer.Ordinal);
        var word = Enumerable.Range(0, 1 << signs.Count).Select(bits => signs.Select((_, i) => ((bits >> i) & 1) == 0 ? 1 : -1).ToArray()).First(candidate => !chambers.Contains(string.Join(',', candidate)));
        return JsonItem.List(word.Select(sign => JsonItem.Of(sign)));
    }

    private static JsonItem C4() => JsonItem.Parse("map", MapRecord.Of(Space("C4", "regular", "L1", "L2").Basis[0]));

    private static string Refusal(JsonItem map) => Assert.Throws<AlgebraFormatException>(() => MapRecord.Read(map.ToString())).Message;

    private static EquivariantMapSpace Space(string group, string set, string source, string target)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(group));
        var split = IsotypicDecomposition.Of(table, GSet.Parse(table.Group, set));
        return EquivariantMapSpace.Of(EquivariantFan.Of(Subrepresentation.Of(split, [table.SimpleNamed(source)])), table.SimpleNamed(target));
    }
}
