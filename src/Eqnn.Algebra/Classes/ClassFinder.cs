using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Classes;

/// <summary>The search behind <see cref="SearchedClasses"/>: members of all classes, each proved to be in a class of its own.</summary>
internal sealed class ClassFinder
{
    private readonly IPermutationGroup _group;
    private readonly StabilizerNode _root;
    private readonly IProgress<WorkProgress>? _progress;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<ulong, List<SearchedClasses.Found>> _byInvariant = [];
    private readonly List<SearchedClasses.Found> _found = [];
    private readonly List<ProductReplacement?> _random = [];
    private BigInteger _total;

    public ClassFinder(IPermutationGroup group, StabilizerNode root, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        _group = group;
        _root = root;
        _progress = progress;
        _cancellationToken = cancellationToken;
        Invariants = new ClassInvariants(root, group.Degree);
    }

    /// <summary>The invariants used.</summary>
    public ClassInvariants Invariants { get; }

    /// <summary>True if many random elements in a row met no new class.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>Finds all classes; <c>false</c> if generators of stabilisers are missing, or nothing new turns up any more.</summary>
    public bool TryFindAll()
    {
        if (!TryMeet(PermutationArrays.Identity(_group.Degree), _group.EssentialGenerators))
        {
            return false;
        }

        // The process forgets its start within a few steps; a class is met once in about (number of classes) of them.
        for (int draw = 0, at = 0, known = 1; _total != _group.Order; draw++, at++)
        {
            if (_found.Count > known)
            {
                (known, draw) = (_found.Count, 0);
            }

            if (draw > 2000 + (50 * known))
            {
                GaveUp = true;
                return false;
            }

            _cancellationToken.ThrowIfCancellationRequested();
            // Every second element is one of the whole group: large classes, whose powers lead to small ones.
            var from = (at & 1) == 0 ? 0 : (at >> 1) % _found.Count;
            if (_found[from].Centralizer.Count == 0)
            {
                continue;
            }

            var random = _random[from] ??= new ProductReplacement(_group.Degree, _found[from].Centralizer);
            if (!TryMeet(random.Next(), null))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The classes in the documented order with their representatives.</summary>
    public SearchedClasses.Found[]? TrySort()
    {
        var classes = new SearchedClasses.Found[_found.Count];
        for (var i = 0; i < classes.Length; i++)
        {
            if (LeastConjugate.TryOf(_root, _found[i].Element, _found[i].Centralizer, _cancellationToken) is not { } least)
            {
                return null;
            }

            classes[i] = _found[i] with { Least = least };
        }

        Array.Sort(classes, (a, b) =>
        {
            var byOrder = a.ElementOrder.CompareTo(b.ElementOrder);
            var bySize = byOrder != 0 ? byOrder : a.Size.CompareTo(b.Size);
            return bySize != 0 ? bySize : a.Least.AsSpan().SequenceCompareTo(b.Least);
        });
        return classes;
    }

    /// <summary>Takes the class of an element up, if it is new, and those of its powers; <c>false</c> if generators of stabilisers are missing.</summary>
    private bool TryMeet(int[] element, IReadOnlyList<int[]>? wholeGroup)
    {
        var waiting = new Queue<(int[] Element, (IReadOnlyList<int[]> Generators, BigInteger Order)? Centralizer)>();
        waiting.Enqueue((element, wholeGroup is null ? null : (wholeGroup, _group.Order)));
        while (waiting.TryDequeue(out var next))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var invariant = Invariants.Of(next.Element);
            if (!_byInvariant.TryGetValue(invariant, out var sharing))
            {
                _byInvariant.Add(invariant, sharing = []);
            }

            if (sharing.Exists(known => known.Search.Conjugator(next.Element, _cancellationToken) is not null))
            {
                continue;
            }

            if (ConjugationSearch.TryOf(_root, next.Element) is not { } search)
            {
                return false;
            }

            var (generators, order) = next.Centralizer ?? search.Centralizer(_cancellationToken);
            var elementOrder = (long)PermutationArrays.Order(next.Element);
            var found = new SearchedClasses.Found(next.Element, invariant, search, generators, _group.Order / order, elementOrder);
            sharing.Add(found);
            _found.Add(found);
            _random.Add(null);
            _total += found.Size;
            _group.Limits.RequireClasses(_found.Count);
            Require(_found.Count, _total, _group);

            _progress?.Report(new WorkProgress("conjugacy classes", (long)BigInteger.Min(_total, long.MaxValue), (long)BigInteger.Min(_group.Order, long.MaxValue)));
            // Other generators of the same cyclic group commute with the same elements.
            foreach (var t in ClassUnits(elementOrder))
            {
                waiting.Enqueue((PermutationArrays.Power(next.Element, t), (generators, order)));
            }

            foreach (var p in NumberTheory.PrimeFactors(elementOrder))
            {
                waiting.Enqueue((PermutationArrays.Power(next.Element, p), null));
            }
        }

        return true;
    }

    /// <summary>The numbers 2 .. order − 1 prime to the order, or −1 and a few small ones for large orders.</summary>
    private static IEnumerable<long> ClassUnits(long order)
    {
        for (var t = 2L; t < order && t < 64; t++)
        {
            if (NumberTheory.Gcd(t, order) == 1)
            {
                yield return t;
            }
        }

        if (order > 64)
        {
            yield return order - 1;
        }
    }

    /// <summary>Refuses classes that hold more elements than the group.</summary>
    internal static void Require(int classes, BigInteger elements, IPermutationGroup group)
    {
        if (elements > group.Order)
        {
            throw new CertificateException("class sizes add up to the order", FormattableString.Invariant($"{classes} classes of {group.Name} with {elements} elements, order {group.Order}"));
        }
    }
}
