using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Subgroups;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Depth;
using Eqnn.PiecewiseLinear.Energies;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.PiecewiseLinear.Separation;
using Eqnn.PiecewiseLinear.Universality;

namespace Eqnn.Catalog.Tests.Database;

/// <summary>The questions on depth, energies, separation and universality, and on limits, answered again by the library.</summary>
public sealed partial class QuestionTests
{
    /// <summary>Every group with every set on which it has a document.</summary>
    private IEnumerable<(CharacterTable Table, GSet Set)> Sets => catalog.Plan.Entries.Zip(_tables).SelectMany(pair => pair.First.Sets.Select(name => (pair.Second, GSet.Parse(pair.Second.Group, name))));

    [Theory]
    [InlineData("relu", 2)]
    [InlineData("abs", 1)]
    public void Groups_that_need_so_many_layers_as_decided(string activation, int layers) => Compare("decided-depth", ["group"], _tables
        .Where(table => Stable(table, GSet.Regular(table.Group), activation).Profiles.Max(profile => table.Simples.Max(profile.LeastAttainedDepthOf)) == layers).Select(table => Row(table)), ("layers", layers), ("activation", activation));

    [Theory]
    [InlineData("relu")]
    [InlineData("abs")]
    public void Pairs_that_chambers_decide(string activation) => Compare("by-chambers", ["group", "set", "source", "target", "least", "decided"], Sets.SelectMany(pair =>
    {
        var rules = DepthAnalysis.UntilRepeated(IsotypicDecomposition.Of(pair.Table, pair.Set), Activation.Parse(activation)).Profiles;
        return Stable(pair.Table, pair.Set, activation).Profiles.Zip(rules).SelectMany(both => pair.Table.Simples
            .Where(target => both.First.LeastAttainedDepthOf(target) != both.Second.LeastAttainedDepthOf(target))
            .Select(target => Row(pair.Table, pair.Set.Name, both.First.Source.Label, target.Label, both.First.LeastDepthOf(target)!, (object?)both.First.LeastAttainedDepthOf(target) ?? "")));
    }), ("activation", activation));

    [Fact]
    public void Inputs_that_only_pairs_of_points_tell_apart()
    {
        Compare("two-tuples", ["group", "set", "first", "second", "layers"], Unseen().Where(row => Needed(row.Unseen, 1) is null && Needed(row.Unseen, 2) is not null)
            .Select(row => Row(row.Table, row.Set.Name, Text(row.Unseen.First), Text(row.Unseen.Second), Needed(row.Unseen, 2)!)));
        Assert.All(Unseen(), row => Assert.DoesNotContain(row.Table.Group.EnumerateElements(), g => row.Unseen.First.MovedBy(g).Equals(row.Unseen.Second)));
        Assert.Equal(Sorted(Unseen().Where(row => Needed(row.Unseen, 2) is null).Select(row => Row(row.Table, row.Set.Name))), Sorted(Ask("inseparable", ["group", "set"])));
    }

    [Fact]
    public void The_largest_energies_into_signs()
    {
        var shares = _tables.SelectMany(table => EnergyFlow.Of(InteractionGraph.Of(IsotypicDecomposition.Of(table, GSet.Regular(table.Group)), Activation.Relu), EnergyOptions.Default.WithDigits(30)).Rows
            .Where(row => row.Source.Dimension > 1).SelectMany(row => row.Shares.Where(share => share.Target.Dimension == 1 && !share.Target.IsTrivial && !share.IsZero)
            .Select(share => (Text: Row(table, row.Source.Label, share.Target.Label, share.Share.TryToDecimalString(12)!), Value: share.Share.ToDouble())))).ToList();
        var rows = Ask("energy-into-sign", ["group", "source", "target", "share"], ("rows", 40));
        Assert.Equal(40, rows.Count);
        Assert.Equal(Sorted(shares.OrderByDescending(share => share.Value).Take(40).Select(share => share.Value.ToString("0.0000000000", null))), Sorted(rows.Select(row => double.Parse(row.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture).ToString("0.0000000000", null))));
        Assert.All(rows, row => Assert.Contains(row, shares.Select(share => share.Text)));
    }

    [Fact]
    public void Hidden_layers_that_separate_without_being_universal() => Compare("small-and-separating", ["group", "set", "hidden", "points"], Sets.Where(pair => pair.Set.Size <= 8)
        .SelectMany(pair => UniversalityTable.Of(pair.Set, null, UniversalityOptions.Default.WithMaxDegree(2).WithMaxUnions(0)).Sets.Index()
        .Where(hidden => hidden.Item.Class.Separates == true && !hidden.Item.Class.IsUniversal).Select(hidden => Row(pair.Table, pair.Set.Name, hidden.Index + 1, hidden.Item.Points))));

