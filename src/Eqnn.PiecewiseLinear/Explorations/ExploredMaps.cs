using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;

namespace Eqnn.PiecewiseLinear.Explorations;

/// <summary>The spaces of all maps on the ReLU fans of the simples of one G-set that a page can carry, and by name those that it cannot.</summary>
/// <remarks>A space is carried by the values of its basis on the rays where they are not 0. How many numbers these are is bounded before anything is solved.</remarks>
public sealed class ExploredMaps
{
    private const int MaxNumbersOfSpace = 4_000;
    private const int MaxNumbers = 12_000;
    private const int MaxPairs = 60;
    private const int MaxModelIndex = SimpleCopy.MaxModelIndex;

    private ExploredMaps(IReadOnlyList<EquivariantMapSpace> spaces, IReadOnlyList<OmittedMaps> omitted) => (Spaces, Omitted) = (spaces, omitted);

    /// <summary>The spaces, by dimension of the source, then in the order of the table.</summary>
    public IReadOnlyList<EquivariantMapSpace> Spaces { get; }

    /// <summary>The pairs between which maps exist and whose space is not carried, by reason.</summary>
    public IReadOnlyList<OmittedMaps> Omitted { get; }

    internal static ExploredMaps Of(ExploredSet set, CancellationToken cancellationToken)
    {
        var models = new Dictionary<int, ProjectedBasis?>();
        var (spaces, omitted, total) = (new List<EquivariantMapSpace>(), new Dictionary<string, List<(SimpleRepresentation Source, SimpleRepresentation Target)>>(StringComparer.Ordinal), 0L);
        foreach (var source in Enumerable.Range(0, set.Components.Count).OrderBy(i => set.Components[i].CopyDimension > 2).ThenBy(i => i))
        {
            var simple = set.Components[source].Simple;
            foreach (var target in set.Components.Where(component => KernelCriterion.Holds(simple, component.Simple)).Select(component => component.Simple))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!set.Fans.TryGetValue(source, out var fan))
                {
                    Omit(target, "the ReLU fan of the source is too large for a page, or no exact matrices of one copy are known");
                }
                else if (ModelOf(target) is not { } model)
                {
                    Omit(target, FormattableString.Invariant($"no exact matrices of the target are known up to index {MaxModelIndex}"));
                }
                else if (NumbersOf(fan, model) is var numbers && numbers > MaxNumbersOfSpace)
                {
                    Omit(target, FormattableString.Invariant($"the values of a basis on the rays are {numbers} numbers, of {MaxNumbersOfSpace} at most"));
                }
                else if (total + numbers > MaxNumbers)
                {
                    Omit(target, FormattableString.Invariant($"the spaces of all pairs would be more than {MaxNumbers} numbers together"));
                }
                else if (spaces.Count == MaxPairs)
                {
                    Omit(target, FormattableString.Invariant($"there are more than {MaxPairs} pairs"));
                }
                else
                {
                    total += numbers;
                    spaces.Add(EquivariantMapSpace.Of(fan, model, cancellationToken));
                }
            }

            // Found once for each target, whatever the source.
            ProjectedBasis? ModelOf(SimpleRepresentation target)
            {
                if (!models.TryGetValue(target.Position, out var found))
                {
                    found = MultiplicityOneModel.TryFind(target, MaxModelIndex, cancellationToken: cancellationToken) ?? MultiplicityOneModel.TryFindMonomial(target, MaxModelIndex, cancellationToken: cancellationToken);
                    models.Add(target.Position, found);
                }

                return found;
            }

            void Omit(SimpleRepresentation target, string reason)
            {
                if (!omitted.TryGetValue(reason, out var pairs))
                {
                    omitted.Add(reason, pairs = []);
                }

                pairs.Add((simple, target));
            }
        }

        return new(spaces, [.. omitted.Select(entry => new OmittedMaps(entry.Key, entry.Value))]);
    }

    /// <summary>The numbers that a basis needs where each of its maps lives on one orbit of rays, as it does on simplicial fans.</summary>
    private static long NumbersOf(EquivariantFan fan, ProjectedBasis model) =>
        fan.RayOrbits.Sum(orbit => (long)model.FixedBy(orbit.Stabilizer.Generators).Dimension * orbit.Size) * model.Dimension;
}

/// <summary>Pairs of simples whose space of maps a page does not carry, and why.</summary>
public sealed class OmittedMaps
{
    internal OmittedMaps(string reason, IReadOnlyList<(SimpleRepresentation Source, SimpleRepresentation Target)> pairs) => (Reason, Pairs) = (reason, pairs);

    /// <summary>Why, without the names of the pairs.</summary>
    public string Reason { get; }

    /// <summary>The pairs.</summary>
    public IReadOnlyList<(SimpleRepresentation Source, SimpleRepresentation Target)> Pairs { get; }
}
