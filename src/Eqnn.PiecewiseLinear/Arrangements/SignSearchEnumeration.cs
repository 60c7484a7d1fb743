using System.Numerics;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Regions;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>The slow route to an enumeration: chambers by a region solver, orbits and walls by listing them. Only the rays of the representatives come from the ray tables.</summary>
internal sealed class SignSearchEnumeration
{
    private readonly Arrangement _arrangement;
    private readonly IReadOnlyList<(int[] Image, int[] Sign)> _generators;
    private readonly CancellationToken _cancellationToken;

    private SignSearchEnumeration(Arrangement arrangement, CancellationToken cancellationToken)
    {
        _arrangement = arrangement;
        _cancellationToken = cancellationToken;
        var rows = arrangement.System;
        _generators = [.. arrangement.Symmetry.Select(g => (
            arrangement.Hyperplanes.Select(h => rows.HyperplaneOf[g.Image(h.Rows[0].Row)]).ToArray(),
            arrangement.Hyperplanes.Select(h => g.SignAt(h.Rows[0].Row) * rows.SignOf[g.Image(h.Rows[0].Row)]).ToArray()))];
    }

    /// <summary>Enumerates with a solver; at the limit what was found so far, closed under the symmetry.</summary>
    public static EnumerationData Of(Arrangement arrangement, Func<int, RegionSolver> solvers, IChamberEngine describer, long limit, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        using var solver = solvers(arrangement.AmbientDimension);
        var (signs, isComplete) = SignVectorSearch.Search(arrangement, solver, limit, progress, cancellationToken);
        return Of(arrangement, [.. signs.Select(Word)], isComplete, describer, solver.Name + ", sign by sign", cancellationToken);
    }

    /// <summary>The data of the chambers with these sign vectors, as words.</summary>
    /// <exception cref="CertificateException">They are said to be all and are not closed under the symmetry.</exception>
    internal static EnumerationData Of(Arrangement arrangement, List<string> words, bool isComplete, IChamberEngine describer, string origin, CancellationToken cancellationToken) =>
        new SignSearchEnumeration(arrangement, cancellationToken).Collect(words, isComplete, describer, origin);

    private EnumerationData Collect(List<string> found, bool isComplete, IChamberEngine describer, string origin)
    {
        var chambers = List(found, out var representatives, out var sizes);
        if (isComplete && chambers.Count != found.Count)
        {
            throw new CertificateException("the chambers found are closed under the symmetry", FormattableString.Invariant($"{_arrangement}: {found.Count} found, {chambers.Count} with images"));
        }

        var wallWords = new List<string>();
        var facets = BigInteger.Zero;
        foreach (var word in chambers.Keys)
        {
            for (var h = 0; h < word.Length; h++)
            {
                if (chambers.ContainsKey(With(word, h, word[h] == '+' ? '-' : '+')))
                {
                    facets += 1;
                    if (word[h] == '+')
                    {
                        wallWords.Add(With(word, h, '0'));
                    }
                }
            }
        }

        List(wallWords, out _, out var wallSizes);
        var rays = new Dictionary<string, BigInteger[]>();
        var simplicial = true;
        foreach (var representative in representatives)
        {
            var vectors = describer.Describe(Positive(representative, '+')).Rays;
            simplicial &= vectors.Length == _arrangement.Dimension;
            foreach (var vector in vectors)
            {
                rays.TryAdd(RayWord(vector), vector);
            }
        }

        var rayOrbitOf = List([.. rays.Keys], out var rayRepresentatives, out var raySizes);
        var order = _arrangement.Action?.ImageOrder ?? BigInteger.One;
        return new EnumerationData(
            origin,
            representatives.Count,
            i => Positive(representatives[i], '+'),
            i => order / sizes[i],
            chambers.Count,
            facets / 2,
            wallSizes.Count,
            rayRepresentatives.Count,
            i => (Positive(rayRepresentatives[i], '+'), Positive(rayRepresentatives[i], '-')),
            i => rays[rayRepresentatives[i]],
            i => order / raySizes[i],
            rayOrbitOf.Count,
            simplicial,
            positive => chambers.TryGetValue(WordOf(positive), out var orbit) ? orbit : -1)
        { IsPartial = !isComplete };
    }

    /// <summary>The orbits of words, each listed in full: the orbit of every member, the first members, the sizes.</summary>
    private Dictionary<string, int> List(List<string> starts, out List<string> representatives, out List<int> sizes)
    {
        var orbitOf = new Dictionary<string, int>();
        representatives = [];
        sizes = [];
        foreach (var start in starts)
        {
            if (!orbitOf.TryAdd(start, representatives.Count))
            {
                continue;
            }

            _cancellationToken.ThrowIfCancellationRequested();
            var members = new List<string> { start };
            for (var next = 0; next < members.Count; next++)
            {
                foreach (var generator in _generators)
                {
                    var image = Image(members[next], generator);
                    if (orbitOf.TryAdd(image, representatives.Count))
                    {
                        members.Add(image);
                    }
                }
            }

            representatives.Add(start);
            sizes.Add(members.Count);
        }

        return orbitOf;
    }

    private static string Image(string word, (int[] Image, int[] Sign) generator)
    {
        var image = new char[word.Length];
        for (var h = 0; h < image.Length; h++)
        {
            image[generator.Image[h]] = generator.Sign[h] > 0 || word[h] == '0' ? word[h] : word[h] == '+' ? '-' : '+';
        }

        return new string(image);
    }

    private static string Word(IReadOnlyList<int> signs) => string.Concat(signs.Select(s => s > 0 ? '+' : s < 0 ? '-' : '0'));

    private static string With(string word, int at, char sign) => string.Concat(word.AsSpan(0, at), [sign], word.AsSpan(at + 1));

    /// <summary>The hyperplanes with a sign, as bits at internal places.</summary>
    private ulong[] Positive(string word, char sign)
    {
        var words = new ulong[(word.Length + 63) / 64];
        for (var place = 0; place < word.Length; place++)
        {
            if (word[_arrangement.InternalOrder[place]] == sign)
            {
                words[place >> 6] |= 1UL << (place & 63);
            }
        }

        return words;
    }

    private string WordOf(ulong[] positive)
    {
        var word = new char[_arrangement.Hyperplanes.Count];
        for (var place = 0; place < word.Length; place++)
        {
            word[_arrangement.InternalOrder[place]] = ((positive[place >> 6] >> (place & 63)) & 1) != 0 ? '+' : '-';
        }

        return new string(word);
    }

    private string RayWord(BigInteger[] ray)
    {
        var word = new char[_arrangement.Hyperplanes.Count];
        for (var place = 0; place < word.Length; place++)
        {
            word[_arrangement.InternalOrder[place]] = _arrangement.Integer.Sign(place, ray) switch { > 0 => '+', < 0 => '-', _ => '0' };
        }

        return new string(word);
    }
}
