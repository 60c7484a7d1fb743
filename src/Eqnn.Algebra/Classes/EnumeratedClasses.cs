using System.Numerics;
using System.Runtime.CompilerServices;
using Eqnn.Algebra.Chains;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Classes;

/// <summary>Conjugacy classes as orbits of the generators on the numbered elements: one array entry for each element, so that the class of an element is one sift and one look-up.</summary>
/// <remarks>Elements are taken up in lexicographic order, so the first of a class is its least. Cost: |G| times generators times (base length)².</remarks>
internal sealed class EnumeratedClasses : ClassPartition
{
    private readonly ElementNumbering _numbering;
    private readonly int[] _classOf;
    private readonly int[] _representatives;
    private readonly int[] _sizes;
    private readonly long[] _orders;

    public EnumeratedClasses(IPermutationGroup group, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        _numbering = new ElementNumbering(group.Chain);
        _classOf = new int[_numbering.Count];
        Array.Fill(_classOf, -1);
        var generators = FewGenerators.Of(group, cancellationToken);
        var conjugators = new Conjugator[generators.Count];
        for (var i = 0; i < conjugators.Length; i++)
        {
            conjugators[i] = new Conjugator(_numbering, generators[i]);
        }

        var representatives = new List<int>();
        var sizes = new List<int>();
        var queue = new int[16];
        var done = 0;
        var walk = _numbering.LexicographicWalk();
        while (done < _numbering.Count && walk.MoveNext())
        {
            if (_classOf[walk.Number] >= 0)
            {
                continue;
            }

            var position = representatives.Count;
            _classOf[walk.Number] = position;
            queue[0] = walk.Number;
            var size = 1;
            for (var from = 0; from < size;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(new WorkProgress("conjugacy classes", done + from, _numbering.Count));
                var to = Math.Min(size, from + 0x10000);
                queue = Reach(conjugators, position, queue, from, to, ref size);
                from = to;
            }

            done += size;
            representatives.Add(walk.Number);
            sizes.Add(size);
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

    public override Permutation Representative(int position) => PermutationArrays.ToPermutation(_numbering.Images(_representatives[position]));

    public override int PositionOf(int[] images) => _classOf[_numbering.NumberOf(images)];

    /// <summary>The images of the base points under the elements of a class, one element after the other.</summary>
    public int[] BaseImagesOf(int position)
    {
        var depth = _numbering.Depth;
        var images = new int[checked(_sizes[position] * depth)];
        var at = 0;
        for (var number = 0; at < images.Length; number++)
        {
            if (_classOf[number] != position)
            {
                continue;
            }

            _numbering.Base.CopyTo(images, at);
            _numbering.Apply(number, images.AsSpan(at, depth));
            at += depth;
        }

        return images;
    }

    /// <summary>Conjugates the entries from..to of the queue and appends what is new.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] Reach(Conjugator[] conjugators, int position, int[] queue, int from, int to, ref int size)
    {
        var classOf = _classOf;
        for (var i = from; i < to; i++)
        {
            foreach (var conjugator in conjugators)
            {
                var image = conjugator.Apply(queue[i]);
                if (classOf[image] < 0)
                {
                    classOf[image] = position;
                    if (size == queue.Length)
                    {
                        Array.Resize(ref queue, (int)Math.Min(2L * size, classOf.Length));
                    }

                    queue[size++] = image;
                }
            }
        }

        return queue;
    }

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
