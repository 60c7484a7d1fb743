using System.Diagnostics;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Subgroups;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Isotropy;
using Eqnn.PiecewiseLinear.Separation;

namespace Eqnn.PiecewiseLinear.Universality;

/// <summary>For all transitive hidden layers G/H at once: what networks Fun(X) → Fun(G/H) → Fun(Z) with biases, of any width and with any continuous activation that is no polynomial, can approximate and tell apart, and which of them contains which.</summary>
/// <remarks>
/// <para><b>Order.</b> <see cref="Sets"/> in the order of the classes of subgroups; <see cref="Classes"/> in the order of the orbit types of Fun(X), the universal one first.</para>
/// <para><b>Source.</b> docs/theory.md#universal; the case of equal closures is [RavanbakhshUniversal].</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class UniversalityTable
{
    private UniversalityTable(GSet input, GSet output, IReadOnlyList<HiddenSet> sets, IReadOnlyList<ShallowClass> classes, HiddenUnion? separating)
    {
        (Input, Output, Sets, Classes, SmallestSeparating) = (input, output, sets, classes, separating);
        var universal = classes.First(known => known.IsUniversal);
        SmallestUniversal = new HiddenUnion([universal], (long)universal.Type.OrbitLength, isProvedSmallest: true);
    }

    /// <summary>X.</summary>
    public GSet Input { get; }

    /// <summary>Z.</summary>
    public GSet Output { get; }

    /// <summary>One entry for each conjugacy class of subgroups.</summary>
    public IReadOnlyList<HiddenSet> Sets { get; }

    /// <summary>The different closures of networks with a transitive hidden layer.</summary>
    public IReadOnlyList<ShallowClass> Classes { get; }

    /// <summary>The smallest hidden layer that is universal without a readout: one orbit, G modulo the kernel of the action on X. Unions bring nothing: one of their orbits must be universal by itself.</summary>
    public HiddenUnion SmallestUniversal { get; }

    /// <summary>The smallest hidden layer, of one or several orbits, that separates all orbits of inputs; null if none was found within the limits.</summary>
    public HiddenUnion? SmallestSeparating { get; }

    /// <summary>The classes that contain a class with none between.</summary>
    public IEnumerable<ShallowClass> CoversOf(ShallowClass known)
    {
        var above = Classes.Where(other => other != known && known.IsContainedIn(other)).ToList();
        return above.Where(other => !above.Exists(between => between != other && between.IsContainedIn(other)));
    }

    /// <summary>The pairs of positions i, j in <see cref="Sets"/> with the i-th contained in the j-th, row by row.</summary>
    public IEnumerable<(int Inner, int Outer)> Inclusions()
    {
        for (var i = 0; i < Sets.Count; i++)
        {
            for (var j = 0; j < Sets.Count; j++)
            {
                if (Sets[i].IsContainedIn(Sets[j]))
                {
                    yield return (i, j);
                }
            }
        }
    }

    /// <summary>The table.</summary>
    /// <exception cref="ArgumentException">The sets belong to different groups.</exception>
    /// <exception cref="LimitExceededException">The group is too large for its subgroups.</exception>
    public static UniversalityTable Of(GSet input, GSet? output = null, UniversalityOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        options ??= UniversalityOptions.Default;
        var target = output ?? GSet.OnePoint(input.Group);
        if (!ReferenceEquals(target.Group, input.Group))
        {
            throw new ArgumentException($"{target.Name} belongs to {target.Group.Name}, {input.Name} to {input.Group.Name}", nameof(output));
        }

        FirstLayerRows.RequireRoom(input);
        var groups = IsotropyGroups.Of(input, progress, cancellationToken);
        var types = OrbitTypes.List(groups, progress, cancellationToken);
        var decisions = new SeparationDecisions(input, types, options, progress, cancellationToken);
        var outputs = target.Orbits.Select(orbit => orbit.Stabilizer).ToList();
        var elements = outputs.All(stabiliser => stabiliser.Order == input.Group.Order) ? [] : input.Group.EnumerateElements().Select(g => Enumerable.Range(0, (int)input.Size).Select(x => input.Apply(g, x)).ToArray()).ToList();
        var polynomials = new InvariantPolynomials(input, outputs, elements, cancellationToken);
        var classes = types.Select(type =>
        {
            progress?.Report(new("polynomials that hidden layers miss", type.Position, types.Count));
            var isUniversal = type.FixedDimension == input.Size;
            var (deficit, lastDegree) = isUniversal ? (null, options.MaxDegree) : polynomials.FirstDeficit(type.Stabiliser, options.MaxDegree);
            return new ShallowClass(type, isUniversal, decisions.Separates(type), decisions.UnseenBy(type), deficit, lastDegree);
        }).ToList();
        var byClass = classes.ToDictionary(known => known.Type.Subgroups);
        var sets = groups.Lattice.Classes.Select(subgroups =>
        {
            var closure = groups.ClosureOf(subgroups);
            return new HiddenSet(subgroups, closure, byClass[closure.Order == subgroups.Order ? subgroups : groups.Lattice.ClassOf(closure)]);
        }).ToList();
        return new(input, target, sets.AsReadOnly(), classes.AsReadOnly(), decisions.SmallestSeparating(classes));
    }

    /// <summary>In one line: the sets and the number of classes.</summary>
    public override string ToString() => FormattableString.Invariant($"hidden layers between {Input.Name} and {Output.Name}: {Sets.Count} sets in {Classes.Count} classes");
}
