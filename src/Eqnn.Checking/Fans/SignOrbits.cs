using System.Numerics;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;

namespace Eqnn.Checking.Fans;

/// <summary>Orbits of sign words under signed permutations of the hyperplanes, listed element by element: nothing is reduced, nothing is clever.</summary>
internal sealed class SignOrbits(IReadOnlyList<(int[] Image, int[] Sign)> generators, long limit, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, (int Orbit, int Generator, string? From)> _known = [];

    /// <summary>The refusal to list more cones.</summary>
    /// <param name="limit">The bound.</param>
    /// <param name="needed">How many are claimed; null where that is not known.</param>
    public static LimitExceededException TooMany(long limit, BigInteger? needed) =>
        CheckLimit.Reached("cones that the checker lists", limit, needed, "CertificateCheckOptions.MaxCones", "time and memory grow with the number");

    /// <summary>The sizes of the orbits listed so far.</summary>
    public List<long> Sizes { get; } = [];

    /// <summary>How many words are listed.</summary>
    public int Count => _known.Count;

    /// <summary>The orbit of a word, or -1.</summary>
    public int Find(string word) => _known.TryGetValue(word, out var entry) ? entry.Orbit : -1;

    /// <summary>The words of each orbit, the start first.</summary>
    public List<IReadOnlyList<string>> Words { get; } = [];

    /// <summary>Lists the orbit of a word; false if it is known already.</summary>
    public bool Add(string start)
    {
        if (_known.ContainsKey(start))
        {
            return false;
        }

        var orbit = Sizes.Count;
        var words = new List<string> { start };
        _known.Add(start, (orbit, -1, null));
        for (var next = 0; next < words.Count; next++)
        {
            for (var g = 0; g < generators.Count; g++)
            {
                var image = Apply(g, words[next]);
                if (_known.TryAdd(image, (orbit, g, words[next])))
                {
                    words.Add(image);
                }
            }

            if ((next & 1023) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (_known.Count > limit)
            {
                throw TooMany(limit, null);
            }
        }

        Sizes.Add(words.Count);
        Words.Add(words);
        return true;
    }

    /// <summary>The generators that bring the start of its orbit to a word, the first to act first.</summary>
    public List<int> PathTo(string word)
    {
        var path = new List<int>();
        for (var at = _known[word]; at.From is { } from; at = _known[from])
        {
            path.Add(at.Generator);
        }

        path.Reverse();
        return path;
    }

    /// <summary>The image of a word: what stands at h comes to the image of h, with its sign.</summary>
    public string Apply(int generator, string word) => string.Create(word.Length, (generators[generator], word), static (image, state) =>
    {
        var ((targets, signs), source) = state;
        for (var h = 0; h < source.Length; h++)
        {
            image[targets[h]] = signs[h] > 0 || source[h] == '0' ? source[h] : source[h] == '+' ? '-' : '+';
        }
    });
}
