using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Certificates.Checking;

/// <summary>The verdict on L → K: the witness or the obstruction, from the characters alone (docs/theory.md#kernel-criterion, #witness).</summary>
internal static class CheckedVerdict
{
    public static string Check(CertificateNode node, CheckedSimple source, CheckedSimple target, List<string> claims)
    {
        var group = source.Group;
        var outside = Enumerable.Range(0, group.Classes.Count).Any(c => source.Fixes(c) && !target.Fixes(c));
        node["exists"].Require(node["exists"].Truth() != outside, () => outside ? "some element acts trivially on the source and not on the target" : "the kernel of the source lies in that of the target");
        var isomorphic = source.Character.SequenceEqual(target.Character);
        node["linearExists"].Require(node["linearExists"].Truth() == isomorphic, () => "linear maps exist iff the characters are equal (Schur)");
        if (outside)
        {
            var obstruction = node["obstruction"];
            var element = group.PlaceOf(obstruction["element"].Permutation(group.Elements[0].Degree));
            obstruction["element"].Require(element >= 0, () => "not an element of the group");
            var @class = obstruction["class"].Position(group.Classes.Count);
            obstruction["class"].Require(group.ClassOf[element] == @class, () => FormattableString.Invariant($"the element lies in class {group.ClassOf[element] + 1}"));
            obstruction["element"].Require(source.Fixes(@class) && !target.Fixes(@class), () => "it does not act trivially on the source and nontrivially on the target");
            var sum = target.SumOverKernel(source);
            obstruction["kernelSum"].Require(obstruction["kernelSum"].Value() == sum && sum.IsZero, () => $"the sum of the target's character over the kernel of the source is {sum}");
            claims.Add($"the kernel of {source.Label} has an element that moves {target.Label} and fixes only 0 there");
            return $"no nonzero continuous equivariant map {source.Label} -> {target.Label}";
        }

        var witness = node["witness"];
        var bias = witness["bias"].Value();
        witness["bias"].Require(bias.IsReal, () => "not real");
        var points = witness["pointByClass"].Items(group.Classes.Count);
        for (var c = 0; c < points.Count; c++)
        {
            var value = source.Scale * source.Character[c];
            points[c].Require(points[c].Value() == value, () => $"the coordinate of P e_1 at this class is {value}");
            witness["bias"].Require((Cyclotomic.CompareReal(value, bias) > 0) == source.Fixes(c),
                () => FormattableString.Invariant($"the coordinate {value} at class {c + 1} must lie {(source.Fixes(c) ? "above" : "at most at")} the bias"));
        }

        var result = (source.Scale * source.Character[0] - bias) * target.Scale * target.SumOverKernel(source);
        witness["valueAtIdentity"].Require(witness["valueAtIdentity"].Value() == result && result.Sign > 0, () => $"the value is {result}");
        claims.Add($"P_{target.Label} ReLU(v - β), β = {bias}, on the regular representation is equivariant, and at P_{source.Label} e_1 its coordinate at 1 is {result}, not 0");
        return $"a nonzero piecewise linear equivariant map {source.Label} -> {target.Label} exists";
    }
}
