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
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn homs</c>: the orbitals, their pattern, and one map where its weights were given.</summary>
internal sealed class HomsReport(OrbitalBasis basis) : OutlinedReport
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

    /// <summary>Told each row of the pattern before it is made: a pattern of a thousand points takes seconds.</summary>
    public Action<int>? BeforeRow { get; init; }

    /// <summary>Whether the pattern is shown to people.</summary>
    public bool PatternOnPage { get; init; }

    protected override void Describe(Outline outline)
    {
        var group = basis.Source.Group;
        outline.Heading($"{group.Name}, order {group.Order}: equivariant linear maps from functions on {basis.Source.Name} to functions on {basis.Target.Name}");
        outline.InDocument(json => json.Group(group));
        outline.InDocument(json => json.Set("on", basis.Source));
        outline.InDocument(json => json.Set("to", basis.Target));
        outline.Fact("dimension", $"{basis.Orbitals.Count} (of {(BigInteger)basis.Source.Size * basis.Target.Size} for all linear maps, {basis.Target.Size} x {basis.Source.Size})", "dimension", basis.Orbitals.Count);
        outline.Records("orbitals", "orbitals", basis.Orbitals, columns => columns
            .Left("orbital", orbital => orbital.Position + 1)
            .Right("y", orbital => orbital.TargetPoint + 1)
            .Right("x", orbital => orbital.SourcePoint + 1)
            .Fields((json, orbital) => json.Row("representative", [orbital.TargetPoint + 1, orbital.SourcePoint + 1]))
            .Count("ones", "ones", orbital => orbital.PairCount)
            .Count("orbit of y", "targetOrbit", orbital => orbital.TargetOrbit + 1)
            .Count("orbit of x", "sourceOrbit", orbital => orbital.SourceOrbit + 1), Map is null && OneByOne);
        if (Map is null && !OneByOne)
        {
            outline.Table("orbitals", basis.Orbitals.GroupBy(orbital => (orbital.SourceOrbit, orbital.TargetOrbit, orbital.PairCount)), columns => columns
                .Right("orbitals", kind => kind.Count())
                .Right("ones in each", kind => kind.Key.PairCount)
                .Right("orbit of y", kind => kind.Key.TargetOrbit + 1)
                .Right("orbit of x", kind => kind.Key.SourceOrbit + 1));
        }

        if (PatternAsked)
        {
            outline.InDocument(json => json.List("pattern", Enumerable.Range(0, (int)basis.Target.Size), y => json.Row(Row(y))));
        }

        if (Map is { } map && Spectrum is { } spectrum)
        {
            DescribeMap(outline, map, spectrum);
        }

        if (PatternOnPage)
        {
            outline.Line("pattern: row y, column x holds the number of the orbital of (y, x)");
            outline.OnPage(page => page.Table(Pattern()));
        }
    }

    private void DescribeMap(Outline outline, OrbitalOperator map, OperatorSpectrum spectrum)
    {
        var named = map.Weights.Select((weight, i) => (weight, number: i + 1)).Where(entry => !entry.weight.IsZero).GroupBy(entry => entry.weight).ToList();
        outline.Fact("map", named.Count == 0 ? "0" : Prose.Join("; ", named.Select(entry => (Prose)$"{Ranges(entry.Select(e => e.number))}: {entry.Key.Value}")), json => json.ExactRow("weights", map.Weights.Select(weight => weight.Value)));
        var frequencies = basis.Source.Group.Generators.Count > 1 && AbelianFrequencies.AreDefinedFor(basis.Source.Group);
        if (frequencies)
        {
            outline.Line($"a simple by its frequencies (k_1, k_2, ...): generator i acts by exp(2πi k_i/n_i), n_i its order; the opposite frequencies are the same simple");
        }

        outline.Table("eigenvalues", spectrum.Groups, columns => columns
            .Left(spectrum.AreNumbers ? "eigenvalue" : "eigenvalue, or roots of", group => Eigenvalue(group.First))
            .Right("dimension", group => group.Dimension)
            .Left("simples", group => frequencies
                ? string.Join(' ', group.Blocks.Select(block => Frequencies(block.Simple)).Order(StringComparer.Ordinal))
                : string.Join(", ", group.Blocks.Select(block => block.Simple.Label))));
        outline.InDocument(json => json.Records("blocks", spectrum.Blocks, block =>
        {
            json.Field("label", block.Simple.Label);
            json.Field("dimension", block.Simple.Dimension);
            json.Field("multiplicity", block.Multiplicity);
            json.Field("constituent", block.Simple.Constituents[0].Position + 1);
            json.ExactRow("characteristicPolynomial", block.CharacteristicPolynomial);
        }));
        if (Vector is { } vector && Image is { } image)
        {
            outline.Table("vector", Enumerable.Range(0, vector.Count).GroupBy(x => (Before: vector[x], After: image[x])), columns => columns
                .Left("point", same => Ranges(same.Select(x => x + 1)))
                .Left("vector", same => same.Key.Before.Value)
                .Left("image", same => same.Key.After.Value));
            outline.InDocument(json => json.ExactRow("vector", vector.Select(coordinate => coordinate.Value)));
            outline.InDocument(json => json.ExactRow("image", image.Select(coordinate => coordinate.Value)));
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

    private IEnumerable<int> Row(int y)
    {
        BeforeRow?.Invoke(y);
        return Enumerable.Range(0, (int)basis.Source.Size).Select(x => basis.PositionOf(y, x) + 1);
    }
}
