using Eqnn.Checking.Groups;
using Eqnn.Numbers;

namespace Eqnn.Checking.Documents;

/// <summary>Theorem 1 for all pairs: the kernel inclusions, the witness with its bias and values, the obstructions.</summary>
internal static class ExistenceCheck
{
    public static void Check(DocumentSections document, IReadOnlyList<RealSimple> simples, NumberClaims numbers) => document["existence"].Each(simples, (record, source) =>
    {
        record["source"].Is(source.Label);
        var targets = simples.Where(source.MapsTo).ToList();
        record["targets"].Is([.. targets.Select(target => target.Label)]);

        // v = P_L e_1 has the coordinate κ ψ(g) at g; the bias lies half-way between its two largest coordinates.
        var others = source.Values.Where(value => value != source.Values[0]).ToList();
        var second = others.Count == 0 ? -source.Values[0] : others.Aggregate(Cyclotomic.Max);
        var point = source.Values[0] * source.Scale;
        var bias = (source.Values[0] + second) * source.Scale / 2;
        numbers.Is(record["point"], point);
        numbers.Is(record["bias"], bias);
        numbers.Is(record["values"], [.. targets.Select(target => (point - bias) * target.Scale * target.SumOverKernel(source))]);

        var none = simples.Where(target => !source.MapsTo(target)).ToList();
        record["none"].Is([.. none.Select(target => target.Label)]);
        record["obstructions"].Is([.. none.Select(target => source.Kernel.Where(c => !target.Kernel.Contains(c)).Min() + 1)]);
        foreach (var (claim, target) in record["obstructions"].Items().Zip(none))
        {
            claim.Require(target.SumOverKernel(source).IsZero, () => $"the character of {target.Label} does not vanish on average over the kernel of {source.Label}");
        }
    });
}
