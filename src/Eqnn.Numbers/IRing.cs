using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>A commutative ring with one, as operators on its values.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <remarks>Laws: addition and multiplication are associative and commutative, multiplication distributes, <see cref="Zero"/> and <see cref="One"/> are neutral.</remarks>
public interface IRing<T> : IEquatable<T>, IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IUnaryNegationOperators<T, T>,
    IEqualityOperators<T, T, bool>
    where T : IRing<T>
{
    /// <summary>The neutral element of addition.</summary>
    static abstract T Zero { get; }

    /// <summary>The neutral element of multiplication.</summary>
    static abstract T One { get; }

    /// <summary>Whether this is <see cref="Zero"/>.</summary>
    bool IsZero { get; }
}
