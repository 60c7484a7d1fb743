using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>The ring ℤ[2cos(2π/n)] of integers of the real subfield of ℚ(ζ_n), as integer vectors in the basis 1, c₁, …, c_{m-1}, c_k = 2cos(2πk/n), m = φ(n)/2 (m = 1 for n ≤ 2).</summary>
/// <remarks>c_i c_j = c_{i+j} + c_{|i-j|}; c_k for k ≥ m is reduced by the cyclotomic polynomial Φ_n, which is palindromic. For n ≤ 4 and n = 6 the ring is ℤ.</remarks>
internal sealed class RealCyclotomicOrder
{
    private readonly long[][] _powers;

    public RealCyclotomicOrder(int conductor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(conductor, 1);
        Conductor = conductor;
        var phi = NumberTheory.CyclotomicPolynomial(conductor).ToArray();
        Degree = Math.Max(1, (phi.Length - 1) / 2);
        _powers = new long[Math.Max(conductor, 2 * Degree) + 1][];
        if (phi.Length <= 2)
        {
            // n = 1, 2: c_k = 2 or ±2, the ring is ℤ.
            for (var k = 0; k < _powers.Length; k++)
            {
                _powers[k] = [conductor == 2 && k % 2 == 1 ? -2 : 2];
            }
        }
        else
        {
            FillPowers(phi);
        }

        Values = new double[Degree];
        Values[0] = 1;
        for (var k = 1; k < Degree; k++)
        {
            Values[k] = 2 * Math.Cos(2 * Math.PI * k / conductor);
        }
    }

    /// <summary>n.</summary>
    public int Conductor { get; }

    /// <summary>m, the degree over ℚ.</summary>
    public int Degree { get; }

    /// <summary>The basis as doubles; each lies within 24·2⁻⁵³ of the true number, which is at most 2 in absolute value.</summary>
    /// <remarks>Three roundings of an angle of at most π move the cosine by at most 3π·2⁻⁵³, the library's cosine errs by at most two units in the last place; doubled, that is below 24·2⁻⁵³.</remarks>
    public double[] Values { get; }

    /// <summary>c_k = ζ^k + ζ^-k in the basis, any k; c_0 = 2.</summary>
    public ReadOnlySpan<long> Cosine(long k) => _powers[(int)(((k % Conductor) + Conductor) % Conductor)];

    /// <summary>left · right; <paramref name="result"/> must not overlap the factors. Checked for machine integers.</summary>
    public void Multiply<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> result)
        where T : IBinaryInteger<T>
    {
        result.Clear();
        AddProduct(left, right, result);
    }

    /// <summary>result += left · right.</summary>
    public void AddProduct<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> result)
        where T : IBinaryInteger<T>
    {
        var m = Degree;
        if (m == 1)
        {
            result[0] += left[0] * right[0];
            return;
        }

        for (var i = 0; i < m; i++)
        {
            var a = left[i];
            if (T.IsZero(a))
            {
                continue;
            }

            for (var j = 0; j < m; j++)
            {
                var b = right[j];
                if (T.IsZero(b))
                {
                    continue;
                }

                var product = a * b;
                if (i == 0 || j == 0)
                {
                    result[i + j] += product;
                    continue;
                }

                AddCosine(i + j, product, result);
                if (i == j)
                {
                    result[0] += product + product;
                }
                else
                {
                    result[Math.Abs(i - j)] += product;
                }
            }
        }
    }

    /// <summary>-1, 0, 1: a double decides where its error bound allows, else fixed-point cosines of growing precision do.</summary>
    public int Sign<T>(ReadOnlySpan<T> value)
        where T : IBinaryInteger<T>
    {
        if (Degree == 1)
        {
            return T.Sign(value[0]);
        }

        var sum = 0.0;
        var size = 0.0;
        var zero = true;
        for (var k = 0; k < Degree; k++)
        {
            zero &= T.IsZero(value[k]);
            var x = double.CreateSaturating(value[k]);
            sum += x * Values[k];
            size += Math.Abs(x);
        }

        if (zero)
        {
            return 0;
        }

        // Each basis value errs by 24u, each product and sum by u relative to at most 2·size: (24 + 2(m + 3)) u · size, doubled for the second order terms.
        var bound = (64 + 4 * Degree) * 1.1102230246251565e-16 * size;
        if (double.IsFinite(size) && Math.Abs(sum) > bound)
        {
            return Math.Sign(sum);
        }

        return FixedPointCosines.Sign(Conductor, Degree, value);
    }

    private void AddCosine<T>(int k, T factor, Span<T> result)
        where T : IBinaryInteger<T>
    {
        var powers = _powers[k];
        for (var i = 0; i < powers.Length; i++)
        {
            var c = powers[i];
            if (c == 1)
            {
                result[i] += factor;
            }
            else if (c == -1)
            {
                result[i] -= factor;
            }
            else if (c != 0)
            {
                result[i] += T.CreateChecked(c) * factor;
            }
        }
    }

    private void FillPowers(long[] phi)
    {
        var m = Degree;
        _powers[0] = new long[m];
        _powers[0][0] = 2;
        for (var k = 1; k < m; k++)
        {
            _powers[k] = new long[m];
            _powers[k][k] = 1;
        }

        // Φ_n(x) / x^m = a_m + Σ_{k=1..m} a_{m+k} (x^k + x^-k), leading coefficient 1: c_m = -a_m - Σ_{k<m} a_{m+k} c_k.
        var top = new long[m];
        top[0] = -phi[m];
        for (var k = 1; k < m; k++)
        {
            top[k] = -phi[m + k];
        }

        for (var k = m; k < _powers.Length; k++)
        {
            if (k == m)
            {
                _powers[k] = top;
                continue;
            }

            // c_k = c_1 c_{k-1} - c_{k-2}; c_1 shifts the basis.
            var next = new long[m];
            var last = _powers[k - 1];
            for (var i = 0; i < m; i++)
            {
                if (last[i] == 0)
                {
                    continue;
                }

                if (i == 0)
                {
                    Accumulate(next, _powers[1], last[0]);
                }
                else
                {
                    Accumulate(next, _powers[i + 1], last[i]);
                    Accumulate(next, _powers[i - 1], last[i]);
                }
            }

            Accumulate(next, _powers[k - 2], -1);
            _powers[k] = next;
        }
    }

    private static void Accumulate(long[] sum, long[] term, long factor)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += factor * term[i];
        }
    }
}
