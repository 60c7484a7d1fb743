using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;

namespace Eqnn.Networks.Files;

/// <summary>How a network file names its G-sets: by the notation of <see cref="GSet.Parse(FiniteGroup, string)"/> where that gives the very same action back, otherwise X1, X2, ... with the images of the generators beside.</summary>
internal sealed class SetNames
{
    private readonly Dictionary<GSet, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly List<(string Name, GSet Set)> _explicit = [];

    /// <param name="spaces">The feature spaces of the network.</param>
    /// <param name="reader">The group as a reader of the file will have it.</param>
    public SetNames(IEnumerable<FeatureSpace> spaces, FiniteGroup reader)
    {
        foreach (var set in spaces.Select(space => space.Set))
        {
            if (!_names.ContainsKey(set))
            {
                _names.Add(set, HasNotation(set, reader) ? set.Name : Numbered(set));
            }
        }
    }

    /// <summary>The sets that have no notation.</summary>
    public IReadOnlyList<(string Name, GSet Set)> Explicit => _explicit;

    public string Of(FeatureSpace space)
    {
        var name = _names[space.Set];
        return FormattableString.Invariant($"{space.Channels}*{(name.Contains('+', StringComparison.Ordinal) ? $"({name})" : name)}");
    }

    /// <summary>Reads what <see cref="Of"/> wrote.</summary>
    public static IReadOnlyList<FeatureSpace> Read(FiniteGroup group, IReadOnlyList<string> states, IReadOnlyDictionary<string, GSet> named)
    {
        var spaces = new List<FeatureSpace>();
        var parsed = new Dictionary<string, GSet>(StringComparer.Ordinal);
        foreach (var state in states)
        {
            var star = state.IndexOf('*', StringComparison.Ordinal);
            if (star > 0 && named.TryGetValue(state[(star + 1)..].Trim(), out var own) && int.TryParse(state[..star], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var channels))
            {
                spaces.Add(new(own, channels));
                continue;
            }

            var space = FeatureSpace.Parse(group, state);
            parsed.TryAdd(space.Set.Name, space.Set);
            spaces.Add(new(parsed[space.Set.Name], space.Channels));
        }

        return spaces;
    }

    private static bool HasNotation(GSet set, FiniteGroup reader)
    {
        if (set.Name.Contains('@', StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            var named = GSet.Parse(reader, set.Name);
            return named.Size == set.Size && named.GeneratorActions.SequenceEqual(set.GeneratorActions);
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException or LimitExceededException)
        {
            return false;
        }
    }

    private string Numbered(GSet set)
    {
        var name = FormattableString.Invariant($"X{_explicit.Count + 1}");
        _explicit.Add((name, set));
        return name;
    }
}
