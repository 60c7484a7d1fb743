using Eqnn.Algebra;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations.MatrixGroups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Records.Certificates;

/// <summary>From the text of a certificate of maps to its values: what determines them is read, they are computed anew and written, and the two texts are compared value by value.</summary>
internal static class MapCertificateReader
{
    /// <exception cref="AlgebraFormatException">It is no such certificate; the message names line and field.</exception>
    public static CertifiedMaps Read(string json, GroupLimits? limits, CancellationToken cancellationToken)
    {
        var root = JsonItem.Parse("certificate", json);
        Require(root["format"], CertificateOutput.Format);
        Require(root["kind"], "maps");
        var group = Group(root["group"], limits ?? GroupLimits.Default);
        var table = CharacterTable.Of(group, null, cancellationToken);
        var verdict = KernelCriterion.Decide(Simple(table, root["group"], root["source"]), Simple(table, root["group"], root["target"]));
        var maps = root.Find("fan") is null ? null : Maps(root, verdict, cancellationToken);
        var producer = root.Find("producer")?.Text();
        var again = JsonItem.Parse("certificate", maps is null ? MapCertificate.Of(verdict, producer) : MapCertificate.Of(verdict, maps, producer, cancellationToken));
        RequireSame(root, again);
        return new(producer, verdict, maps);
    }

    private static FiniteGroup Group(JsonItem item, GroupLimits bounds)
    {
        var degree = item["degree"].Whole(1);
        DegreeLimit.Require(degree, bounds.MaxDegree);
        return GroupRecord.Named(item["name"].Text(), degree, [.. item["generators"].Items().Select(images => images.Permutation(degree))], bounds);
    }

    /// <summary>The simple with the character that the certificate gives by its classes.</summary>
    private static SimpleRepresentation Simple(CharacterTable table, JsonItem group, JsonItem simple)
    {
        var positions = group["classes"].Items().Select(c => c["representative"].Located(() => table.Group.ClassPositionOf(c["representative"].Permutation(table.Group.Degree)))).ToList();
        var values = ExactEntries.Vector(simple["character"], Cyclotomic.Parse, positions.Count);
        return table.Simples.FirstOrDefault(candidate => positions.Zip(values).All(pair => candidate.Character[pair.First] == pair.Second))
            ?? throw simple["character"].Misfit($"no simple of {table.Group.Name} has this character");
    }

    private static EquivariantMapSpace Maps(JsonItem root, MapVerdict verdict, CancellationToken cancellationToken)
    {
        var (source, arrangement, symmetry) = (root["sourceMatrices"], root["fan"]["arrangement"], root["fan"]["symmetry"]);
        var space = source["generators"].Located(() => GivenRepresentation.FromGenerators(
            verdict.Source.Label, verdict.Source.Table.Group, source["dimension"].Whole(1), source["generators"].Items().Select(matrix => ExactEntries.Matrix(matrix, Cyclotomic.Parse)), null, cancellationToken));
        var columns = arrangement["columns"].Whole(1);
        var rows = Arrangement.FromRows(arrangement["rows"].Items().Select(row => ExactEntries.Vector(row, Cyclotomic.Parse, columns)));
        var invariant = symmetry["generators"].Located(() => rows.WithSymmetry(symmetry["generators"].Items().Select(images => SignedPermutation.FromImages(images.Wholes()))));
        var fan = root["fan"].Located(() => EquivariantFan.FromArrangement(space, invariant, null, null, cancellationToken));
        return EquivariantMapSpace.Of(fan, verdict.Target, cancellationToken);
    }

    private static void Require(JsonItem field, string value)
    {
        if (field.Text() != value)
        {
            throw field.Misfit($"\"{value}\" is expected");
        }
    }

    /// <summary>Refuses at the first value that is not the one that the library writes.</summary>
    private static void RequireSame(JsonItem read, JsonItem written)
    {
        if (read.Kind != written.Kind)
        {
            throw Other(read, written);
        }

        switch (read.Kind)
        {
            case JsonKind.Record:
                foreach (var field in read.Fields())
                {
                    RequireSame(field, written.Find(field.Name) ?? throw field.Misfit("the format has no such field here"));
                }

                if (written.Fields().FirstOrDefault(field => read.Find(field.Name) is null) is { } missing)
                {
                    throw read.Misfit($"the field \"{missing.Name}\" is missing");
                }

                break;
            case JsonKind.List:
                if (read.Items().Count != written.Items().Count)
                {
                    throw read.Misfit(FormattableString.Invariant($"{read.Items().Count} entries stand here, the library finds {written.Items().Count}"));
                }

                foreach (var (one, other) in read.Items().Zip(written.Items()))
                {
                    RequireSame(one, other);
                }

                break;
            case var _ when !read.Equals(written):
                throw Other(read, written);
        }
    }

    private static AlgebraFormatException Other(JsonItem read, JsonItem written) => read.Misfit($"the library finds {JsonItem.Short(written.ToString())}");
}
