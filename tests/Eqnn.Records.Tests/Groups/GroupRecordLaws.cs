using Eqnn.Algebra;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Numbers;
using Eqnn.Records.Groups;
using Eqnn.Records.GSets;
using Eqnn.Testing;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Records.Tests.Groups;

/// <summary>Groups and G-sets that are written are read back, with the labels of their simples.</summary>
[Properties(Arbitrary = [typeof(GroupSamples)])]
public sealed class GroupRecordLaws
{
    [Law(Cases = 60)]
    public void Groups_come_back(FiniteGroup group)
    {
        var text = GroupRecord.Of(group);
        var again = GroupRecord.Read(text);
        Assert.Equal(group.Name, again.Name);
        Assert.Equal(group.Degree, again.Degree);
        Assert.Equal(group.Generators, again.Generators);
        Assert.Equal(group.Order, again.Order);
        Assert.Equal(text, GroupRecord.Of(again));
    }

    [Law(Cases = 40)]
    public void Sets_come_back(FiniteGroup group)
    {
        foreach (var set in new[] { GSet.Points(group), GSet.Sum([GSet.OnePoint(group), GSet.Points(group)]) })
        {
            var text = GSetRecord.Of(set);
            var again = GSetRecord.Read(group, text);
            Assert.Equal(set.Name, again.Name);
            Assert.Equal(set.Size, again.Size);
            Assert.Equal(set.GeneratorActions, again.GeneratorActions);
            Assert.Equal(text, GSetRecord.Of(again));
        }
    }

    [Fact]
    public void A_named_group_is_that_of_its_family()
    {
        // By frequency: the simples of a cyclic group that is only generated are numbered otherwise.
        var table = CharacterTable.Of(GroupRecord.Read(GroupRecord.Of(FiniteGroup.Cyclic(12))));
        Assert.Equal(CharacterTable.Of(FiniteGroup.Cyclic(12)).Simples.Select(s => s.KernelOrder), table.Simples.Select(s => s.KernelOrder));
    }

    [Fact]
    public void A_name_that_stands_for_other_generators_is_a_label()
    {
        var group = GroupRecord.Read("""{"name": "S5", "degree": 4, "generators": ["(1,2,3,4)"]}""");
        Assert.Equal(("S5", 4), (group.Name, (int)group.Order));
        Assert.Equal("group", GroupRecord.Read("""{"degree": 1, "generators": []}""").Name);
        Assert.Equal("set", GSetRecord.Read(group, """{"size": 2, "generators": [[2, 1]]}""").Name);
    }

    [Theory]
    [InlineData("[]", "a record { ... } is expected")]
    [InlineData("""{"name": 5, "degree": 3, "generators": []}""", "field name: a text is expected")]
    [InlineData("""{"name": "C3", "degree": 3}""", "the field \"generators\" is missing")]
    [InlineData("""{"name": "C3", "degree": 3, "generators": [[2, 3, 4]]}""", "generator 1 sends 3 to 4")]
    [InlineData("""{"name": "C3", "degree": 3, "generators": [], "order": 1}""", "there is no field \"order\" here")]
    public void What_is_no_group_is_refused(string json, string problem) =>
        Assert.Contains(problem, Assert.Throws<AlgebraFormatException>(() => GroupRecord.Read(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_degree_beyond_the_limit_is_refused_before_anything_is_made() =>
        Assert.Throws<LimitExceededException>(() => GroupRecord.Read("""{"degree": 2000000000, "generators": []}""", GroupLimits.Default.WithMaxDegree(100)));

    [Fact]
    public void What_is_no_action_is_refused_with_its_place() =>
        Assert.Contains("field generators: the images of the generators", Assert.Throws<AlgebraFormatException>(() => GSetRecord.Read(FiniteGroup.Cyclic(3), """{"size": 2, "generators": [[2, 1]]}""")).Message, StringComparison.Ordinal);
}
