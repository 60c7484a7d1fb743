using Eqnn.Algebra.Characters;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Copies;

/// <summary>The characters of the symmetric powers of a representation, by Newton's identities <c>k h_k = Σ_{i=1}^k p_i h_{k−i}</c> with the power sums <c>p_i(g) = ψ(g^i)</c>.</summary>
internal static class SymmetricPowers
{
    /// <summary>The characters of <c>Sym^0, ..., Sym^k</c>.</summary>
    public static IReadOnlyList<ClassFunction> Of(ClassFunction character, int k)
    {
        var one = ClassFunction.FromValues(character.Table, character.Values.Select(_ => Cyclotomic.One));
        var powers = new List<ClassFunction> { one };
        var sums = Enumerable.Range(0, k + 1).Select(i => i == 0 ? one : character.AdamsOperation(i)).ToList();
        for (var n = 1; n <= k; n++)
        {
            var total = Enumerable.Range(1, n).Select(i => sums[i] * powers[n - i]).Aggregate((a, b) => a + b);
            powers.Add(ClassFunction.FromValues(character.Table, total.Values.Select(value => value / n)));
        }

        return powers;
    }
}
