using System.Globalization;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Networks.Onnx;
using Eqnn.Networks.Orbits;
using Eqnn.Networks.Plans;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Networks.Reductions;

/// <summary>The exact smaller network on X/N for inputs that a normal subgroup N leaves unchanged.</summary>
/// <remarks>
/// <para><b>Formula.</b> On N-invariant functions T is <c>T'(O', O) = Σ_{x ∈ O} T(y, x)</c> for any y in O'; biases and activations stay. The result is a network of G/N. <b>Source.</b> [GTW]; docs/theory.md#invariants.</para>
/// <para><b>Group.</b> G/N as it acts on the sets X/N: generators are the images of those of G, without identities and repetitions. Where a set is the regular one or the points of that group it has that name.</para>
/// </remarks>
public sealed class NetworkCompression
{
    private NetworkCompression(EquivariantNetwork original, EquivariantNetwork network, System.Numerics.BigInteger order, IReadOnlyList<IReadOnlyList<int>> orbits)
    {
        (Original, Network, SubgroupOrder, OrbitOfPoint) = (original, network, order, orbits);
    }

    /// <summary>The network as it was.</summary>
    public EquivariantNetwork Original { get; }

    /// <summary>The network on X/N.</summary>
    public EquivariantNetwork Network { get; }

    /// <summary>|N|.</summary>
    public System.Numerics.BigInteger SubgroupOrder { get; }

    /// <summary>For each state the point of X/N, from 0, for each point of X.</summary>
    public IReadOnlyList<IReadOnlyList<int>> OrbitOfPoint { get; }

    /// <summary>Compresses.</summary>
    /// <param name="network">The network.</param>
    /// <param name="subgroup">N, a normal subgroup of the group of the network.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">N is not a normal subgroup.</exception>
    public static NetworkCompression Of(EquivariantNetwork network, FiniteGroup subgroup, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(subgroup);
        List<GSet> sets = [.. network.States.Select(state => state.Set).Distinct(ReferenceEqualityComparer.Instance).Cast<GSet>()];
        var quotients = sets.Select(set => set.QuotientBy(subgroup)).ToList();
        List<int[]> orbits = [.. quotients.Select(quotient => quotient.OrbitOf.ToArray())];
        List<int[][]> images = [.. quotients.Select(quotient => quotient.Set.GeneratorActions.Select(action => action.Images.ToArray()).ToArray())];
        var (quotient, kept) = ActingGroup(network.Group, subgroup, images);
        var quotientSets = images.Select((lists, i) => SetOf(quotient, FormattableString.Invariant($"X{i + 1}"), orbits[i].Max() + 1, [.. kept.Select(g => lists[g])])).ToList();
        FeatureSpace[] spaces = [.. network.States.Select(state => new FeatureSpace(quotientSets[sets.IndexOf(state.Set)], state.Channels))];
        var layers = network.Layers.Select((layer, i) => new NetworkLayer(
            layer.Terms.Select(term => new LayerTerm(term.State, Compressed(term.Map, spaces[term.State], spaces[i + 1], orbits[sets.IndexOf(term.Map.Source.Set)], orbits[sets.IndexOf(term.Map.Target.Set)], cancellationToken))),
            layer.Bias,
            layer.Activation)).ToList();
        return new(network, new EquivariantNetwork(spaces[0], layers, network.Axes).WithNotes(network.Notes), subgroup.Order, [.. network.States.Select(state => (IReadOnlyList<int>)orbits[sets.IndexOf(state.Set)])]);
    }

    /// <summary>The N-invariant input that a vector on X/N stands for.</summary>
    /// <exception cref="ArgumentException">It has the wrong length.</exception>
    public IReadOnlyList<double> Lift(IReadOnlyList<double> input) => Lifted(input, 0);

    /// <summary>The largest difference between the original on a random invariant input and the compressed network, as a share of the largest output.</summary>
    public double Measure(int samples = 4, int seed = 1)
    {
        var random = new Random(seed);
        var worst = 0.0;
        var (original, compressed) = (NetworkEvaluation.ReferenceOf(Original), NetworkEvaluation.ReferenceOf(Network));
        for (var sample = 0; sample < samples; sample++)
        {
            double[] small = [.. Enumerable.Range(0, Network.Input.Dimension).Select(_ => (2 * random.NextDouble()) - 1)];
            var plain = original(Lift(small));
            var wanted = Lifted(compressed(small), Network.States.Count - 1);
            worst = Math.Max(worst, plain.Zip(wanted, (a, b) => Math.Abs(a - b)).Max() / Math.Max(1e-300, plain.Max(Math.Abs)));
        }

        return worst;
    }

