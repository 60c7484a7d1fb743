using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Networks.Orbits;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Networks.Reductions;

/// <summary>A network of G as one of a subgroup H: the same maps, with one weight for each orbital of H.</summary>
/// <remarks>It computes the same numbers and has more parameters: a start for training where the symmetry is only H's. <b>Source.</b> docs/theory.md#orbitals: an orbital of G is a union of orbitals of H.</remarks>
public static class NetworkRestriction
{
    /// <summary>The network of the subgroup.</summary>
    /// <param name="network">The network.</param>
    /// <param name="subgroup">The subgroup, on the points of the group.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">It is no subgroup of the group of the network.</exception>
    public static EquivariantNetwork To(EquivariantNetwork network, FiniteGroup subgroup, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(subgroup);
        if (subgroup.Degree != network.Group.Degree || subgroup.Generators.FirstOrDefault(g => !network.Group.Contains(g)) is not null)
        {
            throw new ArgumentException($"{subgroup.Name} is no subgroup of {network.Group.Name} on its {network.Group.Degree} points", nameof(subgroup));
        }

        var sets = new Dictionary<GSet, GSet>(ReferenceEqualityComparer.Instance as IEqualityComparer<GSet>);
        foreach (var set in network.States.Select(state => state.Set).Distinct(ReferenceEqualityComparer.Instance).Cast<GSet>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            sets[set] = Restricted(set, subgroup, sets.Count + 1);
        }

        FeatureSpace[] spaces = [.. network.States.Select(state => new FeatureSpace(sets[state.Set], state.Channels))];
        var layers = network.Layers.Select((layer, i) => new NetworkLayer(
            layer.Terms.Select(term => new LayerTerm(term.State, Restricted(term.Map, spaces[term.State], spaces[i + 1], cancellationToken))), Bias(layer, spaces[i + 1]), layer.Activation)).ToList();
        return new EquivariantNetwork(spaces[0], layers, network.Axes).WithArrays(network.InputAxes, network.OutputAxes).WithNotes(network.Notes);
    }

    /// <summary>The points with the generators of the subgroup; under a usual name where they are numbered alike.</summary>
    private static GSet Restricted(GSet set, FiniteGroup subgroup, int number)
    {
        Permutation[] images = [.. subgroup.Generators.Select(set.ActionOf)];
        foreach (var known in new[] { "trivial", "points", "regular" })
        {
            if (known == "regular" && subgroup.Order != set.Size)
            {
                continue;
            }

            var candidate = GSet.Parse(subgroup, known);
            if (candidate.Size == set.Size && candidate.GeneratorActions.SequenceEqual(images))
            {
                return candidate;
            }
        }

        return images.Length == 0 ? GSet.Multiple((int)set.Size, GSet.OnePoint(subgroup)) : GSet.FromGeneratorActions(subgroup, FormattableString.Invariant($"X{number}"), images);
    }

    private static EquivariantMap Restricted(EquivariantMap map, FeatureSpace source, FeatureSpace target, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var orbitals = OrbitalIndex.Of(source.Set, target.Set);
        var weights = new double[EquivariantMap.WeightCount(source, target, orbitals)];
        int[] old = [.. orbitals.Representatives().Select(pair => map.Orbitals.PositionOf(pair.Y, pair.X))];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = map.Weights[(i / old.Length * map.OrbitalCount) + old[i % old.Length]];
        }

        return EquivariantMap.FromWeights(source, target, weights);
    }

    private static IEnumerable<double> Bias(NetworkLayer layer, FeatureSpace target)
    {
        var byPoint = layer.BiasByPoint();
        var bases = PointAction.Of(target.Set).BasePoints;
        return Enumerable.Range(0, target.Channels).SelectMany(channel => bases.Select(point => byPoint[(channel * target.Points) + point]));
    }
}
