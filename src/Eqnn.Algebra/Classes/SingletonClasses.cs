using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Classes;

/// <summary>The classes of an abelian group: its elements, sorted by (order, image list).</summary>
internal sealed class SingletonClasses : ClassPartition
{
    private readonly ElementNumbering _numbering;
    private readonly AbelianNumbering _structure;
    private readonly int[] _numberAt;
    private readonly int[] _positionOf;
    private readonly int[] _orders;

    public SingletonClasses(IPermutationGroup group, CancellationToken cancellationToken)
    {
        _numbering = new ElementNumbering(group.Chain);
        _structure = new AbelianNumbering(_numbering, group.Generators, cancellationToken);
        var orders = _structure.Orders(cancellationToken);
        var count = _numbering.Count;
        // Orders divide the exponent, so there are few: first place of each order by counting, then the lexicographic walk fills the places.
        var largest = 1;
        foreach (var order in orders)
        {
            largest = Math.Max(largest, order);
        }

        var place = new int[largest + 1];
        foreach (var order in orders)
        {
            place[order]++;
        }

        for (int order = 1, next = 0; order <= largest; order++)
        {
            (place[order], next) = (next, next + place[order]);
        }

        _numberAt = new int[count];
        _positionOf = new int[count];
        _orders = new int[count];
        var walk = _numbering.LexicographicWalk();
        while (walk.MoveNext())
        {
            var order = orders[walk.Number];
            var position = place[order]++;
            _numberAt[position] = walk.Number;
            _positionOf[walk.Number] = position;
            _orders[position] = order;
        }
    }

    public override string Origin => "abelian: every element is a class";

    public override int Count => _numberAt.Length;

    /// <summary>The exponent vectors behind the classes.</summary>
    public AbelianNumbering Structure => _structure;

    public override BigInteger Size(int position) => BigInteger.One;

    public override long ElementOrder(int position) => _orders[position];

    public override Permutation Representative(int position) => PermutationArrays.ToPermutation(_numbering.Images(_numberAt[position]));

    public override int PositionOf(int[] images) => _positionOf[_numbering.NumberOf(images)];

    public override int PowerPosition(int position, long k)
    {
        var exponents = new long[_structure.Rank];
        ExponentsAt(position, exponents);
        var reduced = k % _orders[position];
        for (var j = 0; j < exponents.Length; j++)
        {
            exponents[j] *= reduced;
        }

        return _positionOf[_structure.NumberAt(_structure.IndexOf(exponents))];
    }

    /// <summary>The exponent vector of a class.</summary>
    public void ExponentsAt(int position, long[] exponents) => _structure.ExponentsOf(_structure.IndexOfNumber(_numberAt[position]), exponents);
}
