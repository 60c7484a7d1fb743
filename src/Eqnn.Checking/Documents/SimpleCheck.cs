using Eqnn.Checking.Groups;
using Eqnn.Numbers;

namespace Eqnn.Checking.Documents;

/// <summary>The simple real representations, from the irreducible characters: each of these, with its conjugate, is in one of them.</summary>
internal static class SimpleCheck
{
    public static IReadOnlyList<RealSimple> Read(DocumentSections document, ListedGroup group, IReadOnlyList<IReadOnlyList<Cyclotomic>> characters)
    {
        var left = Enumerable.Range(0, characters.Count).ToHashSet();
        var simples = new List<RealSimple>();
        foreach (var (i, record) in document["simple"].Records.Index())
        {
            record["label"].Is(FormattableString.Invariant($"L{i}"));
            int[] constituents = [.. record["constituents"].Items().Select(item => item.Position(characters.Count))];
            record["constituents"].Require(constituents.Length > 0 && constituents.All(left.Remove), "a constituent is unknown or belongs to another simple");
            var simple = new RealSimple(i, record["label"].Text(), characters[constituents[0]], group);
            record["type"].Is($"{simple.Type}");
            record["constituents"].Require(
                simple.Type == 'C' ? constituents.Length == 2 && constituents[0] < constituents[1] && characters[constituents[1]].SequenceEqual(characters[constituents[0]].Select(x => x.Conjugate())) : constituents.Length == 1,
                "type C has a character and its conjugate, the others one character");
            record["constituentMultiplicity"].Is(simple.Type == 'H' ? 2 : 1);
            record["values"].Each(simple.Values, (claim, value) => claim.IsExactly(value));
            record["dimension"].Is(simple.Dimension);
            record["kernel"].Is(CharacterCheck.KernelOf(simple.Values));
            record["kernelOrder"].Is((long)simple.KernelOrder);
            simples.Add(simple);
        }

        document["simple"].Require(left.Count == 0, FormattableString.Invariant($"{left.Count} characters are in no simple"));
        document["simple"].Require(simples[0].Values.All(value => value.IsOne), "the first simple is trivial");
        Frequencies(document, group, simples);
        AliasCheck.Check(document, group, simples);
        return simples;
    }

    /// <summary>For a cyclic group the number of a simple is its frequency: the first generator that generates the group turns L_k by 2πk/n.</summary>
    private static void Frequencies(DocumentSections document, ListedGroup group, List<RealSimple> simples)
    {
        var n = group.Order;
        var generator = group.Places.Select(place => group.ClassOf[place]).Where(c => group.Elements[group.Representative(c)].Order == n).Cast<int?>().FirstOrDefault();
        if (group.IsAbelian && generator is { } c)
        {
            foreach (var simple in simples)
            {
                var turn = Cyclotomic.E(n, simple.Position) + Cyclotomic.E(n, -simple.Position);
                document["simple"].Records[simple.Position]["label"].Require(simple.Values[c] == (simple.Dimension == 1 ? turn / 2 : turn), "is not the frequency");
            }
        }
    }
}
