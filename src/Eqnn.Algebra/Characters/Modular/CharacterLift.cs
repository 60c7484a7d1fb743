using Eqnn.Algebra.Characters.Rows;
using Eqnn.Numbers;
using Eqnn.Numbers.Modular;

namespace Eqnn.Algebra.Characters.Modular;

/// <summary>From characters modulo p to characters: the eigenvalues of every element with their multiplicities.</summary>
/// <remarks>
/// For g of order o the multiplicity of the eigenvalue exp(2πi l/o) in a representation with character χ is m_l = (1/o) Σ_s χ(g^s) ω^(-ls), a discrete Fourier transform along the powers
/// of g. Modulo p it is computed from the values modulo p, with ω the root of unity fixed once for the table; as 0 &lt;= m_l &lt;= χ(1) &lt; p it is then known, and χ(g) = Σ m_l exp(2πi l/o) [Dixon1967].
/// A value that is the same modulo p at all generators of the cyclic group is invariant under the Galois group, hence an integer between -χ(1) and χ(1), and needs no transform. The choice of ω
/// only chooses a Galois conjugate table, which is the same set of characters.
/// </remarks>
internal sealed class CharacterLift
{
    private readonly IClassAlgebra _algebra;
    private readonly PrimeField _field;
    private readonly ulong _root;
    private readonly ValuePool _pool;
    private readonly Dictionary<int, ulong[]> _rootTables = [];
    private readonly Dictionary<ulong[], int> _known = new(SequenceComparer<ulong>.Instance);

    /// <summary>Prepares the lifting of characters of one group.</summary>
    public CharacterLift(IClassAlgebra algebra, PrimeField field, ulong root, ValuePool pool)
    {
        _algebra = algebra;
        _field = field;
        _root = root;
        _pool = pool;
    }

    /// <summary>The values of a character as numbers of the pool, by class.</summary>
    /// <exception cref="CertificateException">The values modulo p are not those of a character of that degree.</exception>
    public int[] Lift(long degree, ulong[] values)
    {
        var powers = _algebra.Powers;
        var ids = new int[values.Length];
        for (var c = 0; c < ids.Length; c++)
        {
            // The leader of an orbit comes first.
            ids[c] = powers.Leader(c) == c ? LiftAt(c, degree, values) : _pool.GaloisImage(ids[powers.Leader(c)], powers.Shift(c));
        }

        return ids;
    }

    private int LiftAt(int c, long degree, ulong[] values)
    {
        var powers = _algebra.Powers;
        var order = powers.ElementOrder(c);
        var along = new ulong[order];
        var rational = true;
        for (var s = 0; s < order; s++)
        {
            var power = powers.Power(c, s);
            along[s] = values[power];
            rational &= powers.Leader(power) != c || along[s] == values[c];
        }

        if (rational)
        {
            var value = _field.ToSignedInteger(values[c]);
            Check(Math.Abs(value) <= degree, c, degree);
            return _pool.Integer((int)value);
        }

        // Rows share values: each is transformed once.
        ulong[] key = [.. along, (ulong)c];
        if (!_known.TryGetValue(key, out var id))
        {
            id = _pool.Intern(Multiplicities(c, degree, along));
            _known.Add(key, id);
        }

        return id;
    }

    private int[] Multiplicities(int c, long degree, ulong[] along)
    {
        var order = along.Length;
        if (!_rootTables.TryGetValue(order, out var roots))
        {
            roots = ValuePool.RootTable(_field, _algebra.Exponent, _root, order);
            _rootTables.Add(order, roots);
        }

        var inverse = _field.Inverse((ulong)order);
        var square = _field.P * _field.P;
        var entry = new int[order + 1];
        entry[0] = order;
        var total = 0L;
        for (var l = 0; l < order; l++)
        {
            var sum = 0UL;
            var at = 0;
            for (var s = 0; s < order; s++)
            {
                // Below p² by one conditional subtraction per term; at = -ls mod o.
                sum += along[s] * roots[at];
                sum = sum >= square ? sum - square : sum;
                at -= l;
                at = at < 0 ? at + order : at;
            }

            var multiplicity = (long)_field.Multiply(sum % _field.P, inverse);
            entry[1 + l] = (int)multiplicity;
            total += multiplicity;
        }

        // None is negative, so none exceeds a degree that is their sum.
        Check(total == degree, c, degree);
        return entry;
    }

    private void Check(bool holds, int c, long degree)
    {
        if (!holds)
        {
            throw new CertificateException("eigenvalue multiplicities between 0 and the degree", FormattableString.Invariant($"class {c + 1}, degree {degree}, group order {_algebra.Order}"));
        }
    }
}
