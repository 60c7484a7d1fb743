using System.Globalization;
using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>Reads expressions in characters: <c>sum = product (('+'|'-') product)*, product = power ('*' power)*, power = factor ('^' n)?, factor = number | '(' sum ')' | name | operation '(' [n ','] sum ')'</c>.</summary>
internal sealed class ClassFunctionParser(CharacterTable table, string text, CancellationToken cancellationToken)
{
    private const int MaxPower = 1000;
    private const int MaxDepth = 50;

    /// <summary>Bits of the values, which nested powers multiply: (L^1000)^1000 would have a million.</summary>
    private const long MaxBits = 65_536;

    /// <summary>Bits of all coefficients of the values at all classes: some 70 megabytes of text, ten times as much while it is written.</summary>
    private const long MaxBitsOfAll = 150_000_000;

    /// <summary>Products of coefficients for a symmetric or exterior power.</summary>
    private const long MaxProducts = 2_000_000_000;

    private readonly TextCursor _cursor = new("character", text);
    private int _depth;

    /// <summary>At least as many bits as the values of the expression read last have.</summary>
    private long _bits;

    public ClassFunction Parse()
    {
        var function = ReadSum();
        _cursor.SkipSpaces();
        return _cursor.AtEnd ? function : throw _cursor.Fail($"'{_cursor.Shown}' is not expected here", "standard*standard");
    }

    private ClassFunction ReadSum()
    {
        if (++_depth > MaxDepth)
        {
            throw _cursor.Fail(FormattableString.Invariant($"more than {MaxDepth} nested parentheses"));
        }

        var sum = _cursor.Take('-') ? -ReadProduct() : ReadProduct();
        while (true)
        {
            var bits = _bits;
            if (_cursor.Take('+'))
            {
                sum += ReadProduct();
                _bits = Math.Max(bits, _bits) + 1;
            }
            else if (_cursor.Take('-'))
            {
                sum -= ReadProduct();
                _bits = Math.Max(bits, _bits) + 1;
            }
            else
            {
                _depth--;
                return sum;
            }
        }
    }

    private ClassFunction ReadProduct()
    {
        var product = ReadPower();
        while (_cursor.Take('*'))
        {
            var bits = _bits;
            var factor = ReadPower();
            Require(bits + _bits);
            RequireRoom(Coefficients(product, factor));
            product *= factor;
        }

        return product;
    }

    private ClassFunction ReadPower()
    {
        var factor = ReadFactor();
        if (!_cursor.Take('^'))
        {
            return factor;
        }

        var n = ReadNumber(0, MaxPower);
        Require(n * _bits);
        RequireRoom(Coefficients(factor, factor));
        return factor.TensorPower(n, cancellationToken);
    }

    /// <summary>Refuses values of too many bits before they are computed.</summary>
    private void Require(long bits)
    {
        if (bits > MaxBits)
        {
            throw new LimitExceededException("bits of the values of a character", MaxBits, FormattableString.Invariant($"up to {bits}"), "not possible; choose smaller powers");
        }

        _bits = bits;
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>At most so many coefficients have the values of the product of two functions at all classes together.</summary>
    private static long Coefficients(ClassFunction left, ClassFunction right) =>
        left.Values.Zip(right.Values, (a, b) => NumberTheory.EulerPhi(NumberTheory.Lcm((long)a.Conductor, b.Conductor))).Sum();

    /// <summary>Refuses values that have no room at all classes together, before they are computed.</summary>
    private void RequireRoom(long coefficients)
    {
        if ((BigInteger)coefficients * _bits > MaxBitsOfAll)
        {
            throw new LimitExceededException("bits of the values of a character at all classes", MaxBitsOfAll, FormattableString.Invariant($"up to {(BigInteger)coefficients * _bits} ({coefficients} coefficients of {_bits} bits)"), "not possible; choose smaller powers, or a smaller group");
        }
    }

    private ClassFunction ReadFactor()
    {
        var start = _cursor.SkipSpaces();
        if (_cursor.AtEnd)
        {
            throw _cursor.Fail("a character is missing here", "L0");
        }

        if (_cursor.AtDigit)
        {
            _bits = 32;
            return ReadNumber(0, int.MaxValue) * table.Simples[0].Character;
        }

        if (_cursor.Take('('))
        {
            return ReadClosed();
        }

        if (_cursor.Current == '[')
        {
            var partition = _cursor.TakeWhile(c => c != ']');
            return _cursor.Take("]") ? Named(start, partition + "]") : throw _cursor.FailAt(start, "this '[' is not closed", "[3,1]");
        }

        var word = _cursor.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '.');
        switch (word)
        {
            case "sym":
                return ReadNumbered(word, (n, e) => e.SymmetricPower(n, cancellationToken), 0);
            case "ext":
                return ReadNumbered(word, (n, e) => e.ExteriorPower(n, cancellationToken), 0);
            case "adams":
                return ReadNumbered(word, (n, e) => e.AdamsOperation(n), int.MinValue);
            case "galois":
                var at = _cursor.Position;
                return ReadNumbered(word, (n, e) => NumberTheory.Gcd(n, (long)table.Group.Exponent) == 1
                    ? e.GaloisConjugate(n)
                    : throw _cursor.FailAt(at, FormattableString.Invariant($"{n} is not prime to {table.Group.Exponent}, the exponent of {table.Group.Name}"), "galois(-1,X.1)"), int.MinValue);
            case "dual":
                Open(word);
                return ReadClosed().Conjugate();
            case "det":
                Open(word);
                var representation = ReadClosed();
                _bits = 1;
                return representation.IsCharacter ? representation.Determinant(cancellationToken) : throw _cursor.FailAt(start, "only a character has a determinant", "det(L1)");
            case "regular":
                _bits = table.Group.Order.GetBitLength();
                return table.Irreducibles.Select(chi => checked((int)chi.Degree) * chi.Values).Aggregate((a, b) => a + b);
            case "":
                throw _cursor.FailAt(start, $"'{_cursor.Shown}' is not expected here", "standard*standard");
            default:
                return Named(start, word);
        }
    }

