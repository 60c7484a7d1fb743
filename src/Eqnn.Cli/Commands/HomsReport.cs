using System.Globalization;
using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Cli.Output;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Records.Groups;
using Eqnn.Records.GSets;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn homs</c>: the orbitals, their pattern, and one map where its weights were given.</summary>
internal sealed class HomsReport(OrbitalBasis basis) : Report
{
    /// <summary>The map of <c>--weights</c>, or null.</summary>
    public OrbitalOperator? Map { get; init; }

    /// <summary>What it does to each simple.</summary>
    public OperatorSpectrum? Spectrum { get; init; }

    /// <summary>The vector of <c>--vector</c>, or null.</summary>
    public ColumnVector<RealCyclotomic>? Vector { get; init; }

    /// <summary>Its image under the map.</summary>
    public ColumnVector<RealCyclotomic>? Image { get; init; }

    /// <summary>Whether each orbital has its row.</summary>
    public bool OneByOne { get; init; }

    /// <summary>Whether the pattern belongs to the JSON document.</summary>
    public bool PatternAsked { get; init; }

    /// <summary>Whether the pattern is shown to people.</summary>
    public bool PatternOnPage { get; init; }

    public override void Describe(Page page)
    {
        var group = basis.Source.Group;
        page.Heading($"{group.Name}, order {group.Order}: equivariant linear maps from functions on {basis.Source.Name} to functions on {basis.Target.Name}");
        page.Fact("dimension", $"{basis.Orbitals.Count} (of {(BigInteger)basis.Source.Size * basis.Target.Size} for all linear maps, {basis.Target.Size} x {basis.Source.Size})");
        if (Map is null)
        {
            page.Table(OneByOne ? Orbitals() : Summary());
        }
        else
        {
            DescribeMap(page, Map);
        }

        if (PatternOnPage)
        {
            page.Line("pattern: row y, column x holds the number of the orbital of (y, x)");
            page.Table(Pattern());
        }
    }

    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        json.Group(basis.Source.Group);
        json.Set("on", basis.Source);
        json.Set("to", basis.Target);
        json.Field("dimension", (BigInteger)basis.Orbitals.Count);
        json.Records("orbitals", basis.Orbitals, orbital =>
        {
            json.Row("representative", [orbital.TargetPoint + 1, orbital.SourcePoint + 1]);
            json.Field("ones", (BigInteger)orbital.PairCount);
            json.Field("targetOrbit", orbital.TargetOrbit + 1);
            json.Field("sourceOrbit", orbital.SourceOrbit + 1);
        });
        if (PatternAsked)
        {
            json.List("pattern", Enumerable.Range(0, (int)basis.Target.Size), y => json.Row(Row(y)));
        }

