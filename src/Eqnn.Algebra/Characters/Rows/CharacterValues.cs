using System.Collections.Concurrent;
using Eqnn.Numbers;
using Eqnn.Numbers.Modular;

namespace Eqnn.Algebra.Characters.Rows;

/// <summary>The values of the characters of one table, each known by a number; equal numbers always stand for equal values, different ones may. Field elements are made when asked for.</summary>
internal abstract class CharacterValues
{
    private readonly ConcurrentDictionary<long, Cyclotomic> _values = new();
    private readonly ConcurrentDictionary<long, Cyclotomic> _traces = new();

    /// <summary>The least and the greatest number in use.</summary>
    public abstract (long Least, long Greatest) Numbers { get; }

    /// <summary>The field element.</summary>
    public virtual Cyclotomic Value(long id) => _values.TryGetValue(id, out var known) ? known : _values.GetOrAdd(id, Make(id));

    /// <summary>The field element plus its complex conjugate.</summary>
    public Cyclotomic Trace(long id) => _traces.TryGetValue(id, out var known) ? known : _traces.GetOrAdd(id, Value(id) + Value(id).Conjugate());

    /// <summary>The listing order of the field elements.</summary>
    public int Compare(long a, long b) =>
        a == b ? 0 : TryInteger(a) is { } x && TryInteger(b) is { } y ? x.CompareTo(y) : Cyclotomic.CompareListing(Value(a), Value(b));

    /// <summary>The least n with all these values in Q(ζ_n).</summary>
    public int ConductorOf(int[] ids)
    {
        var conductor = 1L;
        for (var i = 0; i < ids.Length; i++)
        {
            // A value that stood just before counts once.
            if ((i == 0 || ids[i] != ids[i - 1]) && TryInteger(ids[i]) is null)
            {
                conductor = NumberTheory.Lcm(conductor, Value(ids[i]).Conductor);
            }
        }

        return checked((int)conductor);
    }

    /// <summary>Whether the value is the integer d &gt;= 1, for a character value of a character of degree d: then the class lies in the kernel.</summary>
    public abstract bool IsDegree(long id, long degree);

    /// <summary>The images of the values in a field with p ≡ 1 modulo <paramref name="exponent"/>, a common multiple of the orders of all roots of unity in use, by number.</summary>
    /// <param name="field">The field.</param>
    /// <param name="exponent">The exponent of a group that holds that of the table.</param>
    /// <param name="root">An element of that order; exp(2πi/o) goes to its power that has order o.</param>
    public abstract Func<long, ulong> ImagesIn(PrimeField field, long exponent, ulong root);

    /// <summary>The value as an integer where that is seen at once: comparisons then need no field element.</summary>
    protected abstract long? TryInteger(long id);

    /// <summary>The field element, new.</summary>
    protected abstract Cyclotomic Make(long id);

    /// <summary><see cref="TryInteger"/>, for values made of others.</summary>
    protected static long? IntegerIn(CharacterValues values, long id) => values.TryInteger(id);
}
