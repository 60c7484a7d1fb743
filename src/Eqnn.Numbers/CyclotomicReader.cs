using System.Globalization;
using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>Reads cyclotomic numbers by recursive descent: sum = term {± term}; term = factor {*, / or nothing, factor}; factor = -factor or atom [^ integer].</summary>
internal sealed partial class CyclotomicReader
{
    private const string What = "cyclotomic number";
    private const int LargestDepth = 64;
    private const int LargestExponent = 10_000;
    private const int WordBits = 64;
    private const long LargestWork = 200_000_000;

    private readonly TextCursor _cursor;
    private int _depth;
    private long _work;

    private CyclotomicReader(string text) => _cursor = new TextCursor(What, text);

    /// <summary>The number, or an exception that says where reading failed.</summary>
    public static Cyclotomic Read(string text) => new CyclotomicReader(text).Whole();

    private Cyclotomic Whole()
    {
        var value = Sum();
        _cursor.SkipSpaces();
        return _cursor.AtEnd ? value : throw Problem(_cursor.Position, $"unexpected '{_cursor.Shown}'");
    }

    private Cyclotomic Sum()
    {
        if (++_depth > LargestDepth)
        {
            throw Problem(_cursor.Position, string.Create(CultureInfo.InvariantCulture, $"parentheses are nested more than {LargestDepth} deep"));
        }

        var value = Term();
        while (true)
        {
            if (Take('+'))
            {
                value += SpendSum(value, Term());
            }
            else if (TakeMinus())
            {
                value -= SpendSum(value, Term());
            }
            else
            {
                _depth--;
                return value;
            }
        }
    }

    private Cyclotomic Term()
    {
        var value = Factor();
        while (true)
        {
            var start = _cursor.SkipSpaces();
            if (Take('*') || Take('·') || AtRoot())
            {
                value *= Spend(value, Factor());
            }
            else if (Take('/'))
            {
                value = Quotient(value, Factor(), start);
            }
            else
            {
                return value;
            }
        }
    }

    private Cyclotomic Quotient(Cyclotomic value, Cyclotomic divisor, int start)
    {
        if (divisor.IsZero)
        {
            throw Problem(start, "division by zero");
        }

        if (!divisor.IsRational)
        {
            // An inverse costs a few products of numbers that fill the field.
            Spend(NumberTheory.EulerPhi(divisor.Conductor) * NumberTheory.EulerPhi(divisor.Conductor) * 16);
        }

        return value / Spend(value, divisor);
    }

    private Cyclotomic Factor()
    {
        var negative = false;
        while (true)
        {
            if (TakeMinus())
            {
                negative = !negative;
            }
            else if (!Take('+'))
            {
                break;
            }
        }

        var start = _cursor.SkipSpaces();
        Cyclotomic value;
        if (RootOfUnityOrder() is { } order)
        {
            value = Cyclotomic.E(order, Take('^') ? (long)BigInteger.Remainder(Exponent(), order) : 1);
        }
        else
        {
            value = Atom();
            value = Take('^') ? Power(value, start, Exponent()) : value;
        }

        return negative ? -value : value;
    }

    // The order n of E(n), zeta_n, i, which takes any exponent; null, and nothing read, before another atom.
    private int? RootOfUnityOrder()
    {
        if (Take("E("))
        {
            var order = Order();
            Expect(')');
            return order;
        }

        if (Take("\\zeta_") || Take("zeta_") || Take("ζ_"))
        {
            return Braced(Order);
        }

        return Take("i") || Take("I") ? 4 : RootOfUnityElsewhere();
    }

    private Cyclotomic Power(Cyclotomic value, int start, BigInteger exponent)
    {
        if (value.IsZero && exponent.Sign < 0)
        {
            throw Problem(start, "division by zero");
        }

        if (BigInteger.Abs(exponent) > LargestExponent)
        {
            throw Problem(start, string.Create(CultureInfo.InvariantCulture, $"the exponent of a number that is no root of unity is at most {LargestExponent} in size"));
        }

        // Coefficients grow with the exponent, in bits by that of the largest and of the number of terms.
        var terms = NumberTheory.EulerPhi(value.Conductor);
        SpendWords(terms * terms, 1 + ((Bits(value) + BitOperations.Log2((ulong)terms)) * (long)BigInteger.Abs(exponent) / WordBits));
        Spend(value.IsRational ? 0 : terms * terms * 4 * (long)BigInteger.Abs(exponent).GetBitLength() * (1 + ((long)BigInteger.Abs(exponent) / 64)));
        return Cyclotomic.Pow(value, (int)exponent);
    }

    private Cyclotomic Atom()
    {
        var start = _cursor.SkipSpaces();
        if (_cursor.AtEnd)
        {
            throw Problem(start, "the text ends where a number is expected");
        }

        if (_cursor.AtDigit)
        {
            return Number();
        }

        if (Take('('))
        {
            return Closed(')');
        }

        if (Take("\\frac"))
        {
            Expect('{');
            var numerator = Closed('}');
            var slash = _cursor.Position;
            Expect('{');
            return Quotient(numerator, Closed('}'), slash);
        }

        if (Take("\\sqrt") || Take("sqrt") || Take("√"))
        {
            return Root(start);
        }

        if (Trigonometric() is { } value)
        {
            return value;
        }

        throw Problem(start, $"a number, E(n) or a root is expected, not '{_cursor.Shown}'");
    }

