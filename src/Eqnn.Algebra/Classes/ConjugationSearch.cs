using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Classes;

/// <summary>Backtrack search for the elements h with h r h⁻¹ = y, for one r and any y: along the cycles of r, the longest first.</summary>
/// <remarks>
/// <para>h r = y h: the image of one point of a cycle of r determines the images of the others. So the base runs along the cycles, and only the first point of each cycle is a choice, among points in cycles of y of that length; every other
/// base point is a test. Powers of y that fix the choices made so far make starting points on one cycle equivalent.</para>
/// <para><b>Source.</b> [Seress, §9.1]. Immutable after construction, up to caches of representatives.</para>
/// </remarks>
internal sealed partial class ConjugationSearch
{
    private readonly int _degree;
    private readonly int[] _r;
    private readonly StabilizerNode _root;
    private readonly Step[] _steps;

    private ConjugationSearch(int[] r, StabilizerNode root, Step[] steps)
    {
        _degree = r.Length;
        _r = r;
        _root = root;
        _steps = steps;
    }

    /// <summary>The search for one r, or <c>null</c> if generators of stabilisers are missing (see <see cref="StabilizerNode"/>).</summary>
    public static ConjugationSearch? TryOf(StabilizerNode root, int[] r)
    {
        var steps = new List<Step>();
        var node = root;
        var earlier = 1L;
        foreach (var cycle in CyclesByLength(r))
        {
            // The image of a point is known if a step chose it or nothing in the stabiliser moves it.
            var isFree = Array.TrueForAll(cycle, node.Moves);
            var start = isFree ? 0 : Array.FindIndex(cycle, x => !node.Moves(x));
            for (var i = 0; i < cycle.Length; i++)
            {
                var x = cycle[(start + i) % cycle.Length];
                if (!node.Moves(x))
                {
                    continue;
                }

                var (level, next) = node.Fix(x);
                if (next.IsStuck)
                {
                    return null;
                }

                var previous = cycle[(start + i + cycle.Length - 1) % cycle.Length];
                steps.Add(new Step(node, level, x, isFree && i == 0 ? -1 : previous, cycle.Length, earlier, NewlyFixed(node, next, r)));
                node = next;
            }

            earlier = cycle.Length == 1 ? earlier : earlier / NumberTheory.Gcd(earlier, cycle.Length) * cycle.Length;
        }

        return node.Order.IsOne ? new ConjugationSearch(r, root, [.. steps]) : null;
    }

    /// <summary>Some h with h r h⁻¹ = y, or <c>null</c> if there is none.</summary>
    public int[]? Conjugator(int[] y, CancellationToken cancellationToken = default)
    {
        var run = new Run(this, y, cancellationToken);
        return run.From(0) ? run.Product() : null;
    }

    /// <summary>The edges x → r(x) between points that are fixed once the step is taken and were not before: tests h(r(x)) = y(h(x)).</summary>
    private static int[] NewlyFixed(StabilizerNode before, StabilizerNode after, int[] r)
    {
        var edges = new List<int>();
        for (var x = 0; x < r.Length; x++)
        {
            if (!after.Moves(x) && !after.Moves(r[x]) && (before.Moves(x) || before.Moves(r[x])))
            {
                edges.Add(x);
            }
        }

        return [.. edges];
    }

    private static List<int[]> CyclesByLength(int[] images)
    {
        var seen = new bool[images.Length];
        var cycles = new List<int[]>();
        for (var x = 0; x < images.Length; x++)
        {
            if (seen[x])
            {
                continue;
            }

            var cycle = new List<int>();
            for (var y = x; !seen[y]; y = images[y])
            {
                seen[y] = true;
                cycle.Add(y);
            }

            cycles.Add([.. cycle]);
        }

        // Stable: equal lengths stay by least points.
        return [.. cycles.OrderByDescending(cycle => cycle.Length)];
    }

    /// <summary>One base point.</summary>
    /// <param name="Node">The stabiliser of the earlier ones.</param>
    /// <param name="Level">Its orbit.</param>
    /// <param name="Point">The base point.</param>
    /// <param name="Previous">The point before it on the cycle if its image is known by then, else −1: a choice.</param>
    /// <param name="CycleLength">The length of its cycle.</param>
    /// <param name="Earlier">The order of r on the cycles before.</param>
    /// <param name="Tests">Points x with h(r(x)) = y(h(x)) to be tested after the step.</param>
    private sealed record Step(StabilizerNode Node, ChainLevel Level, int Point, int Previous, int CycleLength, long Earlier, int[] Tests);

    /// <summary>The state of one search: h is the product of the representatives chosen so far, up to an element of the stabiliser reached.</summary>
    private sealed class Run
    {
        /// <summary>A representative costs as many images as there are points, some times over.</summary>
        private const long ImagesBetweenLooks = 100_000;

