namespace Eqnn.Algebra;

/// <summary>Equality of arrays of numbers by content.</summary>
internal sealed class SequenceComparer<T> : IEqualityComparer<T[]>
    where T : unmanaged, IEquatable<T>
{
    /// <summary>The one instance.</summary>
    public static readonly SequenceComparer<T> Instance = new();

    /// <inheritdoc/>
    public bool Equals(T[]? x, T[]? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.AsSpan().SequenceEqual(y));

    /// <inheritdoc/>
    public int GetHashCode(T[] obj)
    {
        var hash = new HashCode();
        hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(obj.AsSpan()));
        return hash.ToHashCode();
    }
}
