using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Cli.Output;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.PiecewiseLinear.Composites;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.Records.Groups;
using Eqnn.Records.GSets;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;
using Eqnn.Records.Maps;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn maps G L K</c>.</summary>
internal sealed class MapReport(MapAnswer answer, bool enumerated, CancellationToken cancellationToken = default) : OutlinedReport
{
    private readonly IsotypicDecomposition _decomposition = answer.Decomposition;
    private readonly Activation _activation = answer.Activation;
    private readonly MapVerdict _verdict = answer.Verdict;
    private readonly Coupling? _coupling = answer.Coupling;
    private readonly SimpleCopy? _copy = answer.Copy;
    private readonly PlanarComposite? _composite = answer.Composite;
    private readonly EnumerationPart? _enumeration = enumerated && answer.Enumeration is { } enumeration ? new EnumerationPart(enumeration, cancellationToken) : null;

    /// <summary>In place of the enumeration on the fan through 0, where a bias was given.</summary>
    public AffineMapEnumeration? Affine { get; init; }

    /// <summary>The verdict stands, but the exact map would need a list of points that is too long.</summary>
    private bool IsTooLarge => answer.Absence == CompositeAbsence.TooManyPoints && _coupling is not null;

    private SimpleRepresentation Source => answer.Source;

    private SimpleRepresentation Target => answer.Target;

    private GSet Set => answer.Set;

    /// <inheritdoc/>
    protected override void Describe(Outline outline)
    {
        var (from, to) = (Source.Label, Target.Label);
        outline.Heading($"{Set.Group.Name}, order {Set.Group.Order}: piecewise linear equivariant maps {from} → {to}");
        outline.InDocument(json =>
        {
            json.Group(Set.Group);
            json.Set("on", Set);
            json.Object("source", () => json.Simple(Source));
            json.Object("target", () => json.Simple(Target));
        });
        outline.Table("simples", new[] { Source, Target }.DistinctBy(simple => simple.Position), columns => MapTableReport.OfSimples(columns, _decomposition));
        outline.Fact("exists", $"{Prose.YesOrNo(_verdict.IsPossible)}: {(_verdict.IsPossible ? $"ker {from} ≤ ker {to}" : $"ker {from} is not contained in ker {to}")}", "exists", _verdict.IsPossible);
        outline.Field("linearExists", _verdict.LinearExists);
        outline.Object("reason", Reason);
        outline.Fact("linear", $"{Prose.YesOrNo(_verdict.LinearExists)}: {(_verdict.LinearExists ? Endomorphisms(from) : $"{from} and {to} are not isomorphic (Schur)")}");
        outline.Object("activation", part =>
        {
            part.Field("name", _activation.Name);
            part.Fact($"one {_activation.Name} layer", OneLayer(), "nonzero", _coupling is not null);
            part.InDocument(WriteCoupling);
        });
        if (_verdict is MapVerdict.Exists { Witness: var witness })
        {
            outline.InDocument(json => json.Object("witness", () =>
            {
                json.Field("network", "one hidden layer with bias on the regular representation");
                json.Witness(witness);
            }));
        }

        DescribeComposite(outline);
        _enumeration?.Describe(outline);
        Affine?.Describe(outline);
    }

    private void Reason(Outline reason) => _ = _verdict.Match(
        exists =>
        {
            reason.Field("kind", "kernel-inclusion");
            reason.InDocument(json => json.Positions("sourceKernel", Source.KernelClassPositions));
            reason.InDocument(json => json.Positions("targetKernel", Target.KernelClassPositions));
            reason.Fact("witness", $"F(v) = P_{Target.Label} relu(v - β) on the regular representation, β = {exists.Witness.Bias}");
            reason.Fact("at a point", $"v = P_{Source.Label} e_1, with coordinate {exists.Witness.PointAtIdentity} at 1: F(v) has coordinate {exists.Witness.ValueAtIdentity} at 1");
            return true;
        },
        impossible =>
        {
            reason.Field("kind", "obstruction");
            reason.InDocument(json => json.Obstruction(impossible.Obstruction));
            reason.Fact("obstruction", $"{impossible.Obstruction.Element.ToString()} acts trivially on {Source.Label} and not on {Target.Label}");
            reason.Fact("vanishing sum", $"Σ ψ_{Target.Label} over ker {Source.Label} = {impossible.Obstruction.KernelSum}: ker {Source.Label} fixes only 0 in {Target.Label}");
            return false;
        });

    private string Endomorphisms(string label) => _verdict.Source.Type switch
    {
        SimpleType.Real => "the multiples of the identity",
        SimpleType.Complex => $"the identity among them; the endomorphisms of {label} are the complex numbers, of dimension 2",
        _ => $"the identity among them; the endomorphisms of {label} are the quaternions, of dimension 4",
    };

    private Prose OneLayer()
    {
        var on = $"on {Set.Name}";
        if (answer.Missing is { } missing)
        {
            return $"{Prose.YesOrNo(false)}, {on}: {missing.Label} does not occur in the functions on {Set.Name}";
        }

        if (_coupling is null)
        {
            return $"{Prose.YesOrNo(false)}, {on}: P_{Target.Label} {_activation.Name} is zero on the component of {Source.Label}";
        }

        return $"{Prose.YesOrNo(true)}, {on}: {Cause(_coupling)}";
    }

