using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn maps G</c>: all pairs of simples.</summary>
internal sealed class MapsTable : Report
{
    private readonly IsotypicDecomposition _decomposition;
    private readonly Activation _activation;
    private readonly List<Pair> _pairs;

    private MapsTable(IsotypicDecomposition decomposition, Activation activation, List<Pair> pairs)
    {
        _decomposition = decomposition;
        _activation = activation;
        _pairs = pairs;
    }

    private IReadOnlyList<SimpleRepresentation> Simples => _decomposition.Table.Simples;

    /// <summary>The largest number of pairs of simples.</summary>
    private const int MaxPairs = 4_000_000;

    /// <summary>An abelian group has more than half as many simples as elements: that much is known before its table.</summary>
    public static void RequireFewPairs(FiniteGroup group)
    {
        if (group.IsAbelian)
        {
            RequireFewPairs((group.Order / 2) + 1);
        }
    }

    /// <summary>Decides all pairs, by source and then by target in the order of the simples.</summary>
    public static MapsTable Of(IsotypicDecomposition decomposition, Activation activation, Query query)
    {
        var simples = decomposition.Table.Simples;
        RequireFewPairs(simples.Count);
        var pairs = new List<Pair>(simples.Count * simples.Count);
        foreach (var source in simples)
        {
            query.Progress?.Report(new("pairs of simples", source.Position, simples.Count));
            var coupling = CouplingSources.Of(decomposition, [source]);
            foreach (var target in simples)
            {
                query.CancellationToken.ThrowIfCancellationRequested();
                var verdict = KernelCriterion.Decide(source, target);
                pairs.Add(new Pair(source, target, verdict.IsPossible, verdict.LinearExists, coupling.Couples(target, activation)));
            }
        }

        return new MapsTable(decomposition, activation, pairs);
    }

    private static void RequireFewPairs(BigInteger simples)
    {
        if (simples * simples > MaxPairs)
        {
            throw new LimitExceededException("pairs of simples", MaxPairs, FormattableString.Invariant($"{simples * simples}"), "name two simples");
        }
    }

    /// <inheritdoc/>
    public override void Describe(Page page)
    {
        var set = _decomposition.Set;
        page.Heading($"{set.Group.Name}, order {set.Group.Order}: piecewise linear equivariant maps between its simples");
        var simples = new PageTable().Left("").Left("also").Left("type").Right("dimension").Right("kernel").Right("image").Right($"multiplicity in {set.Name}");
        foreach (var simple in Simples)
        {
            simples.Row(
                simple.Label, string.Join(", ", simple.Aliases), Shapes.Letter(simple.Type), simple.Dimension, simple.KernelOrder, simple.ImageOrder,
                _decomposition.Multiplicity(simple));
        }

        page.Table(simples);
        page.Line("Row L, column K:");
        page.Fact("=", "L = K, so there are linear maps");
        page.Fact("+", $"a piecewise linear map L → K exists, and one {_activation.Name} layer on {set.Name} gives one");
        page.Fact("o", $"a piecewise linear map L → K exists, but not by one {_activation.Name} layer on {set.Name}");
        page.Fact(".", "none exists");
        var table = new PageTable().Left("");
        foreach (var target in Simples)
        {
            table.Right(target.Label);
        }

        foreach (var row in _pairs.Chunk(Simples.Count))
        {
            table.Row([(Prose)row[0].Source.Label, .. row.Select(pair => (Prose)pair.Sign)]);
        }

        page.Table(table);
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        Shapes.Group(json, _decomposition.Set.Group);
        Shapes.Set(json, "on", _decomposition.Set);
        json.Field("activation", _activation.Name);
        json.List("simples", Simples, simple => json.Object(() => Shapes.Simple(json, simple)));
        json.Records("pairs", _pairs, pair =>
        {
            json.Field("source", pair.Source.Label);
            json.Field("target", pair.Target.Label);
            json.Field("exists", pair.Exists);
            json.Field("linearExists", pair.LinearExists);
            json.Field("activationNonzero", pair.ActivationNonzero);
        });
    });

    private sealed record Pair(SimpleRepresentation Source, SimpleRepresentation Target, bool Exists, bool LinearExists, bool ActivationNonzero)
    {
        public string Sign => LinearExists ? "=" : !Exists ? "." : ActivationNonzero ? "+" : "o";
    }
}
