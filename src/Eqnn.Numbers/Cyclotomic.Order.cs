namespace Eqnn.Numbers;

public readonly partial struct Cyclotomic
{
    /// <inheritdoc/>
    public bool Equals(Cyclotomic other) => Body is { } body ? body.Equals(other.Body) : other.Body is null && RationalPart.Equals(other.RationalPart);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Cyclotomic other && Equals(other);

    /// <summary>A hash of the canonical form; a rational value hashes like the <see cref="Rational"/>.</summary>
    public override int GetHashCode() => Body is { } body ? body.GetHashCode() : RationalPart.GetHashCode();

    /// <summary>Real numbers by size; after all of them the others, in the order of <see cref="CompareListing"/>.</summary>
    /// <remarks>
    /// A total order, 0 exactly for equal numbers: so <c>max √2 5</c> is 5, and sets of any numbers can be sorted. On the real numbers it is the order of the field; on all of them it is compatible with nothing, and there is no <c>&lt;</c>.
    /// <see cref="RealCyclotomic"/> is the ordered field, <see cref="CompareReal"/> refuses numbers that are not real.
    /// </remarks>
    public int CompareTo(Cyclotomic other)
    {
        if (Body is null && other.Body is null)
        {
            return RationalPart.CompareTo(other.RationalPart);
        }

        var (left, right) = (IsReal, other.IsReal);
        return left && right ? CompareKnownReal(this, other) : left != right ? (left ? -1 : 1) : CompareListing(this, other);
    }

    /// <summary>The listing order of GAP, <c>&lt;</c>: by conductor, then by the list of coefficients c_0, …, c_(n-1) of ζ_n^0, …, ζ_n^(n-1) in the Zumbroich basis, lexicographically. Rational numbers come first, by size.</summary>
    /// <remarks>Total and cheap, and <b>not</b> the order of real numbers (that is <see cref="CompareTo(Cyclotomic)"/>): √2 comes after 5. The rows of character tables are listed by it.</remarks>
    /// <returns>A negative number, 0 or a positive number.</returns>
    public static int CompareListing(Cyclotomic left, Cyclotomic right)
    {
        CyclotomicBody? a = left.Body, b = right.Body;
        if (a is null || b is null)
        {
            return a is null && b is null ? left.RationalPart.CompareTo(right.RationalPart) : left.Conductor.CompareTo(right.Conductor);
        }

        if (a.Conductor != b.Conductor)
        {
            return a.Conductor.CompareTo(b.Conductor);
        }

        int i = 0, j = 0;

        // Invariant: the coefficients of all smaller exponents agree. A missing term is a coefficient 0.
        while (i < a.Count || j < b.Count)
        {
            var order = i == a.Count ? 1 : j == b.Count ? -1 : a.Exponents[i].CompareTo(b.Exponents[j]);
            var result = order switch
            {
                < 0 => a.Numerator(i).Sign,
                > 0 => -b.Numerator(j).Sign,
                _ => a.Coefficient(i).CompareTo(b.Coefficient(j)),
            };
            if (result != 0)
            {
                return result;
            }

            i++;
            j++;
        }

        return 0;
    }

    /// <summary>The order of <see cref="CompareTo(Cyclotomic)"/>; <c>null</c> comes first.</summary>
    /// <exception cref="ArgumentException"><paramref name="obj"/> is not a cyclotomic number.</exception>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Cyclotomic other => CompareTo(other),
        _ => throw new ArgumentException($"a {nameof(Cyclotomic)} cannot be compared with a {obj.GetType().Name}", nameof(obj)),
    };
}