    [Fact]
    public void The_ten_largest_fans()
    {
        var fans = Sets.SelectMany(pair => FansWithinLimits(pair.Table, pair.Set).Select(fan => (fan.Fan.ChamberCount, Text: Row(pair.Table, pair.Set.Name, fan.Source.Label, fan.Fan.Normals.Count(), fan.Fan.ChamberCount, fan.Fan.RayCount)))).ToList();
        var rows = Ask("largest-fans", ["group", "set", "source", "hyperplanes", "chambers", "rays"]);
        Assert.Equal(fans.OrderByDescending(fan => fan.ChamberCount).Take(10).Select(fan => fan.ChamberCount), rows.Select(row => System.Numerics.BigInteger.Parse(row.Split(' ')[^2], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(rows, row => Assert.Contains(row, fans.Select(fan => fan.Text)));
    }

    /// <summary>Which limits apply, from numbers of points, simples and hyperplanes, without any document.</summary>
    [Fact]
    public void What_limits_stopped()
    {
        var wanted = new List<string>();
        foreach (var (table, set) in Sets)
        {
            var decomposition = IsotypicDecomposition.Of(table, set);
            wanted.AddRange(decomposition.Components.Select(component => component.Simple).Where(simple => Choices(decomposition, simple) > 500).Select(simple => Row(table, "fan", set.Name, simple.Label)));
            wanted.AddRange(FansWithinLimits(table, set).Where(fan => fan.Source.Dimension > 2).SelectMany(fan => table.Simples
                .Where(target => KernelCriterion.Decide(fan.Source, target).IsPossible && fan.Fan.RayOrbits.Sum(orbit => FixedDimension(target, orbit.Stabilizer)) > 60).Select(_ => Row(table, "maps", set.Name, fan.Source.Label))));
            if (set.Size > 8 && set.Name != "regular")
            {
                wanted.Add(Row(table, "separation", set.Name, ""));
            }

            if (table.Group.ComputeSubgroups().Classes.Count > 64)
            {
                wanted.Add(Row(table, "universality", set.Name, ""));
            }
        }

        Compare("limits", ["group", "section", "set", "source"], wanted);
    }

    /// <summary>Choices of d - 1 of the hyperplanes of a simple of dimension d at least 3: lines through the columns of the projector, up to sign.</summary>
    private static long Choices(IsotypicDecomposition decomposition, SimpleRepresentation simple)
    {
        if (simple.Dimension <= 2)
        {
            return 0;
        }

        var orbit = Enumerable.Range(0, decomposition.Set.Orbits.Count).First(i => !decomposition.ProjectorValues(simple, i)[0].IsZero);
        var values = decomposition.ProjectorValues(simple, orbit);
        var parallel = Enumerable.Range(0, values.Count).Where(piece => values[piece] == values[0] || values[piece] == -values[0]).Sum(piece => decomposition.Set.Orbits[orbit].Pieces[piece].Length);
        var hyperplanes = (long)(decomposition.Set.Orbits[orbit].Length / parallel);
        return Enumerable.Range(0, (int)simple.Dimension - 1).Aggregate(1L, (product, i) => product * (hyperplanes - i) / (i + 1));
    }

    private static IEnumerable<(SimpleRepresentation Source, EquivariantFan Fan)> FansWithinLimits(CharacterTable table, GSet set)
    {
        var decomposition = IsotypicDecomposition.Of(table, set);
        return decomposition.Components.Select(component => component.Simple).Where(simple => Choices(decomposition, simple) <= 500)
            .Select(simple => (simple, SimpleCopy.TryFind(decomposition, simple))).Where(pair => pair.Item2 is not null).Select(pair => (pair.simple, EquivariantFan.Of(pair.Item2!)));
    }

    /// <summary>The mean of the character over a subgroup.</summary>
    private static int FixedDimension(SimpleRepresentation simple, FiniteGroup subgroup) =>
        (int)(subgroup.EnumerateElements().Aggregate(Cyclotomic.Zero, (sum, g) => sum + simple.Character.Values[simple.Table.Group.ClassPositionOf(g)]).ToRational() / (int)subgroup.Order).ToBigInteger();

    private static DepthAnalysis Stable(CharacterTable table, GSet set, string activation) =>
        DepthAnalysis.Of([IsotypicDecomposition.Of(table, set)], Activation.Parse(activation), 1, null, DepthOptions.Default.WithUntilStable(true).WithWitnessTrials(0));

    /// <summary>The sets on which one layer on the set itself does not tell all orbits apart, with the pair that two layers do not either, where there is one.</summary>
    private IEnumerable<(CharacterTable Table, GSet Set, UnseenPairs Unseen)> Unseen() => Sets.Where(pair => pair.Set.Size <= 8)
        .Select(pair => (pair.Table, pair.Set, Unseen: Completeness.Of(Architecture.Of(pair.Set, [pair.Set, pair.Set])).Unseen ?? Completeness.Of(Architecture.Of(pair.Set, [pair.Set])).Unseen!)).Where(row => row.Unseen is not null);

    private static int? Needed(UnseenPairs unseen, int tuples)
    {
        var set = unseen.First.Set;
        return PairSeparation.Of(Architecture.Of(set, [tuples == 1 ? set : GSet.Product(set, set)]), unseen.First, unseen.Second).DepthNeeded;
    }

    private static string Text(NetworkInput input) => string.Join(' ', input.Channels[0]);
}
