using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Tests.Verification;

/// <summary>What a document may ask for at most, looked at before anything is listed; and which of two faults is named.</summary>
public sealed class DocumentBoundsTests
{
    private const string What = "S3@points";

    [Theory]
    [InlineData("group", "order", 2000, "order", "claims 2000, found 6")]
    [InlineData("group", "order", 2001, "order", "2001 is not between 1 and 2000")]
    [InlineData("group", "order", 0, "order", "0 is not between 1 and 2000")]
    [InlineData("group", "degree", 8_333_334, "degree", "order times degree is at most 50000000")]
    [InlineData("group", "degree", 8_333_333, "generators[0]", "3 entries where 8333333 are expected")]
    [InlineData("set", "size", 8_333_334, "size", "order times size is at most 50000000")]
    [InlineData("set", "size", 8_333_333, "generators[0]", "3 entries where 8333333 are expected")]
    [InlineData("set", "size", 0, "size", "0 is not between 1 and 2147483647")]
    public void A_number_that_is_too_large_is_refused_where_it_stands(string kind, string field, int value, string place, string problem)
    {
        var document = Built.Document(What);
        var record = Changeable.Of(document, kind).First();
        record[field] = value;
        var found = Built.FirstProblem(What, document)!;
        Assert.Equal($"$.{record.Path}.{place}", found.Path);
        if (place != "order" || !problem.StartsWith("claims", StringComparison.Ordinal))
        {
            Assert.Equal(problem, found.Message);
        }
    }

    [Fact]
    public void Of_two_names_that_are_none_that_of_the_group_is_named()
    {
        var document = Built.Document(What);
        document["inputs"]!["group"] = "S\u0663";
        document["inputs"]!["sets"] = new JArray("p\u043eints");
        Assert.Equal("$.inputs.group", Built.FirstProblem(What, document)!.Path);
        document["inputs"]!["group"] = "S3";
        Assert.Equal("$.inputs.sets[0]", Built.FirstProblem(What, document)!.Path);
    }

    /// <summary>A partition is not the only name of a simple of S3 that could stand there; these are the partitions of others, and texts that are none.</summary>
    [Theory]
    [InlineData("[3]")]
    [InlineData("[1,1,1]")]
    [InlineData("[2,1,0]")]
    [InlineData("[1,2]")]
    [InlineData("[02,1]")]
    [InlineData("[2,1] ")]
    public void Another_partition_is_refused_by_its_own_words(string name)
    {
        var document = Built.Document(What);
        var aliases = Changeable.Of(document, "simple").Last()["aliases"]!;
        Assert.Equal("[2,1]", (string?)aliases.Last);
        aliases.Last!.Replace(name);
        Assert.Equal(($"$.{aliases.Path}", "is not the partition of this simple"), (Built.FirstProblem(What, document)!.Path, Built.FirstProblem(What, document)!.Message));
    }
}
