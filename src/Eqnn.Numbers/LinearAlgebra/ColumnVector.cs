using System.Collections;
using System.Runtime.CompilerServices;

namespace Eqnn.Numbers.LinearAlgebra;

/// <summary>A vector over a field, exact and immutable: a list of numbers that are added, scaled and multiplied with each other.</summary>
/// <typeparam name="T">The field: <see cref="Rational"/>, <see cref="Cyclotomic"/>, <see cref="RealCyclotomic"/>.</typeparam>
/// <remarks>
/// <para><b>Made by</b> <c>[a, b, c]</c> in C#, <see cref="ColumnVector.Of{T}"/> elsewhere, and by matrices (rows, columns, images). Indices from 0; equality is by length and entries.</para>
/// <para><b>Not</b> <see cref="System.Numerics.Vector{T}"/>, and not a class function: values on the classes of a group are no coordinates.</para>
/// </remarks>
[CollectionBuilder(typeof(ColumnVector), nameof(ColumnVector.Create))]
public sealed class ColumnVector<T> : IReadOnlyList<T>, IEquatable<ColumnVector<T>>
    where T : IField<T>
{
    // Never written to after construction.
    private readonly T[] _entries;

    internal ColumnVector(T[] entries) => _entries = entries;

    /// <summary>The number of entries.</summary>
    public int Count => _entries.Length;

    /// <summary>Whether all entries are 0.</summary>
    public bool IsZero => Array.TrueForAll(_entries, x => x.IsZero);

    /// <summary>The entry at a position, from 0.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such entry.</exception>
    public T this[int index] => _entries[index];

    internal ReadOnlySpan<T> Entries => _entries;

    /// <summary>The vector with n entries 0.</summary>
    public static ColumnVector<T> Zero(int n)
    {
        var entries = new T[n];
        Array.Fill(entries, T.Zero);
        return new(entries);
    }

    /// <summary>The vector of length n with 1 at a position and 0 elsewhere.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public static ColumnVector<T> Unit(int n, int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, n);
        var unit = Zero(n);
        unit._entries[position] = T.One;
        return unit;
    }

    /// <summary>The sum.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static ColumnVector<T> operator +(ColumnVector<T> left, ColumnVector<T> right) => left.Combine(right, (a, b) => a + b);

    /// <summary>The difference.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static ColumnVector<T> operator -(ColumnVector<T> left, ColumnVector<T> right) => left.Combine(right, (a, b) => a - b);

    /// <summary>The negative.</summary>
    public static ColumnVector<T> operator -(ColumnVector<T> value) => value.Map(x => -x);

    /// <summary>The multiple by a scalar.</summary>
    public static ColumnVector<T> operator *(T scalar, ColumnVector<T> vector) => vector.Map(x => x.IsZero ? x : scalar * x);

    /// <summary>The multiple by a scalar.</summary>
    public static ColumnVector<T> operator *(ColumnVector<T> vector, T scalar) => scalar * vector;

    /// <summary>Whether lengths and entries are equal.</summary>
    public static bool operator ==(ColumnVector<T>? left, ColumnVector<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether lengths or entries differ.</summary>
    public static bool operator !=(ColumnVector<T>? left, ColumnVector<T>? right) => !(left == right);

    /// <summary><c>Σ a_i b_i</c>, without conjugation: the Euclidean inner product of real vectors, the value of a linear form at a point.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public T Dot(IReadOnlyList<T> other) => ColumnVector.Dot(this, other);

    /// <summary>The vector of the images of the entries.</summary>
    /// <typeparam name="TTarget">The field of the images.</typeparam>
    public ColumnVector<TTarget> Map<TTarget>(Func<T, TTarget> map)
        where TTarget : IField<TTarget>
    {
        ArgumentNullException.ThrowIfNull(map);
        return new(Array.ConvertAll(_entries, x => map(x)));
    }

    /// <inheritdoc/>
    public bool Equals(ColumnVector<T>? other) => other is not null && _entries.AsSpan().SequenceEqual(other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ColumnVector<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var entry in _entries)
        {
            hash.Add(entry);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();

    /// <summary><c>(1, -1/2, E(5)+E(5)^4)</c>, the entries in their own notation.</summary>
    public override string ToString() => "(" + string.Join(", ", _entries) + ")";

    private ColumnVector<T> Combine(ColumnVector<T> other, Func<T, T, T> operation)
    {
        ColumnVector.CheckLengths(Count, other.Count);
        var entries = new T[Count];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = operation(_entries[i], other._entries[i]);
        }

        return new(entries);
    }
}

/// <summary>Makes vectors, and what is computed with lists of numbers as with vectors.</summary>
public static class ColumnVector
{
    /// <summary>The vector with given entries; what the compiler makes of <c>[a, b, c]</c>.</summary>
    /// <typeparam name="T">The field.</typeparam>
    public static ColumnVector<T> Create<T>(ReadOnlySpan<T> entries)
        where T : IField<T> => new(entries.ToArray());

    /// <summary>The vector with given entries; itself if it is one.</summary>
    /// <typeparam name="T">The field.</typeparam>
    public static ColumnVector<T> Of<T>(IEnumerable<T> entries)
        where T : IField<T> => entries as ColumnVector<T> ?? new([.. entries]);

    /// <summary><c>Σ a_i b_i</c>, without conjugation.</summary>
    /// <typeparam name="T">The field.</typeparam>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static T Dot<T>(IReadOnlyList<T> left, IReadOnlyList<T> right)
        where T : IField<T>
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        CheckLengths(left.Count, right.Count);
        var sum = T.Zero;
        for (var i = 0; i < left.Count; i++)
        {
            var (a, b) = (left[i], right[i]);
            if (!a.IsZero && !b.IsZero)
            {
                sum += a * b;
            }
        }

        return sum;
    }

    /// <summary><c>Σ c_k v_k</c> for vectors of length n; 0 without any.</summary>
    /// <typeparam name="T">The field.</typeparam>
    /// <param name="n">The length.</param>
    /// <param name="coefficients">The c_k.</param>
    /// <param name="vectors">The v_k.</param>
    /// <exception cref="ArgumentException">There are more or fewer coefficients than vectors, or a length is another.</exception>
    public static ColumnVector<T> Combination<T>(int n, IReadOnlyList<T> coefficients, IReadOnlyList<IReadOnlyList<T>> vectors)
        where T : IField<T>
    {
        ArgumentNullException.ThrowIfNull(coefficients);
        ArgumentNullException.ThrowIfNull(vectors);
        CheckLengths(coefficients.Count, vectors.Count);
        var sum = new T[n];
        Array.Fill(sum, T.Zero);
        for (var k = 0; k < vectors.Count; k++)
        {
            var (c, vector) = (coefficients[k], vectors[k]);
            CheckLengths(n, vector.Count);
            for (var i = 0; i < n && !c.IsZero; i++)
            {
                var entry = vector[i];
                if (!entry.IsZero)
                {
                    sum[i] += c * entry;
                }
            }
        }

        return new(sum);
    }

    internal static void CheckLengths(int left, int right)
    {
        if (left != right)
        {
            throw new ArgumentException($"one vector has {left} entries, the other {right}");
        }
    }
}
