using System.Numerics;
using Eqnn.Algebra.Groups;

namespace Eqnn.Algebra.Subgroups;

/// <summary>A conjugacy class of subgroups of a <see cref="SubgroupLattice"/>; the isomorphism type of the transitive G-set G/H.</summary>
public sealed class SubgroupClass
{
    private readonly SubgroupSearch.Found _found;
    private readonly Lazy<FiniteGroup> _representative;
    private readonly Lazy<IReadOnlyList<int>> _classCounts;
    private readonly Lazy<string?> _structureName;

    internal SubgroupClass(SubgroupLattice lattice, int position, SubgroupSearch.Found found, ulong[] bits)
    {
        Lattice = lattice;
        Position = position;
        _found = found;
        Bits = bits;
        _representative = new(ChooseGenerators);
        _classCounts = new(CountClasses);
        _structureName = new(() => SubgroupNames.Of(this));
    }

    /// <summary>The lattice.</summary>
    internal SubgroupLattice Lattice { get; }

    /// <summary>The place in <see cref="SubgroupLattice.Classes"/>, from 0.</summary>
    public int Position { get; }

    /// <summary><c>#1</c>, <c>#2</c>, …: the place counted from 1, the name of G/H in <c>cosets:#k</c>.</summary>
    public string Label => FormattableString.Invariant($"#{Position + 1}");

    /// <summary>|H|.</summary>
    public int Order => _found.Elements.Length;

    /// <summary>[G : H], the number of points of G/H.</summary>
    public int Index => Lattice.Table.Count / Order;

    /// <summary>The number of conjugates of H, [G : N(H)].</summary>
    public int ConjugateCount => _found.Conjugates.Count;

    /// <summary>The order of the normaliser N(H); N(H)/H is the group of automorphisms of the G-set G/H.</summary>
    public int NormalizerOrder => Lattice.Table.Count / ConjugateCount;

    /// <summary>True iff H is normal.</summary>
    public bool IsNormal => ConjugateCount == 1;

    /// <summary>The first subgroup of the class in the order of the lattice, with few generators: each is the first one whose join with those before is largest.</summary>
    public FiniteGroup Representative => _representative.Value;

    /// <summary>The isomorphism type of H where a theorem names it by a few facts: abelian, dihedral, dicyclic, semidihedral, modular, extraspecial, C_p : C_m, small alternating, symmetric and projective groups, and direct products of these; otherwise null.</summary>
    public string? StructureName => _structureName.Value;

    /// <summary>For each conjugacy class of elements of G the number of elements of H in it, in the order of <see cref="FiniteGroup.ConjugacyClasses"/>.</summary>
    public IReadOnlyList<int> ClassCounts => _classCounts.Value;

    /// <summary>The number of points of G/H that each conjugacy class of elements fixes: the permutation character |C(g)| · #(H ∩ class of g)/|H|.</summary>
    public IReadOnlyList<BigInteger> FixedPointCounts()
    {
        var counts = new BigInteger[ClassCounts.Count];
        for (var c = 0; c < counts.Length; c++)
        {
            counts[c] = Lattice.Group.ConjugacyClasses[c].CentralizerOrder * ClassCounts[c] / Order;
        }

        return counts;
    }

    /// <summary>The order of the core of H, the kernel of the action on G/H: of the classes on which the permutation character is the index.</summary>
    public BigInteger CoreOrder
    {
        get
        {
            var (order, counts) = (BigInteger.Zero, FixedPointCounts());
            for (var c = 0; c < counts.Count; c++)
            {
                order += counts[c] == Index ? Lattice.Group.ConjugacyClasses[c].Size : 0;
            }

            return order;
        }
    }

    /// <summary>True iff some conjugate of H lies in a given subgroup of the other class.</summary>
    /// <exception cref="ArgumentException">The other class belongs to another lattice.</exception>
    public bool IsContainedIn(SubgroupClass other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ReferenceEquals(other.Lattice, Lattice)
            ? Order <= other.Order && other.Order % Order == 0 && Conjugates.Any(bits => SubgroupBits.IsSubset(bits, other.Bits))
            : throw new ArgumentException($"subgroups of two lattices are compared, of {Lattice.Group.Name} and of {other.Lattice.Group.Name}", nameof(other));
    }

    /// <summary>Label, order and number of conjugates.</summary>
    public override string ToString() => FormattableString.Invariant($"{Label}, order {Order}, {ConjugateCount} conjugates");

    /// <summary>The cyclic subgroups of prime power order in the representative.</summary>
    internal ulong[] Bits { get; }

    internal IReadOnlyList<ulong[]> Conjugates => _found.Conjugates;

    /// <summary>The elements of the subgroup that was met first; conjugate to the representative.</summary>
    internal ushort[] Elements => _found.Elements;

    /// <summary>Generators of <see cref="Elements"/>.</summary>
    internal int[] RawGenerators => _found.Generators;

    /// <summary>True iff H has a normal subgroup besides 1 and H.</summary>
    internal bool HasProperNormalSubgroup() => NormalSubgroups().Any();

    /// <summary>Pairs of normal subgroups of H that meet in 1 and generate H, the smaller one first, by its place; neither is trivial.</summary>
    internal IEnumerable<(SubgroupClass First, SubgroupClass Second)> DirectFactors()
    {
        var byOrder = NormalSubgroups().ToLookup(n => n.Class.Order);
        foreach (var first in byOrder.Where(same => (long)same.Key * same.Key <= Order).SelectMany(same => same))
        {
            // Subgroups without a common element of prime order meet in 1.
            foreach (var second in byOrder[Order / first.Class.Order].Where(second => SubgroupBits.AreDisjoint(first.Bits, second.Bits)))
            {
                yield return (first.Class, second.Class);
            }
        }
    }

    /// <summary>The normal subgroups of H besides 1 and H.</summary>
    private IEnumerable<(SubgroupClass Class, ulong[] Bits)> NormalSubgroups()
    {
        var conjugations = RawGenerators.Select(Lattice.Cyclic.Permuted).ToList();
        return Lattice.ByOrder.Inside(_found.Bits, Order).Where(smaller => conjugations.TrueForAll(images => SubgroupBits.IsMapped(smaller.Bits, images, smaller.Bits)));
    }

    private FiniteGroup ChooseGenerators()
    {
        var (table, cyclic) = (Lattice.Table, Lattice.Cyclic);
        var candidates = Enumerable.Range(0, cyclic.Count).Where(z => SubgroupBits.Has(Bits, z)).Select(z => cyclic.Generator[z]).ToList();
        var chosen = new List<int>();
        ushort[] closure = [0];
        while (closure.Length < Order)
        {
            var (best, next) = (closure, 0);
            foreach (var candidate in candidates)
            {
                var join = table.Join(closure, [.. chosen, candidate], table.Count)!;
                if (join.Length > best.Length)
                {
                    (best, next) = (join, candidate);
                }

                if (best.Length == Order)
                {
                    break;
                }
            }

            chosen.Add(next);
            closure = best;
        }

        return Lattice.Group.Subgroup(chosen.Select(a => table.Elements[a]));
    }

    private IReadOnlyList<int> CountClasses()
    {
        var counts = new int[Lattice.Group.ConjugacyClasses.Count];
        foreach (var a in _found.Elements)
        {
            // Conjugate subgroups have equal counts, so the subgroup that was met first serves.
            counts[Lattice.ClassOfElement[a]]++;
        }

        return Array.AsReadOnly(counts);
    }
}
