using Eqnn.Checking.Groups;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;

namespace Eqnn.Checking.Maps;

/// <summary>The verdict on L → K: the witness or the obstruction, from the characters alone (docs/theory.md#kernel-criterion, #witness).</summary>
internal static class CheckedVerdict
{
    public static string Check(Claim node, RealSimple source, RealSimple target, List<string> claims)
    {
        var group = source.Group;
        var outside = !source.MapsTo(target);
        node["exists"].Require(node["exists"].Truth() != outside, () => outside ? "some element acts trivially on the source and not on the target" : "the kernel of the source lies in that of the target");
        var isomorphic = source.Values.SequenceEqual(target.Values);
        node["linearExists"].Require(node["linearExists"].Truth() == isomorphic, () => "linear maps exist iff the characters are equal (Schur)");
        if (outside)
        {
            var obstruction = node["obstruction"];
            var element = group.PlaceOf(obstruction["element"].Permutation(group.Degree));
            obstruction["element"].Require(element >= 0, () => "not an element of the group");
            var @class = obstruction["class"].Position(group.Classes.Count);
            obstruction["class"].Require(group.ClassOf[element] == @class, () => FormattableString.Invariant($"the element lies in class {group.ClassOf[element] + 1}"));
            obstruction["element"].Require(source.Fixes(@class) && !target.Fixes(@class), () => "it does not act trivially on the source and nontrivially on the target");
            var sum = target.SumOverKernel(source);
            obstruction["kernelSum"].Require(obstruction["kernelSum"].Value() == sum && sum.IsZero, () => $"the sum of the target's character over the kernel of the source is {sum}");
            claims.Add($"the kernel of {Quoted.Of(source.Label)} has an element that moves {Quoted.Of(target.Label)} and fixes only 0 there");
            return $"no nonzero continuous equivariant map {Quoted.Of(source.Label)} -> {Quoted.Of(target.Label)}";
        }

        var witness = node["witness"];
        var bias = witness["bias"].Value();
        witness["bias"].Require(bias.IsReal, () => "not real");
        var points = witness["pointByClass"].Items(group.Classes.Count);
        for (var c = 0; c < points.Count; c++)
        {
            var value = source.Scale * source.Values[c];
            points[c].Require(points[c].Value() == value, () => $"the coordinate of P e_1 at this class is {value}");
            witness["bias"].Require((Cyclotomic.CompareReal(value, bias) > 0) == source.Fixes(c),
                () => FormattableString.Invariant($"the coordinate {value} at class {c + 1} must lie {(source.Fixes(c) ? "above" : "at most at")} the bias"));
        }

        var result = (source.Scale * source.Values[0] - bias) * target.Scale * target.SumOverKernel(source);
        witness["valueAtIdentity"].Require(witness["valueAtIdentity"].Value() == result && result.Sign > 0, () => $"the value is {result}");
        claims.Add($"P_K ReLU(v - β), β = {bias}, on the regular representation is equivariant, and at P_L e_1 its coordinate at 1 is {result}, not 0, for L = {Quoted.Of(source.Label)} and K = {Quoted.Of(target.Label)}");
        return $"a nonzero piecewise linear equivariant map {Quoted.Of(source.Label)} -> {Quoted.Of(target.Label)} exists";
    }
}
