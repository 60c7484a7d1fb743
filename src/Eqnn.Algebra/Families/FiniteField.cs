using Eqnn.Numbers;

namespace Eqnn.Algebra.Families;

/// <summary>The field with q = p^k elements, by tables; elements are the numbers 0..q−1, the base-p digits being coefficients of powers of a primitive element w (the number p, or for k = 1 the least primitive root).</summary>
/// <remarks>The minimal polynomial of w is the first primitive one when the lists of coefficients are counted up in base p. Internal to group names: any choice of polynomial gives an isomorphic action.</remarks>
internal sealed class FiniteField
{
    private readonly int[] _exponential;
    private readonly int[] _logarithm;

    public FiniteField(int characteristic, int degree)
    {
        Characteristic = characteristic;
        Order = 1;
        for (var i = 0; i < degree; i++)
        {
            Order *= characteristic;
        }

        _exponential = new int[Order - 1];
        _logarithm = new int[Order];
        var found = false;
        for (var candidate = 1; candidate < Order && !found; candidate++)
        {
            found = degree == 1 ? FillFromRoot(candidate) : FillFromPolynomial(candidate);
        }

        if (!found)
        {
            throw new CertificateException("every finite field has a primitive element", FormattableString.Invariant($"{Order} elements"));
        }
    }

    /// <summary>p.</summary>
    public int Characteristic { get; }

    /// <summary>q.</summary>
    public int Order { get; }

    /// <summary>A generator of the multiplicative group.</summary>
    public int Primitive => _exponential[1 % _exponential.Length];

    public int Add(int a, int b)
    {
        var (sum, place) = (0, 1);
        while (a > 0 || b > 0)
        {
            sum += (a % Characteristic + (b % Characteristic)) % Characteristic * place;
            a /= Characteristic;
            b /= Characteristic;
            place *= Characteristic;
        }

        return sum;
    }

    public int Negative(int a)
    {
        var (negative, place) = (0, 1);
        for (; a > 0; a /= Characteristic)
        {
            negative += (Characteristic - (a % Characteristic)) % Characteristic * place;
            place *= Characteristic;
        }

        return negative;
    }

    public int Multiply(int a, int b) => a == 0 || b == 0 ? 0 : _exponential[(_logarithm[a] + _logarithm[b]) % (Order - 1)];

    public int Inverse(int a) => _exponential[(Order - 1 - _logarithm[a]) % (Order - 1)];

    /// <summary>a^e for a ≠ 0, e ≥ 0; 0 for a = 0.</summary>
    public int Power(int a, long exponent) => a == 0 ? 0 : _exponential[_logarithm[a] * (exponent % (Order - 1)) % (Order - 1)];

    /// <summary>p and k with q = p^k, or (0, 0).</summary>
    public static (int Characteristic, int Degree) PrimePower(long q)
    {
        if (q < 2 || q > int.MaxValue)
        {
            return (0, 0);
        }

        var p = q;
        for (var d = 2L; d * d <= q; d++)
        {
            if (q % d == 0)
            {
                p = d;
                break;
            }
        }

        var degree = 0;
        for (; q % p == 0; q /= p)
        {
            degree++;
        }

        return q == 1 ? ((int)p, degree) : (0, 0);
    }

    private bool FillFromRoot(int root)
    {
        var power = 1L;
        for (var i = 0; i < Order - 1; i++)
        {
            if ((i > 0 && power == 1) || power == 0)
            {
                return false;
            }

            _exponential[i] = (int)power;
            _logarithm[power] = i;
            power = power * root % Order;
        }

        return power == 1;
    }

    /// <summary>Powers of w modulo w^k = −(the digits of the candidate); primitive iff they run through all q − 1 nonzero elements, and then the quotient ring is a field.</summary>
    private bool FillFromPolynomial(int candidate)
    {
        var reduction = Negative(candidate);
        var high = Order / Characteristic;
        var power = 1;
        for (var i = 0; i < Order - 1; i++)
        {
            if ((i > 0 && power == 1) || power == 0)
            {
                return false;
            }

            _exponential[i] = power;
            _logarithm[power] = i;
            var carry = power / high;
            power = power % high * Characteristic;
            for (var c = 0; c < carry; c++)
            {
                power = Add(power, reduction);
            }
        }

        return power == 1;
    }
}
