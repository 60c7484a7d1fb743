using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>A field: a ring whose nonzero elements have inverses.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <remarks>Division by zero throws <see cref="DivideByZeroException"/>.</remarks>
public interface IField<T> : IRing<T>, IDivisionOperators<T, T, T>
    where T : IField<T>
{
    /// <summary>The element x with <c>x · this = 1</c>.</summary>
    /// <exception cref="DivideByZeroException">This is zero.</exception>
    T Inverse();
}
