using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Regions;

/// <summary>The simplex method over an ordered field, for the question: is some nonnegative combination of given vectors 0, with weight 1 on the strict ones?</summary>
/// <remarks>
/// <para>Phase one for Σ y_j (a_j, s_j) = (0, 1), y ≥ 0, s_j = 1 on strict vectors and 0 on others. Optimum 0: y refutes the system ⟨a_j, x⟩ &gt; 0 (≥ 0). Otherwise the prices (π, π') at the optimum satisfy
/// π·a_j + π' s_j ≤ 0 and π' &gt; 0: x = -π solves it.</para>
/// <para>Bland's rule (least index enters, least index leaves) excludes cycles, so it ends. A vector added later leaves the basis feasible: the next solution starts from it.</para>
/// <para><b>Source.</b> [Ziegler, §3.2]; Bland's rule as in every textbook.</para>
/// </remarks>
internal sealed class ExactSimplex<T>
    where T : IOrderedField<T>
{
    private readonly int _dimension;
    private readonly List<T[]> _columns = [];
    private readonly List<State?> _states = [];
    private readonly State _start;

    public ExactSimplex(int dimension)
    {
        _dimension = dimension;
        var size = dimension + 1;
        var inverse = new T[size][];
        var basis = new int[size];
        for (var r = 0; r < size; r++)
        {
            inverse[r] = new T[size];
            Array.Fill(inverse[r], T.Zero);
            inverse[r][r] = T.One;

            // Artificial variable r is written ~r.
            basis[r] = ~r;
        }

        var values = new T[size];
        Array.Fill(values, T.Zero);
        values[dimension] = T.One;
        _start = new State(basis, inverse, values);
    }

    public int Pivots { get; private set; }

    public void Push(IReadOnlyList<T> vector, bool strict)
    {
        _columns.Add([.. vector, strict ? T.One : T.Zero]);
        _states.Add(null);
    }

    public void Pop()
    {
        _columns.RemoveAt(_columns.Count - 1);
        _states.RemoveAt(_states.Count - 1);
    }

    /// <summary>Either a point or multipliers.</summary>
    public (T[]? Point, T[]? Multipliers) Solve(CancellationToken cancellationToken)
    {
        var state = _states.FindLast(s => s is not null)?.Copy() ?? _start.Copy();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var prices = state.Prices();
            var entering = EnteringColumn(prices);
            if (entering < 0)
            {
                if (_states.Count > 0)
                {
                    _states[^1] = state;
                }

                return Answer(state, prices);
            }

            Pivot(state, entering);
            Pivots++;
        }
    }

    /// <summary>The least column with positive reduced profit; -1 at the optimum.</summary>
    private int EnteringColumn(T[] prices)
    {
        for (var j = 0; j < _columns.Count; j++)
        {
            var sum = T.Zero;
            var column = _columns[j];
            for (var i = 0; i < column.Length; i++)
            {
                sum += prices[i] * column[i];
            }

            if (sum.Sign > 0)
            {
                return j;
            }
        }

        return -1;
    }

    private void Pivot(State state, int entering)
    {
        var size = _dimension + 1;
        var direction = new T[size];
        for (var r = 0; r < size; r++)
        {
            direction[r] = T.Zero;
            for (var i = 0; i < size; i++)
            {
                direction[r] += state.Inverse[r][i] * _columns[entering][i];
            }
        }

        var leaving = -1;
        var best = T.Zero;
        for (var r = 0; r < size; r++)
        {
            if (direction[r].Sign <= 0)
            {
                continue;
            }

            // Indices for Bland's rule: artificial variables come after all columns.
            var ratio = state.Values[r] / direction[r];
            var order = leaving < 0 ? -1 : ratio.CompareTo(best);
            if (order < 0 || (order == 0 && Index(state.Basis[r]) < Index(state.Basis[leaving])))
            {
                leaving = r;
                best = ratio;
            }
        }

        // Bounded: the objective is at least 0, so some row leaves.
        state.Exchange(leaving, entering, direction);
    }

    private static int Index(int variable) => variable < 0 ? int.MaxValue + variable : variable;

    private (T[]? Point, T[]? Multipliers) Answer(State state, T[] prices)
    {
        var optimum = T.Zero;
        for (var r = 0; r <= _dimension; r++)
        {
            if (state.Basis[r] < 0)
            {
                optimum += state.Values[r];
            }
        }

        if (optimum.Sign > 0)
        {
            return ([.. prices.Take(_dimension).Select(p => -p)], null);
        }

        var multipliers = new T[_columns.Count];
        Array.Fill(multipliers, T.Zero);
        for (var r = 0; r <= _dimension; r++)
        {
            if (state.Basis[r] >= 0)
            {
                multipliers[state.Basis[r]] = state.Values[r];
            }
        }

        return (null, multipliers);
    }

    private sealed class State(int[] basis, T[][] inverse, T[] values)
    {
        public int[] Basis { get; } = basis;

        public T[][] Inverse { get; } = inverse;

        public T[] Values { get; } = values;

        public State Copy() => new([.. Basis], [.. Inverse.Select(row => (T[])row.Clone())], [.. Values]);

        /// <summary>Σ of the rows of the inverse that belong to artificial variables: their cost is 1, all others cost nothing.</summary>
        public T[] Prices()
        {
            var prices = new T[Basis.Length];
            Array.Fill(prices, T.Zero);
            for (var r = 0; r < Basis.Length; r++)
            {
                if (Basis[r] >= 0)
                {
                    continue;
                }

                for (var i = 0; i < prices.Length; i++)
                {
                    prices[i] += Inverse[r][i];
                }
            }

            return prices;
        }

        public void Exchange(int leaving, int entering, T[] direction)
        {
            var factor = direction[leaving].Inverse();
            Values[leaving] *= factor;
            var pivotRow = Inverse[leaving];
            for (var i = 0; i < pivotRow.Length; i++)
            {
                pivotRow[i] *= factor;
            }

            for (var r = 0; r < Basis.Length; r++)
            {
                if (r == leaving || direction[r].IsZero)
                {
                    continue;
                }

                var d = direction[r];
                Values[r] -= d * Values[leaving];
                var row = Inverse[r];
                for (var i = 0; i < row.Length; i++)
                {
                    if (!pivotRow[i].IsZero)
                    {
                        row[i] -= d * pivotRow[i];
                    }
                }
            }

            Basis[leaving] = entering;
        }
    }
}
