using System.Diagnostics;
using System.Globalization;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Records.GSets;

namespace Eqnn.Networks;

/// <summary>The features of one layer: <c>channels</c> copies of <c>Fun(X, ℝ)</c> for one G-set X.</summary>
/// <remarks>
/// <para><b>Order.</b> A vector lists channel 0 on the points 0 .. |X| − 1, then channel 1, and so on. <b>Not</b> a G-set: the channels are what the weights mix freely.</para>
/// <para><b>Source.</b> [GTW, §2]; docs/theory.md#objects.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class FeatureSpace
{
    /// <summary>Channels of functions on a G-set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of channels is less than 1.</exception>
    /// <exception cref="LimitExceededException">The G-set has too many points to be listed.</exception>
    public FeatureSpace(GSet set, int channels)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        if (set.Size * (decimal)channels > GSet.MaxPoints * 8m)
        {
            throw new LimitExceededException("features of a layer", GSet.MaxPoints * 8, string.Create(CultureInfo.InvariantCulture, $"{set.Size} points in {channels} channels"), "choose a smaller G-set or fewer channels");
        }

        Set = set;
        Channels = channels;
    }

    /// <summary>The G-set X.</summary>
    public GSet Set { get; }

    /// <summary>The number of channels.</summary>
    public int Channels { get; }

    /// <summary>|X|.</summary>
    public int Points => (int)Set.Size;

    /// <summary>The dimension, channels times points.</summary>
    public int Dimension => Channels * Points;

    /// <summary>Reads <c>32*regular</c>, <c>points</c>, <c>4*subsets:2</c>: an optional number of channels and a G-set.</summary>
    /// <exception cref="AlgebraFormatException">The text is not of this form.</exception>
    public static FeatureSpace Parse(FiniteGroup group, string text)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        var digits = trimmed.TakeWhile(char.IsAsciiDigit).Count();
        var rest = trimmed[digits..].TrimStart();
        if (digits == 0 || !rest.StartsWith('*'))
        {
            return new(GSetFile.ReadOrParse(group, trimmed), 1);
        }

        if (!int.TryParse(trimmed.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var channels) || channels < 1)
        {
            throw new AlgebraFormatException("layer", text, 0, "the number of channels must be between 1 and 2147483647", "32*regular");
        }

        return new(GSetFile.ReadOrParse(group, rest[1..]), channels);
    }

    /// <summary>Reads a list such as <c>1*regular,32*regular,1*regular</c>; equal G-sets become one object.</summary>
    /// <remarks>A comma inside parentheses, or one followed by a bare number (<c>blocks:1,2</c>), belongs to the G-set.</remarks>
    /// <exception cref="AlgebraFormatException">An entry is not of the form of <see cref="Parse"/>.</exception>
    public static IReadOnlyList<FeatureSpace> ParseList(FiniteGroup group, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spaces = new List<FeatureSpace>();
        var sets = new Dictionary<string, GSet>(StringComparer.Ordinal);
        foreach (var piece in Split(text))
        {
            var space = Parse(group, piece);
            sets.TryAdd(space.Set.Name, space.Set);
            spaces.Add(new(sets[space.Set.Name], space.Channels));
        }

        return spaces;
    }

    /// <summary>The form that <see cref="Parse"/> reads.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Channels}*{(Set.Name.Contains('+', StringComparison.Ordinal) ? $"({Set.Name})" : Set.Name)}");

    private static IEnumerable<string> Split(string text)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (text[i] == ',' && depth == 0 && !IsBareNumber(text.AsSpan(i + 1)))
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    private static bool IsBareNumber(ReadOnlySpan<char> rest)
    {
        var comma = rest.IndexOf(',');
        var piece = (comma < 0 ? rest : rest[..comma]).Trim();
        return piece.Length > 0 && piece.IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
