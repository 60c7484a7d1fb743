using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Depth;
using Eqnn.Testing;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Depth;

/// <summary><c>tests/oracles/depth</c>: bounds, what is populated, and the arrangements, found there in floating point and modulo primes.</summary>
public sealed class DepthOracle
{
    public static TheoryData<string> Names => [.. Oracles.Files("depth").Where(file => file.EndsWith(".json", StringComparison.Ordinal)).Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_agrees(string file)
    {
        var (oracle, table, sets, simples) = Read(file);
        foreach (var (name, sources) in (JObject)oracle["activations"]!)
        {
            var analysis = DepthAnalysis.Of(sets, Activation.Parse(name), sets.Count, options: DepthOptions.Default.WithWitnessTrials(0));
            foreach (var entry in sources!)
            {
                var source = simples[(int)entry["source"]!];
                var profile = Assert.Single(analysis.Profiles, profile => profile.Source == source);
                Assert.Equal((int)entry["chamberOrbits"]!, profile.Chambers.Count);
                Assert.Equal((int)entry["chambers"]!, (int)profile.Chambers.Aggregate(System.Numerics.BigInteger.Zero, (sum, orbit) => sum + orbit.Size));
                for (var t = 1; t <= sets.Count; t++)
                {
                    var reached = profile.Steps[t].Reached;
                    Assert.Equal(Marked(entry, t, "bound", simples), reached.Select(r => r.Simple.Position));
                    Assert.Equal(Marked(entry, t, "populated", simples), reached.Where(r => r.Populated == true).Select(r => r.Simple.Position));
                    Assert.DoesNotContain(reached, r => r.Populated is null);
                }
            }
        }
    }

    /// <summary>The blocks again by definition: equal sums of the forms over all orbitals, then equal counts; and P_K of every block by the projector. Every claim "never" rests on these.</summary>
    [Theory]
    [InlineData("s4_edges_modv4.json", "relu")]
    [InlineData("s4_edges_modv4.json", "abs")]
    [InlineData("d9_points_modc3.json", "abs")]
    [InlineData("s3_sum.json", "leaky-relu")]
    public void Blocks_are_those_of_the_definition(string file, string activation)
    {
        var (_, table, sets, _) = Read(file);
        var f = Activation.Parse(activation).PiecewiseLinear!;
        foreach (var profile in DepthAnalysis.Of(sets, Activation.Parse(activation), sets.Count).Profiles)
        {
            for (var chamber = 0; chamber < profile.Chambers.Count; chamber++)
            {
                var signs = profile.Chambers[chamber].Representative.RowSigns;

                // The rows of P_L are the forms v_x on V_L, in the coordinates of Fun(X_1).
                var projector = sets[0].Projector(profile.Source);
                var values = Enumerable.Range(0, signs.Count).Select(x => string.Join(";", projector.Row(x).Select(c => Cyclotomic.One * c * (signs[x] > 0 ? f.Slopes[1] : f.Slopes[0])))).ToList();
                var vectors = Enumerable.Range(0, signs.Count).Select(x => projector.Row(x).Select(c => signs[x] == 0 ? Cyclotomic.Zero : c * (signs[x] > 0 ? f.Slopes[1] : f.Slopes[0])).ToArray()).ToList();
                int[]? colours = null;
                for (var t = 2; t <= sets.Count; t++)
                {
                    var basis = OrbitalBasis.Of(sets[t - 2].Set, sets[t - 1].Set);
                    var orbit = OrbitNumbers(sets[t - 1].Set);
                    var keys = Enumerable.Range(0, (int)sets[t - 1].Set.Size).Select(y =>
                    {
                        if (colours is null)
                        {
                            var sums = Enumerable.Range(0, basis.Orbitals.Count).Select(_ => new Cyclotomic[projector.ColumnCount]).ToList();
                            for (var x = 0; x < vectors.Count; x++)
                            {
                                for (var i = 0; i < projector.ColumnCount; i++)
                                {
                                    sums[basis.PositionOf(y, x)][i] += vectors[x][i];
                                }
                            }

                            return orbit[y] + "|" + string.Join("|", sums.Select(sum => string.Join(";", sum)));
                        }

                        var counts = colours.Select((colour, x) => (Orbital: basis.PositionOf(y, x), colour)).GroupBy(pair => pair).Select(group => $"{group.Key.Orbital}:{group.Key.colour}*{group.Count()}").Order(StringComparer.Ordinal);
                        return orbit[y] + "|" + string.Join("|", counts);
                    }).ToList();
                    var numbers = keys.Distinct().ToList();
                    colours = [.. keys.Select(key => numbers.IndexOf(key))];
                    var expected = colours.Select((colour, y) => (colour, y)).GroupBy(pair => pair.colour).Select(group => string.Join(",", group.Select(pair => pair.y))).Order(StringComparer.Ordinal);
                    var blocks = profile.Steps[t].Blocks[chamber];
                    Assert.Equal(chamber, blocks.Chamber);
                    Assert.Equal(expected, blocks.Blocks.Select(block => string.Join(",", block)).Order(StringComparer.Ordinal));
                    foreach (var reached in profile.Steps[t].Reached)
                    {
                        var matrix = sets[t - 1].Projector(reached.Simple);
                        var seen = blocks.Blocks.Any(block => Enumerable.Range(0, matrix.RowCount).Any(row => !block.Aggregate(Cyclotomic.Zero, (sum, y) => sum + matrix[row, y]).IsZero));
                        Assert.False(seen && reached.Populated == false);
                        Assert.True(reached.Block?.Chamber != chamber || seen);
                    }
                }
            }
        }

        static string[] OrbitNumbers(GSet set)
        {
            var result = new string[(int)set.Size];
            for (var i = 0; i < set.Orbits.Count; i++)
            {
                foreach (var point in set.Orbits[i].Points)
                {
                    result[point] = i.ToString(System.Globalization.CultureInfo.InvariantCulture);
                }
            }

            return result;
        }
    }

    /// <summary>Random networks in exact arithmetic, with two channels between, populate only what is called populated.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Random_networks_populate_nothing_else(string file)
    {
        var (_, _, sets, _) = Read(file);
        var random = new Random(3);
        foreach (var name in new[] { "relu", "abs" })
        {
            var f = Activation.Parse(name);
            var analysis = DepthAnalysis.Of(sets, f, sets.Count, options: DepthOptions.Default.WithWitnessTrials(0));
            foreach (var profile in analysis.Profiles)
            {
                var depth = 1 + random.Next(sets.Count);
                int[] channels = [.. Enumerable.Range(1, depth).Select(t => t == 1 || t == depth ? 1 : 2)];
                var weights = Enumerable.Range(1, depth - 1).Select(t => (IReadOnlyList<int>)Draw(OrbitalBasis.Of(sets[t - 1].Set, sets[t].Set).Orbitals.Count * channels[t] * channels[t - 1])).ToList();
                var values = DepthWitness.Evaluate(sets, f, profile.Source, Draw((int)sets[0].Set.Size), weights, channels);
                var populated = profile.Steps[depth].Reached.Where(r => r.Populated == true).Select(r => r.Simple.Position).ToHashSet();
                foreach (var component in sets[depth - 1].Components.Where(component => !populated.Contains(component.Simple.Position)))
                {
                    Assert.False(DepthWitness.IsPopulated(sets[depth - 1], component.Simple, values));
                }
            }
        }

        int[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(-5, 6))];
    }

