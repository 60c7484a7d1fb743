using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Subgroups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Isotropy;

/// <summary>Fixed spaces V^H of a real representation V and their pointwise stabilisers, the <em>closures</em> of the subgroups H: the largest subgroups with the same fixed space.</summary>
/// <remarks>
/// <para>The closures are exactly the stabilisers of vectors of V: that of H is the stabiliser of a generic point of V^H.</para>
/// <para>On Fun(X) the closure of H is the set of elements that send every H-orbit on X to itself. In general g lies in it iff <c>Σ_h ψ(g h) = Σ_h ψ(h)</c>, h in H, ψ the character of V.</para>
/// <para><b>Source.</b> docs/theory.md#closures.</para>
/// </remarks>
internal abstract class IsotropyGroups
{
    /// <summary>The most images of points that are kept for the elements of the group.</summary>
    private const long MaxEntries = 200_000_000;

    private readonly Dictionary<SubgroupClass, FiniteGroup> _closures = [];

    private IsotropyGroups(SubgroupLattice lattice) => Lattice = lattice;

    /// <summary>The subgroups of the group.</summary>
    public SubgroupLattice Lattice { get; }

    /// <summary>dim V^H for the subgroups H of a class.</summary>
    public abstract int FixedDimension(SubgroupClass subgroups);

    /// <summary>The closure of the representative of a class; contains it.</summary>
    public FiniteGroup ClosureOf(SubgroupClass subgroups)
    {
        if (!_closures.TryGetValue(subgroups, out var closure))
        {
            closure = Generated(subgroups.Representative, Members(subgroups.Representative));
            _closures.Add(subgroups, closure);
        }

        return closure;
    }

    /// <summary>Those of Fun(X).</summary>
    /// <exception cref="LimitExceededException">The group is too large for its subgroups, or X too large.</exception>
    public static IsotropyGroups Of(GSet set, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var lattice = set.Group.ComputeSubgroups(progress, cancellationToken);
        var entries = (long)set.Group.Order * set.Size;
        return entries <= MaxEntries ? new OfFunctions(lattice, set, cancellationToken)
            : throw new LimitExceededException("images of points under all elements", MaxEntries, FormattableString.Invariant($"{entries} ({LimitExceededException.Shown(set.Group.Order)} elements, {set.Size} points)"), "not adjustable; choose a smaller G-set");
    }

    /// <summary>Those of a sum of simple representations.</summary>
    public static IsotropyGroups Of(IReadOnlyList<SimpleRepresentation> simples, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        new OfSimples(simples[0].Table.Group.ComputeSubgroups(progress, cancellationToken), simples);

    /// <summary>The elements of the closure of H, or elements that together with H generate it.</summary>
    protected abstract IEnumerable<Permutation> Members(FiniteGroup subgroup);

    private FiniteGroup Generated(FiniteGroup subgroup, IEnumerable<Permutation> members)
    {
        List<Permutation> generators = [.. subgroup.Generators];
        var group = subgroup;
        foreach (var member in members)
        {
            if (!group.Contains(member))
            {
                generators.Add(member);
                group = Lattice.Group.Subgroup(generators);
            }
        }

        return group;
    }

    private sealed class OfFunctions : IsotropyGroups
    {
        private readonly GSet _set;
        private readonly List<(Permutation Element, int[] Images)> _elements;

        public OfFunctions(SubgroupLattice lattice, GSet set, CancellationToken cancellationToken)
            : base(lattice)
        {
            _set = set;
            _elements = [.. lattice.Group.EnumerateElements().Select(g =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return (g, Enumerable.Range(0, (int)set.Size).Select(x => set.Apply(g, x)).ToArray());
            })];
        }

        public override int FixedDimension(SubgroupClass subgroups) => FunctionOrbits.Labels(_set, subgroups.Representative).Max() + 1;

        protected override IEnumerable<Permutation> Members(FiniteGroup subgroup)
        {
            var labels = FunctionOrbits.Labels(_set, subgroup);
            foreach (var (element, images) in _elements)
            {
                var x = 0;
                while (x < images.Length && labels[images[x]] == labels[x])
                {
                    x++;
                }

                if (x == images.Length)
                {
                    yield return element;
                }
            }
        }
    }

    private sealed class OfSimples(SubgroupLattice lattice, IReadOnlyList<SimpleRepresentation> simples) : IsotropyGroups(lattice)
    {
        private readonly IReadOnlyList<Cyclotomic> _character =
            [.. Enumerable.Range(0, lattice.Group.ConjugacyClasses.Count).Select(c => simples.Aggregate(Cyclotomic.Zero, (sum, simple) => sum + simple.Character[c]))];

        public override int FixedDimension(SubgroupClass subgroups) =>
            (int)(subgroups.ClassCounts.Select((count, c) => count * _character[c]).Aggregate(Cyclotomic.Zero, (sum, value) => sum + value) / subgroups.Order).ToRational().Numerator;

        protected override IEnumerable<Permutation> Members(FiniteGroup subgroup)
        {
            Permutation[] elements = [.. subgroup.EnumerateElements()];
            var own = SumOver(Lattice.Group.Identity);
            var done = new HashSet<Permutation>(elements);
            foreach (var g in Lattice.Group.EnumerateElements())
            {
                if (done.Contains(g))
                {
                    continue;
                }

                // The sum is the same for all elements of the coset g H.
                done.UnionWith(elements.Select(h => g * h));
                if (SumOver(g) == own)
                {
                    yield return g;
                }
            }

            Cyclotomic SumOver(Permutation g)
            {
                var counts = new int[_character.Count];
                foreach (var h in elements)
                {
                    counts[Lattice.Group.ClassPositionOf(g * h)]++;
                }

                return counts.Select((count, c) => count * _character[c]).Aggregate(Cyclotomic.Zero, (sum, value) => sum + value);
            }
        }
    }
}
