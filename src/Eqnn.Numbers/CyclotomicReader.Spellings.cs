using System.Numerics;

namespace Eqnn.Numbers;

/// <content>Roots of unity as Sage, Magma and books write them: <c>zeta(8)</c>, <c>zeta8</c>, <c>CyclotomicField(8).gen()</c>, <c>exp(2*pi*i/8)</c>, <c>e^(2 pi i/8)</c>, <c>cos(2 pi/5)</c>.</content>
internal sealed partial class CyclotomicReader
{
    /// <summary>The order n of a root of unity in another spelling, which takes any exponent; null, and nothing read, before something else.</summary>
    private int? RootOfUnityElsewhere()
    {
        if (Take("CyclotomicField("))
        {
            var order = Order();
            Expect(')');
            if (!Take(".gen()") && !Take(".0") && !Take(".1"))
            {
                throw Problem(_cursor.Position, "CyclotomicField(n) is a field; its generator is CyclotomicField(n).gen()");
            }

            return order;
        }

        if (!Take("RootOfUnity") && !Take("zeta") && !Take("ζ"))
        {
            return null;
        }

        return Braced(Order);
    }

    /// <summary>exp, cos or sin of a rational multiple of π; null, and nothing read, before something else.</summary>
    private Cyclotomic? Trigonometric()
    {
        if (Take("exp(") || Take("e^("))
        {
            return Circle(Angle(')', imaginary: true));
        }

        if (Take("e^{"))
        {
            return Circle(Angle('}', imaginary: true));
        }

        if (Take("\\cos(") || Take("cos("))
        {
            return Circle(Angle(')', imaginary: false)).RealPart();
        }

        return Take("\\sin(") || Take("sin(") ? Circle(Angle(')', imaginary: false)).ImaginaryPart() : null;
    }

    /// <summary>exp(2πi · turn).</summary>
    private static Cyclotomic Circle(Rational turn) => Cyclotomic.E((int)turn.Denominator, (long)BigInteger.Remainder(turn.Numerator, turn.Denominator));

    /// <summary>A product of numbers, one π and, where it must be, one i, up to the closing bracket: its part of a full turn.</summary>
    private Rational Angle(char close, bool imaginary)
    {
        var start = _cursor.SkipSpaces();
        var turn = Rational.Of(TakeMinus() ? -1 : 1, 2);
        var (circles, units, divides) = (0, 0, false);
        while (!Take(close))
        {
            _cursor.SkipSpaces();
            if (Take("\\pi") || Take("pi") || Take("π"))
            {
                circles += divides ? -1 : 1;
            }
            else if (Take("i") || Take("I"))
            {
                units += divides ? -1 : 1;
            }
            else if (_cursor.AtDigit)
            {
                var number = Number();
                turn = !divides ? turn * number : !number.IsZero ? turn / number : throw Problem(start, "division by zero");
            }
            else
            {
                throw Problem(_cursor.Position, _cursor.AtEnd ? $"'{close}' is missing at the end" : $"a number, pi or i is expected, not '{_cursor.Shown}'");
            }

            divides = Take('/');
            _ = divides || Take('*') || Take('·');
        }

        if (divides || !(turn.IsZero || (circles == 1 && units == (imaginary ? 1 : 0))))
        {
            throw Problem(start, imaginary ? "the exponent must be a rational multiple of pi i, as 2 pi i/8" : "the angle must be a rational multiple of pi, as 2 pi/5");
        }

        ConductorTable.CheckConductor((long)BigInteger.Min(turn.Denominator, long.MaxValue));
        return turn;
    }
}
