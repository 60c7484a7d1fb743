using Eqnn.Numbers;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Verification;

/// <summary>The simple real representations, from the irreducible characters: each of these, with its conjugate, is in one of them.</summary>
internal static class SimpleCheck
{
    public static IReadOnlyList<RealSimple> Read(JObject document, ListedGroup group, IReadOnlyList<IReadOnlyList<Cyclotomic>> characters)
    {
        var complex = document.Items("characters");
        var left = Enumerable.Range(0, characters.Count).ToHashSet();
        var simples = new List<RealSimple>();
        foreach (var (i, record) in document.Items("simples").Index())
        {
            record["label"].Is(FormattableString.Invariant($"L{i}"));
            var constituents = record.Positions("constituents");
            record["constituents"]!.Require(constituents.All(left.Remove), "a constituent is unknown or belongs to another simple");
            var chi = characters[constituents[0]];
            var indicator = complex[constituents[0]].Int("indicator");
            record["type"].Is(indicator == 1 ? "R" : indicator == 0 ? "C" : "H");
            var conjugate = chi.Select(value => value.Conjugate()).ToList();
            record["constituents"]!.Require(indicator == 0 ? constituents.Count == 2 && constituents[0] < constituents[1] && characters[constituents[1]].SequenceEqual(conjugate) : constituents.Count == 1,
                "type C has a character and its conjugate, the others one character");
            record["constituentMultiplicity"].Is(indicator == -1 ? 2 : 1);
            var values = chi.Select((value, c) => indicator == 0 ? value + conjugate[c] : indicator == 1 ? value : value * 2).ToList();
            Claims.Each(record["values"]!, values, (claim, value) => claim.IsExactly(value));
            var dimension = (int)values[0].ToRational().ToBigInteger();
            record["dimension"].Is(dimension);
            var kernel = CharacterCheck.KernelOf(values);
            record["kernel"].Is(kernel);
            record["kernelOrder"].Is(kernel.Sum(c => group.ClassSizes[c - 1]));
            simples.Add(new(i, record.Text("label"), dimension, indicator == 1 ? 1 : indicator == 0 ? 2 : 4, values, kernel.Select(c => c - 1).ToHashSet()));
        }

        document["simples"]!.Require(left.Count == 0, FormattableString.Invariant($"{left.Count} characters are in no simple"));
        document["simples"]!.Require(simples[0].Values.All(value => value.IsOne), "the first simple is trivial");
        Frequencies(document, group, simples);
        AliasCheck.Check(document, group, simples);
        return simples;
    }

    /// <summary>For a cyclic group the number of a simple is its frequency: the first generator that generates the group turns L_k by 2πk/n.</summary>
    private static void Frequencies(JObject document, ListedGroup group, List<RealSimple> simples)
    {
        var n = group.Order;
        var orders = document.Items("classes").Select(record => record.Int("order")).ToList();
        var generator = group.Left.Select(left => group.ClassOf[left[0]]).Where(c => orders[c] == n).Cast<int?>().FirstOrDefault();
        if (group.IsAbelian && generator is { } c)
        {
            foreach (var simple in simples)
            {
                var turn = Cyclotomic.E(n, simple.Position) + Cyclotomic.E(n, -simple.Position);
                document["simples"]![simple.Position]!["label"]!.Require(simple.Values[c] == (simple.Dimension == 1 ? turn / 2 : turn), "is not the frequency");
            }
        }
    }
}
