namespace Eqnn.Algebra.Characters.Rows;

/// <summary>Equality of arrays of integers by content.</summary>
internal sealed class SequenceComparer : IEqualityComparer<int[]>
{
    /// <summary>The one instance.</summary>
    public static readonly SequenceComparer Instance = new();

    /// <inheritdoc/>
    public bool Equals(int[]? x, int[]? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.AsSpan().SequenceEqual(y));

    /// <inheritdoc/>
    public int GetHashCode(int[] obj)
    {
        var hash = new HashCode();
        hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(obj.AsSpan()));
        return hash.ToHashCode();
    }
}
