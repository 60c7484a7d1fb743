using Eqnn.Numbers;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Verification;

/// <summary>The character table, proved from the listed group.</summary>
/// <remarks>
/// A class function of an abelian group with χ(1) = 1 and χ(gh) = χ(g)χ(h) for generators g is a linear character. In general the central characters <c>ω(C) = |C| χ(C)/χ(1)</c> are the homomorphisms of the class
/// algebra, whose structure constants are counted here; with norm 1 and χ(1) &gt; 0 each is an irreducible character. As many different ones as classes are all.
/// </remarks>
internal static class CharacterCheck
{
    public static IReadOnlyList<IReadOnlyList<Cyclotomic>> Read(JObject document, ListedGroup group, CancellationToken cancellationToken)
    {
        var records = document.Items("characters");
        document["characters"]!.Require(records.Count == group.ClassSizes.Length, FormattableString.Invariant($"{records.Count} characters of {group.ClassSizes.Length} classes"));
        var characters = records.Select((record, i) => Values(record, i, group)).ToList();
        var constants = group.IsAbelian ? null : StructureConstants(group, cancellationToken);
        var squares = group.Representatives.Select(i => group.ClassOf[group.Multiply(i, i)]).ToArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (record, values) in records.Zip(characters))
        {
            cancellationToken.ThrowIfCancellationRequested();
            record["values"]!.Require(seen.Add(string.Join(' ', record.Texts("values"))), "a character is listed twice");
            record["degree"].Is(values[0].IsInteger ? (long)values[0].ToRational().ToBigInteger() : 0);
            record["degree"]!.Require(values[0].Sign > 0, "a degree is positive");
            if (constants is null)
            {
                IsMultiplicative(record, values, group);
            }
            else
            {
                IsCentral(record, values, group, constants, cancellationToken);
            }

            var indicator = squares.Index().Aggregate(Cyclotomic.Zero, (sum, pair) => sum + (values[pair.Item] * group.ClassSizes[pair.Index])) / group.Order;
            record["indicator"]!.Require(indicator == record.Int("indicator"), $"claims {record.Int("indicator")}, found {indicator}");
            record["kernel"].Is(KernelOf(values));
        }

        return characters;
    }

    /// <summary>The numbers from 1 of the classes on which a character has the value at 1.</summary>
    public static IReadOnlyList<int> KernelOf(IReadOnlyList<Cyclotomic> values) => [.. values.Index().Where(pair => pair.Item == values[0]).Select(pair => pair.Index + 1)];

    private static IReadOnlyList<Cyclotomic> Values(JToken record, int i, ListedGroup group)
    {
        record["label"].Is(FormattableString.Invariant($"X.{i + 1}"));
        var list = record["values"]!;
        list.Require(list.Count() == group.ClassSizes.Length, "one value for each class");
        return [.. list.Select(Parse)];
    }

    /// <summary>An exact number in normal form.</summary>
    public static Cyclotomic Parse(JToken claim)
    {
        claim.Require(Cyclotomic.TryParse((string)claim!, out var value) && Documents.CatalogNumbers.Exact(value) == (string)claim!, "is no cyclotomic number in normal form");
        return value;
    }

    private static void IsMultiplicative(JToken record, IReadOnlyList<Cyclotomic> values, ListedGroup group)
    {
        record["values"]![0]!.Require(values[0].IsOne, "the value at 1 of a linear character is 1");
        foreach (var (s, left) in group.Left.Index())
        {
            var factor = values[group.ClassOf[left[0]]];
            for (var i = 0; i < group.Order; i++)
            {
                var c = group.ClassOf[left[i]];
                record["values"]![c]!.Require(values[c] == factor * values[group.ClassOf[i]], FormattableString.Invariant($"is not the product of the values at generator {s + 1} and class {group.ClassOf[i] + 1}"));
            }
        }
    }

    private static void IsCentral(JToken record, IReadOnlyList<Cyclotomic> values, ListedGroup group, int[,,] constants, CancellationToken cancellationToken)
    {
        var classes = group.ClassSizes.Length;
        var norm = Enumerable.Range(0, classes).Aggregate(Cyclotomic.Zero, (sum, c) => sum + (values[c] * values[c].Conjugate() * group.ClassSizes[c]));
        record["values"]!.Require(norm == group.Order, $"the norm is {norm / group.Order}, not 1");
        var central = values.Select((value, c) => value * group.ClassSizes[c] / values[0]).ToArray();
        for (var i = 0; i < classes; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var j = i; j < classes; j++)
            {
                var sum = Cyclotomic.Zero;
                for (var k = 0; k < classes; k++)
                {
                    sum += constants[i, j, k] == 0 ? Cyclotomic.Zero : central[k] * constants[i, j, k];
                }

                record["values"]!.Require(sum == central[i] * central[j], FormattableString.Invariant($"the central character does not multiply on classes {i + 1} and {j + 1}"));
            }
        }
    }

    /// <summary>The number of pairs (x, y) in classes i, j with x y = z, z a representative of class k.</summary>
    private static int[,,] StructureConstants(ListedGroup group, CancellationToken cancellationToken)
    {
        var classes = group.ClassSizes.Length;
        var constants = new int[classes, classes, classes];
        for (var k = 0; k < classes; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var x = 0; x < group.Order; x++)
            {
                constants[group.ClassOf[x], group.ClassOf[group.Multiply(group.Inverse[x], group.Representatives[k])], k]++;
            }
        }

        return constants;
    }
}
