using System.Numerics;

namespace Eqnn.Algebra.Groups;

/// <summary>Conjugacy classes as orbits of the generators on the numbered elements: one array entry for each element, so that the class of an element is one sift and one look-up.</summary>
/// <remarks>Elements are taken up in lexicographic order, so the first of a class is its least. Cost: |G| times generators times (base length)².</remarks>
internal sealed class EnumeratedClasses : ClassPartition
{
    private readonly ElementNumbering _numbering;
    private readonly int[] _classOf;
    private readonly int[] _representatives;
    private readonly int[] _sizes;
    private readonly long[] _orders;

    public EnumeratedClasses(FiniteGroup group, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        _numbering = new ElementNumbering(group.Chain);
        _classOf = new int[_numbering.Count];
        Array.Fill(_classOf, -1);
        var conjugators = new Conjugator[group.Generators.Count];
        for (var i = 0; i < conjugators.Length; i++)
        {
            conjugators[i] = new Conjugator(_numbering, group.Generators[i].RawImages);
        }

        var representatives = new List<int>();
        var sizes = new List<int>();
        var queue = new List<int>();
        var done = 0;
        foreach (var first in _numbering.InLexicographicOrder())
        {
            if (_classOf[first] >= 0)
            {
                continue;
            }

            var position = representatives.Count;
            _classOf[first] = position;
            queue.Clear();
            queue.Add(first);
            for (var i = 0; i < queue.Count; i++)
            {
                if ((i & 0xFFFF) == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    progress?.Report(new WorkProgress("conjugacy classes", done + i, _numbering.Count));
                }

                foreach (var conjugator in conjugators)
                {
                    var image = conjugator.Apply(queue[i]);
                    if (_classOf[image] < 0)
                    {
                        _classOf[image] = position;
                        queue.Add(image);
                    }
                }
            }

            done += queue.Count;
            representatives.Add(first);
            sizes.Add(queue.Count);
            if (done == _numbering.Count)
            {
                break;
            }
        }

        _representatives = representatives.ToArray();
        _sizes = sizes.ToArray();
        _orders = new long[_sizes.Length];
        for (var i = 0; i < _orders.Length; i++)
        {
            _orders[i] = (long)PermutationArrays.Order(_numbering.Images(_representatives[i]));
        }

        SortClasses();
    }

    public override string Origin => "orbits on the numbered elements";

    public override int Count => _sizes.Length;

    /// <summary>The numbering behind the classes.</summary>
    public ElementNumbering Numbering => _numbering;

    /// <summary>The class position of each element number; shared, not to be written to.</summary>
    public int[] ClassOfNumber => _classOf;

    public override BigInteger Size(int position) => _sizes[position];

    public override long ElementOrder(int position) => _orders[position];

    public override Permutation Representative(int position) => new(_numbering.Images(_representatives[position]));

    public override int PositionOf(int[] images) => _classOf[_numbering.NumberOf(images)];

    private void SortClasses()
    {
        // Found in the order of their least elements: a stable sort by (order, size) gives the documented order.
        var order = PermutationArrays.Identity(_sizes.Length);
        Array.Sort(order, (a, b) =>
        {
            var byOrder = _orders[a].CompareTo(_orders[b]);
            var bySize = byOrder != 0 ? byOrder : _sizes[a].CompareTo(_sizes[b]);
            return bySize != 0 ? bySize : a.CompareTo(b);
        });
        var position = PermutationArrays.Inverse(order);
        for (var i = 0; i < _classOf.Length; i++)
        {
            _classOf[i] = position[_classOf[i]];
        }

        Permute(_representatives, order);
        Permute(_sizes, order);
        Permute(_orders, order);
    }

    private static void Permute<T>(T[] values, int[] order)
    {
        var old = (T[])values.Clone();
        for (var i = 0; i < old.Length; i++)
        {
            values[i] = old[order[i]];
        }
    }
}
