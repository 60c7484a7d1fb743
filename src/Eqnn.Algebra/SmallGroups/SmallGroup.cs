using Eqnn.Algebra.Families;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.SmallGroups;

/// <summary>An entry of the <see cref="SmallGroupLibrary"/>: one group of each isomorphism class, by generators.</summary>
public sealed class SmallGroup
{
    private readonly Permutation[] _generators;

    internal SmallGroup(SmallGroupId id, string description, uint fingerprint, int degree, Permutation[] generators)
    {
        Id = id;
        Description = description;
        Fingerprint = fingerprint;
        Degree = degree;
        _generators = generators;
        Generators = Array.AsReadOnly(generators);
    }

    /// <summary>Order and number.</summary>
    public SmallGroupId Id { get; }

    /// <summary>GAP's StructureDescription, <c>SL(2,3)</c>: a label that several groups may share. <b>Not</b> a name of this library: its <c>D8</c> has order 8, and <c>:</c> is some semidirect product, <c>.</c> some extension.</summary>
    public string Description { get; }

    /// <summary>The number of points, the least of a faithful action by GAP's word.</summary>
    public int Degree { get; }

    /// <summary>Generators, as few as possible; none for the trivial group.</summary>
    public IReadOnlyList<Permutation> Generators { get; }

    /// <summary>The value of <see cref="Identification.ElementColouring.Fingerprint"/> for the group.</summary>
    internal uint Fingerprint { get; }

    /// <summary>Id and description.</summary>
    public override string ToString() => FormattableString.Invariant($"{Id}, {Description}");

    internal GroupRecipe ToRecipe() => new(Id.ToString(), Degree, _generators, Id.Order);
}
