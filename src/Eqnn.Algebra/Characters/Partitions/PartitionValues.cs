using Eqnn.Algebra.Characters.Rows;
using Eqnn.Numbers;
using Eqnn.Numbers.Modular;

namespace Eqnn.Algebra.Characters.Partitions;

/// <summary>The values of the characters of S_n or A_n: an integer a has the number 2a, the irrational values (ε ± √(ε P))/2 of A_n have odd numbers.</summary>
/// <param name="largest">A bound on the absolute values of the integers.</param>
internal sealed class PartitionValues(long largest) : CharacterValues
{
    private readonly List<Cyclotomic> _irrational = [];

    /// <inheritdoc/>
    public override (long Least, long Greatest) Numbers => (IdOf(-largest), Math.Max(IdOf(largest), (2 * _irrational.Count) + 1));

    /// <summary>The number of an integer; integers are smaller than 2^62.</summary>
    public static long IdOf(long integer) => 2 * integer;

    /// <summary>The number of any value; not to be called once the values are in use.</summary>
    public long IdOf(Cyclotomic value)
    {
        if (value.IsInteger)
        {
            return IdOf((long)value.ToRational().Numerator);
        }

        var known = _irrational.IndexOf(value);
        if (known < 0)
        {
            known = _irrational.Count;
            _irrational.Add(value);
        }

        return (2 * known) + 1;
    }

    /// <summary>Integers are not kept: there are millions of them.</summary>
    public override Cyclotomic Value(long id) => TryInteger(id) is { } integer ? integer : _irrational[(int)(id >> 1)];

    /// <inheritdoc/>
    public override bool IsDegree(long id, long degree) => id == IdOf(degree);

    /// <inheritdoc/>
    public override Func<long, ulong> ImagesIn(PrimeField field, long exponent, ulong root)
    {
        ulong[] images = [.. _irrational.Select(value => value.ZumbroichCoefficients.Aggregate(0UL, (sum, term) =>
            field.Add(sum, field.Multiply(field.FromInteger((long)term.Coefficient.Numerator), field.Pow(root, (ulong)(exponent / value.Conductor * term.Exponent))))))];
        return id => TryInteger(id) is { } integer ? field.FromInteger(integer) : images[id >> 1];
    }

    /// <inheritdoc/>
    protected override long? TryInteger(long id) => (id & 1) == 0 ? id / 2 : null;

    /// <inheritdoc/>
    protected override Cyclotomic Make(long id) => Value(id);
}
