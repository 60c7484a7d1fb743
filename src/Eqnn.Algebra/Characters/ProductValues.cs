using System.Numerics;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Numbers;
using Eqnn.Numbers.Modular;

namespace Eqnn.Algebra.Characters;

/// <summary>Products of values of several tables: the number is made of the numbers of the factors, and nothing is multiplied before it is asked for.</summary>
internal sealed class ProductValues : CharacterValues
{
    private readonly CharacterValues[] _factors;
    private readonly long[] _least;
    private readonly long[] _radix;

    /// <summary>Prepares the numbers.</summary>
    /// <exception cref="LimitExceededException">There would be 2^63 numbers or more.</exception>
    public ProductValues(IReadOnlyList<CharacterTable> tables)
    {
        _factors = [.. tables.Select(table => table.Pool)];
        _least = new long[_factors.Length];
        _radix = new long[_factors.Length];
        var count = BigInteger.One;
        for (var i = 0; i < _factors.Length; i++)
        {
            var (least, greatest) = _factors[i].Numbers;
            (_least[i], _radix[i]) = (least, greatest - least + 1);
            count *= _radix[i];
            if (count > long.MaxValue)
            {
                throw new LimitExceededException("combinations of character values of direct factors", long.MaxValue, FormattableString.Invariant($"{count} and more"), "not possible");
            }
        }

        Numbers = (0, (long)count - 1);
    }

    /// <inheritdoc/>
    public override (long Least, long Greatest) Numbers { get; }

    /// <summary>The number of a product.</summary>
    /// <param name="factor">The numbers of the factors.</param>
    public long Id(Func<int, long> factor)
    {
        var id = 0L;
        for (var i = 0; i < _factors.Length; i++)
        {
            id = (id * _radix[i]) + factor(i) - _least[i];
        }

        return id;
    }

    /// <inheritdoc/>
    public override bool IsDegree(long id, long degree) => TryInteger(id) is { } integer ? integer == degree : Value(id) == degree;

    /// <inheritdoc/>
    public override Func<long, ulong> ImagesIn(PrimeField field, long exponent, ulong root)
    {
        var images = Array.ConvertAll(_factors, factor => factor.ImagesIn(field, exponent, root));
        return id =>
        {
            var product = 1UL;
            for (var i = images.Length - 1; i >= 0; i--)
            {
                (id, var digit) = Math.DivRem(id, _radix[i]);
                product = field.Multiply(product, images[i](digit + _least[i]));
            }

            return product;
        };
    }

    /// <inheritdoc/>
    protected override long? TryInteger(long id)
    {
        // A value of a character is at most its degree in absolute value, so the product of integers is no larger than a degree of the table.
        long? product = 1;
        for (var i = _factors.Length - 1; i >= 0 && product is not null; i--)
        {
            (id, var digit) = Math.DivRem(id, _radix[i]);
            product *= IntegerIn(_factors[i], digit + _least[i]);
        }

        return product;
    }

    /// <inheritdoc/>
    protected override Cyclotomic Make(long id)
    {
        var product = Cyclotomic.One;
        for (var i = _factors.Length - 1; i >= 0; i--)
        {
            (id, var digit) = Math.DivRem(id, _radix[i]);
            product *= _factors[i].Value(digit + _least[i]);
        }

        return product;
    }
}
