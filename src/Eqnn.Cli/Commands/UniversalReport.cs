using Eqnn.Cli.Output;
using Eqnn.PiecewiseLinear.Universality;
using Eqnn.Records.Groups;
using Eqnn.Records.GSets;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn universal</c>.</summary>
internal sealed class UniversalReport(UniversalityTable table) : OutlinedReport
{
    protected override void Describe(Outline outline)
    {
        var group = table.Input.Group;
        outline.Heading($"{group.Name}, order {group.Order}: one hidden layer G/H between {table.Input.Name}, size {table.Input.Size}, and {table.Output.Name}, size {table.Output.Size}");
        outline.InDocument(json => json.GroupByGenerators(group));
        outline.InDocument(json => json.Set("on", table.Input));
        outline.InDocument(json => json.Set("to", table.Output));
        outline.Line("classes of networks: T1 contains all others");
        outline.Table("classes", table.Classes, columns => columns
            .Left("", known => Label(known))
            .Right("closure", known => known.Type.Stabiliser.Order)
            .Right("points", known => known.Type.OrbitLength)
            .Right("fixed", known => known.Type.FixedDimension)
            .Left("universal", known => Prose.YesOrNo(known.IsUniversal))
            .Left("separates", known => known.Separates is { } separates ? Prose.YesOrNo(separates) : "open")
            .Left("readout", known => known.IsUniversal ? "not needed" : known.NeedsNoReadout ? "no use" : "adds")
            .Left("first missed", known => known.FirstMissed is { } missed ? FormattableString.Invariant($"degree {missed.Degree}: {missed.Reached} of {missed.All}") : known.IsUniversal ? "none" : FormattableString.Invariant($"none to degree {known.LastDegree}"))
            .Left("contained in", known => known == table.Classes[0] ? "" : Prose.List(table.CoversOf(known).Select(Label))));
        outline.Line("hidden sets G/H by the classes of subgroups (eqnn gsets)");
        outline.Objects("sets", "sets", table.Sets, columns => columns
            .Left("", set => set.Stabiliser.Label)
            .Right("order of H", set => set.Stabiliser.Order)
            .Left("generators", set => Prose.List(set.Stabiliser.Representative.Generators.Select(g => g.ToString()).DefaultIfEmpty("()")))
            .Fields((json, set) => json.Record("stabiliser", () => json.Subgroup(set.Stabiliser.Representative)))
            .Count("points", "points", set => set.Points)
            .Right("order of closure", set => set.Closure.Order)
            .Fields((json, set) => json.Record("closure", () => json.Subgroup(set.Closure)))
            .Left("class", set => Label(set.Class))
            .Fields((json, set) => WriteClass(json, set.Class)));
        outline.InDocument(json => json.List("order", table.Inclusions(), pair => json.Row([pair.Inner + 1, pair.Outer + 1])));
        outline.Fact("smallest universal", Union(table.SmallestUniversal), json => Write(json, "smallestUniversal", table.SmallestUniversal));
        outline.Fact("smallest separating", table.SmallestSeparating is { } separating ? Union(separating) : "open", json => Write(json, "smallestSeparating", table.SmallestSeparating));
    }

    private static void WriteClass(JsonOutput json, ShallowClass known)
    {
        json.Field("class", known.Type.Position + 1);
        json.Field("fixedDimension", known.Type.FixedDimension);
        json.Field("normal", known.NeedsNoReadout);
        json.Field("universalShallow", known.IsUniversal);
        json.Field("separating", known.Separates);
        if (known.FirstMissed is { } missed)
        {
            json.Record("firstMissed", () =>
            {
                json.Field("degree", missed.Degree);
                json.Field("reached", missed.Reached);
                json.Field("all", missed.All);
            });
        }
        else
        {
            json.Null("firstMissed");
        }

        json.Field("lastDegree", known.LastDegree);
        Unseens.WriteExample(json, "unseen", known.Unseen);
    }

    public override void WriteDot(TextWriter dot)
    {
        dot.Write($"digraph {GapObjects.Quoted($"one hidden layer between {table.Input.Name} and {table.Output.Name} of {table.Input.Group.Name}")} {{\n  rankdir = BT;\n");
        foreach (var known in table.Classes)
        {
            dot.Write(FormattableString.Invariant($"  {Label(known)} [label = \"{Label(known)}\\n{known.Type.OrbitLength} points\"{(known.IsUniversal ? ", peripheries = 2" : known.Separates == true ? "" : ", style = dashed")}];\n"));
        }

        foreach (var known in table.Classes)
        {
            foreach (var cover in table.CoversOf(known))
            {
                dot.Write($"  {Label(known)} -> {Label(cover)};\n");
            }
        }

        dot.Write("}\n");
    }

    private static string Label(ShallowClass known) => FormattableString.Invariant($"T{known.Type.Position + 1}");

    private static Prose Union(HiddenUnion union) =>
        $"{string.Join(" + ", union.Classes.Select(Label))}, {union.Points} points{(union.IsProvedSmallest ? "" : " (smaller ones were not all decided)")}";

    private static void Write(JsonOutput json, string name, HiddenUnion? union)
    {
        if (union is null)
        {
            json.Null(name);
            return;
        }

        json.Record(name, () =>
        {
            json.Field("points", union.Points);
            json.Row("classes", union.Classes.Select(known => known.Type.Position + 1));
            json.Field("proved", union.IsProvedSmallest);
        });
    }
}