        if (Map is { } map)
        {
            json.ExactRow("weights", map.Weights.Select(weight => weight.Value));
            json.Records("blocks", Spectrum!.Blocks, block =>
            {
                json.Field("label", block.Simple.Label);
                json.Field("dimension", block.Simple.Dimension);
                json.Field("multiplicity", block.Multiplicity);
                json.Field("constituent", block.Simple.Constituents[0].Position + 1);
                json.ExactRow("characteristicPolynomial", block.CharacteristicPolynomial);
            });
            if (Vector is { } vector && Image is { } image)
            {
                json.ExactRow("vector", vector.Select(coordinate => coordinate.Value));
                json.ExactRow("image", image.Select(coordinate => coordinate.Value));
            }
        }
    });

    private PageTable Orbitals()
    {
        var rows = new PageTable { Name = "orbitals" }.Left("orbital").Right("y").Right("x").Right("ones").Right("orbit of y").Right("orbit of x");
        foreach (var orbital in basis.Orbitals)
        {
            rows.Row(orbital.Position + 1, orbital.TargetPoint + 1, orbital.SourcePoint + 1, orbital.PairCount, orbital.TargetOrbit + 1, orbital.SourceOrbit + 1);
        }

        return rows;
    }

    private PageTable Summary()
    {
        var rows = new PageTable { Name = "orbitals" }.Right("orbitals").Right("ones in each").Right("orbit of y").Right("orbit of x");
        foreach (var kind in basis.Orbitals.GroupBy(orbital => (orbital.SourceOrbit, orbital.TargetOrbit, orbital.PairCount)))
        {
            rows.Row(kind.Count(), kind.Key.PairCount, kind.Key.TargetOrbit + 1, kind.Key.SourceOrbit + 1);
        }

        return rows;
    }

    private void DescribeMap(Page page, OrbitalOperator map)
    {
        var named = map.Weights.Select((weight, i) => (weight, number: i + 1)).Where(entry => !entry.weight.IsZero).GroupBy(entry => entry.weight).ToList();
        page.Fact("map", named.Count == 0 ? "0" : Prose.Join("; ", named.Select(entry => (Prose)$"{Ranges(entry.Select(e => e.number))}: {entry.Key.Value}")));
        var frequencies = basis.Source.Group.Generators.Count > 1 && AbelianFrequencies.AreDefinedFor(basis.Source.Group);
        if (frequencies)
        {
            page.Line($"a simple by its frequencies (k_1, k_2, ...): generator i acts by exp(2πi k_i/n_i), n_i its order; the opposite frequencies are the same simple");
        }

        var spectrum = Spectrum!;
        var table = new PageTable { Name = "eigenvalues" }.Left(spectrum.AreNumbers ? "eigenvalue" : "eigenvalue, or roots of").Right("dimension").Left("simples");
        foreach (var group in spectrum.Groups)
        {
            var names = group.Blocks.Select(block => frequencies ? Frequencies(block.Simple) : block.Simple.Label);
            table.Row(Eigenvalue(group.First), group.Dimension, frequencies ? string.Join(' ', names.Order(StringComparer.Ordinal)) : string.Join(", ", names));
        }

        page.Table(table);
        if (Vector is { } vector && Image is { } image)
        {
            var coordinates = new PageTable { Name = "vector" }.Left("point").Left("vector").Left("image");
            foreach (var same in Enumerable.Range(0, vector.Count).GroupBy(x => (vector[x], image[x])))
            {
                coordinates.Row(Ranges(same.Select(x => x + 1)), same.Key.Item1.Value, same.Key.Item2.Value);
            }

            page.Table(coordinates);
        }
    }

    /// <summary>Of the frequencies of the two constituents the lexicographically smaller.</summary>
    private static string Frequencies(SimpleRepresentation simple) => simple.Constituents.Select(AbelianFrequencies.Of)
        .OrderBy(list => list, Comparer<IReadOnlyList<int>>.Create((a, b) => a.Zip(b, (x, y) => x.CompareTo(y)).FirstOrDefault(sign => sign != 0)))
        .Select(list => $"({string.Join(',', list.Select(k => k.ToString(CultureInfo.InvariantCulture)))})").First();

    private static Prose Eigenvalue(OperatorBlock block)
    {
        if (block.IsNumber)
        {
            return block.Eigenvalue;
        }

        Prose polynomial = Power(block.CharacteristicPolynomial.Count - 1);
        for (var power = block.CharacteristicPolynomial.Count - 2; power >= 0; power--)
        {
            var coefficient = block.CharacteristicPolynomial[power];
            if (!coefficient.IsZero)
            {
                var negative = coefficient is { IsRational: true, Sign: < 0 };
                var size = negative ? -coefficient : coefficient;
                var factor = size.IsOne && power > 0 ? "" : size.IsRational ? (Prose)$"{size} " : $"({size}) ";
                polynomial = $"{polynomial} {(negative ? "-" : "+")} {(power == 0 ? size.IsRational ? (Prose)size : $"({size})" : $"{factor}{Power(power)}")}";
            }
        }

        return polynomial;

        static string Power(int power) => power == 1 ? "t" : FormattableString.Invariant($"t^{power}");
    }

    private static string Ranges(IEnumerable<int> numbers)
    {
        var list = numbers.ToList();
        var parts = new List<string>();
        for (var i = 0; i < list.Count;)
        {
            var end = i;
            while (end + 1 < list.Count && list[end + 1] == list[end] + 1)
            {
                end++;
            }

            parts.Add(end == i ? FormattableString.Invariant($"{list[i]}") : FormattableString.Invariant($"{list[i]}{(end > i + 1 ? ".." : ",")}{list[end]}"));
            i = end + 1;
        }

        return string.Join(',', parts);
    }

    private PageTable Pattern()
    {
        var pattern = new PageTable { Name = "pattern" }.Left("");
        for (var x = 1; x <= basis.Source.Size; x++)
        {
            pattern.Right(x);
        }

        for (var y = 0; y < basis.Target.Size; y++)
        {
            pattern.Row([(Prose)(y + 1), .. Row(y).Select(number => (Prose)number)]);
        }

        return pattern;
    }

    private IEnumerable<int> Row(int y) => Enumerable.Range(0, (int)basis.Source.Size).Select(x => basis.PositionOf(y, x) + 1);
}
