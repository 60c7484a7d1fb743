namespace Eqnn.Networks.Harmonics;

/// <summary>One factor of a Fourier transform: from the coefficients on the cosets of H to those on the cosets of K &gt; H.</summary>
/// <remarks>
/// <para><b>Layout.</b> A coefficient before the step has a module S of H, a coordinate c, a row j and the rest of the cosets (i, q), i in [K:H] and q in <see cref="Rest"/>: it stands at start(S) + ((c · r_S + j) · [K:H] + i) · Rest + q.
/// After the step the same with the modules of K and only q. So one matrix acts at r_S · Rest places.</para>
/// </remarks>
internal sealed class FourierStep
{
    private readonly int[] _inputStarts;
    private readonly int[] _outputStarts;

    public FourierStep(int cosets, int rest, IReadOnlyList<FourierFactor> factors, IReadOnlyList<RealModule> modules)
    {
        (Cosets, Rest, Factors, Modules) = (cosets, rest, factors, modules);
        _inputStarts = StartsOf([.. factors.Select(factor => factor.Module)], cosets * rest);
        _outputStarts = StartsOf(modules, rest);
    }

    /// <summary>[K : H].</summary>
    public int Cosets { get; }

    /// <summary>[G : K].</summary>
    public int Rest { get; }

    /// <summary>One matrix for each module of H.</summary>
    public IReadOnlyList<FourierFactor> Factors { get; }

    /// <summary>The modules of K.</summary>
    public IReadOnlyList<RealModule> Modules { get; }

    /// <summary>Where the term (i, c) of a factor stands at place 0.</summary>
    public int InputOf(FourierFactor factor, int term)
    {
        var (i, c) = Math.DivRem(term, factor.Module.Dimension);
        return _inputStarts[factor.Number] + (((c * factor.Module.Rows * Cosets) + i) * Rest);
    }

    /// <summary>The offset of a place (row of S, then rest) in the input.</summary>
    public int InputPlace(int place)
    {
        var (row, rest) = Math.DivRem(place, Rest);
        return (row * Cosets * Rest) + rest;
    }

    /// <summary>Where a row of a factor stands at place 0 in the output; places follow one another.</summary>
    public int OutputOf(FourierFactor factor, int row)
    {
        foreach (var copy in factor.Copies)
        {
            var module = Modules[copy.Module];
            if (row < module.Dimension)
            {
                return _outputStarts[copy.Module] + (((row * module.Rows) + copy.FirstRow) * Rest);
            }

            row -= module.Dimension;
        }

        throw new ArgumentOutOfRangeException(nameof(row));
    }

    private static int[] StartsOf(IReadOnlyList<RealModule> modules, int rest)
    {
        var starts = new int[modules.Count];
        for (var k = 1; k < starts.Length; k++)
        {
            starts[k] = starts[k - 1] + (modules[k - 1].Rows * modules[k - 1].Dimension * rest);
        }

        return starts;
    }
}

/// <summary>The orthogonal matrix that splits the module induced from S.</summary>
/// <param name="Number">The position of S.</param>
/// <param name="Module">S.</param>
/// <param name="Size">[K:H] · dim S.</param>
/// <param name="Matrix">Row: coordinate of a copy, copies one after the other; column: (coset, coordinate of S).</param>
/// <param name="Copies">For each copy its simple and the first of the rows of that simple's block that it fills.</param>
internal sealed record FourierFactor(int Number, RealModule Module, int Size, double[] Matrix, IReadOnlyList<(int Module, int FirstRow)> Copies);
