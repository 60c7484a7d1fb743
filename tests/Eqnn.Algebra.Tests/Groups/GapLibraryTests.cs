using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Identification;
using Eqnn.Algebra.NormalSubgroups;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Numbers;
using Xunit;

namespace Eqnn.Algebra.Tests.Groups;

/// <summary>GAP, asked as a process: a real one where it is installed, and stand-ins that answer falsely.</summary>
public sealed class GapLibraryTests
{
    [GapFact]
    public void A_group_beyond_the_library_is_asked_for_and_found_again()
    {
        var gap = new GapLibrary();
        var group = FiniteGroup.Parse("SmallGroup(168,42)", GroupLimits.Default, gap);
        Assert.Equal((168, true), ((int)group.Order, group.IsSimple()));
        var identification = gap.Identify(FiniteGroup.Parse("PSL(2,7)"));
        Assert.Equal(new SmallGroupId(168, 42), identification.Id);
        Assert.True(identification.Isomorphism.Verify());
    }

    [GapFact]
    public void What_GAP_does_not_know_it_refuses()
    {
        Assert.Contains("there are 57 groups of order 168", Assert.Throws<GapException>(() => new GapLibrary().Find(new SmallGroupId(168, 58))).Message, StringComparison.Ordinal);
        Assert.Contains("not in its library", Assert.Throws<GapException>(() => new GapLibrary().Find(new SmallGroupId(1024, 1))).Message, StringComparison.Ordinal);
    }

    [GapFact]
    public void All_groups_of_an_order_beyond_the_library_are_listed()
    {
        var groups = new GapLibrary().OfOrder(135);
        Assert.Equal([1, 2, 3, 4, 5], groups.Select(entry => entry.Id.Number));
        Assert.All(groups, entry => Assert.Equal(135, (int)entry.ToGroup().Order));
        Assert.Equal(2328L, long.Parse(Assert.Throws<LimitExceededException>(() => new GapLibrary().OfOrder(128)).Needed.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Throws<LimitExceededException>(() => new SmallGroupFilter().EnumerateGroups(new OrderRange(126, 130), new GapLibrary()));
        Assert.Equal([126, 129, 130], new[] { new OrderRange(126, 127), new OrderRange(129, 130) }.SelectMany(range => new SmallGroupFilter().WithAbelian(false).EnumerateGroups(range, new GapLibrary())).Select(pair => pair.Entry.Id.Order).Distinct());
    }

    [UnixTheory]
    [InlineData("echo 'EQNN 1 | 3 [ [ 2, 3, 1 ] ]'", "generate a group of order 3: its answer is not used")]
    [InlineData("echo 'EQNN 2 | 3 [ [ 2, 3, 1 ] ]'", "another form")]
    [InlineData("echo 'EQNN 1'", "another form")]
    [InlineData("echo 'EQNN'", "no answer")]
    public void A_false_list_is_not_used(string answer, string problem) =>
        With(answer, gap => Assert.Contains(problem, Assert.Throws<GapException>(() => gap.OfOrder(129)).Message, StringComparison.Ordinal));

    [Fact]
    public void Without_GAP_the_message_names_the_packages() =>
        Assert.Contains("gap-core and gap-smallgrp", Assert.Throws<GapException>(() => new GapLibrary("there-is-no-such-program").Find(new SmallGroupId(128, 1))).Message, StringComparison.Ordinal);

    [UnixTheory]
    [InlineData("echo 'EQNN 3 [ [ 2, 3, 1 ] ]'", "generate a group of order 3: its answer is not used")]
    [InlineData("echo 'EQNN 3 [ [ 2, 2, 1 ] ]'", "no permutation")]
    [InlineData("echo 'EQNN 3 [ [ 2, 3 ] ]'", "another form")]
    [InlineData("echo 'EQNN x'", "another form")]
    [InlineData("echo 'EQNN'", "no answer")]
    [InlineData("echo 'Error, no memory'; exit 1", "no answer: Error, no memory")]
    public void A_false_answer_is_not_used(string answer, string problem) =>
        With(answer, gap => Assert.Contains(problem, Assert.Throws<GapException>(() => gap.Find(new SmallGroupId(128, 1))).Message, StringComparison.Ordinal));

    [UnixTheory]
    [InlineData("echo 'EQNN 4 1 4 [ [ 2, 3, 4, 1 ] ] | 4 [ [ 2, 3, 4, 1 ] ]'", true)]
    [InlineData("echo 'EQNN 4 1 4 [ [ 2, 3, 4, 1 ] ] | 4 [ [ 3, 4, 1, 2 ] ]'", false)]
    [InlineData("echo 'EQNN 4 2 4 [ [ 2, 1, 3, 4 ], [ 1, 2, 4, 3 ] ] | 4 [ [ 3, 4, 1, 2 ], [ 3, 4, 1, 2 ] ]'", false)]
    [InlineData("echo 'EQNN 8 1 4 [ [ 2, 3, 4, 1 ] ] | 4 [ [ 2, 3, 4, 1 ] ]'", false)]
    [InlineData("echo 'EQNN 4 1 4 [ [ 2, 3, 4, 1 ] ] | 3 [ [ 2, 3, 1 ] ]'", false)]
    public void A_claimed_isomorphism_is_checked(string answer, bool right) => With(answer, gap =>
    {
        var group = FiniteGroup.Parse("C4");
        if (right)
        {
            Assert.Equal(new SmallGroupId(4, 1), gap.Identify(group).Id);
        }
        else
        {
            Assert.Contains("not used", Assert.Throws<GapException>(() => gap.Identify(group)).Message, StringComparison.Ordinal);
        }
    });

    [UnixTheory]
    [InlineData("sleep 60")]
    public void A_GAP_that_takes_too_long_is_ended(string answer) => With(answer, gap =>
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Assert.Throws<OperationCanceledException>(() => gap.Find(new SmallGroupId(128, 1), stop.Token));
    });

    private static void With(string answer, Action<GapLibrary> test)
    {
        var folder = Directory.CreateTempSubdirectory("gap-");
        try
        {
            var program = Path.Combine(folder.FullName, "gap");
            File.WriteAllText(program, "#!/bin/sh\n" + answer + "\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            test(new GapLibrary(program));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A fact that needs GAP: skipped where it is not installed, unless EQNN_REQUIRE_GAP=1 says that this machine must have it.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class GapFactAttribute : FactAttribute
    {
        public GapFactAttribute()
        {
            var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "gap")));
            if (!found && Environment.GetEnvironmentVariable("EQNN_REQUIRE_GAP") != "1")
            {
                Skip = "GAP is not installed here (apt-get install gap-core gap-smallgrp)";
            }
        }
    }

    /// <summary>A theory whose stand-ins are shell scripts.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class UnixTheoryAttribute : TheoryAttribute
    {
        public UnixTheoryAttribute()
        {
            if (OperatingSystem.IsWindows())
            {
                Skip = "the stand-ins for GAP are shell scripts";
            }
        }
    }
}
