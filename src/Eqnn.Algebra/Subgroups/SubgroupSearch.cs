using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Subgroups;

/// <summary>Finds all subgroups up to conjugacy, by cyclic extension, and by joins with one element where the group is not solvable.</summary>
/// <remarks>
/// <para>Subgroups are taken up in ascending order, one of each class. A subgroup K ≠ 1 that is not perfect has a normal subgroup H of prime index p and an element z of p-power order outside H: then z normalises H, z^p lies in H and
/// K = H ∪ zH ∪ … A perfect subgroup K lies in the last term R of the derived series of G. Its Sylow 2-subgroups have order 4 at least and lie in maximal subgroups H of K; elements of odd prime power order generate K, so one of them, z, is
/// outside H, and K = ⟨H, z⟩. So for H ≤ R with 4 dividing |H| all joins with z of odd prime power order in R are formed, one for each orbit of the normaliser of H. No list of perfect groups is used, but K ≠ R has a simple quotient that is not abelian, so
/// the order of one of these divides |K|: where that leaves no order between |H| and |R|, no join is formed.</para>
/// <para>[Holt, §10.4]; docs/theory.md#subgroups.</para>
/// </remarks>
internal sealed class SubgroupSearch
{
    private readonly FiniteGroup _group;
    private readonly int _most;
    private readonly IProgress<WorkProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly int[][] _permuted;
    private readonly Dictionary<ulong[], Found> _classOf = new(SubgroupBits.Comparer);
    private readonly SortedDictionary<int, List<Found>> _waiting = [];
    private readonly ushort[]? _residual;
    private readonly ulong[] _residualBits = [];
    private readonly int[] _perfectOrders = [];
    private readonly int[] _residualGenerators = [];

    /// <summary>The orders of the simple groups that are not abelian, up to a fifth of <see cref="ElementTable.MaxOrder"/>.</summary>
    internal static readonly int[] SimpleOrders = [60, 168, 360, 504, 660, 1092, 2448, 2520, 3420, 4080, 5616, 6048, 6072, 7800, 7920, 9828, 12180];

    public SubgroupSearch(FiniteGroup group, int most, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        _group = group;
        _progress = progress;
        _cancellation = cancellationToken;
        Table = new ElementTable(group, cancellationToken);
        Cyclic = new PrimePowerSubgroups(Table);
        _most = (int)Math.Min(most, MaxWords / Math.Max(1, Words));
        _permuted = [.. group.EssentialGenerators.Where(g => !PermutationArrays.IsIdentity(g)).Select(g => Cyclic.Permuted(Table.PlaceOf(PermutationArrays.ToPermutation(g))))];
        var last = group.DerivedSeries[^1];
        if (!last.Order.IsOne)
        {
            _residual = [.. last.EnumerateElements().Select(g => (ushort)Table.PlaceOf(g))];
            _residualBits = Cyclic.BitsOf(_residual);

            // A proper subgroup of R has index 5 at least: R acts transitively on its cosets, and groups of permutations of 4 points are solvable.
            _perfectOrders = [.. NumberTheory.Divisors(_residual.Length).Where(d => 5 * d <= _residual.Length && Array.Exists(SimpleOrders, s => d % s == 0)).Select(d => (int)d)];
            _residualGenerators = [.. last.EssentialGenerators.Select(g => Table.PlaceOf(PermutationArrays.ToPermutation(g)))];
        }

        Run();
    }

    /// <summary>The most words of 64 bits that all subgroups may take together: half a gigabyte. A subgroup has a bit for each cyclic subgroup of prime power order.</summary>
    internal const long MaxWords = 1L << 26;

    public ElementTable Table { get; }

    public PrimePowerSubgroups Cyclic { get; }

    /// <summary>The class of each subgroup.</summary>
    public IReadOnlyDictionary<ulong[], Found> ClassOf => _classOf;

    /// <summary>A class: the subgroup met first, and all subgroups of the class as bits.</summary>
    internal sealed record Found(ushort[] Elements, ulong[] Bits, int[] Generators, List<ulong[]> Conjugates);

    private int Words => (Cyclic.Count + 63) / 64;

    private LimitExceededException TooMuchMemory() => new(
        "words of memory for all subgroups", MaxWords, FormattableString.Invariant($"more than {_most} subgroups of {_group.Name} with {Words} words each"), "not possible; a smaller group has fewer cyclic subgroups");

