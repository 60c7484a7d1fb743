using Eqnn.Checking.Groups;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;

namespace Eqnn.Checking.Documents;

/// <summary>A G-set as one permutation for each element of the group.</summary>
internal sealed class ListedSet
{
    private readonly ListedGroup _group;
    private readonly int[][] _actions;

    private ListedSet(string name, ListedGroup group, int[][] actions, IReadOnlyList<int[]> orbits, IReadOnlyList<RealSimple> simples, IReadOnlyList<int> multiplicities)
    {
        Name = name;
        _group = group;
        _actions = actions;
        Orbits = orbits;
        Simples = simples;
        Multiplicities = multiplicities;
    }

    public string Name { get; }

    /// <summary>The orbits, each with its points ascending: the first is the base point.</summary>
    public IReadOnlyList<int[]> Orbits { get; }

    /// <summary>The simples that occur, with their multiplicities.</summary>
    public IReadOnlyList<RealSimple> Simples { get; }

    public IReadOnlyList<int> Multiplicities { get; }

    public int Size => _actions[0].Length;

    /// <summary>The permutations of the generators of the group.</summary>
    public IReadOnlyList<int[]> Generators => [.. _group.Generators.Select(generator => _actions[_group.PlaceOf(generator)])];

    /// <summary>The image of a point under an element.</summary>
    public int Apply(int element, int point) => _actions[element][point];

    /// <summary>The elements that fix a point.</summary>
    public IReadOnlyList<int> Stabilizer(int point) => [.. Enumerable.Range(0, _group.Order).Where(i => _actions[i][point] == point)];

    /// <summary>For each point of an orbit the first element that brings the base point there.</summary>
    public Dictionary<int, int> ElementsTo(int orbit)
    {
        var elements = new Dictionary<int, int>();
        for (var i = 0; i < _group.Order; i++)
        {
            elements.TryAdd(_actions[i][Orbits[orbit][0]], i);
        }

        return elements;
    }

    /// <summary>The multiplicity of a simple in the functions on one orbit: the dimension of its vectors fixed by a point stabiliser, over that of its endomorphisms.</summary>
    public int MultiplicityOn(int orbit, RealSimple simple) => simple.FixedDimension([.. Stabilizer(Orbits[orbit][0]).Select(i => _group.ClassOf[i])]) / simple.Endomorphisms;

    public static ListedSet Read(Claim record, string input, ListedGroup group, IReadOnlyList<RealSimple> simples)
    {
        record["name"].Is(input);
        var size = record["size"].Number(1, int.MaxValue);
        record["size"].Require((long)size * group.Order <= DocumentLimits.MaxImages, FormattableString.Invariant($"order times size is at most {DocumentLimits.MaxImages}"));
        var claims = record["generators"].Items(group.Generators.Count);
        var generators = claims.Select(g => g.Permutation(size).Images.ToArray()).ToList();
        var actions = new int[group.Order][];
        actions[0] = [.. Enumerable.Range(0, size)];
        for (var i = 1; i < group.Order; i++)
        {
            actions[i] = Compose(generators[group.Steps[i].Generator], actions[group.Steps[i].Element]);
        }

        foreach (var (at, s) in group.Needed.Index())
        {
            for (var i = 0; i < group.Order; i++)
            {
                claims[s].Require(actions[group.Left[at][i]].AsSpan().SequenceEqual(Compose(generators[s], actions[i])), "the permutations are no action of the group");
            }
        }

        for (var s = 0; s < generators.Count; s++)
        {
            claims[s].Require(actions[group.Places[s]].AsSpan().SequenceEqual(generators[s]), "the permutations are no action of the group");
        }

        var orbits = Enumerable.Range(0, size).Select(x => actions.Select(action => action[x]).Distinct().Order().ToArray()).DistinctBy(orbit => orbit[0]).ToList();
        record["orbits"].Is([.. orbits.Select(orbit => orbit.Length)]);
        record["name"].Require(input != "regular" || (orbits.Count == 1 && size == group.Order), "the regular set has one orbit, as long as the group is large");
        record["name"].Require(input != "points" || generators.Zip(group.Generators).All(pair => pair.First.SequenceEqual(pair.Second.Images)), "the action on points is the group itself");
        var fixedPoints = Enumerable.Range(0, group.Classes.Count).Select(c => actions[group.Representative(c)].Index().Count(x => x.Index == x.Item)).ToArray();
        var multiplicities = simples.Select(simple => (int)(Enumerable.Range(0, fixedPoints.Length)
            .Aggregate(Cyclotomic.Zero, (sum, c) => sum + (simple.Values[c] * (fixedPoints[c] * group.Classes[c].Count))) / (group.Order * simple.Endomorphisms)).ToRational().ToBigInteger()).ToList();
        var present = simples.Where(simple => multiplicities[simple.Position] > 0).ToList();
        record["simples"].Is([.. present.Select(simple => simple.Label)]);
        record["multiplicities"].Is([.. present.Select(simple => multiplicities[simple.Position])]);
        return new(input, group, actions, orbits, present, [.. present.Select(simple => multiplicities[simple.Position])]);
    }

    /// <summary>First b, then a.</summary>
    public static int[] Compose(int[] a, int[] b) => Array.ConvertAll(b, x => a[x]);
}
