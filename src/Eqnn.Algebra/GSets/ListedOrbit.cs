using System.Numerics;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>An orbit given by its points, walked breadth first from the base point along the generators.</summary>
internal sealed class ListedOrbit : OrbitStructure
{
    private readonly FiniteGroup _group;
    private readonly GroupAction _action;
    private readonly Lazy<Dictionary<int, Permutation>> _transversal;
    private readonly Lazy<FiniteGroup> _stabilizer;
    private readonly Lazy<Suborbits> _suborbits;
    private readonly Lazy<IReadOnlyList<OrbitPiece>> _pieces;

    public ListedOrbit(FiniteGroup group, GroupAction action, IReadOnlyList<int> points)
    {
        _group = group;
        _action = action;
        Points = points;
        _transversal = new(ComputeTransversal);
        _stabilizer = new(ComputeStabilizer);
        _suborbits = new(ComputeSuborbits);
        _pieces = new(ComputePieces);
    }

    public override IReadOnlyList<int> Points { get; }

    public override int BasePoint => Points[0];

    public override FiniteGroup Stabilizer => _stabilizer.Value;

    public override IReadOnlyList<OrbitPiece> Pieces => _pieces.Value;

    public override Permutation ElementTo(int point) => _transversal.Value[point];

    public override int PieceOfPair(int z, int w) => _suborbits.Value.PieceOf[_action.Apply(ElementTo(w).Inverse(), z)];

    /// <summary>The class counts of all pieces by running through the elements <c>t h</c>, h in H, of one coset for each piece.</summary>
    internal IReadOnlyList<OrbitPiece> PiecesByElements()
    {
        var pieces = new List<OrbitPiece>();
        foreach (var (point, length) in _suborbits.Value.Representatives)
        {
            var counts = new SortedDictionary<int, BigInteger>();
            var t = ElementTo(point);
            foreach (var h in Stabilizer.EnumerateElements())
            {
                var position = _group.ClassPositionOf(t * h);
                counts[position] = counts.GetValueOrDefault(position) + 1;
            }

            pieces.Add(new OrbitPiece(length, [.. counts]));
        }

        return pieces;
    }

    /// <summary>
    /// The same counts from one representative g of each class: among the pairs (g w, w) those in the orbital of a piece s are counted;
    /// all conjugates of g give the same number N, so <c>|c| N = |O| · |s| · #{g in c : g x = y}</c> for y in s. The group is never enumerated.
    /// </summary>
    internal IReadOnlyList<OrbitPiece> PiecesByClasses()
    {
        var suborbits = _suborbits.Value;
        var classes = _group.ConjugacyClasses;
        var pairs = new long[suborbits.Representatives.Count, classes.Count];
        foreach (var w in Points)
        {
            var back = ElementTo(w).Inverse();
            for (var c = 0; c < classes.Count; c++)
            {
                pairs[suborbits.PieceOf[_action.Apply(back, _action.Apply(classes[c].Representative, w))], c]++;
            }
        }

        return [.. suborbits.Representatives.Select((representative, s) => new OrbitPiece(representative.Length, CountsOf(s, representative.Length)))];

        List<KeyValuePair<int, BigInteger>> CountsOf(int s, long length)
        {
            var counts = new List<KeyValuePair<int, BigInteger>>();
            for (var c = 0; c < classes.Count; c++)
            {
                if (pairs[s, c] > 0)
                {
                    counts.Add(new(c, classes[c].Size * pairs[s, c] / ((BigInteger)Points.Count * length)));
                }
            }

            return counts;
        }
    }

    private IReadOnlyList<OrbitPiece> ComputePieces()
    {
        // Both ways take one class position or two point images a step; the first also multiplies permutations.
        var byElements = Stabilizer.Order * _suborbits.Value.Representatives.Count;
        var byClasses = (BigInteger)_group.ConjugacyClasses.Count * Points.Count;
        return byElements <= byClasses ? PiecesByElements() : PiecesByClasses();
    }

