using Eqnn.Numbers.Modular;

namespace Eqnn.Algebra.Characters.Modular;

/// <summary>The shortest linear recurrence of a sequence over a prime field, kept up to date term by term (Berlekamp–Massey).</summary>
/// <remarks>For s_t = Σ c_i λ_i^t with m distinct λ_i and all c_i ≠ 0, the characteristic polynomial is Π (x - λ_i) from 2m terms on.</remarks>
internal sealed class LinearRecurrence(PrimeField field)
{
    private readonly List<ulong> _terms = [];

    // Connection polynomials 1 + c_1 x + ...: Σ_i c_i s_(t-i) = 0 for all t from Length on.
    private ulong[] _current = [1];
    private ulong[] _previous = [1];
    private ulong _lastDiscrepancy = 1;
    private int _gap = 1;

    /// <summary>The number of terms read.</summary>
    public int TermCount => _terms.Count;

    /// <summary>The order of the recurrence found so far.</summary>
    public int Length { get; private set; }

    /// <summary>Appends a term.</summary>
    public void Add(ulong term)
    {
        var t = _terms.Count;
        _terms.Add(term);
        var discrepancy = 0UL;
        for (var i = 0; i < _current.Length && i <= t; i++)
        {
            discrepancy = (discrepancy + (_current[i] * _terms[t - i])) % field.P;
        }

        if (discrepancy == 0)
        {
            _gap++;
            return;
        }

        var factor = field.Multiply(discrepancy, field.Inverse(_lastDiscrepancy));
        var next = new ulong[Math.Max(_current.Length, _previous.Length + _gap)];
        _current.CopyTo(next, 0);
        for (var i = 0; i < _previous.Length; i++)
        {
            next[i + _gap] = field.Subtract(next[i + _gap], field.Multiply(factor, _previous[i]));
        }

        if (2 * Length <= t)
        {
            Length = t + 1 - Length;
            _previous = _current;
            _lastDiscrepancy = discrepancy;
            _gap = 1;
        }
        else
        {
            _gap++;
        }

        _current = next;
    }

    /// <summary>The monic characteristic polynomial of degree <see cref="Length"/>, constant term first.</summary>
    public ulong[] CharacteristicPolynomial()
    {
        var monic = new ulong[Length + 1];
        for (var i = 0; i < _current.Length && i <= Length; i++)
        {
            monic[Length - i] = _current[i];
        }

        return monic;
    }
}