    /// <summary>Inputs of witnesses lie in their chambers, and in small cases every populated simple has an explicit network.</summary>
    [Theory]
    [InlineData("d9_points_modc3.json")]
    [InlineData("q8_regular.json")]
    [InlineData("s4_points_modv4.json")]
    public void Witnesses_hold(string file)
    {
        var (_, _, sets, _) = Read(file);
        foreach (var source in sets[0].Components.Select(component => component.Simple))
        {
            var profile = Assert.Single(DepthAnalysis.Of(sets, Activation.Relu, sets.Count, [source]).Profiles);
            foreach (var reached in profile.Steps.Skip(1).SelectMany(step => step.Reached).Where(reached => reached.IsAttained))
            {
                if (reached.Block is { } block)
                {
                    Assert.Equal(profile.Chambers[block.Chamber].Representative.RowSigns, DepthWitness.Projected(sets[0], source, block.Input!).Select(value => value.Sign));
                }

                Assert.True(reached.Witness is { } network && network.Verify(), $"{source.Label} {reached}");
            }
        }
    }

    private static IEnumerable<int> Marked(JToken entry, int t, string field, List<SimpleRepresentation> simples) => entry["layers"]![t - 1]![field]!.Select(index => simples[(int)index].Position).Order();

    private static (JObject Oracle, CharacterTable Table, List<IsotypicDecomposition> Sets, List<SimpleRepresentation> Simples) Read(string file)
    {
        var oracle = JObject.Parse(File.ReadAllText(Oracles.File("depth", file)));
        var group = FiniteGroup.FromGenerators((string)oracle["group"]!["name"]!, (int)oracle["group"]!["degree"]!, oracle["group"]!["generators"]!.Select(Images));
        var table = CharacterTable.Of(group);
        var classes = oracle["classes"]!.Select(entry => Images(entry["representative"]!)).ToList();
        var simples = oracle["simples"]!.Select(entry => table.Simples.Single(simple =>
            entry["character"]!.Select((value, i) => Math.Abs((double)value - simple.Character.ValueAt(classes[i]).ToDouble()) < 1e-6).All(same => same))).ToList();
        var sets = new List<IsotypicDecomposition>();
        foreach (var entry in oracle["sets"]!)
        {
            // The same G-set twice is one decomposition, so that repetition is seen.
            var set = GSet.FromGeneratorActions(group, (string)entry["name"]!, entry["generators"]!.Select(Images));
            sets.Add(sets.Find(known => known.Set.GeneratorActions.SequenceEqual(set.GeneratorActions)) ?? IsotypicDecomposition.Of(table, set));
        }

        return (oracle, table, sets, simples);
    }

    private static Permutation Images(JToken list) => Permutation.FromImages(list.Select(image => (int)image - 1));
}
