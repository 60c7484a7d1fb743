using Eqnn.Algebra.GSets;
using Eqnn.Networks.Orbits;

namespace Eqnn.Networks.Harmonics;

/// <summary>The Fourier transform of a finite group over ℝ as sparse factors, one for each step of a chain of subgroups.</summary>
/// <remarks>
/// <para><b>What.</b> An orthogonal change of basis of ℝ[G] = ⊕ L^r: each simple L of dimension m has a block of r rows of m coordinates, and multiplication by w from the right multiplies each row by ρ_L(w), an m × m matrix.
/// (r = m, m/2, m/4 for type R, C, H.) So a convolution costs 2 Σ r m² for each pair of channels instead of 2 |G|².</para>
/// <para><b>How.</b> ℝ[H] = ⊕ S^r gives ℝ[K] = ⊕ (Ind S)^r, and Ind S is split into simples of K by an orthogonal matrix of size [K:H] · dim S: that is one factor (Clausen; Diaconis and Rockmore).
/// The splitting is found numerically: eigenspaces of a random symmetric matrix that commutes with the group are simple; copies of the same simple are turned to the same matrices by an intertwiner, a mean over the group.
/// No verdict rests on it: kernels are compared with evaluation by definition, and only speed depends on the choices.</para>
/// <para><b>Source.</b> [DiaconisRockmore1990].</para>
/// </remarks>
internal sealed class GroupFourier
{
    private const int MaxTrials = 20;
    private const double Tolerance = 1e-7;

    private GroupFourier(IReadOnlyList<FourierStep> steps, IReadOnlyList<RealModule> simples, int[] elements)
    {
        Steps = steps;
        Simples = simples;
        Elements = elements;
        TransformProducts = steps.Sum(step => (double)step.Rest * step.Factors.Sum(factor => factor.Module.Rows * Math.Pow(step.Cosets * factor.Module.Dimension, 2)));
        BlockProducts = simples.Sum(simple => (double)simple.Rows * simple.Dimension * simple.Dimension);
    }

    /// <summary>The factors, the first one applied first.</summary>
    public IReadOnlyList<FourierStep> Steps { get; }

    /// <summary>The simples of G; their matrices by the number of the element.</summary>
    public IReadOnlyList<RealModule> Simples { get; }

    /// <summary>The element of G at each place of the input: products of representatives, the first factor slowest.</summary>
    public int[] Elements { get; }

    /// <summary>Multiplications of one transform.</summary>
    public double TransformProducts { get; }

    /// <summary>Multiplications of one convolution between transforms: Σ r m².</summary>
    public double BlockProducts { get; }

    /// <summary>|G|.</summary>
    public int Order => Elements.Length;

    /// <summary>The transform of a group, or <c>null</c> if it could not be split numerically (never seen).</summary>
    public static GroupFourier? TryOf(FreeGroupAction group)
    {
        var steps = new List<FourierStep>();
        IReadOnlyList<RealModule> modules = [RealModule.Trivial];
        int[] inner = [0];
        int[] elements = [0];
        foreach (var members in SubgroupChain.Of(group).Where(members => members.Length > 1 || group.Order == 1))
        {
            var representatives = RepresentativesOf(group, inner, members);
            if (Split(group, modules, inner, members, representatives) is not { } split)
            {
                return null;
            }

            steps.Add(new(representatives.Length, group.Order / members.Length, split.Factors, split.Modules));
            elements = [.. elements.SelectMany(h => representatives.Select(t => group.Product[(h * group.Order) + t]))];
            (modules, inner) = (split.Modules, members);
        }

        return new(steps, modules, elements);
    }

    /// <summary>The coefficients of a function given by places, in double precision: simple by simple, coordinate by coordinate, row by row.</summary>
    public double[] Forward(double[] values)
    {
        foreach (var step in Steps)
        {
            var next = new double[values.Length];
            foreach (var factor in step.Factors)
            {
                for (var place = 0; place < factor.Module.Rows * step.Rest; place++)
                {
                    for (var row = 0; row < factor.Size; row++)
                    {
                        var sum = 0.0;
                        for (var term = 0; term < factor.Size; term++)
                        {
                            sum += factor.Matrix[(row * factor.Size) + term] * values[step.InputOf(factor, term) + step.InputPlace(place)];
                        }

                        next[step.OutputOf(factor, row) + place] = sum;
                    }
                }
            }

            values = next;
        }

        return values;
    }

    private static int[] RepresentativesOf(FreeGroupAction group, int[] inner, int[] members)
    {
        var covered = new bool[group.Order];
        var representatives = new List<int>();
        foreach (var t in members)
        {
            if (!covered[t])
            {
                representatives.Add(t);
                foreach (var h in inner)
                {
                    covered[group.Product[(h * group.Order) + t]] = true;
                }
            }
        }

        return [.. representatives];
    }

    private static (IReadOnlyList<FourierFactor> Factors, IReadOnlyList<RealModule> Modules)? Split(FreeGroupAction group, IReadOnlyList<RealModule> modules, int[] inner, int[] members, int[] representatives)
    {
        var (order, cosets) = (group.Order, representatives.Length);
        var (coset, element) = (new int[order], new int[order]);
        for (var k = 0; k < cosets; k++)
        {
            for (var h = 0; h < inner.Length; h++)
            {
                var g = group.Product[(inner[h] * order) + representatives[k]];
                (coset[g], element[g]) = (k, h);
            }
        }

        var (targets, elements) = (new int[members.Length * cosets], new int[members.Length * cosets]);
        var position = new int[order];
        for (var g = 0; g < members.Length; g++)
        {
            position[members[g]] = g;
            for (var i = 0; i < cosets; i++)
            {
                var product = group.Product[(representatives[i] * order) + members[g]];
                (targets[(g * cosets) + i], elements[(g * cosets) + i]) = (coset[product], element[product]);
            }
        }

        int[] squares = [.. members.Select(g => position[group.Product[(g * order) + g]])];
        var splitting = new ModuleSplitting(squares, MaxTrials, Tolerance);
        var factors = new List<FourierFactor>();
        foreach (var (module, number) in modules.Select((module, number) => (module, number)))
        {
            if (splitting.TryAdd(new(module, targets, elements, cosets), module.Rows) is not { } parts)
            {
                return null;
            }

            factors.Add(new(number, module, cosets * module.Dimension, parts.Matrix, parts.Copies));
        }

        return (factors, splitting.Modules);
    }
}