    private void Run()
    {
        Add([0], new ulong[Words], []);
        if (_residual is not null)
        {
            Add(_residual, _residualBits, _residualGenerators);
        }

        while (_waiting.Count > 0)
        {
            var (order, list) = _waiting.First();
            _waiting.Remove(order);
            foreach (var found in list)
            {
                _cancellation.ThrowIfCancellationRequested();
                _progress?.Report(new WorkProgress("subgroups", _classOf.Count, 0));
                Extend(found);
            }
        }
    }

    private void Extend(Found h)
    {
        var inside = new bool[Table.Count];
        foreach (var a in h.Elements)
        {
            inside[a] = true;
        }

        var covered = (ulong[])h.Bits.Clone();
        var normalising = new List<int>();
        for (var z = 0; z < Cyclic.Count; z++)
        {
            var generator = Cyclic.Generator[z];
            if (SubgroupBits.Has(h.Bits, z) || !Array.TrueForAll(h.Generators, a => inside[Table.Conjugate(a, generator)]))
            {
                continue;
            }

            normalising.Add(generator);
            if (!SubgroupBits.Has(covered, z) && inside[Cyclic.PrimePower[z]])
            {
                var elements = Table.Join(h.Elements, [.. h.Generators, generator], Table.Count)!;
                var bits = Cyclic.BitsOf(elements);

                // Every element of K outside H gives the same K, since the index is prime.
                SubgroupBits.Add(covered, bits);
                if (!_classOf.ContainsKey(bits))
                {
                    Add(elements, bits, [.. h.Generators, generator]);
                }
            }
        }

        if (_residual is not null && h.Elements.Length % 4 == 0 && h.Elements.Length < _residual.Length && SubgroupBits.IsSubset(h.Bits, _residualBits))
        {
            JoinInResidual(h, covered, normalising);
        }
    }

    private void JoinInResidual(Found h, ulong[] covered, List<int> normalising)
    {
        var orders = Array.FindAll(_perfectOrders, order => order > h.Elements.Length && order % h.Elements.Length == 0);
        if (orders.Length == 0)
        {
            return;
        }

        var done = (ulong[])covered.Clone();
        var permuted = normalising.ConvertAll(Cyclic.Permuted);
        permuted.AddRange(h.Generators.Select(Cyclic.Permuted));
        for (var z = 0; z < Cyclic.Count; z++)
        {
            if (Cyclic.Prime[z] == 2 || SubgroupBits.Has(done, z) || !SubgroupBits.Has(_residualBits, z))
            {
                continue;
            }

            _cancellation.ThrowIfCancellationRequested();
            MarkOrbit(done, z, permuted);
            int[] generators = [.. h.Generators, Cyclic.Generator[z]];

            if (Table.Join(h.Elements, generators, orders[^1]) is not { } elements)
            {
                continue;
            }

            var bits = Cyclic.BitsOf(elements);
            if (!_classOf.ContainsKey(bits))
            {
                Add(elements, bits, generators);
            }
        }
    }

    private static void MarkOrbit(ulong[] done, int z, List<int[]> permuted)
    {
        var queue = new Stack<int>([z]);
        done[z >> 6] |= 1UL << (z & 63);
        while (queue.TryPop(out var y))
        {
            foreach (var images in permuted)
            {
                var image = images[y];
                if (!SubgroupBits.Has(done, image))
                {
                    done[image >> 6] |= 1UL << (image & 63);
                    queue.Push(image);
                }
            }
        }
    }

    private void Add(ushort[] elements, ulong[] bits, int[] generators)
    {
        var found = new Found(elements, bits, generators, [bits]);
        _classOf.Add(bits, found);
        for (var at = 0; at < found.Conjugates.Count; at++)
        {
            foreach (var images in _permuted)
            {
                var conjugate = SubgroupBits.Permute(found.Conjugates[at], images);
                if (_classOf.TryAdd(conjugate, found))
                {
                    found.Conjugates.Add(conjugate);
                }
            }

            if (_classOf.Count > _most)
            {
                throw _most < _group.Limits.MaxSubgroups ? TooMuchMemory() : new LimitExceededException("subgroups", _most, FormattableString.Invariant($"more than {_most} subgroups of {_group.Name}"), "GroupLimits.MaxSubgroups", 10L * _most);
            }
        }

        if (!_waiting.TryGetValue(elements.Length, out var list))
        {
            _waiting.Add(elements.Length, list = []);
        }

        list.Add(found);
    }
}
