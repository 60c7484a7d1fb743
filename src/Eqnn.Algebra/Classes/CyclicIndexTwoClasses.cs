using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Classes;

/// <summary>The classes of a group with a cyclic subgroup of index 2, by formula: {x^j, x^(rj)}, and {x^i y : i ≡ c modulo f} (docs/theory.md#index-two).</summary>
/// <remarks>No element is listed: one number for each power of x, one for each class.</remarks>
internal sealed class CyclicIndexTwoClasses : ClassPartition
{
    private readonly CyclicIndexTwo _group;
    private readonly Entry[] _classes;
    private readonly int[] _positionOfInner;
    private readonly int[] _positionOfOuter;

    /// <summary>Lists and sorts the classes.</summary>
    public CyclicIndexTwoClasses(CyclicIndexTwo group, CancellationToken cancellationToken)
    {
        _group = group;
        var classes = new List<Entry>();
        for (var j = 0; j < group.N; j++)
        {
            var turned = group.Turned(j);
            if (j <= turned)
            {
                var least = j == turned || Compare(new(j, false), new(turned, false)) < 0 ? j : turned;
                classes.Add(new(new(least, false), group.N / NumberTheory.Gcd(group.N, j), j == turned ? 1 : 2));
            }
        }

        for (var c = 0; c < group.F; c++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            classes.Add(new(new(LeastOuter(c), true), 2 * (group.N / NumberTheory.Gcd(group.N, group.SquareOfOuter(c))), group.N / group.F));
        }

        cancellationToken.ThrowIfCancellationRequested();
        classes.Sort((a, b) =>
        {
            var order = a.Order.CompareTo(b.Order);
            order = order != 0 ? order : a.Size.CompareTo(b.Size);
            return order != 0 ? order : Compare(a.Least, b.Least);
        });
        _classes = [.. classes];
        _positionOfInner = new int[group.N];
        _positionOfOuter = new int[group.F];
        for (var position = 0; position < _classes.Length; position++)
        {
            var (j, isOuter) = _classes[position].Least;
            if (isOuter)
            {
                _positionOfOuter[j % group.F] = position;
            }
            else
            {
                _positionOfInner[j] = _positionOfInner[group.Turned(j)] = position;
            }
        }
    }

    /// <summary>x^J, or x^J y.</summary>
    public readonly record struct Element(int J, bool IsOuter);

    private readonly record struct Entry(Element Least, long Order, int Size);

    public override string Origin => "cyclic subgroup of index 2: classes by formula";

    public override int Count => _classes.Length;

    /// <summary>The representative as a word in x and y.</summary>
    public Element Least(int position) => _classes[position].Least;

    public override BigInteger Size(int position) => _classes[position].Size;

    public override long ElementOrder(int position) => _classes[position].Order;

    public override Permutation Representative(int position)
    {
        var (j, isOuter) = _classes[position].Least;
        var images = new int[_group.Y.Length];
        for (var point = 0; point < images.Length; point++)
        {
            images[point] = _group.Image(j, isOuter, point);
        }

        return PermutationArrays.ToPermutation(images);
    }

    public override int PositionOf(int[] images)
    {
        var (j, isOuter) = _group.PlaceOf(images)!.Value;
        return PositionOf(new Element(j, isOuter));
    }

    public override int PowerPosition(int position, long k)
    {
        var (j, isOuter) = _classes[position].Least;
        var power = NumberTheory.Mod(k, _classes[position].Order);
        if (!isOuter)
        {
            return PositionOf(new Element((int)(j * power % _group.N), false));
        }

        // Powers of the square, times the element itself where the exponent is odd.
        var inner = _group.SquareOfOuter(j) * (power / 2) % _group.N;
        return PositionOf(power % 2 == 0 ? new Element((int)inner, false) : new Element((int)((inner + j) % _group.N), true));
    }

    public override int[] PowerPositions(int position)
    {
        var powers = new int[checked((int)ElementOrder(position))];
        for (var s = 0; s < powers.Length; s++)
        {
            powers[s] = PowerPosition(position, s);
        }

        return powers;
    }

    private int PositionOf(Element element) => element.IsOuter ? _positionOfOuter[element.J % _group.F] : _positionOfInner[element.J];

    /// <summary>The order of image lists.</summary>
    private int Compare(Element a, Element b)
    {
        for (var point = 0; point < _group.Y.Length; point++)
        {
            var order = _group.Image(a.J, a.IsOuter, point).CompareTo(_group.Image(b.J, b.IsOuter, point));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    /// <summary>The j ≡ c modulo f with the least image list of x^j y: point by point, the exponents that lead to the least image so far being those of one residue.</summary>
    private int LeastOuter(int c)
    {
        var (j, modulus) = ((long)c, (long)_group.F);
        for (var point = 0; modulus < _group.N; point++)
        {
            var from = _group.Y[point];
            var length = _group.Powers.CycleLength(from);
            var step = NumberTheory.Gcd(modulus, length);
            var (best, least) = (-1L, int.MaxValue);
            for (var residue = j % step; residue < length; residue += step)
            {
                if (_group.Powers.Image((int)residue, from) is var image && image < least)
                {
                    (best, least) = (residue, image);
                }
            }

            j = CyclicPowers.Common(j, modulus, best, length)!.Value;
            modulus = NumberTheory.Lcm(modulus, length);
        }

        return (int)j;
    }
}
