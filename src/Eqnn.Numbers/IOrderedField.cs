using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>A field with a total order compatible with addition and with multiplication by positive elements.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public interface IOrderedField<T> : IField<T>, IComparable<T>, IComparisonOperators<T, T, bool>
    where T : IOrderedField<T>
{
    /// <summary>-1, 0 or 1 as this is negative, zero or positive.</summary>
    int Sign { get; }
}