    private ClassFunction ReadNumbered(string word, Func<int, ClassFunction, ClassFunction> operation, int least)
    {
        Open(word);
        var n = ReadNumber(least, MaxPower);
        if (!_cursor.Take(','))
        {
            throw _cursor.Fail("expected ',' and a character", "sym(2,L1)");
        }

        var inner = ReadClosed();
        if (word is "sym" or "ext")
        {
            // At most the binomial coefficient of d + n − 1 over n, which is at most (d + n)^min(n, d).
            const int FewBits = 20;
            Require(_bits < FewBits ? Math.Min(n, 1L << (int)_bits) * BitOperations.Log2((uint)((1 << (int)_bits) + n) << 1) : n * (_bits + 1));
            RequireRoom(Coefficients(inner, inner));

            // At one class of each Galois orbit n²/2 products of two values.
            var products = inner.DecidingValues.Sum(value => (double)NumberTheory.EulerPhi(value.Conductor) * NumberTheory.EulerPhi(value.Conductor)) * n * n / 2;
            if (products > MaxProducts)
            {
                throw new LimitExceededException("products of coefficients for a power of a character", MaxProducts, FormattableString.Invariant($"some {products:0.#E+0}"), "not possible; choose a smaller power, or a smaller group");
            }
        }

        return operation(n, inner);
    }

    private ClassFunction ReadClosed()
    {
        var open = _cursor.Position;
        var inner = ReadSum();
        return _cursor.Take(')') ? inner : throw _cursor.FailAt(open, "')' is missing");
    }

    private ClassFunction Named(int start, string name)
    {
        if (name.StartsWith("X.", StringComparison.Ordinal) && int.TryParse(name.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number >= 1 && number <= table.Irreducibles.Count
                ? Sized(table.Irreducibles[number - 1].Values)
                : throw _cursor.FailAt(start, FormattableString.Invariant($"{table.Group.Name} has the characters X.1 to X.{table.Irreducibles.Count}"), FormattableString.Invariant($"X.{table.Irreducibles.Count}"));
        }

        try
        {
            return Sized(table.SimpleNamed(name).Character);
        }
        catch (AlgebraFormatException e)
        {
            throw _cursor.FailAt(start, $"'{name}' is no simple, no character X.1 to X.{table.Irreducibles.Count.ToString(CultureInfo.InvariantCulture)} and no operation (sym, ext, adams, galois, dual, det)", e.Nearest);
        }
    }

    private ClassFunction Sized(ClassFunction character)
    {
        _bits = (long)character.Degree.ToRational().Numerator.GetBitLength();
        return character;
    }

    private void Open(string word)
    {
        if (!_cursor.Take('('))
        {
            throw _cursor.Fail($"{word} needs parentheses", word is "dual" or "det" ? word + "(L1)" : word + "(2,L1)");
        }
    }

    private int ReadNumber(int least, int most)
    {
        var start = _cursor.SkipSpaces();
        var negative = least < 0 && _cursor.Take("-");
        return _cursor.TakeCount(int.MaxValue + 1L) is { } size && (negative ? -size : size) is var value && value >= least && value <= most
            ? (int)value
            : throw _cursor.FailAt(start, FormattableString.Invariant($"expected a whole number{(least < 0 ? "" : FormattableString.Invariant($" from {least}"))} to {most}"), "sym(2,L1)");
    }
}
