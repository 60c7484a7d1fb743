using Eqnn.Algebra.Groups;
using Eqnn.Cli.Output;
using Eqnn.PiecewiseLinear.Universality;
using Eqnn.Records.Groups;
using Eqnn.Records.GSets;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn universal</c>.</summary>
internal sealed class UniversalReport(UniversalityTable table) : Report
{
    public override void Describe(Page page)
    {
        var group = table.Input.Group;
        page.Heading($"{group.Name}, order {group.Order}: one hidden layer G/H between {table.Input.Name}, size {table.Input.Size}, and {table.Output.Name}, size {table.Output.Size}");
        page.Line("classes of networks: T1 contains all others");
        var classes = new PageTable { Name = "classes" }.Left("").Right("closure").Right("points").Right("fixed").Left("universal").Left("separates").Left("readout").Left("first missed").Left("contained in");
        foreach (var known in table.Classes)
        {
            var covers = table.CoversOf(known).Select(Label);
            classes.Row(
                Label(known), known.Type.Stabiliser.Order, known.Type.OrbitLength, known.Type.FixedDimension, Prose.YesOrNo(known.IsUniversal), known.Separates is { } separates ? Prose.YesOrNo(separates) : "open",
                known.IsUniversal ? "not needed" : known.NeedsNoReadout ? "no use" : "adds",
                known.FirstMissed is { } missed ? FormattableString.Invariant($"degree {missed.Degree}: {missed.Reached} of {missed.All}") : known.IsUniversal ? "none" : FormattableString.Invariant($"none to degree {known.LastDegree}"),
                known == table.Classes[0] ? "" : Prose.List(covers));
        }

        page.Table(classes);
        page.Line("hidden sets G/H by the classes of subgroups (eqnn gsets)");
        var sets = new PageTable { Name = "sets" }.Left("").Right("order of H").Left("generators").Right("points").Right("order of closure").Left("class");
        foreach (var set in table.Sets)
        {
            sets.Row(set.Stabiliser.Label, set.Stabiliser.Order, Prose.List(set.Stabiliser.Representative.Generators.Select(g => g.ToString()).DefaultIfEmpty("()")), set.Points, set.Closure.Order, Label(set.Class));
        }

        page.Table(sets);
        page.Fact("smallest universal", Union(table.SmallestUniversal));
        page.Fact("smallest separating", table.SmallestSeparating is { } separating ? Union(separating) : "open");
    }

    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        json.GroupByGenerators(table.Input.Group);
        json.Set("on", table.Input);
        json.Set("to", table.Output);
        json.List("sets", table.Sets, set => json.Object(() =>
        {
            Subgroup(json, "stabiliser", set.Stabiliser.Representative);
            json.Field("points", set.Points);
            Subgroup(json, "closure", set.Closure);
            json.Field("class", set.Class.Type.Position + 1);
            json.Field("fixedDimension", set.Class.Type.FixedDimension);
            json.Field("normal", set.Class.NeedsNoReadout);
            json.Field("universalShallow", set.Class.IsUniversal);
            json.Field("separating", set.Class.Separates);
            if (set.Class.FirstMissed is { } missed)
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

            json.Field("lastDegree", set.Class.LastDegree);
            Unseens.WriteExample(json, "unseen", set.Class.Unseen);
        }));
        json.List("order", table.Inclusions(), pair => json.Row([pair.Inner + 1, pair.Outer + 1]));
        Write(json, "smallestUniversal", table.SmallestUniversal);
        Write(json, "smallestSeparating", table.SmallestSeparating);
    });

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

    private static void Subgroup(JsonOutput json, string name, FiniteGroup subgroup) => json.Record(name, () =>
    {
        json.Field("order", subgroup.Order);
        json.Permutations("generators", subgroup.Generators);
    });
}
