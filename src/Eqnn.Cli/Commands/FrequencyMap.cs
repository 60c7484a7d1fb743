using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn maps G L K</c> for abelian groups by frequencies. The exact map of one layer is that of the quotient by the kernel of L, a small cyclic group.</summary>
internal sealed class FrequencyMap : Report
{
    /// <summary>The map itself is written out for images up to this order.</summary>
    private const int LargestImage = 200;

    private readonly AbelianInteraction _graph;
    private readonly AbelianKernelCriterion _verdict;
    private readonly (CouplingCause Cause, int Degree, BigInteger LineOrder, BigInteger Sum)? _coupling;
    private readonly MapAnswer? _composite;
    private readonly string _quotient;

    private FrequencyMap(AbelianInteraction graph, AbelianKernelCriterion verdict, (CouplingCause Cause, int Degree, BigInteger LineOrder, BigInteger Sum)? coupling, MapAnswer? composite, string quotient)
    {
        _graph = graph;
        _verdict = verdict;
        _coupling = coupling;
        _composite = composite;
        _quotient = quotient;
    }

    private AbelianSimple Source => _verdict.Source;

    private AbelianSimple Target => _verdict.Target;

    private FiniteGroup Group => Source.Dual.Group;

    /// <summary>Asks the library everything that is printed.</summary>
    public static FrequencyMap Of(AbelianInteraction graph, AbelianSimple source, AbelianSimple target, Query query)
    {
        var verdict = AbelianKernelCriterion.Decide(source, target);
        var occur = !graph.Decomposition.Multiplicity(source).IsZero && !graph.Decomposition.Multiplicity(target).IsZero;
        var coupling = occur ? graph.TryExplain(source, target) : null;
        if (coupling is null || !source.Dual.IsCyclic || source.ImageOrder > LargestImage || graph.Decomposition.OrbitLengths.Aggregate(BigInteger.Zero, (sum, pair) => sum + (pair.Value * BigInteger.GreatestCommonDivisor(pair.Key, source.ImageOrder))) > GSet.MaxPoints)
        {
            return new FrequencyMap(graph, verdict, coupling, null, "");
        }

        var quotient = CyclicQuotient.Of(graph.Decomposition, [source, target]);
        var table = CharacterTable.Of(quotient.Group, query.Progress, query.CancellationToken);
        var (from, to) = (quotient.ImageOf(source, table), quotient.ImageOf(target, table));
        var composite = MapAnswer.Of(IsotypicDecomposition.Of(table, quotient.Set, query.CancellationToken), graph.Activation, from, to, query);
        return new FrequencyMap(graph, verdict, coupling, composite, $"on X/N, N = ker {source.Label}, X = {graph.Decomposition.Set.Name}, a set of {quotient.Set.Size} points of {quotient.Group.Name}: {source.Label} is its {from.Label}, {target.Label} its {to.Label}");
    }

