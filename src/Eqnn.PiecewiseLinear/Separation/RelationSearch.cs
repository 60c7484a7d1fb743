using System.Numerics;
using Eqnn.Algebra.GSets;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Refinement;

namespace Eqnn.PiecewiseLinear.Separation;

/// <summary>Searches the pairs (x, x') that networks of a shape cannot tell apart for a subspace that does not lie in another relation: pairs in one G-orbit, or pairs that a second shape cannot tell apart.</summary>
/// <remarks>
/// <para>The pairs are a finite union of subspaces of V × V. On a subspace U the points of the first layer see linear forms. If each form occurs equally often for x and for x', all of U is in the relation of one layer. Otherwise some form occurs more often for x, and wherever on U the inputs are
/// nevertheless equal, it coincides with another form of x': so U splits into smaller subspaces, one for each such form, and none is missed. For several layers, where the first one matches and the refined colours at a generic point do not, two forms that are different on U must coincide.</para>
/// <para>Symmetry: (1, h) with h in G maps subspaces of the relation to such, so images are tried up to the elements that fix the images chosen before.</para>
/// <para>Exact elimination in machine integers that throw when they overflow, then in large ones. Source: docs/theory.md#complete.</para>
/// </remarks>
internal sealed class RelationSearch<T>
    where T : IBinaryInteger<T>
{
    private readonly Architecture _architecture;
    private readonly Architecture? _against;
    private readonly FirstLayerRows _rows;
    private readonly FirstLayerRows? _againstRows;
    private readonly InputOrbits? _orbits;
    private readonly ImageSymmetry _symmetry;
    private readonly List<int[]> _forms = [];
    private readonly HashSet<T[]> _seen = new(new KeyComparer());
    private readonly long _maxSubspaces;
    private readonly int _invariants;
    private readonly CancellationToken _cancellationToken;

    public RelationSearch(Architecture architecture, Architecture? against, InputOrbits? orbits, long maxSubspaces, CancellationToken cancellationToken)
    {
        (_architecture, _against, _orbits, _maxSubspaces, _cancellationToken) = (architecture, against, orbits, maxSubspaces, cancellationToken);
        FirstLayerRows.RequireRoom(architecture.Input);
        _invariants = architecture.Input.Orbits.Count;
        var n = (int)architecture.Input.Size;
        for (var i = 0; i < 2 * n; i++)
        {
            var coordinate = new int[2 * n];
            coordinate[i] = 1;
            _forms.Add(coordinate);
        }

        _rows = FirstLayerRows.Of(architecture.Layers[0], architecture.Input, _forms, cancellationToken);
        _againstRows = against is null ? null : FirstLayerRows.Of(against.Layers[0], architecture.Input, _forms, cancellationToken);
        _symmetry = ImageSymmetry.Of(architecture.Layers[0], cancellationToken);
    }

    /// <summary>How many subspaces were looked at.</summary>
    public long Subspaces { get; private set; }

    /// <summary>A subspace of the relation that does not lie in the other one; null if there is none.</summary>
    /// <exception cref="LimitExceededException">More subspaces than allowed.</exception>
    /// <exception cref="OverflowException">The arithmetic is too small.</exception>
    public FormFlat<T>? Find()
    {
        var size = 2 * (int)_architecture.Input.Size;
        var whole = new FormFlat<T>([.. Enumerable.Range(0, size).Select(i => _forms.Select(form => T.CreateChecked(form[i])).ToArray())], size);
        return Search(whole, _symmetry, isRoot: true);
    }

    private FormFlat<T>? Search(FormFlat<T> flat, ImageSymmetry symmetry, bool isRoot)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (flat.Dimension == 0 || IsInside(flat) || !_seen.Add(KeyOf(flat)))
        {
            return null;
        }

        if (++Subspaces > _maxSubspaces)
        {
            throw new LimitExceededException("subspaces of pairs of inputs", _maxSubspaces, $"more for {_architecture}", "CompletenessOptions.MaxSubspaces");
        }

        var colours = _rows.GenericColours(flat);
        if (TrySurplus(colours, isRoot) is not { } point)
        {
            return _architecture.Layers.Count == 1 || AgreesGenerically(_architecture, colours) ? flat : SplitByCoincidence(flat, colours);
        }

        // Every subspace of the relation holds the pairs of equal invariant functions, on which nothing is left to find: so nothing smaller than this one by one dimension is new.
        if (flat.Dimension <= _invariants + 1)
        {
            return null;
        }

        // The form of `point` occurs more often for x: where the inputs are equal it coincides with another form of x'.
        var layer = _rows.Layer;
        var orbit = layer.OrbitOf[point];
        var done = new HashSet<int>();
        for (var i = layer.Starts[orbit]; i < layer.Starts[orbit + 1]; i++)
        {
            var image = layer.Order[i];
            if (colours[1, image] == colours[0, point] || !done.Add(colours[1, image]))
            {
                continue;
            }

            var (left, right) = (_rows.Of(0, point), _rows.Of(1, image));
            foreach (var equivalent in symmetry.EquivalentTo(image))
            {
                done.Add(colours[1, equivalent]);
            }

            if (Search(flat.WhereEqual(left, right, _cancellationToken), symmetry.Fixing(image), isRoot: false) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>A point whose colour occurs more often for the first input; null if all occur equally often. At the root the base point of the orbit with the fewest points.</summary>
    private int? TrySurplus(Colouring colours, bool isRoot)
    {
        var layer = _rows.Layer;
        var counts = new int[colours.Count];
        for (var y = 0; y < layer.Size; y++)
        {
            counts[colours[0, y]]++;
            counts[colours[1, y]]--;
        }

        int? best = null;
        var least = int.MaxValue;
        for (var orbit = 0; orbit < layer.Orbits.Length; orbit++)
        {
            var points = layer.Order[layer.Starts[orbit]..layer.Starts[orbit + 1]];
            var branches = isRoot ? points.Length : points.Select(y => colours[1, y]).Distinct().Count();
            if (branches < least && Array.FindIndex(points, y => counts[colours[0, y]] > 0) is var at and >= 0)
            {
                (best, least) = (points[at], branches);
            }
        }

        return best;
    }

    private FormFlat<T>? SplitByCoincidence(FormFlat<T> flat, Colouring colours)
    {
        if (flat.Dimension <= _invariants + 1)
        {
            return null;
        }

        var layer = _rows.Layer;
        for (var orbit = 0; orbit < layer.Orbits.Length; orbit++)
        {
            var representatives = new Dictionary<int, int[]>();
            for (var copy = 0; copy < 2; copy++)
            {
                for (var i = layer.Starts[orbit]; i < layer.Starts[orbit + 1]; i++)
                {
                    representatives.TryAdd(colours[copy, layer.Order[i]], _rows.Of(copy, layer.Order[i]));
                }
            }

            int[][] list = [.. representatives.Values];
            for (var a = 0; a < list.Length; a++)
            {
                for (var b = a + 1; b < list.Length; b++)
                {
                    if (Search(flat.WhereEqual(list[a], list[b], _cancellationToken), _symmetry.Forgotten(), isRoot: false) is { } found)
                    {
                        return found;
                    }
                }
            }
        }

        return null;
    }

    private bool IsInside(FormFlat<T> flat)
    {
        if (_against is not null)
        {
            return AgreesGenerically(_against, _againstRows!.GenericColours(flat));
        }

        var n = (int)_architecture.Input.Size;
        var labels = flat.LeastEqual(2 * n, _cancellationToken);
        return _orbits!.AreInOneOrbit(labels.AsSpan(0, n), labels.AsSpan(n));
    }

    /// <summary>Whether networks agree on all pairs of a subspace on which the first layer has these colours.</summary>
    private bool AgreesGenerically(Architecture architecture, Colouring colours)
    {
        for (var i = 1; i < architecture.Layers.Count; i++)
        {
            colours = OrbitalRefinement.Of(architecture.Layers[i], architecture.Layers[i - 1]).ByCounts(colours, _cancellationToken);
        }

        return colours.HaveEqualCounts(0, 1);
    }

    private T[] KeyOf(FormFlat<T> flat) => [.. flat.EchelonForm(_cancellationToken).SelectMany(row => row)];

    private sealed class KeyComparer : IEqualityComparer<T[]>
    {
        public bool Equals(T[]? left, T[]? right) => left.AsSpan().SequenceEqual(right);

        public int GetHashCode(T[] key)
        {
            var hash = key.Length;
            foreach (var entry in key)
            {
                hash = unchecked((hash * 31) + entry.GetHashCode());
            }

            return hash;
        }
    }
}
