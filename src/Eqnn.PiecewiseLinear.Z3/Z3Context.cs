using Microsoft.Z3;

namespace Eqnn.PiecewiseLinear.Z3;

/// <summary>The few calls of libz3 that linear real arithmetic needs, with reference counts kept here: every term lives as long as this object, which must be disposed of.</summary>
internal sealed class Z3Context : IDisposable
{
    private readonly nint _context;
    private readonly nint _solver;
    private readonly nint _real;
    private readonly nint _bool;
    private readonly List<nint> _terms = [];
    private int _symbols;
    private bool _disposed;

    public Z3Context()
    {
        var configuration = Native.Z3_mk_config();
        try
        {
            _context = Native.Z3_mk_context_rc(configuration);
        }
        finally
        {
            Native.Z3_del_config(configuration);
        }

        _real = Keep(Native.Z3_mk_real_sort(_context));
        _bool = Keep(Native.Z3_mk_bool_sort(_context));
        _solver = Native.Z3_mk_simple_solver(_context);
        Native.Z3_solver_inc_ref(_context, _solver);
    }

    public nint NewReal() => Keep(Native.Z3_mk_const(_context, Native.Z3_mk_int_symbol(_context, _symbols++), _real));

    public nint NewBoolean() => Keep(Native.Z3_mk_const(_context, Native.Z3_mk_int_symbol(_context, _symbols++), _bool));

    /// <summary>A rational number as text "p/q".</summary>
    public nint Number(string text) => Keep(Native.Z3_mk_numeral(_context, text, _real));

    public nint Product(nint left, nint right) => Keep(Native.Z3_mk_mul(_context, 2, [left, right]));

    public nint Sum(nint[] terms) => terms.Length switch
    {
        0 => Number("0"),
        1 => terms[0],
        _ => Keep(Native.Z3_mk_add(_context, (uint)terms.Length, terms)),
    };

    public nint Greater(nint left, nint right) => Keep(Native.Z3_mk_gt(_context, left, right));

    public nint AtLeast(nint left, nint right) => Keep(Native.Z3_mk_ge(_context, left, right));

    /// <summary>Asserts label → statement, for good: a label that is not assumed costs little.</summary>
    public void AssertUnder(nint label, nint statement) => Native.Z3_solver_assert(_context, _solver, Keep(Native.Z3_mk_implies(_context, label, statement)));

    /// <summary>Whether the statements under the labels can hold together; null if libz3 gave up.</summary>
    public bool? Check(nint[] labels, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var registration = cancellationToken.Register(() => Native.Z3_interrupt(_context));
        var result = Native.Z3_solver_check_assumptions(_context, _solver, (uint)labels.Length, labels);
        cancellationToken.ThrowIfCancellationRequested();
        return result switch
        {
            1 => true,
            -1 => false,
            _ => null,
        };
    }

    /// <summary>After "yes": the values of variables as text "p/q".</summary>
    public string[] Values(nint[] variables)
    {
        var model = Native.Z3_solver_get_model(_context, _solver);
        Native.Z3_model_inc_ref(_context, model);
        try
        {
            return Array.ConvertAll(variables, variable =>
            {
                nint value = 0;
                _ = Native.Z3_model_eval(_context, model, variable, 1, ref value);
                Native.Z3_inc_ref(_context, value);
                var text = Native.Z3_get_numeral_string(_context, value);
                Native.Z3_dec_ref(_context, value);
                return text;
            });
        }
        finally
        {
            Native.Z3_model_dec_ref(_context, model);
        }
    }

    /// <summary>After "no": labels that cannot hold together, as places in <paramref name="labels"/>.</summary>
    public int[] Core(nint[] labels)
    {
        var core = Native.Z3_solver_get_unsat_core(_context, _solver);
        Native.Z3_ast_vector_inc_ref(_context, core);
        try
        {
            // Terms are unique: the core holds the very labels that were assumed.
            var places = new List<int>();
            for (var i = 0u; i < Native.Z3_ast_vector_size(_context, core); i++)
            {
                places.Add(Array.IndexOf(labels, Native.Z3_ast_vector_get(_context, core, i)));
            }

            return [.. places.Where(p => p >= 0).Order()];
        }
        finally
        {
            Native.Z3_ast_vector_dec_ref(_context, core);
        }
    }

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        Native.Z3_solver_dec_ref(_context, _solver);
        foreach (var term in _terms)
        {
            Native.Z3_dec_ref(_context, term);
        }

        Native.Z3_del_context(_context);
    }

    private nint Keep(nint term)
    {
        Native.Z3_inc_ref(_context, term);
        _terms.Add(term);
        return term;
    }
}
