using System.Numerics;
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
internal sealed class FrequencyDecomposition(AbelianDecomposition decomposition, bool simples) : OutlinedReport
{
    protected override void Describe(Outline outline)
    {
        var (group, isShort) = (decomposition.Dual.Group, FrequencyQuery.IsShort(decomposition));
        outline.Heading(simples
            ? $"{group.Name}, order {group.Order}: simple real representations in the functions on {decomposition.Set.Name}, size {decomposition.Set.Size}"
            : $"{group.Name}, order {group.Order}: functions on {decomposition.Set.Name}, size {decomposition.Set.Size}");
        outline.InDocument(json => json.Group(group));
        outline.Fact("orbits", FrequencyQuery.Orbits(decomposition.OrbitLengths), json => FrequencyQuery.Set(json, decomposition));
        outline.Fact("orbitals", $"{decomposition.OrbitalCount}, the dimension of the equivariant linear maps to themselves");
        outline.Fact("simples", $"{decomposition.ComponentCount} occur; only these are listed");
        if (!isShort)
        {
            outline.Line("by kernels: the simples of a row have one kernel and occur equally often");
            outline.Table("classes", decomposition.KernelClasses, columns => columns
                .Left("simples", members => FrequencyQuery.Members(members))
                .Right("number", members => members.SimpleCount)
                .Left("type", members => members.Type.Letter())
                .Right("dimension", members => members.First.Dimension)
                .Right("multiplicity", members => members.Multiplicity)
                .Right("kernel", members => members.First.KernelOrder)
                .Right("image", members => members.ImageOrder));
        }

        outline.Objects("simples", simples ? "simples" : "components", decomposition.EnumerateComponents(), Columns, isShort);
        outline.Field("orbitalCount", decomposition.OrbitalCount);
        if (simples && isShort)
        {
            outline.Line("turns: the generators act by rotations by these parts of a full turn, in their order; the character is 2cos of the angle, for type R cos");
        }
    }

    private void Columns(RecordColumns<KeyValuePair<AbelianSimple, BigInteger>> columns)
    {
        columns
            .Left("", component => component.Key.Label)
            .Left("also", component => FrequencyQuery.Also(component.Key))
            .Left("type", component => component.Key.Type.Letter())
            .Right("dimension", component => component.Key.Dimension)
            .Fields((json, component) => FrequencyQuery.WriteSimple(json, component.Key))
            .Count("multiplicity", "multiplicity", component => component.Value);
        if (simples)
        {
            columns.Right("isotypic dimension", component => component.Value * component.Key.Dimension).Right("kernel", component => component.Key.KernelOrder).Right("image", component => component.Key.ImageOrder).Left("turns", component => string.Join(", ", component.Key.Frequencies));
        }
        else
        {
            columns.Count("isotypic dimension", "isotypicDimension", component => component.Value * component.Key.Dimension).Right("kernel", component => component.Key.KernelOrder);
        }
    }
}
