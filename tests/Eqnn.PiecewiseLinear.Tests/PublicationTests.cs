using System.Reflection;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Subgroups;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Interaction;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests;

/// <summary>What is computed when first asked for is one object, whichever thread asks first: docs/conventions.md#published-once.</summary>
public sealed class PublicationTests
{
    private const int Threads = 8;
    private const int Rounds = 12;

    /// <summary>Fresh objects whose members are asked for at the same moment.</summary>
    public static TheoryData<string> Subjects => [.. Makers.Keys];

    private static Dictionary<string, Func<object>> Makers { get; } = new()
    {
        ["group"] = () => FiniteGroup.Parse("S4"),
        ["group of generators"] = () => FiniteGroup.Parse("perm:(1,2,3,4);(1,2);(1,3);(2,4);(1,4)"),
        ["abelian group"] = () => FiniteGroup.Parse("C2xC6"),
        ["class"] = () => FiniteGroup.Parse("SL(2,3)").ConjugacyClasses[3],
        ["table"] = () => CharacterTable.Of(FiniteGroup.Parse("D4")),
        ["irreducible character"] = () => CharacterTable.Of(FiniteGroup.Parse("D4")).Irreducibles[2],
        ["simple"] = () => CharacterTable.Of(FiniteGroup.Parse("Q8")).Simples[3],
        ["lattice"] = () => NormalSubgroupLattice.Of(FiniteGroup.Parse("D4")),
        ["normal subgroup"] = () => NormalSubgroupLattice.Of(FiniteGroup.Parse("D4")).Subgroups[1],
        ["class of subgroups"] = () => FiniteGroup.Parse("S4").ComputeSubgroups().Classes[4],
        ["lattice of subgroups"] = () => FiniteGroup.Parse("S4").ComputeSubgroups(),
        ["G-set"] = () => GSet.Parse(FiniteGroup.Parse("S4"), "subsets:2+points"),
        ["orbit"] = () => GSet.Parse(FiniteGroup.Parse("S4"), "cosets:(1,2)").Orbits[0],
        ["decomposition"] = () => Decomposition(),
        ["graph"] = () => InteractionGraph.Of(Decomposition(), Activation.Relu),
        ["arrangement"] = () => ThreeLines(),
        ["enumeration"] = () => ChamberEnumeration.Of(ThreeLines()),
        ["chamber"] = () => ChamberEnumeration.Of(ThreeLines()).Orbits[0].Representative,
    };

    [Theory]
    [MemberData(nameof(Subjects))]
    public void Every_thread_gets_the_same_object(string subject)
    {
        var make = Makers[subject];
        var members = Members(make().GetType()).Where(member => IsKept(member, make)).ToList();
        foreach (var member in members)
        {
            for (var round = 0; round < Rounds; round++)
            {
                var given = AskedAtOnce(make(), member);
                Assert.All(given, value => Assert.True(ReferenceEquals(value, given[0]), $"{subject}: {member.Name} gives different objects to different threads"));
            }
        }
    }

    /// <summary>The members that the rule is about are found: those that the issue named, and some more.</summary>
    [Fact]
    public void The_members_that_were_wrong_are_among_those_asked()
    {
        var kept = Members(typeof(FiniteGroup)).Where(member => IsKept(member, Makers["group"])).Select(member => member.Name).ToList();
        Assert.Superset(new HashSet<string>(["get_Centre", "get_DerivedSubgroup", "get_InverseMap", "get_ConjugacyClasses"]), kept.ToHashSet());
    }

    /// <summary>The test is seen to fire: an object that publishes by <c>??=</c> is caught.</summary>
    [Fact]
    public void A_member_that_is_not_published_once_is_caught()
    {
        var member = typeof(NotPublished).GetMethod("get_Value")!;
        Assert.Contains(Enumerable.Range(0, 400), _ => AskedAtOnce(new NotPublished(), member) is var given && given.Any(value => !ReferenceEquals(value, given[0])));
    }

    private static IsotypicDecomposition Decomposition()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("S3"));
        return IsotypicDecomposition.Of(table, GSet.Parse(table.Group, "points"));
    }

    private static Arrangement ThreeLines() => Arrangement.FromRows(new Rational[][] { [1, 0], [0, 1], [1, 1] });

    /// <summary>Getters and methods without parameters that return objects.</summary>
    private static IEnumerable<MethodInfo> Members(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        .Where(method => method.GetParameters().All(parameter => parameter.IsOptional) && !method.IsGenericMethod && !method.ReturnType.IsValueType && method.ReturnType != typeof(void)
            && method.DeclaringType!.Assembly != typeof(object).Assembly && !method.Name.StartsWith("Enumerate", StringComparison.Ordinal) && method.Name is not "ToString" and not "<Clone>$");

    /// <summary>Whether one thread gets the same object twice.</summary>
    private static bool IsKept(MethodInfo member, Func<object> make)
    {
        var subject = make();
        try
        {
            return Ask(subject, member) is { } first and not string && ReferenceEquals(first, Ask(subject, member));
        }
        catch (TargetInvocationException)
        {
            // Not to be had for this subject: nothing is published.
            return false;
        }
    }

    private static object? Ask(object subject, MethodInfo member) => member.Invoke(subject, [.. member.GetParameters().Select(parameter => parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None : parameter.DefaultValue)]);

    private static object?[] AskedAtOnce(object subject, MethodInfo member)
    {
        var given = new object?[Threads];
        using var start = new Barrier(Threads);
        var threads = Enumerable.Range(0, Threads).Select(i => new Thread(() =>
        {
            start.SignalAndWait();
            given[i] = Ask(subject, member);
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return given;
    }

    private sealed class NotPublished
    {
        private object? _value;

        public object Value => _value ??= Made();

        private static object Made()
        {
            Thread.Yield();
            return new object();
        }
    }
}
