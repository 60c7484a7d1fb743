using Eqnn.Numbers;
using Eqnn.Records.Json;
using Xunit;

namespace Eqnn.Records.Tests.Json;

/// <summary>What a library objects to is said with the place of the value it was given; lists of numbers keep their places alone.</summary>
public sealed class JsonLocatedTests
{
    private static readonly JsonItem Root = JsonItem.ParseFile("file", "a.json", "{\"group\": \"C8\",\n \"list\": [1, 2.5, -3],\n \"mixed\": [1, \"x\"]}");

    [Fact]
    public void An_objection_gets_its_place()
    {
        Assert.Equal("C8", Root["group"].Located(() => Root["group"].Text()));
        foreach (var problem in new Exception[] { new FormatException("no"), new ArgumentException("no", "value"), new AlgebraFormatException("group", "C8", 0, "no") })
        {
            var refused = Assert.Throws<AlgebraFormatException>(() => Root["group"].Located<int>(() => throw problem));
            Assert.StartsWith("file a.json, line 1, character 11: field group: ", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("Parameter", refused.Message, StringComparison.Ordinal);
        }

        Assert.Contains("a number is too large", Assert.Throws<AlgebraFormatException>(() => Root["group"].Located<int>(() => throw new OverflowException())).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Root["group"].Located<int>(() => throw new InvalidOperationException("a bug")));
    }

    [Fact]
    public void A_place_that_is_there_stays()
    {
        var refused = Assert.Throws<AlgebraFormatException>(() => Root["group"].Located(() => Root["mixed"][1].Whole()));
        Assert.StartsWith("file a.json, line 3, character 15: field mixed[1]: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_of_numbers_are_lists_as_others()
    {
        var list = Root["list"];
        Assert.Equal(["1", "2.5", "-3"], list.Items().Select(item => item.ToString()));
        Assert.Equal("list[1]", list[1].Path);
        Assert.Equal(2, list[2].Line);
        Assert.Contains("field list[1]: a whole number", Assert.Throws<AlgebraFormatException>(() => list[1].Whole()).Message, StringComparison.Ordinal);
        Assert.Equal(list, JsonItem.Parse("list", "[1,2.5,-3]"));
        Assert.Equal(list.GetHashCode(), JsonItem.Parse("list", "[1,2.5,-3]").GetHashCode());
        Assert.NotEqual(list, JsonItem.Parse("list", "[1,2.5]"));
        Assert.Equal("{\"list\":[1,2.5,-3]}", JsonItem.Record([("list", list)]).ToString());
    }
}
