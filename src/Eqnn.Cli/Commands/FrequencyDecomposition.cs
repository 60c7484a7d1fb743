using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Cli.Output;
using Eqnn.Numbers;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn decompose</c> and <c>eqnn simples --on</c> for abelian groups by frequencies: the simples that occur.</summary>
/// <param name="decomposition">The decomposition.</param>
/// <param name="simples">Whether simples were asked for: then with fields, images and characters at the generators.</param>
internal sealed class FrequencyDecomposition(AbelianDecomposition decomposition, bool simples) : Report
{
    public override void Describe(Page page)
    {
        var group = decomposition.Dual.Group;
        page.Heading(simples
            ? $"{group.Name}, order {group.Order}: simple real representations in the functions on {decomposition.Set.Name}, size {decomposition.Set.Size}"
            : $"{group.Name}, order {group.Order}: functions on {decomposition.Set.Name}, size {decomposition.Set.Size}");
        page.Fact("orbits", FrequencyQuery.Orbits(decomposition.OrbitLengths));
        page.Fact("orbitals", $"{decomposition.OrbitalCount}, the dimension of the equivariant linear maps to themselves");
        page.Fact("simples", $"{decomposition.ComponentCount} occur; only these are listed");
        if (!FrequencyQuery.IsShort(decomposition))
        {
            page.Line("by kernels: the simples of a row have one kernel and occur equally often");
            var classes = new PageTable { Name = "classes" }.Left("simples").Right("number").Left("type").Right("dimension").Right("multiplicity").Right("kernel").Right("image");
            foreach (var members in decomposition.KernelClasses)
            {
                classes.Row(FrequencyQuery.Members(members), members.SimpleCount, members.Type.Letter(), members.First.Dimension, members.Multiplicity, members.First.KernelOrder, members.ImageOrder);
            }

            page.Table(classes);
            return;
        }

        var rows = new PageTable { Name = "simples" }.Left("").Left("also").Left("type").Right("dimension").Right("multiplicity").Right("isotypic dimension").Right("kernel");
        if (simples)
        {
            rows.Right("image").Left("turns");
        }

        foreach (var (simple, multiplicity) in decomposition.EnumerateComponents())
        {
            List<Prose> row = [simple.Label, FrequencyQuery.Also(simple), simple.Type.Letter(), simple.Dimension, multiplicity, multiplicity * simple.Dimension, simple.KernelOrder];
            if (simples)
            {
                row.AddRange([simple.ImageOrder, string.Join(", ", simple.Frequencies)]);
            }

            rows.Row(row);
        }

        page.Table(rows);
        if (simples)
        {
            page.Line("turns: the generators act by rotations by these parts of a full turn, in their order; the character is 2cos of the angle, for type R cos");
        }
    }

    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        json.Group(decomposition.Dual.Group);
        FrequencyQuery.Set(json, decomposition);
        json.List(simples ? "simples" : "components", decomposition.EnumerateComponents(), component => json.Object(() =>
        {
            FrequencyQuery.WriteSimple(json, component.Key);
            json.Field("multiplicity", component.Value);
            if (!simples)
            {
                json.Field("isotypicDimension", component.Value * component.Key.Dimension);
            }
        }));
        json.Field("orbitalCount", decomposition.OrbitalCount);
    });
}
