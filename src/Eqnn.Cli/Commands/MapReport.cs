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
internal sealed class MapReport(MapAnswer answer, bool enumerated) : Report
{
    private readonly IsotypicDecomposition _decomposition = answer.Decomposition;
    private readonly Activation _activation = answer.Activation;
    private readonly MapVerdict _verdict = answer.Verdict;
    private readonly Coupling? _coupling = answer.Coupling;
    private readonly SimpleCopy? _copy = answer.Copy;
    private readonly PlanarComposite? _composite = answer.Composite;
    private readonly EnumerationPart? _enumeration = enumerated && answer.Enumeration is { } enumeration ? new EnumerationPart(enumeration) : null;

    /// <summary>In place of the enumeration on the fan through 0, where a bias was given.</summary>
    public AffineMapEnumeration? Affine { get; init; }

    /// <summary>The verdict stands, but the exact map would need a list of points that is too long.</summary>
    private bool IsTooLarge => answer.Absence == CompositeAbsence.TooManyPoints && _coupling is not null;

    private SimpleRepresentation Source => answer.Source;

    private SimpleRepresentation Target => answer.Target;

    private GSet Set => answer.Set;

    /// <inheritdoc/>
    public override void Describe(Page page)
    {
        var (from, to) = (Source.Label, Target.Label);
        page.Heading($"{Set.Group.Name}, order {Set.Group.Order}: piecewise linear equivariant maps {from} → {to}");
        var simples = new PageTable { Name = "simples" }.Left("").Left("also").Left("type").Right("dimension").Right("kernel").Right("image").Right($"multiplicity in {Set.Name}");
        foreach (var simple in new[] { Source, Target }.DistinctBy(simple => simple.Position))
        {
            simples.Row(
                simple.Label, string.Join(", ", simple.Aliases), simple.Type.Letter(), simple.Dimension, simple.KernelOrder, simple.ImageOrder,
                _decomposition.Multiplicity(simple));
        }

        page.Table(simples);
        page.Fact("exists", $"{Prose.YesOrNo(_verdict.IsPossible)}: {(_verdict.IsPossible ? $"ker {from} ≤ ker {to}" : $"ker {from} is not contained in ker {to}")}");
        _ = _verdict.Match(
            exists =>
            {
                page.Fact("witness", $"F(v) = P_{to} relu(v - β) on the regular representation, β = {exists.Witness.Bias}");
                page.Fact("at a point", $"v = P_{from} e_1, with coordinate {exists.Witness.PointAtIdentity} at 1: F(v) has coordinate {exists.Witness.ValueAtIdentity} at 1");
                return true;
            },
            impossible =>
            {
                page.Fact("obstruction", $"{impossible.Obstruction.Element.ToString()} acts trivially on {from} and not on {to}");
                page.Fact("vanishing sum", $"Σ ψ_{to} over ker {from} = {impossible.Obstruction.KernelSum}: ker {from} fixes only 0 in {to}");
                return false;
            });
        page.Fact("linear", $"{Prose.YesOrNo(_verdict.LinearExists)}: {(_verdict.LinearExists ? Endomorphisms(from) : $"{from} and {to} are not isomorphic (Schur)")}");
        page.Fact($"one {_activation.Name} layer", OneLayer());
        DescribeComposite(page);
        _enumeration?.Describe(page);
        Affine?.Describe(page);
    }

    private string Endomorphisms(string label) => _verdict.Source.Type switch
    {
        SimpleType.Real => "the multiples of the identity",
        SimpleType.Complex => $"the identity among them; the endomorphisms of {label} are the complex numbers, of dimension 2",
        _ => $"the identity among them; the endomorphisms of {label} are the quaternions, of dimension 4",
    };

