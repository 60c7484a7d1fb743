using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>The action on ordered k-tuples of distinct points, in lexicographic order.</summary>
internal sealed class TuplesAction : GroupAction
{
    private readonly int _degree;
    private readonly int _length;

    public TuplesAction(int degree, int length)
    {
        _degree = degree;
        _length = length;
        Size = 1;
        for (var i = 0; i < length; i++)
        {
            Size *= degree - i;
        }
    }

    public override long Size { get; }

    public override int Apply(Permutation g, int point)
    {
        var tuple = Unrank(point);
        for (var i = 0; i < _length; i++)
        {
            tuple[i] = g[tuple[i]];
        }

        return Rank(tuple);
    }

    private int[] Unrank(int rank)
    {
        // Digits of a mixed radix number with digits below degree, degree - 1, ...: each counts among the points not yet used.
        var tuple = new int[_length];
        for (var i = _length - 1; i >= 0; i--)
        {
            var radix = _degree - i;
            tuple[i] = rank % radix;
            rank /= radix;
        }

        // From positions among the unused points to points: every later position moves past the point taken before it.
        for (var i = _length - 2; i >= 0; i--)
        {
            for (var j = i + 1; j < _length; j++)
            {
                if (tuple[j] >= tuple[i])
                {
                    tuple[j]++;
                }
            }
        }

        return tuple;
    }

    private int Rank(int[] tuple)
    {
        var rank = 0;
        for (var i = 0; i < _length; i++)
        {
            var digit = tuple[i];
            for (var j = 0; j < i; j++)
            {
                if (tuple[j] < tuple[i])
                {
                    digit--;
                }
            }

            rank = (rank * (_degree - i)) + digit;
        }

        return rank;
    }
}
