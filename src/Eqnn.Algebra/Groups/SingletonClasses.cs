using System.Numerics;

namespace Eqnn.Algebra.Groups;

/// <summary>The classes of an abelian group: its elements, sorted by (order, image list).</summary>
internal sealed class SingletonClasses : ClassPartition
{
    private readonly ElementNumbering _numbering;
    private readonly int[] _numberAt;
    private readonly int[] _positionOf;
    private readonly long[] _orders;

    public SingletonClasses(FiniteGroup group, CancellationToken cancellationToken)
    {
        _numbering = new ElementNumbering(group.Chain);
        var orderOfNumber = AbelianOrders.Of(_numbering, group.Generators, cancellationToken);
        var count = _numbering.Count;
        _numberAt = new int[count];
        _orders = new long[count];
        // Counting by order keeps the lexicographic order inside each order.
        var start = new SortedDictionary<long, int>();
        foreach (var order in orderOfNumber)
        {
            start[order] = start.GetValueOrDefault(order) + 1;
        }

        var next = 0;
        foreach (var (order, size) in start.ToArray())
        {
            start[order] = next;
            next += size;
        }

        var slots = new Dictionary<long, int>(start);
        foreach (var number in _numbering.InLexicographicOrder())
        {
            var order = orderOfNumber[number];
            var position = slots[order]++;
            _numberAt[position] = number;
            _orders[position] = order;
        }

        _positionOf = PermutationArrays.Inverse(_numberAt);
    }

    public override string Origin => "abelian: every element is a class";

    public override int Count => _numberAt.Length;

    public override BigInteger Size(int position) => BigInteger.One;

    public override long ElementOrder(int position) => _orders[position];

    public override Permutation Representative(int position) => new(_numbering.Images(_numberAt[position]));

    public override int PositionOf(int[] images) => _positionOf[_numbering.NumberOf(images)];
}
