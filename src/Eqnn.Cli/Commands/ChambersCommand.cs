using System.CommandLine;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Drawing;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Regions;
using Eqnn.PiecewiseLinear.Z3;
using Eqnn.Records.Arrangements;
using Eqnn.Records.Certificates;
using Eqnn.Records.Groups;
using Eqnn.Records.GSets;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn chambers G L --on X</c> and <c>eqnn chambers @arrangement.json</c>: the regions of an arrangement, up to symmetry.</summary>
internal sealed class ChambersCommand : EqnnCommand
{
    private static readonly Argument<string> Subject = new("GROUP") { Description = "a group, or @arrangement.json: {\"vectors\": [[1, \"-1/2\", \"E(5)+E(5)^4\"], ...], \"constants\": [...], \"symmetry\": {...}}, the last two optional" };
    private static readonly Argument<string> Simples = new("SIMPLES") { Description = "the simple whose ReLU fan is asked for, or several: L1+L2", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string> CertificateForm = new("--certificate-form")
    {
        HelpName = "FORM",
        Description = FormattableString.Invariant($"listed (with all rays; its check lists every chamber), orbits (one line for each orbit; its check follows the orbits), or auto (default: listed up to {ChamberCertificateForms.MostListed} chambers, orbits beyond)"),
    };

    private static readonly Option<bool> Characteristic = new("--characteristic") { Description = "only the characteristic polynomial, its Betti numbers and the number of chambers, without listing any: far beyond what can be listed" };

    private static readonly Option<bool> All = new("--all") { Description = "only the list of all chambers, streamed: a word over + and - for each, or a JSON array" };

    /// <inheritdoc/>
    public override string Name => "chambers";

    /// <inheritdoc/>
    public override string Summary => "the chambers, walls and rays of a ReLU fan or of any arrangement of hyperplanes, up to symmetry";

    /// <inheritdoc/>
    public override string Details =>
        """
        The hyperplanes {v : v_x = 0}, x in the G-set, cut the space of a simple into chambers, on each of which ReLU is linear. Chambers are counted up to the group, exactly:
        zeros and signs are decided in the field of the coordinates, and the count is confirmed by Zaslavsky's theorem: by the characteristic polynomial, whose Betti numbers
        are part of the answer. With --characteristic nothing else is computed. With --bias, or "constants" in the file, the hyperplanes are affine: regions, bounded regions and vertices.
        With --certificate a file is written in which every claim can be checked again, by eqnn verify, with none of the code that found it.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn chambers S5 standard --on points", "30 chambers in 4 orbits"),
        ("eqnn chambers C9 L1+L2", "a degenerate arrangement over the cyclotomic field of conductor 9: 144 chambers"),
        ("eqnn chambers A5 L1 --on cosets:(1,2,3) --format json", "an icosahedral arrangement, for programs"),
        ("eqnn chambers A5 L1 --on cosets:(1,2,3) --svg fan.svg", "its picture on the two halves of a sphere"),
        ("eqnn chambers S3 standard --on points --solver simplex", "the same numbers by another route"),
        ("eqnn chambers C5 L1 --all", "the chambers themselves"),
        ("eqnn chambers S20 standard --on points --characteristic", "2^20 - 2 chambers, counted without listing them"),
        ("eqnn chambers S4 standard --on points --bias 1", "the regions that ReLU with a bias cuts"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [Subject, Simples];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CommonOptions.On, ChamberOptions.Isotypic, ChamberOptions.Bias, Characteristic, ChamberOptions.MaxChambers, ChamberOptions.MaxFlats, ChamberOptions.Solver, ChamberOptions.Certificate, CertificateForm, All, .. PictureFiles.Options];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var limits = ChamberOptions.LimitsOf(query);
        if (query.Has(All) && (query.Value(ChamberOptions.Certificate) is not null || limits.Route is ChamberRoute.Simplex or ChamberRoute.Solver))
        {
            throw new InputException("--all streams the list that the rays give; it goes with neither --certificate nor another --solver");
        }

        var form = FormOf(query);
        if (query.Value(CertificateForm) is not null && query.Value(ChamberOptions.Certificate) is null)
        {
            throw new InputException("--certificate-form says how the file of --certificate is written; name that file");
        }

        if (query.Has(Characteristic) && (query.Has(All) || query.Value(ChamberOptions.Certificate) is not null || query.Value(ChamberOptions.MaxChambers) is not null || query.Value(ChamberOptions.Solver) is not null))
        {
            throw new InputException("--characteristic lists no chambers; it goes with none of --all, --certificate, --max-chambers and --solver");
        }

        var (central, affine, title, space) = Arranged(query, limits);
        Action<JsonOutput>? head = space is null ? null : json => WriteSpace(json, space, query.Value(ChamberOptions.Bias));
        if (affine is not null)
        {
            return AnswerAffine(query, limits, affine, form, title, space, head);
        }

        var arrangement = central!;
        if (query.Has(Characteristic))
        {
            return new CharacteristicReport(CharacteristicPolynomial.Of(arrangement, limits, query.Progress, query.CancellationToken), title, arrangement.Dimension, arrangement.Hyperplanes.Count, arrangement.Conductor, arrangement.SymmetryOrder, false, head);
        }

        if (query.Has(All))
        {
            return new ChamberStream(arrangement, false, limits.MaxOrbits, query.Format);
        }

        var chambers = ChamberEnumeration.Of(arrangement, limits.WithKeepPartial(query.Value(ChamberOptions.MaxChambers) is not null), query.Progress, query.CancellationToken);
        if (query.Value(ChamberOptions.Certificate) is { } file && !chambers.IsPartial)
        {
            query.Files.AddStreamed(file, stream => ChamberCertificateForms.Write(chambers, form, stream, ToolVersion.Producer, query.CancellationToken), "--certificate");
        }

        Action<JsonOutput>? unbiased = space is null ? null : json => WriteSpace(json, space, null);
        return new ChamberReport(chambers, title, space?.Decomposition.Set.Group.Order ?? arrangement.SymmetryOrder, limits, query.Value(ChamberOptions.Certificate) is not null, ChamberOptions.IsLackingZ3(query), unbiased);
    }

    private static Report AnswerAffine(Query query, ChamberSearchOptions limits, AffineArrangement affine, ChamberCertificateForm form, string title, Subrepresentation? space, Action<JsonOutput>? head)
    {
        if (query.Has(Characteristic))
        {
            return new CharacteristicReport(CharacteristicPolynomial.Of(affine, limits, query.Progress, query.CancellationToken), title, affine.Dimension, affine.Hyperplanes.Count, affine.Conductor, affine.SymmetryOrder, true, head);
        }

        if (query.Has(All))
        {
            return new ChamberStream(affine.Cone, true, limits.MaxOrbits, query.Format);
        }

        var regions = RegionEnumeration.Of(affine, limits.WithKeepPartial(query.Value(ChamberOptions.MaxChambers) is not null), query.Progress, query.CancellationToken);
        if (query.Value(ChamberOptions.Certificate) is { } file && !regions.IsPartial)
        {
            query.Files.AddStreamed(file, stream => ChamberCertificateForms.Write(regions.Cone, form, stream, ToolVersion.Producer, query.CancellationToken), "--certificate");
        }

        return new RegionReport(regions, title, space?.Decomposition.Set.Group.Order ?? affine.SymmetryOrder, limits, query.Value(ChamberOptions.Certificate) is not null, ChamberOptions.IsLackingZ3(query), head);
    }

    /// <summary>The group, the G-set, the simples and the bias of a fan.</summary>
    private static void WriteSpace(JsonOutput json, Subrepresentation space, string? bias)
    {
        json.Group(space.Decomposition.Set.Group);
        json.Set("on", space.Decomposition.Set);
        json.Row("simples", space.Simples.Select(simple => simple.Label));
        if (bias is not null)
        {
            json.ExactRow("bias", ChamberOptions.BiasesOf(bias, space));
        }
    }

    private (Arrangement? Central, AffineArrangement? Affine, string Title, Subrepresentation? Space) Arranged(Query query, ChamberSearchOptions limits)
    {
        var subject = query.Required(Subject);
        var bias = query.Value(ChamberOptions.Bias);
        if (query.Value(Simples) is not { } labels)
        {
            if (!subject.StartsWith('@'))
            {
                throw new InputException($"chambers: SIMPLES is missing; usage: {Usage}");
            }

            if (bias is not null)
            {
                throw new InputException("--bias goes with a group; a file has \"constants\" beside its \"vectors\"");
            }

            var path = subject[1..];
            var file = Border.Read("arrangement " + path, () => ArrangementFile.Read(path));
            if (file.IsAffine)
            {
                RefusePicture(query);
                return (null, Border.Read("arrangement " + path, file.ToAffineArrangement), subject, null);
            }

            var given = Border.Read("arrangement " + path, file.ToArrangement);
            PictureFiles.Add(query, look => MapDrawing.OfArrangement(given, path, look));
            return (given, null, subject, null);
        }

        var (table, simples, set, title) = Located(query, labels);
        var space = Inputs.Space(IsotypicDecomposition.Of(table, set), simples, query.Has(ChamberOptions.Isotypic));
        var forms = Enumerable.Range(0, (int)set.Size).Select(space.FormAt);
        if (bias is not null && ChamberOptions.BiasesOf(bias, space) is var biases && biases.Any(b => !b.IsZero))
        {
            RefusePicture(query);
            var cut = Border.Read("--bias", () => BiasedFan.ArrangementOf(space, biases));
            return (null, cut, $"{title}: the ReLU fan of {space}, with bias {string.Join(", ", biases.Distinct())}", space);
        }

        PictureFiles.Add(query, look => MapDrawing.OfFan(EquivariantFan.Of(space, limits, query.Progress, query.CancellationToken), $"{table.Group.Name} on {set.Name}: the fan of {labels}", look));
        return (Arrangement.FromRows(forms).WithSymmetry(set.GeneratorActions), null, $"{title}: the ReLU fan of {space}", space);
    }

    private static void RefusePicture(Query query)
    {
        if (PictureFiles.AreWanted(query))
        {
            throw new InputException("--svg draws hyperplanes through 0 only, not an affine arrangement");
        }
    }

    /// <summary>The simples in a table; for cyclic groups of large order in that of the quotient through which they factor.</summary>
    private static (CharacterTable Table, IReadOnlyList<SimpleRepresentation> Simples, GSet Set, string Title) Located(Query query, string labels)
    {
        var group = Inputs.Group(query, Subject);
        if (!AbelianDual.IsPreferredFor(group) || !group.IsCyclic)
        {
            var whole = CharacterTable.Of(group, query.Progress, query.CancellationToken);
            var named = labels.Split('+').Select(label => Inputs.Simple(whole, label.Trim())).ToList();
            return (whole, named, Inputs.Set(group, query.Value(CommonOptions.On), "--on"), FormattableString.Invariant($"{group.Name}, order {group.Order}"));
        }

        var decomposition = FrequencyQuery.Decomposition(group, query);
        var simples = labels.Split('+').Select(label => FrequencyQuery.Simple(decomposition, label.Trim())).ToList();
        var quotient = CyclicQuotient.Of(decomposition, simples);
        var table = CharacterTable.Of(quotient.Group, query.Progress, query.CancellationToken);
        var title = FormattableString.Invariant($"{group.Name}, order {group.Order}, {labels} by the quotient {quotient.Group.Name} on X/N with {quotient.Set.Size} points");
        return (table, [.. simples.Select(simple => quotient.ImageOf(simple, table))], quotient.Set, title);
    }

    private static ChamberCertificateForm FormOf(Query query) => query.Value(CertificateForm)?.ToUpperInvariant() switch
    {
        null or "AUTO" => ChamberCertificateForm.Auto,
        "LISTED" => ChamberCertificateForm.Listed,
        "ORBITS" => ChamberCertificateForm.Orbits,
        _ => throw new InputException($"--certificate-form: there is no '{query.Value(CertificateForm)}'; use auto, listed or orbits"),
    };
}
