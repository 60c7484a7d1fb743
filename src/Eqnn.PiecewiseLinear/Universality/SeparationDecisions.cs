using Eqnn.Algebra.GSets;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Isotropy;
using Eqnn.PiecewiseLinear.Separation;

namespace Eqnn.PiecewiseLinear.Universality;

/// <summary>Which hidden layers separate all orbits: by theorems where they decide, else by the search through pairs of inputs, whose outcome is handed on along inclusions.</summary>
internal sealed class SeparationDecisions
{
    private readonly GSet _input;
    private readonly UniversalityOptions _options;
    private readonly IProgress<WorkProgress>? _progress;
    private readonly CancellationToken _cancellationToken;
    private readonly bool?[] _separates;
    private readonly UnseenPairs?[] _unseen;

    public SeparationDecisions(GSet input, IReadOnlyList<OrbitType> types, UniversalityOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        (_input, _options, _progress, _cancellationToken) = (input, options, progress, cancellationToken);
        _separates = new bool?[types.Count];
        _unseen = new UnseenPairs?[types.Count];

        // A normal closure H reaches exactly the invariant functions of p_H x; it separates all orbits only if it acts trivially.
        foreach (var type in types)
        {
            if (type.FixedDimension == input.Size || type.IsNormal)
            {
                _separates[type.Position] = type.FixedDimension == input.Size;
            }
        }

        // From few points to many: small searches come first, and what separates there separates in all that contains it.
        foreach (var (done, type) in types.Where(type => _separates[type.Position] is null).OrderBy(type => type.OrbitLength).ThenBy(type => type.Position).ToList().Index())
        {
            progress?.Report(new("orbits that hidden layers separate", done, types.Count));
            if (types.Any(smaller => _separates[smaller.Position] == true && type.Subgroups.IsContainedIn(smaller.Subgroups)))
            {
                _separates[type.Position] = true;
                continue;
            }

            (_separates[type.Position], _unseen[type.Position]) = Search([type]);
        }

        // What a limit left open fails where something that contains it does.
        foreach (var type in types.Where(type => _separates[type.Position] is null))
        {
            if (types.Any(larger => _separates[larger.Position] == false && larger.Subgroups.IsContainedIn(type.Subgroups)))
            {
                _separates[type.Position] = false;
            }
        }
    }

    public bool? Separates(OrbitType type) => _separates[type.Position];

    public UnseenPairs? UnseenBy(OrbitType type) => _unseen[type.Position];

    /// <summary>The smallest separating set of one orbit or several.</summary>
    public HiddenUnion? SmallestSeparating(IReadOnlyList<ShallowClass> classes)
    {
        var single = classes.Where(known => known.Separates == true).OrderBy(known => known.Type.OrbitLength).ThenByDescending(known => known.Type.Position).First();
        var most = (long)single.Type.OrbitLength;
        var proved = classes.All(known => known.Separates is not null || known.Type.OrbitLength >= most);

        // Unions of orbits that do not separate by themselves, by their number of points; an orbit that is contained in another one adds nothing.
        var parts = classes.Where(known => known.Separates == false && known.Type.OrbitLength < most).ToList();
        var unions = new List<(List<ShallowClass> Members, long Points)>();
        Add([], 0, 0);
        foreach (var (tried, (members, points)) in unions.OrderBy(union => union.Points).Select((union, i) => (union.Members, i < _options.MaxUnions ? union.Points : -1)).Index())
        {
            _progress?.Report(new("unions of hidden layers", tried, Math.Min(unions.Count, _options.MaxUnions)));
            if (points < 0)
            {
                proved = false;
                break;
            }

            var (separates, _) = Search([.. members.Select(member => member.Type)]);
            if (separates == true)
            {
                return new HiddenUnion(members.AsReadOnly(), points, proved);
            }

            proved &= separates is not null;
        }

        return new HiddenUnion([single], most, proved);

        void Add(List<ShallowClass> members, int next, long points)
        {
            if (members.Count > 1)
            {
                unions.Add(([.. members], points));
            }

            for (var k = next; k < parts.Count && unions.Count < 10_000; k++)
            {
                var length = (long)parts[k].Type.OrbitLength;
                if (points + length < most && members.TrueForAll(member => !parts[k].Type.ContainsTranslateOf(member.Type) && !member.Type.ContainsTranslateOf(parts[k].Type)))
                {
                    members.Add(parts[k]);
                    Add(members, k + 1, points + length);
                    members.RemoveAt(members.Count - 1);
                }
            }
        }
    }

    private (bool? Separates, UnseenPairs? Unseen) Search(IReadOnlyList<OrbitType> types)
    {
        try
        {
            var layer = GSet.Sum(types.Select(type => GSet.Cosets(_input.Group, type.Stabiliser.Generators)));
            var answer = Completeness.Of(Architecture.Of(_input, [layer]), _options.CompletenessOn(_input.Size), _cancellationToken);
            return (answer.IsComplete, answer.Unseen);
        }
        catch (LimitExceededException)
        {
            return (null, null);
        }
    }
}