    private Cyclotomic Root(int start)
    {
        var under = Take('(') ? Closed(')') : Take('{') ? Closed('}') : Number();
        if (!under.IsRational)
        {
            throw Problem(start, "only rational numbers may stand under a square root");
        }

        // √(a/b) = √(a b)/b.
        var value = under.ToRational();
        var product = value.Numerator * value.Denominator;
        if (BigInteger.Abs(product) > long.MaxValue)
        {
            throw Problem(start, "the number under the square root does not fit in 64 bits");
        }

        return Cyclotomic.SquareRoot((long)product) / new Rational(value.Denominator, BigInteger.One);
    }

    private Cyclotomic Closed(char bracket)
    {
        var value = Sum();
        Expect(bracket);
        return value;
    }

    private Rational Number()
    {
        _cursor.SkipSpaces();
        return _cursor.TakeDecimal() ?? throw Problem(_cursor.Position, "a digit is expected here");
    }

    private int Order()
    {
        var start = _cursor.SkipSpaces();
        var order = _cursor.TakeInteger() ?? throw Problem(start, "the order of a root of unity is expected, a positive integer");
        if (order.IsZero)
        {
            throw Problem(start, "the order of a root of unity is at least 1");
        }

        ConductorTable.CheckConductor((long)BigInteger.Min(order, long.MaxValue));
        return (int)order;
    }

    private BigInteger Exponent() => Braced(() =>
    {
        var negative = TakeMinus();
        var start = _cursor.SkipSpaces();
        var size = _cursor.TakeInteger() ?? throw Problem(start, "an integer exponent is expected");
        return negative ? -size : size;
    });

    // The content itself, or in braces or parentheses.
    private T Braced<T>(Func<T> content)
    {
        var close = Take('{') ? '}' : Take('(') ? ')' : '\0';
        var value = content();
        if (close != '\0')
        {
            Expect(close);
        }

        return value;
    }

    // What may follow a factor without a sign of multiplication: a root, i, a fraction in LaTeX, a parenthesis.
    private bool AtRoot() => _cursor.Current is 'E' or 'ζ' or '√' or 'i' or '\\' or '(' || _cursor.At("zeta") || _cursor.At("sqrt") || _cursor.At("exp(") || _cursor.At("e^") || _cursor.At("cos(") || _cursor.At("sin(");

    private bool Take(string word) => _cursor.Take(word);

    private bool Take(char c) => _cursor.Take(c);

    private bool TakeMinus() => Take('-') || Take('−');

    private void Expect(char c)
    {
        if (!Take(c))
        {
            throw Problem(_cursor.Position, _cursor.AtEnd ? $"'{c}' is missing at the end" : $"'{c}' is expected, not '{_cursor.Shown}'");
        }
    }

    /// <summary>Pays for a sum; hands back the second number.</summary>
    private Cyclotomic SpendSum(Cyclotomic left, Cyclotomic right)
    {
        Spend(right.Conductor);
        SpendWords(1, 1 + (Math.Max(left.IsRational ? Bits(left) : 0, Bits(right)) / WordBits));
        return right;
    }

    /// <summary>Pays for a product; hands back the second number.</summary>
    private Cyclotomic Spend(Cyclotomic left, Cyclotomic right)
    {
        var products = left.IsRational || right.IsRational ? 1 : left.Body!.Count * (long)right.Body!.Count;
        Spend(products + (left.IsRational && right.IsRational ? 0 : ConductorTable.CommonConductor(left.Conductor, right.Conductor)));
        SpendWords(products, 1 + (Math.Max(Bits(left), Bits(right)) / WordBits));
        return right;
    }

    /// <summary>Pays for products of integers of so many words.</summary>
    private void SpendWords(long products, long words) => Spend(words > 1 << 24 ? LargestWork : words == 1 ? 0 : products * words > LargestWork ? LargestWork : products * words * words / 16);

    /// <summary>The bits of the largest coefficient.</summary>
    private static long Bits(Cyclotomic value) => value.IsZero ? 0 : value.ZumbroichCoefficients.Max(term => term.Coefficient.Numerator.GetBitLength() + term.Coefficient.Denominator.GetBitLength());

    private void Spend(long work)
    {
        _work += Math.Min(LargestWork, work);
        if (_work >= LargestWork)
        {
            throw new LimitExceededException("steps to evaluate one expression", LargestWork, "more", "write the number in fewer or smaller terms, this limit is fixed");
        }
    }

    private AlgebraFormatException Problem(int position, string problem) => _cursor.FailAt(position, problem, Nearest());

    private string Nearest()
    {
        // The usual slips: square brackets or a small e, a decimal comma.
        var repaired = _cursor.Text.Replace('[', '(').Replace(']', ')').Replace("e(", "E(", StringComparison.Ordinal).Replace(',', '.').Replace("I", "i", StringComparison.Ordinal);
        if (repaired == _cursor.Text)
        {
            return "";
        }

        return Cyclotomic.TryParse(repaired, out var value) ? value.ToString() : "";
    }
}
