using System.Reflection;

namespace Eqnn.Architecture.Tests;

/// <summary>JSON stands in one room: the mathematics takes and returns values, and only what reads and writes files knows their spelling.</summary>
public sealed class JsonRoomTests
{
    /// <summary>Rooms that refer to a JSON library: the one of records, and the checker, which reads by code of its own. The list may only become shorter.</summary>
    private static readonly string[] WithJson = ["Eqnn.Checking", "Eqnn.Records"];

    private static readonly string[] Libraries = ["System.Text.Json", "Newtonsoft.Json", "System.Private.DataContractSerialization", "System.Runtime.Serialization.Json", "System.Net.Http.Json"];

    [Theory]
    [InlineData("Eqnn.Numbers")]
    [InlineData("Eqnn.Algebra")]
    [InlineData("Eqnn.PiecewiseLinear")]
    [InlineData("Eqnn.PiecewiseLinear.Z3")]
    [InlineData("Eqnn.Drawing")]
    public void The_mathematics_knows_no_JSON(string room) => Broken.None("rooms of mathematics refer to no JSON library", LibrariesOf(Product.Load(room)).Select(library => $"{room} -> {library}"));

    [Fact]
    public void The_rooms_with_JSON_are_those_of_the_list() => Assert.Equal(WithJson, Product.Rooms.Where(room => LibrariesOf(Product.Load(room)).Any()));

    [Fact]
    public void A_room_that_refers_to_a_JSON_library_is_found()
    {
        Assert.Equal(["Newtonsoft.Json"], LibrariesOf(Product.Load("Eqnn.Records")));
        Assert.Equal(["System.Text.Json"], LibrariesOf(typeof(JsonRoomTests).Assembly));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Broken.None("rooms of mathematics refer to no JSON library", LibrariesOf(Product.Load("Eqnn.Records"))));

        // What makes this assembly one that refers to a JSON library.
        Assert.Equal("1", System.Text.Json.JsonSerializer.Serialize(1));
    }

    private static IEnumerable<string> LibrariesOf(Assembly assembly) => assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(Libraries.Contains);
}
