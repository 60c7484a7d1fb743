namespace Eqnn.Algebra.Representations.MatrixGroups;

/// <summary>Whether matrices generate a finite group: the group, or a product of them that has infinite order. Read it with <see cref="Match{T}"/>.</summary>
public abstract record MatrixGroupVerdict
{
    private MatrixGroupVerdict()
    {
    }

    /// <summary>Takes the branch that holds.</summary>
    public T Match<T>(Func<MatrixGroup, T> finite, Func<InfiniteOrderWitness, T> infinite) => Branch(finite, infinite);

    /// <summary>The branch of each case; that no other room can write it is why there is no third.</summary>
    private protected abstract T Branch<T>(Func<MatrixGroup, T> finite, Func<InfiniteOrderWitness, T> infinite);

    /// <summary>The orbits of the basis vectors are finite, so the group is.</summary>
    public sealed record Finite : MatrixGroupVerdict
    {
        internal Finite(MatrixGroup group) => Group = group;

        /// <summary>The group.</summary>
        public MatrixGroup Group { get; }

        private protected override T Branch<T>(Func<MatrixGroup, T> finite, Func<InfiniteOrderWitness, T> infinite) => finite(Group);
    }

    /// <summary>An element of the group has infinite order.</summary>
    public sealed record Infinite : MatrixGroupVerdict
    {
        internal Infinite(InfiniteOrderWitness witness) => Witness = witness;

        /// <summary>The element, and why.</summary>
        public InfiniteOrderWitness Witness { get; }

        private protected override T Branch<T>(Func<MatrixGroup, T> finite, Func<InfiniteOrderWitness, T> infinite) => infinite(Witness);
    }
}