        private readonly ConjugationSearch _search;
        private readonly int[] _y;
        private readonly int[] _cycleLength;
        private readonly int[] _cycleStart;
        private readonly int[] _placeOnCycle;

        /// <summary>For each step the place of the representative chosen, 0 for the identity; written out where it is kept, or often asked for.</summary>
        private readonly int[] _places;
        private readonly int[]?[] _chosen;
        private readonly int[]?[] _inverses;
        private readonly int[] _uses;
        private readonly CancellationToken _cancellationToken;
        private long _images;

        public Run(ConjugationSearch search, int[] y, CancellationToken cancellationToken = default)
        {
            _search = search;
            _y = y;
            _cancellationToken = cancellationToken;
            _chosen = new int[search._steps.Length][];
            _inverses = new int[search._steps.Length][];
            _places = new int[search._steps.Length];
            _uses = new int[search._steps.Length];
            _cycleLength = new int[y.Length];
            _cycleStart = new int[y.Length];
            _placeOnCycle = new int[y.Length];
            for (var x = 0; x < y.Length; x++)
            {
                if (_cycleLength[x] != 0)
                {
                    continue;
                }

                var length = 0;
                var z = x;
                do
                {
                    _placeOnCycle[z] = length++;
                    z = y[z];
                }
                while (z != x);

                for (var i = 0; i < length; i++, z = y[z])
                {
                    _cycleLength[z] = length;
                    _cycleStart[z] = x;
                }
            }
        }

        public int CycleLengthOf(int point) => _cycleLength[point];

        /// <summary>Completes the choices before step i (identities if none were made).</summary>
        public bool From(int i)
        {
            if (i == _search._steps.Length)
            {
                return Holds();
            }

            var step = _search._steps[i];
            if (step.Previous >= 0)
            {
                return Take(i, _y[Image(i, step.Previous)]);
            }

            for (var place = 0; place < step.Level.OrbitSize; place++)
            {
                // Images of the orbit under the choices so far; among those on one cycle that a power of y fixing these choices makes equal, the first.
                var target = Image(i, step.Level.Point(place));
                if (_cycleLength[target] == step.CycleLength && _placeOnCycle[target] < NumberTheory.Gcd(step.Earlier, step.CycleLength) && TakePlace(i, place))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>Sends the base point of step i to a point and completes.</summary>
        public bool Take(int i, int target)
        {
            var z = target;
            for (var j = 0; j < i; j++)
            {
                if (_places[j] > 0)
                {
                    z = _inverses[j] is { } inverse ? inverse[z] : _search._steps[j].Level.ApplyInverse(_places[j], z);
                }
            }

            var place = _search._steps[i].Level.PlaceOf(z);
            return place >= 0 && TakePlace(i, place);
        }

        /// <summary>The element found.</summary>
        public int[] Product()
        {
            var h = new int[_y.Length];
            for (var x = 0; x < h.Length; x++)
            {
                h[x] = Image(_chosen.Length, x);
            }

            return h;
        }

        private bool TakePlace(int i, int place)
        {
            if ((_images += _y.Length) > ImagesBetweenLooks)
            {
                _images = 0;
                _cancellationToken.ThrowIfCancellationRequested();
            }

            var level = _search._steps[i].Level;
            (_places[i], _uses[i]) = (place, 0);
            (_chosen[i], _inverses[i]) = place == 0 ? (null, null) : (level.WrittenRepresentative(place), level.InverseRepresentative(place));
            foreach (var x in _search._steps[i].Tests)
            {
                if (Image(i + 1, _search._r[x]) != _y[Image(i + 1, x)])
                {
                    return Undo(i);
                }
            }

            return From(i + 1) || Undo(i);
        }

        private bool Undo(int i)
        {
            (_places[i], _chosen[i], _inverses[i]) = (0, null, null);
            return false;
        }

        private int Image(int count, int x)
        {
            for (var j = count - 1; j >= 0; j--)
            {
                if (_places[j] > 0)
                {
                    x = _chosen[j] is { } u ? u[x] : Stepwise(j, x);
                }
            }

            return x;
        }

        /// <summary>The image of a point along the tree: most places fail at the first test, and to write their representatives costs as many steps for every point.</summary>
        private int Stepwise(int j, int x)
        {
            const int MostUses = 64;
            var level = _search._steps[j].Level;
            if (++_uses[j] < MostUses)
            {
                return level.Apply(_places[j], x);
            }

            var u = level.Representative(_places[j]);
            _chosen[j] = u;
            return u[x];
        }

        private bool Holds()
        {
            for (var x = 0; x < _y.Length; x++)
            {
                if (Image(_chosen.Length, _search._r[x]) != _y[Image(_chosen.Length, x)])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
