namespace Eqnn.Numbers.Modular;

/// <summary>Polynomials over a prime field as coefficient arrays, constant term first: what the splitting of eigenspaces needs of them.</summary>
public static class ModularPolynomial
{
    /// <summary>The roots, ascending, of a monic polynomial that is a product of distinct linear factors.</summary>
    /// <remarks>Equal degree splitting with the shifts x + 0, x + 1, ... in place of random ones: (x + a)^((p-1)/2) - 1 separates the roots r with r + a a square from the others.</remarks>
    /// <param name="field">The field.</param>
    /// <param name="monic">The coefficients, the last one 1.</param>
    /// <param name="cancellationToken">Stops the work: the square of the degree, for each bit of p.</param>
    /// <returns>As many roots as the degree, or <c>null</c> if the polynomial is not such a product.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ulong[]? Roots(PrimeField field, ulong[] monic, CancellationToken cancellationToken = default)
    {
        var roots = new List<ulong>();
        var pending = new Stack<(ulong[] Factor, ulong Shift)>();
        pending.Push((monic, 0));
        while (pending.TryPop(out var next))
        {
            var (f, shift) = next;
            var degree = f.Length - 1;
            if (degree == 0)
            {
                continue;
            }

            if (degree == 1)
            {
                roots.Add(field.Negate(f[0]));
                continue;
            }

            if (degree == 2 && QuadraticRoots(field, f) is { } pair)
            {
                roots.AddRange(pair);
                continue;
            }

            if (shift > 200)
            {
                return null;
            }

            var power = PowerOfShiftedX(field, shift, (field.P - 1) / 2, f, cancellationToken);
            power[0] = field.Subtract(power[0], 1);
            var g = Gcd(field, f, power, cancellationToken);
            if (g.Length > 1 && g.Length < f.Length)
            {
                pending.Push((g, shift + 1));
                pending.Push((Quotient(field, f, g), shift + 1));
            }
            else
            {
                pending.Push((f, shift + 1));
            }
        }

        roots.Sort();
        return roots.Count == monic.Length - 1 ? [.. roots] : null;
    }

    /// <summary>The values at <paramref name="x"/> of f, and the coefficients of f(y)/(y - x) for a root x of f.</summary>
    public static ulong[] DivideByRoot(PrimeField field, ulong[] f, ulong x)
    {
        var quotient = new ulong[f.Length - 1];
        var carry = 0UL;
        for (var i = f.Length - 1; i > 0; i--)
        {
            carry = ((carry * x) + f[i]) % field.P;
            quotient[i - 1] = carry;
        }

        return quotient;
    }

    /// <summary>f(x).</summary>
    public static ulong Evaluate(PrimeField field, ulong[] f, ulong x)
    {
        var value = 0UL;
        for (var i = f.Length - 1; i >= 0; i--)
        {
            value = ((value * x) + f[i]) % field.P;
        }

        return value;
    }

    private static ulong[]? QuadraticRoots(PrimeField field, ulong[] f)
    {
        // p ≡ 3 mod 4 has the direct square root; otherwise the general splitting is used.
        if (field.P % 4 != 3)
        {
            return null;
        }

        var half = (field.P + 1) / 2;
        var b = field.Multiply(f[1], half);
        var discriminant = field.Subtract(field.Multiply(b, b), f[0]);
        var root = field.Pow(discriminant, (field.P + 1) / 4);
        return field.Multiply(root, root) == discriminant && root != 0 ? [field.Subtract(root, b), field.Subtract(field.Negate(root), b)] : null;
    }

    private static ulong[] PowerOfShiftedX(PrimeField field, ulong shift, ulong exponent, ulong[] modulus, CancellationToken cancellationToken)
    {
        var degree = modulus.Length - 1;
        var result = new ulong[degree];
        result[0] = 1;
        var buffer = new ulong[2 * degree];
        for (var bit = 63 - System.Numerics.BitOperations.LeadingZeroCount(exponent); bit >= 0; bit--)
        {
            Array.Clear(buffer);
            for (var i = 0; i < degree; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var j = 0; j < degree; j++)
                {
                    buffer[i + j] = (buffer[i + j] + (result[i] * result[j])) % field.P;
                }
            }

            if (((exponent >> bit) & 1) != 0)
            {
                for (var i = (2 * degree) - 1; i > 0; i--)
                {
                    buffer[i] = ((shift * buffer[i]) + buffer[i - 1]) % field.P;
                }

                buffer[0] = field.Multiply(shift, buffer[0]);
            }

            Reduce(field, buffer, buffer.Length, modulus);
            Array.Copy(buffer, result, degree);
        }

        return result;
    }

    /// <summary>Replaces the first <paramref name="length"/> coefficients of f by the remainder modulo a monic polynomial.</summary>
    private static void Reduce(PrimeField field, ulong[] f, int length, ulong[] monic)
    {
        var degree = monic.Length - 1;
        for (var top = length - 1; top >= degree; top--)
        {
            var lead = f[top];
            if (lead == 0)
            {
                continue;
            }

            var factor = field.P - lead;
            f[top] = 0;
            for (var i = 0; i < degree; i++)
            {
                f[top - degree + i] = (f[top - degree + i] + (factor * monic[i])) % field.P;
            }
        }
    }

    private static ulong[] Gcd(PrimeField field, ulong[] a, ulong[] b, CancellationToken cancellationToken)
    {
        a = Monic(field, a);
        b = Monic(field, b);
        while (b.Length > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rest = (ulong[])a.Clone();
            Reduce(field, rest, rest.Length, b);
            (a, b) = (b, Monic(field, rest));
        }

        return a;
    }

    /// <summary>The polynomial divided by its leading coefficient, leading zeros removed; empty for 0.</summary>
    private static ulong[] Monic(PrimeField field, ulong[] f)
    {
        var top = f.Length - 1;
        while (top >= 0 && f[top] == 0)
        {
            top--;
        }

        var result = f[..(top + 1)];
        if (top >= 0 && result[top] != 1)
        {
            var inverse = field.Inverse(result[top]);
            for (var i = 0; i <= top; i++)
            {
                result[i] = field.Multiply(result[i], inverse);
            }
        }

        return result;
    }

    private static ulong[] Quotient(PrimeField field, ulong[] f, ulong[] monicDivisor)
    {
        var rest = (ulong[])f.Clone();
        var degree = monicDivisor.Length - 1;
        var quotient = new ulong[f.Length - degree];
        for (var top = f.Length - 1; top >= degree; top--)
        {
            var lead = rest[top];
            quotient[top - degree] = lead;
            for (var i = 0; i <= degree; i++)
            {
                rest[top - degree + i] = field.Subtract(rest[top - degree + i], field.Multiply(lead, monicDivisor[i]));
            }
        }

        return quotient;
    }
}
