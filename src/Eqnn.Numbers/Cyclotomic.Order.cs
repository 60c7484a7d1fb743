namespace Eqnn.Numbers;

public readonly partial struct Cyclotomic
{
    /// <inheritdoc/>
    public bool Equals(Cyclotomic other) => Body is { } body ? body.Equals(other.Body) : other.Body is null && RationalPart.Equals(other.RationalPart);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Cyclotomic other && Equals(other);

    /// <summary>A hash of the canonical form; a rational value hashes like the <see cref="Rational"/>.</summary>
    public override int GetHashCode() => Body is { } body ? body.GetHashCode() : RationalPart.GetHashCode();

    /// <summary>The listing order: by conductor, then by the list of coefficients c_0, …, c_(n-1) of ζ_n^0, …, ζ_n^(n-1) in the Zumbroich basis, lexicographically. Rational numbers come first, by size.</summary>
    /// <remarks>This is the order <c>&lt;</c> of GAP. It is <b>not</b> the order of real numbers (use <see cref="CompareReal"/> or <see cref="RealCyclotomic"/>) and not compatible with arithmetic.</remarks>
    public int CompareTo(Cyclotomic other)
    {
        CyclotomicBody? a = Body, b = other.Body;
        if (a is null || b is null)
        {
            return a is null && b is null ? RationalPart.CompareTo(other.RationalPart) : Conductor.CompareTo(other.Conductor);
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

    /// <summary>The listing order of <see cref="CompareTo(Cyclotomic)"/>; <c>null</c> comes first.</summary>
    /// <exception cref="ArgumentException"><paramref name="obj"/> is not a cyclotomic number.</exception>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Cyclotomic other => CompareTo(other),
        _ => throw new ArgumentException($"a {nameof(Cyclotomic)} cannot be compared with a {obj.GetType().Name}", nameof(obj)),
    };
}
