using Eqnn.Checking.Groups;
using Eqnn.Checking.Reading;

namespace Eqnn.Checking.Documents;

/// <summary>The interaction graphs and depths on one G-set, again from Theorem 2 and the rules of docs/theory.md#depth, with sums over listed elements.</summary>
internal sealed class InteractionCheck
{
    private readonly ListedSet _set;
    private readonly IReadOnlyList<LineClaims> _lines;

    public InteractionCheck(ListedSet set, IReadOnlyList<LineClaims> lines)
    {
        _set = set;
        _lines = lines;
    }

    public static IReadOnlyList<string> Activations { get; } = ["relu", "abs", "tanh", "relu-bias"];

    public void Check(Claim record, string activation, RealSimple source)
    {
        record["set"].Is(_set.Name);
        record["activation"].Is(activation);
        record["source"].Is(source.Label);
        record["reaches"].Is([.. Reach(activation, [source]).Select(target => target.Label)]);
        var (least, attained) = Depths(activation, source);
        record["least"].Is(least);
        record["attained"].Is(attained);
    }

    /// <summary>The simples that one activation reaches from a simple.</summary>
    public IReadOnlyList<RealSimple> ReachedBy(string activation, RealSimple source) => Reach(activation, [source]);

    /// <summary>Which parts of a row an activation makes use of; linear: it is a multiple of the identity besides.</summary>
    private static (bool Even, bool Odd, bool Linear) PartsOf(string activation) => activation switch
    {
        "relu" => (true, false, true),
        "abs" => (true, false, false),
        "tanh" => (false, true, false),
        _ => (true, true, false),
    };

    private List<RealSimple> Reach(string activation, IReadOnlyCollection<RealSimple> sources)
    {
        var (even, odd, linear) = PartsOf(activation);
        var rows = _lines.Where(line => sources.Any(line.Meets)).Select(line => line.Row(sources.Where(line.Meets))).ToList();
        return [.. _set.Simples.Where(target => (linear && sources.Contains(target)) || rows.Exists(row => (even && row.Even[target.Position]) || (odd && row.Odd[target.Position])))];
    }

    private (IReadOnlyList<int?> Least, IReadOnlyList<int?> Attained) Depths(string activation, RealSimple source)
    {
        var least = new Dictionary<RealSimple, int> { [source] = 0 };
        var attained = new Dictionary<RealSimple, int> { [source] = 0 };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        List<RealSimple> current = [source];
        for (var t = 1; ; t++)
        {
            // Free invariant biases put the trivial simple in before each layer. It is reached from every simple, and beside others it adds nothing: of an odd and an even part only the points that are equal count.
            current = Reach(activation, current);
            if (!seen.Add(string.Join(' ', current.Select(simple => simple.Position))))
            {
                break;
            }

            foreach (var target in current)
            {
                least.TryAdd(target, t);
                if (t == 1 || activation is "tanh" or "relu-bias" || (activation == "relu" && (target.Position == 0 || (t == 2 && IsFromTheorem3(source, target)))))
                {
                    attained.TryAdd(target, t);
                }
            }
        }

        return ([.. _set.Simples.Select(simple => least.TryGetValue(simple, out var t) ? (int?)t : null)], [.. _set.Simples.Select(simple => attained.TryGetValue(simple, out var t) ? (int?)t : null)]);
    }

    private bool IsFromTheorem3(RealSimple source, RealSimple target) => source.Position != 0 && _lines.Any(line => line.Meets(source) && line.Row([source]).Fixed[target.Position]);
}
