using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Cli.Output;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn maps G L K</c> for abelian groups by frequencies. The exact map of one layer is that of the quotient by the kernel of L, a small cyclic group.</summary>
internal sealed class AbelianMapReport(AbelianMapAnswer answer) : OutlinedReport
{
    private readonly AbelianInteraction _graph = answer.Graph;
    private readonly AbelianKernelCriterion _verdict = answer.Verdict;
    private readonly MapReport? _composite = answer.OnQuotient is { } map ? new MapReport(map, enumerated: false) : null;

    private AbelianSimple Source => answer.Source;

    private AbelianSimple Target => answer.Target;

    private FiniteGroup Group => Source.Dual.Group;

    private string Quotient => answer is { Quotient: { } quotient, OnQuotient: { } map }
        ? $"on X/N, N = ker {Source.Label}, X = {_graph.Decomposition.Set.Name}, a set of {quotient.Set.Size} points of {quotient.Group.Name}: {Source.Label} is its {map.Source.Label}, {Target.Label} its {map.Target.Label}"
        : "";

    protected override void Describe(Outline outline)
    {
        var (from, to, set) = (Source.Label, Target.Label, _graph.Decomposition.Set);
        outline.Heading($"{Group.Name}, order {Group.Order}: piecewise linear equivariant maps {from} → {to}");
        outline.InDocument(json =>
        {
            json.Group(Group);
            FrequencyQuery.Set(json, _graph.Decomposition);
            json.Object("source", () => FrequencyQuery.WriteSimple(json, Source));
            json.Object("target", () => FrequencyQuery.WriteSimple(json, Target));
        });
        outline.Table("simples", new[] { Source, Target }.Distinct(), columns => columns
            .Left("", simple => simple.Label)
            .Left("also", simple => FrequencyQuery.Also(simple))
            .Left("type", simple => simple.Type.Letter())
            .Right("dimension", simple => simple.Dimension)
            .Right("kernel", simple => simple.KernelOrder)
            .Right("image", simple => simple.ImageOrder)
            .Right($"multiplicity in {set.Name}", simple => _graph.Decomposition.Multiplicity(simple)));
        outline.Fact("exists", $"{Prose.YesOrNo(_verdict.Exists)}: {(_verdict.Exists ? $"ker {from} ≤ ker {to}" : $"ker {from} is not contained in ker {to}")}", "exists", _verdict.Exists);
        outline.Field("linearExists", _verdict.LinearExists);
        outline.Object("reason", reason =>
        {
            reason.Field("kind", _verdict.Exists ? "kernel-inclusion" : "obstruction");
            if (_verdict.Obstruction is { } word)
            {
                reason.Fact("obstruction", $"{Word(word)} acts trivially on {from} and not on {to}", json => json.Row("exponents", word));
            }
            else if (answer.HasShortWitness)
            {
                reason.Fact("witness", $"F(v) = P_{to} relu(v - β) on the regular representation, β = {_verdict.Bias}");
                reason.Fact("at a point", $"v = P_{from} e_1, with coordinate {_verdict.PointAtIdentity} at 1: F(v) has coordinate {_verdict.ValueAtIdentity} at 1");
            }
        });
        outline.Fact("linear", $"{Prose.YesOrNo(_verdict.LinearExists)}: {(_verdict.LinearExists ? (Source.Dimension == 1 ? "the multiples of the identity" : $"the identity among them; the endomorphisms of {from} are the complex numbers, of dimension 2") : $"{from} and {to} are not isomorphic (Schur)")}");
        outline.Object("activation", part =>
        {
            part.Field("name", _graph.Activation.Name);
            part.Fact($"one {_graph.Activation.Name} layer", OneLayer(), "nonzero", answer.Coupling is not null);
            if (answer.Coupling is { } coupling)
            {
                part.Field("cause", coupling.Cause.ToString().ToLowerInvariant());
                part.Field("lineStabilizerOrder", coupling.LineOrder);
            }
        });
        if (_composite is { } composite)
        {
            outline.Line(Quotient);
            outline.Field("quotient", Quotient);
            composite.DescribeComposite(outline);
        }
    }

    private Prose OneLayer()
    {
        var set = _graph.Decomposition.Set.Name;
        if (answer.Missing is { } missing)
        {
            return $"{Prose.YesOrNo(false)}, on {set}: {missing.Label} does not occur in the functions on {set}";
        }

        if (answer.Coupling is not { } coupling)
        {
            return $"{Prose.YesOrNo(false)}, on {set}: P_{Target.Label} {_graph.Activation.Name} is zero on the component of {Source.Label}";
        }

        return $"{Prose.YesOrNo(true)}, on {set}: {CauseOf(coupling.Cause, coupling.Degree, coupling.LineOrder, coupling.Sum, Source, Target)}";
    }

    /// <summary>Why an activation passes from one simple to another.</summary>
    public static Prose CauseOf(CouplingCause cause, int degree, BigInteger lineOrder, BigInteger sum, AbelianSimple source, AbelianSimple target) => cause switch
    {
        CouplingCause.Even => $"B = {{g : g r = ±r}}, r = P_{source.Label} e_x, has order {lineOrder}, and Σ ψ_{target.Label} over B = {sum}",
        CouplingCause.Odd => $"B = {{g : g r = ε(g) r}}, r = P_{source.Label} e_x, ε = ±1, has order {lineOrder}, and Σ ε ψ_{target.Label} over B = {sum}",
        CouplingCause.Linear => "its linear part is nonzero",
        CouplingCause.Constant => "its constant part is nonzero",
        _ => $"the character of {target.Label} is one of the powers of that of {source.Label} in t^{degree}",
    };

    /// <summary>A word in the generators, g1 the first.</summary>
    private static string Word(IReadOnlyList<BigInteger> exponents) =>
        string.Join(" ", exponents.Select((exponent, j) => (exponent, j)).Where(pair => !pair.exponent.IsZero).Select(pair => FormattableString.Invariant($"g{pair.j + 1}^{pair.exponent}")));
}
