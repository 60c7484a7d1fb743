using System.Numerics;
using Eqnn.Algebra.Classes;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Groups;

/// <summary>A conjugacy class {g x g⁻¹ : g ∈ G} of a finite group.</summary>
/// <remarks>A description (size, order, representative), not the set: <see cref="EnumerateElements"/> lists that.</remarks>
public sealed class ConjugacyClass
{
    private readonly ClassPartition _partition;
    private Permutation? _representative;

    internal ConjugacyClass(FiniteGroup group, ClassPartition partition, int position)
    {
        Group = group;
        _partition = partition;
        Position = position;
        Size = partition.Size(position);
        ElementOrder = partition.ElementOrder(position);
    }

    /// <summary>The group.</summary>
    public FiniteGroup Group { get; }

    /// <summary>The place in <see cref="FiniteGroup.ConjugacyClasses"/>, from 0; the identity has 0.</summary>
    public int Position { get; }

    /// <summary>The element of the class with the lexicographically least image list. Unique.</summary>
    public Permutation Representative => _representative ?? LazyInitializer.EnsureInitialized(ref _representative, () => _partition.Representative(Position));

    /// <summary>The number of elements.</summary>
    public BigInteger Size { get; }

    /// <summary>The common order of the elements.</summary>
    public long ElementOrder { get; }

    /// <summary>The order of the centralizer of an element: |G| / <see cref="Size"/>.</summary>
    public BigInteger CentralizerOrder => Group.Order / Size;

    /// <summary>The elements of the class, each once, the representative first, then in the order in which conjugation by the generators reaches them. Lazy; keeps the elements given so far.</summary>
    /// <exception cref="LimitExceededException">The class is larger than <see cref="GroupLimits.MaxEnumeratedOrder"/>.</exception>
    public IEnumerable<Permutation> EnumerateElements()
    {
        Group.Limits.RequireEnumerable(Size, "a conjugacy class");
        return ConjugationOrbit.Of(Representative, Group.EssentialGenerators);
    }

    /// <summary>Representative, size and order, in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"class of {Representative}, {Size} elements of order {ElementOrder}");
}
