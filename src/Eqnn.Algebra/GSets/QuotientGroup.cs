using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>The quotient G/N by a normal subgroup, as a permutation group, with the map from G.</summary>
/// <remarks>
/// <para><b>Chosen:</b> the points, the orbits of N on the points of G if G/N acts faithfully on them, else the cosets of N. <b>Unique:</b> the group up to isomorphism, and the map.</para>
/// <para>The characters of G/N are those of G whose kernel contains N [Isaacs, Lemma 2.22].</para>
/// </remarks>
public sealed class QuotientGroup
{
    private readonly GSet _points;

    private QuotientGroup(NormalSubgroup kernel, GSet points, FiniteGroup group)
    {
        Kernel = kernel;
        _points = points;
        Group = group;
    }

    /// <summary>N.</summary>
    public NormalSubgroup Kernel { get; }

    /// <summary>G/N.</summary>
    public FiniteGroup Group { get; }

    /// <summary>The quotient by a normal subgroup.</summary>
    /// <exception cref="LimitExceededException">The index is larger than a G-set or the degree of a group may be.</exception>
    public static QuotientGroup Of(NormalSubgroup kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        return Faithful(kernel, Candidates(kernel.Lattice.Group, kernel));
    }

    /// <summary>The quotient on the first of some G-sets on which G acts with kernel N.</summary>
    internal static QuotientGroup Faithful(NormalSubgroup kernel, IEnumerable<GSet> candidates)
    {
        var whole = kernel.Lattice.Group;
        var name = FormattableString.Invariant($"{whole.Name}/N{kernel.Position + 1}");
        foreach (var points in candidates)
        {
            whole.Limits.RequireDegree(points.Size);
            var group = FiniteGroup.FromGenerators(name, (int)points.Size, points.GeneratorActions, whole.Limits);
            if (group.Order == kernel.Index)
            {
                return new(kernel, points, group);
            }
        }

        throw new CertificateException("a group acts on the cosets of a normal subgroup with that kernel", name);
    }

    /// <summary>The image gN of an element.</summary>
    /// <exception cref="ArgumentException">Not an element of G.</exception>
    public Permutation Project(Permutation element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return Kernel.Lattice.Group.Contains(element) ? _points.ActionOf(element) : throw new ArgumentException($"{element} is not an element of {Kernel.Lattice.Group.Name}", nameof(element));
    }

    /// <summary>For each class of G the position of its image among the classes of <see cref="Group"/>.</summary>
    public IReadOnlyList<int> ClassMap() => [.. Kernel.Lattice.Group.ConjugacyClasses.Select(c => Group.ClassPositionOf(Project(c.Representative)))];

    /// <summary>A class function of G/N as one of G, constant on cosets of N.</summary>
    /// <exception cref="ArgumentException">The function belongs to another group than <see cref="Group"/>.</exception>
    public ClassFunction Inflate(ClassFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return ReferenceEquals(function.Table.Group, Group)
            ? ClassFunction.FromValues(Kernel.Lattice.Table, ClassMap().Select(c => function[c]))
            : throw new ArgumentException($"the class function belongs to {function.Table.Group.Name}, expected one of {Group.Name}", nameof(function));
    }

    private static IEnumerable<GSet> Candidates(FiniteGroup whole, NormalSubgroup kernel)
    {
        // A transitive N leaves one orbit, on which only G/G acts faithfully.
        var orbits = GSet.Points(whole).QuotientBy(kernel).Set;
        if (orbits.Size > 1 || kernel.Index.IsOne)
        {
            yield return orbits;
        }

        yield return GSet.Cosets(whole, kernel.Generators);
    }

    /// <summary>In one line: the group and the order of the kernel.</summary>
    public override string ToString() => FormattableString.Invariant($"{Group.Name}, modulo a normal subgroup of order {Kernel.Order}");
}