    public override void Describe(Page page)
    {
        var (from, to, set) = (Source.Label, Target.Label, _graph.Decomposition.Set);
        page.Heading($"{Group.Name}, order {Group.Order}: piecewise linear equivariant maps {from} → {to}");
        var simples = new PageTable().Left("").Left("also").Left("type").Right("dimension").Right("kernel").Right("image").Right($"multiplicity in {set.Name}");
        foreach (var simple in new[] { Source, Target }.Distinct())
        {
            simples.Row(simple.Label, FrequencyQuery.Also(simple), Shapes.Letter(simple.Type), simple.Dimension, simple.KernelOrder, simple.ImageOrder, _graph.Decomposition.Multiplicity(simple));
        }

        page.Table(simples);
        page.Fact("exists", $"{Prose.YesOrNo(_verdict.Exists)}: {(_verdict.Exists ? $"ker {from} ≤ ker {to}" : $"ker {from} is not contained in ker {to}")}");
        if (_verdict.Obstruction is { } word)
        {
            page.Fact("obstruction", $"{Word(word)} acts trivially on {from} and not on {to}");
        }
        else if (Source.ImageOrder <= LargestImage)
        {
            page.Fact("witness", $"F(v) = P_{to} relu(v - β) on the regular representation, β = {_verdict.Bias}");
            page.Fact("at a point", $"v = P_{from} e_1, with coordinate {_verdict.PointAtIdentity} at 1: F(v) has coordinate {_verdict.ValueAtIdentity} at 1");
        }

        page.Fact("linear", $"{Prose.YesOrNo(_verdict.LinearExists)}: {(_verdict.LinearExists ? (Source.Dimension == 1 ? "the multiples of the identity" : $"the identity among them; the endomorphisms of {from} are the complex numbers, of dimension 2") : $"{from} and {to} are not isomorphic (Schur)")}");
        page.Fact($"one {_graph.Activation.Name} layer", OneLayer());
        if (_composite is { } composite)
        {
            page.Line(_quotient);
            composite.DescribeComposite(page);
        }
    }

    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        Shapes.Group(json, Group);
        FrequencyQuery.Set(json, _graph.Decomposition);
        json.Object("source", () => FrequencyQuery.WriteSimple(json, Source));
        json.Object("target", () => FrequencyQuery.WriteSimple(json, Target));
        json.Field("exists", _verdict.Exists);
        json.Field("linearExists", _verdict.LinearExists);
        json.Object("reason", () =>
        {
            json.Field("kind", _verdict.Exists ? "kernel-inclusion" : "obstruction");
            if (_verdict.Obstruction is { } word)
            {
                json.Row("exponents", word);
            }
        });
        json.Object("activation", () =>
        {
            json.Field("name", _graph.Activation.Name);
            json.Field("nonzero", _coupling is not null);
            if (_coupling is { } coupling)
            {
                json.Field("cause", coupling.Cause.ToString().ToLowerInvariant());
                json.Field("lineStabilizerOrder", coupling.LineOrder);
            }
        });
        if (_composite is { } composite)
        {
            json.Field("quotient", _quotient);
            composite.WriteComposite(json);
        }
    });

    private Prose OneLayer()
    {
        var set = _graph.Decomposition.Set.Name;
        foreach (var simple in new[] { Source, Target })
        {
            if (_graph.Decomposition.Multiplicity(simple).IsZero)
            {
                return $"{Prose.YesOrNo(false)}, on {set}: {simple.Label} does not occur in the functions on {set}";
            }
        }

        return _coupling is { } coupling
            ? $"{Prose.YesOrNo(true)}, on {set}: {CauseOf(coupling, Source, Target)}"
            : $"{Prose.YesOrNo(false)}, on {set}: P_{Target.Label} {_graph.Activation.Name} is zero on the component of {Source.Label}";
    }

    /// <summary>Why an activation passes from one simple to another.</summary>
    public static Prose CauseOf((CouplingCause Cause, int Degree, BigInteger LineOrder, BigInteger Sum) coupling, AbelianSimple source, AbelianSimple target) => coupling.Cause switch
    {
        CouplingCause.Even => $"B = {{g : g r = ±r}}, r = P_{source.Label} e_x, has order {coupling.LineOrder}, and Σ ψ_{target.Label} over B = {coupling.Sum}",
        CouplingCause.Odd => $"B = {{g : g r = ε(g) r}}, r = P_{source.Label} e_x, ε = ±1, has order {coupling.LineOrder}, and Σ ε ψ_{target.Label} over B = {coupling.Sum}",
        CouplingCause.Linear => "its linear part is nonzero",
        CouplingCause.Constant => "its constant part is nonzero",
        _ => $"the character of {target.Label} is one of the powers of that of {source.Label} in t^{coupling.Degree}",
    };

    /// <summary>A word in the generators, g1 the first.</summary>
    private static string Word(IReadOnlyList<BigInteger> exponents) =>
        string.Join(" ", exponents.Select((exponent, j) => (exponent, j)).Where(pair => !pair.exponent.IsZero).Select(pair => FormattableString.Invariant($"g{pair.j + 1}^{pair.exponent}")));
}