    private double[] Lifted(IReadOnlyList<double> vector, int state)
    {
        ArgumentNullException.ThrowIfNull(vector);
        var (small, large, orbits) = (Network.States[state], Original.States[state], OrbitOfPoint[state]);
        return vector.Count == small.Dimension
            ? [.. Enumerable.Range(0, large.Dimension).Select(i => vector[(i / large.Points * small.Points) + orbits[i % large.Points]])]
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{small} has dimension {small.Dimension}, the vector {vector.Count} entries"), nameof(vector));
    }

    /// <summary>G/N on the first set on which it acts as on all together (or on all together), and the generators of G that are kept.</summary>
    private static (FiniteGroup Group, int[] Kept) ActingGroup(FiniteGroup group, FiniteGroup subgroup, List<int[][]> images)
    {
        int[][] joint = [.. Enumerable.Range(0, group.Generators.Count).Select(g => images.Aggregate(new List<int>(), (list, set) =>
        {
            var shift = list.Count;
            list.AddRange(set[g].Select(x => x + shift));
            return list;
        }).ToArray())];
        var kept = new List<int>();
        for (var g = 0; g < joint.Length; g++)
        {
            if (!joint[g].Select((x, i) => x == i).All(same => same) && !kept.Exists(other => joint[other].SequenceEqual(joint[g])))
            {
                kept.Add(g);
            }
        }

        var order = group.Order / subgroup.Order;
        if (kept.Count == 0)
        {
            return (FiniteGroup.Parse("C1"), []);
        }

        var name = order == 1 ? "C1" : group.IsCyclic && group.Generators.Count == 1 ? FormattableString.Invariant($"C{order}") : $"{group.Name}/N{subgroup.Order}";
        var whole = FiniteGroup.FromGenerators(name, joint[0].Length, kept.Select(g => Permutation.FromImages(joint[g])));
        var faithful = images.Find(set => FiniteGroup.FromGenerators(name, set[0].Length, kept.Select(g => Permutation.FromImages(set[g]))).Order == whole.Order);
        return (faithful is null ? whole : FiniteGroup.FromGenerators(name, faithful[0].Length, kept.Select(g => Permutation.FromImages(faithful[g]))), [.. kept]);
    }

    /// <summary>The set with given images of the generators, under a name where it has one.</summary>
    private static GSet SetOf(FiniteGroup group, string name, int size, int[][] images)
    {
        if (images.Length == 0)
        {
            return size == 1 ? GSet.Parse(group, "trivial") : GSet.Multiple(size, GSet.OnePoint(group));
        }

        foreach (var known in new[] { "trivial", group.Order == group.Degree && group.IsCyclic ? "regular" : "points", "points" })
        {
            var candidate = GSet.Parse(group, known);
            if (candidate.Size == images[0].Length && PointAction.Of(candidate).GeneratorImages.Zip(images).All(pair => pair.First.SequenceEqual(pair.Second)))
            {
                return candidate;
            }
        }

        return GSet.FromGeneratorActions(group, name, images.Select(image => Permutation.FromImages(image)));
    }

    private static EquivariantMap Compressed(EquivariantMap map, FeatureSpace source, FeatureSpace target, int[] sourceOrbits, int[] targetOrbits, CancellationToken cancellationToken)
    {
        var index = OrbitalIndex.Of(source.Set, target.Set);
        var representatives = index.Representatives();
        var weights = new double[EquivariantMap.WeightCount(source, target, index)];
        var (members, first) = (sourceOrbits.Select((orbit, x) => (orbit, x)).ToLookup(pair => pair.orbit, pair => pair.x), new int[target.Points]);
        for (var y = targetOrbits.Length - 1; y >= 0; y--)
        {
            first[targetOrbits[y]] = y;
        }

        for (var orbital = 0; orbital < representatives.Length; orbital++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (row, column) = representatives[orbital];
            foreach (var x in members[column])
            {
                var old = map.Orbitals.PositionOf(first[row], x);
                for (var pair = 0; pair < source.Channels * target.Channels; pair++)
                {
                    weights[(pair * index.Count) + orbital] += map.Weights[(pair * map.OrbitalCount) + old];
                }
            }
        }

        return EquivariantMap.FromWeights(source, target, weights);
    }

    /// <summary>In one line: the two networks.</summary>
    public override string ToString() => $"{Original} compressed to {Network}";
}
