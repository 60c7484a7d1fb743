using System.Buffers;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Checking.Reading;

/// <summary>Numbers, vectors, matrices, permutations and names in a document.</summary>
internal sealed partial class Claim
{
    private const int MaxNumberLength = 10_000;
    private const int MaxLabel = 1000;
    private const int MaxSimpleLabel = 40;
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789E()^*/+-");
    private static readonly SearchValues<char> SimpleCharacters = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,_+-^'[]()");

    /// <summary>A cyclotomic, text in GAP's notation, in normal form.</summary>
    public Cyclotomic Value()
    {
        var text = Text();
        Require(text.Length <= MaxNumberLength, () => FormattableString.Invariant($"a number of {text.Length} characters; at most {MaxNumberLength} are read"));

        // What normal forms cannot hold is not evaluated: powers of powers cost any amount of time.
        var plain = !text.AsSpan().ContainsAnyExcept(NumberCharacters);
        for (var i = 0; i < text.Length && plain; i++)
        {
            plain = text[i] switch { '(' => i > 0 && text[i - 1] == 'E', '^' => i > 0 && text[i - 1] == ')', _ => true };
        }

        Require(plain && Cyclotomic.TryParse(text, out var value) && value.ToString() == text, () => $"{Quoted.Of(text)} is not an exact number in normal form");
        return Cyclotomic.Parse(text);
    }

    /// <summary>A list of cyclotomics.</summary>
    public Cyclotomic[] Vector(int count) => [.. Items(count).Select(item => item.Value())];

    /// <summary>A list of real cyclotomics.</summary>
    public Cyclotomic[] RealVector(int count) => [.. Items(count).Select(item =>
    {
        var value = item.Value();
        item.Require(value.IsReal, () => $"{value} is not real");
        return value;
    })];

    /// <summary>A real matrix by rows.</summary>
    public Matrix<Cyclotomic> RealMatrix(int rows, int columns) => Matrix<Cyclotomic>.FromRows(Items(rows).Select(row => row.RealVector(columns)));

    /// <summary>A permutation as an image list from 1.</summary>
    public Permutation Permutation(int degree)
    {
        var images = Items(degree).Select(item => item.Position(degree)).ToArray();
        Require(images.Distinct().Count() == degree, "not a permutation: some image occurs twice");
        return Numbers.Permutations.Permutation.FromImages(images);
    }

    /// <summary>A text that is only a name: short and printable, so that it cannot be taken for what was found; reports quote it.</summary>
    public string Label()
    {
        var text = Text();
        Require(text.Length is > 0 and <= MaxLabel && !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.AsSpan().ContainsAny('"', '\\'),
            () => FormattableString.Invariant($"{Quoted.Of(text)} is no name: 1 to {MaxLabel} printable ASCII characters without quotation marks and backslashes"));
        return text;
    }

    /// <summary>The label of a simple: one word, as L3 or [3,1].</summary>
    public string SimpleLabel()
    {
        var text = Text();
        Require(text.Length is > 0 and <= MaxSimpleLabel && !text.AsSpan().ContainsAnyExcept(SimpleCharacters),
            () => FormattableString.Invariant($"{Quoted.Of(text)} is no label of a simple: one word of 1 to {MaxSimpleLabel} letters, digits or .,_+-^'[]()"));
        return text;
    }
}