    private Prose Cause(Coupling coupling)
    {
        switch (coupling)
        {
            case { Cause: CouplingCause.Even, Stabilizer: { } stabilizer }:
                return $"B = {{g : g r = ±r}}, r = P_{Source.Label} e_x, has order {stabilizer.Line.Order}, and Σ ψ_{Target.Label} over B = {coupling.Sum}";
            case { Cause: CouplingCause.Odd, Stabilizer: { } stabilizer }:
                return $"B = {{g : g r = ε(g) r}}, r = P_{Source.Label} e_x, ε = ±1, has order {stabilizer.Line.Order}, and Σ ε ψ_{Target.Label} over B = {coupling.Sum}";
            case { Cause: CouplingCause.Linear }:
                return "its linear part is nonzero";
            case { Cause: CouplingCause.Constant }:
                return "its constant part is nonzero";
            default:
                return $"the tensor of degree {coupling.Degree} has squared norm {coupling.Sum}";
        }
    }

    private void WriteCoupling(JsonOutput json)
    {
        if (_coupling is null)
        {
            return;
        }

        json.Field("cause", _coupling.Cause.ToString().ToLowerInvariant());
        if (_coupling.Stabilizer is { } stabilizer)
        {
            json.Field("orbit", stabilizer.Orbit + 1);
            json.Field("vectorStabilizerOrder", stabilizer.Vector.Order);
            json.Field("lineStabilizerOrder", stabilizer.Line.Order);
        }

        json.Exact("sum", _coupling.Sum);
    }

    /// <summary>Only the exact map of one layer.</summary>
    public void DescribeComposite(Outline outline)
    {
        var map = $"P_{Target.Label} relu P_{Source.Label} on {Set.Name}";
        if (_copy is { } copy)
        {
            outline.Heading(copy.IsWholeComponent ? map : $"{map}, on one copy of {Source.Label} ({Source.Label} occurs {_decomposition.Multiplicity(Source)} times)");
            outline.Object("composite", part => Describe(part, copy));
            return;
        }

        outline.InDocument(json => json.Null("composite"));
        if (IsTooLarge)
        {
            outline.Heading(map);
            outline.Line($"not written out: {Set.Name} has {Set.Size} points, more than {GSet.MaxPoints}; a smaller G-set has it (--on, e.g. --on points)");
            outline.Object("compositeLimit", limit =>
            {
                limit.Field("points", Set.Size);
                limit.Field("limit", GSet.MaxPoints);
            });
        }

        outline.OnPage(page => DescribeAnotherWay(page, map));
    }

    private void Describe(Outline part, SimpleCopy copy)
    {
        part.Field("zero", answer.IsCompositeZero);
        part.Field("wholeComponent", copy.IsWholeComponent);
        part.InDocument(json => json.ModelBasis("sourceBasis", copy.Model.Name, copy.BasisPoints));
        if (answer.IsCompositeZero || _composite is not { } composite)
        {
            part.Line("zero everywhere");
        }
        else
        {
            part.Line($"coordinates of {Source.Label}: the vectors P e_y / P_yy at y = {Points(copy.BasisPoints)} of {copy.Model.Name}; of {Target.Label}: at y = {Points(composite.TargetBasis.Points)} of {Set.Name}");
        }

        if (_composite is null)
        {
            return;
        }

        part.InDocument(json => json.ModelBasis("targetBasis", Set.Name, _composite.TargetBasis.Points));
        part.Records("rays", "rays", _composite.Rays.Index(), columns => columns
            .Right("ray", entry => entry.Index + 1)
            .Vector("direction", "direction", entry => entry.Item.Direction)
            .Vector("value", "value", entry => entry.Item.Value), !answer.IsCompositeZero);
        part.Records("chambers", "chambers", _composite.Chambers.Index(), columns => columns
            .Right("chamber", entry => entry.Index + 1)
            .Left("rays", entry => Points(entry.Item.Rays)).Fields((json, entry) => json.Positions("rays", entry.Item.Rays))
            .Left("matrix", entry => Matrices.Inline(entry.Item.Matrix)).Fields((json, entry) => json.ExactRows("matrix", entry.Item.Matrix.Rows())), !answer.IsCompositeZero);
    }

    /// <summary>Where the exact map exists and is not written out by chambers: the question that has it.</summary>
    private void DescribeAnotherWay(Page page, string map)
    {
        if (answer.Absence == CompositeAbsence.DimensionAboveTwo && _coupling is not null && _enumeration is null && Affine is null && answer.TryFindSetForEnumeration() is { } set)
        {
            page.Heading(map);
            var name = Set.Group.Name.Any(c => c is ' ' or '(' or ';' or '*') ? $"\"{Set.Group.Name}\"" : Set.Group.Name;
            page.Line($"written out for {Source.Label} of dimension 1 or 2; here by its values on rays: eqnn maps {name} {Source.Label} {Target.Label} --on {(set.Name.Any(c => c is '(' or ';' or '*') ? $"\"{set.Name}\"" : set.Name)} --enumerate");
        }
    }

    private static string Points(IEnumerable<int> positions) => string.Join(", ", positions.Select(Matrices.Number));
}
