using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Refinement;

/// <summary>Colours on an orbit G y₀ with trivial stabiliser, without looking at pairs: what t y₀ sees of a colouring of X is the function x ↦ colour of t x, a word that can be read letter by letter.</summary>
/// <remarks>
/// <para>The maps <c>ρ_s : t y₀ ↦ t s y₀</c> commute with G. Two points have the same function iff they have the same colours at the base points of the orbits of X, and still have after any product of ρ's: the coarsest partition below those colours that all ρ_s respect (Moore's
/// minimisation of automata). Powers <c>s², s⁴, …</c> beside the generators s make the number of rounds logarithmic for abelian groups; they change nothing in the result.</para>
/// </remarks>
internal static class FreeOrbit
{
    /// <summary>For each copy and each point of the orbit (other entries −1) the number of the function that it sees; equal numbers iff equal functions. <paramref name="source"/> holds the colours of X, copy after copy.</summary>
    public static int[] Colours(ActionImages target, int orbit, ActionImages source, ReadOnlySpan<int> sourceColours, int copies, CancellationToken cancellationToken)
    {
        var points = target.Order.AsSpan(target.Starts[orbit], target.Starts[orbit + 1] - target.Starts[orbit]);
        var labels = new int[copies * target.Size];
        Array.Fill(labels, -1);
        var pairs = new Numbering<(int, int)>();
        var count = 1;
        foreach (var point in points)
        {
            for (var c = 0; c < copies; c++)
            {
                labels[(c * target.Size) + point] = 0;
            }
        }

        for (var k = 0; k < source.Orbits.Length; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var map = target.EquivariantMap(orbit, source, source.Order[source.Starts[k]]);
            pairs.Clear();
            var next = (int[])labels.Clone();
            for (var c = 0; c < copies; c++)
            {
                foreach (var point in points)
                {
                    var at = (c * target.Size) + point;
                    next[at] = pairs.NumberOf((labels[at], sourceColours[(c * source.Size) + map[point]]));
                }
            }

            (labels, count) = (next, pairs.Count);
        }

        var translations = Translations(target, orbit);
        for (var (idle, i) = (0, 0); idle < translations.Count; i = (i + 1) % translations.Count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pairs.Clear();
            var next = (int[])labels.Clone();
            for (var c = 0; c < copies; c++)
            {
                foreach (var point in points)
                {
                    var at = (c * target.Size) + point;
                    next[at] = pairs.NumberOf((labels[at], labels[(c * target.Size) + translations[i][point]]));
                }
            }

            idle = pairs.Count == count ? idle + 1 : 0;
            (labels, count) = (next, pairs.Count);
        }

        return labels;
    }

    private static List<int[]> Translations(ActionImages target, int orbit)
    {
        var basePoint = target.Order[target.Starts[orbit]];
        var translations = new List<int[]>();
        foreach (var generator in target.Generators)
        {
            var translation = target.EquivariantMap(orbit, target, generator[basePoint]);
            for (var length = 1L; length < target.Size && translation[basePoint] != basePoint; length *= 2)
            {
                translations.Add(translation);
                var square = new int[translation.Length];
                for (var x = 0; x < square.Length; x++)
                {
                    square[x] = translation[x] < 0 ? -1 : translation[translation[x]];
                }

                translation = square;
            }
        }

        return translations;
    }
}