    private Dictionary<int, Permutation> ComputeTransversal()
    {
        var memory = (long)Points.Count * _group.Degree;
        if (memory > GSet.MaxTransversalEntries)
        {
            throw new LimitExceededException("entries of an orbit's transversal", GSet.MaxTransversalEntries, $"{memory} ({Points.Count} points, degree {_group.Degree})", "choose a smaller G-set");
        }

        var transversal = new Dictionary<int, Permutation>(Points.Count) { [BasePoint] = _group.Identity };
        foreach (var point in Points)
        {
            // Points are in breadth-first order, so the element to `point` is there before it is used.
            var t = transversal[point];
            foreach (var g in _group.Generators)
            {
                var image = _action.Apply(g, point);
                if (!transversal.ContainsKey(image))
                {
                    transversal.Add(image, g * t);
                }
            }
        }

        return transversal;
    }

    private FiniteGroup ComputeStabilizer()
    {
        if (_action is PointsAction && _group.Kind != GroupKind.General && _group.Degree > (_group.Kind == GroupKind.Symmetric ? 3 : 4))
        {
            return StabilizerOfPoint();
        }

        // Schreier's lemma: the elements t(gy)^-1 g t(y) generate H; we stop as soon as the order |G|/|O| is reached.
        var order = _group.Order / Points.Count;
        var generators = new List<Permutation>();
        var stabilizer = _group.Subgroup(generators);
        foreach (var point in Points)
        {
            foreach (var g in _group.Generators)
            {
                if (stabilizer.Order == order)
                {
                    return stabilizer;
                }

                var schreier = ElementTo(_action.Apply(g, point)).Inverse() * g * ElementTo(point);
                if (!stabilizer.Contains(schreier))
                {
                    generators.Add(schreier);
                    stabilizer = _group.Subgroup(generators);
                }
            }
        }

        return stabilizer.Order == order ? stabilizer : throw new CertificateException("orbit-stabiliser: |O| · |H| = |G|", $"{_group.Name} on an orbit of {Points.Count} points");
    }

    /// <summary>The symmetric or alternating group on the other points, by two generators where Schreier's lemma would give many.</summary>
    private FiniteGroup StabilizerOfPoint()
    {
        var others = Enumerable.Range(0, _group.Degree).Where(point => point != BasePoint).ToArray();

        // S_m by an m-cycle and a transposition; A_m by a cycle of length 3 and the longest of odd length, which leaves out the first point where m is even.
        var isSymmetric = _group.Kind == GroupKind.Symmetric;
        var generators = new[] { Cycle(isSymmetric || others.Length % 2 == 1 ? others : others[1..]), Cycle(others[..(isSymmetric ? 2 : 3)]) };
        return FiniteGroup.OfKnownOrder("subgroup of " + _group.Name, _group.Degree, generators, _group.Order / _group.Degree, _group.Limits);

        Permutation Cycle(int[] points)
        {
            var images = PermutationArrays.Identity(_group.Degree);
            for (var i = 0; i < points.Length; i++)
            {
                images[points[i]] = points[(i + 1) % points.Length];
            }

            return PermutationArrays.ToPermutation(images);
        }
    }

    private Suborbits ComputeSuborbits()
    {
        var pieceOf = new Dictionary<int, int>(Points.Count);
        var representatives = new List<(int Point, long Length)>();
        foreach (var point in Points)
        {
            if (!pieceOf.ContainsKey(point))
            {
                var suborbit = PointOrbits.PointsOfOrbit(Stabilizer, _action, point);
                foreach (var y in suborbit)
                {
                    pieceOf.Add(y, representatives.Count);
                }

                representatives.Add((point, suborbit.Count));
            }
        }

        return new Suborbits(pieceOf, representatives);
    }

    private sealed record Suborbits(Dictionary<int, int> PieceOf, IReadOnlyList<(int Point, long Length)> Representatives);
}