    /// <inheritdoc/>
    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        json.Group(Set.Group);
        json.Set("on", Set);
        json.Object("source", () => json.Simple(Source));
        json.Object("target", () => json.Simple(Target));
        json.Field("exists", _verdict.IsPossible);
        json.Field("linearExists", _verdict.LinearExists);
        json.Object("reason", () => _ = _verdict.Match(
            exists =>
            {
                json.Field("kind", "kernel-inclusion");
                json.Positions("sourceKernel", Source.KernelClassPositions);
                json.Positions("targetKernel", Target.KernelClassPositions);
                return true;
            },
            impossible =>
            {
                json.Field("kind", "obstruction");
                json.Obstruction(impossible.Obstruction);
                return false;
            }));
        json.Object("activation", () =>
        {
            json.Field("name", _activation.Name);
            json.Field("nonzero", _coupling is not null);
            WriteCoupling(json);
        });
        if (_verdict is MapVerdict.Exists { Witness: var witness })
        {
            json.Object("witness", () =>
            {
                json.Field("network", "one hidden layer with bias on the regular representation");
                json.Witness(witness);
            });
        }

        WriteComposite(json);
        _enumeration?.WriteJson(json);
        Affine?.WriteJson(json);
    });

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
    public void DescribeComposite(Page page)
    {
        var map = $"P_{Target.Label} relu P_{Source.Label} on {Set.Name}";
        if (IsTooLarge)
        {
            page.Heading(map);
            page.Line($"not written out: {Set.Name} has {Set.Size} points, more than {GSet.MaxPoints}; a smaller G-set has it (--on, e.g. --on points)");
        }

        if (_copy is null)
        {
            DescribeAnotherWay(page, map);
            return;
        }

        page.Heading(_copy.IsWholeComponent ? map : $"{map}, on one copy of {Source.Label} ({Source.Label} occurs {_decomposition.Multiplicity(Source)} times)");
        if (answer.IsCompositeZero || _composite is null)
        {
            page.Line("zero everywhere");
            return;
        }

        page.Line($"coordinates of {Source.Label}: the vectors P e_y / P_yy at y = {Points(_copy.BasisPoints)} of {_copy.Model.Name}; of {Target.Label}: at y = {Points(_composite.TargetBasis.Points)} of {Set.Name}");
        var rays = new PageTable { Name = "rays" }.Right("ray").Left("direction").Left("value");
        for (var i = 0; i < _composite.Rays.Count; i++)
        {
            rays.Row(i + 1, Matrices.Vector(_composite.Rays[i].Direction), Matrices.Vector(_composite.Rays[i].Value));
        }

        page.Table(rays);
        var chambers = new PageTable { Name = "chambers" }.Right("chamber").Left("rays").Left("matrix");
        for (var i = 0; i < _composite.Chambers.Count; i++)
        {
            chambers.Row(i + 1, Points(_composite.Chambers[i].Rays), Matrices.Inline(_composite.Chambers[i].Matrix));
        }

        page.Table(chambers);
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

    /// <summary>The fields of the exact map of one layer.</summary>
    public void WriteComposite(JsonOutput json)
    {
        if (_copy is null)
        {
            json.Null("composite");
            if (IsTooLarge)
            {
                json.Object("compositeLimit", () =>
                {
                    json.Field("points", Set.Size);
                    json.Field("limit", GSet.MaxPoints);
                });
            }

            return;
        }

        json.Object("composite", () =>
        {
            json.Field("zero", answer.IsCompositeZero);
            json.Field("wholeComponent", _copy.IsWholeComponent);
            json.Record("sourceBasis", () =>
            {
                json.Field("model", _copy.Model.Name);
                json.Positions("points", _copy.BasisPoints);
            });
            if (_composite is null)
            {
                return;
            }

            json.Record("targetBasis", () =>
            {
                json.Field("model", Set.Name);
                json.Positions("points", _composite.TargetBasis.Points);
            });
            json.Records("rays", _composite.Rays, ray =>
            {
                json.ExactRow("direction", ray.Direction);
                json.ExactRow("value", ray.Value);
            });
            json.Records("chambers", _composite.Chambers, chamber =>
            {
                json.Positions("rays", chamber.Rays);
                json.ExactRows("matrix", chamber.Matrix.Rows());
            });
        });
    }

    private static string Points(IEnumerable<int> positions) => string.Join(", ", positions.Select(Matrices.Number));
}
