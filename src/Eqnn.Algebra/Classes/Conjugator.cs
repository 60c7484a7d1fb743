using System.Runtime.CompilerServices;
using Eqnn.Algebra.Chains;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Classes;

/// <summary>Conjugation by one fixed element s on element numbers, without writing elements out: only the images of the base points under s g s⁻¹ are computed.</summary>
/// <remarks>Not thread safe: it keeps its scratch array.</remarks>
internal sealed class Conjugator
{
    private readonly ElementNumbering _numbering;
    private readonly int[] _s;
    private readonly int[] _preimages;
    private readonly int[] _images;
    private readonly int[] _sizes;
    private readonly int[] _ends;
    private readonly int[][][] _products;
    private readonly int[][][] _inverses;
    private readonly int[][][] _children;
    private readonly bool _written = true;

    public Conjugator(ElementNumbering numbering, int[] s)
    {
        _numbering = numbering;
        _s = s;
        var inverse = PermutationArrays.Inverse(s);
        _preimages = new int[numbering.Depth];
        for (var i = 0; i < _preimages.Length; i++)
        {
            _preimages[i] = inverse[numbering.Base[i]];
        }

        _images = new int[numbering.Depth];
        var blocks = numbering.Blocks;
        _sizes = new int[blocks.Length];
        _ends = new int[blocks.Length];
        _products = new int[blocks.Length][][];
        _inverses = new int[blocks.Length][][];
        _children = new int[blocks.Length][][];
        for (var b = 0; b < blocks.Length; b++)
        {
            _sizes[b] = blocks[b].Size;
            _ends[b] = blocks[b].First + blocks[b].Count;
            _products[b] = blocks[b].Products ?? [];
            _inverses[b] = blocks[b].Inverses ?? [];
            _children[b] = blocks[b].Children;
            _written &= blocks[b].Products is not null;
        }
    }

    /// <summary>The number of s g s⁻¹ for the element g with this number.</summary>
    public int Apply(int number) => _written ? ApplyWritten(number) : ApplyWalking(number);

    private int ApplyWalking(int number)
    {
        var images = _images;
        Array.Copy(_preimages, images, images.Length);
        _numbering.Apply(number, images);
        for (var i = 0; i < images.Length; i++)
        {
            images[i] = _s[images[i]];
        }

        return _numbering.NumberOfBaseImages(images);
    }

    // The innermost loop of class enumeration, called |G| times from one long loop: optimised at once instead of after a sampling phase. All values are points, or numbers below |G| < 2^31.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ApplyWritten(int number)
    {
        unchecked
        {
            var images = _images;
            var preimages = _preimages;
            for (var i = 0; i < images.Length; i++)
            {
                images[i] = preimages[i];
            }

            for (var b = _sizes.Length - 1; b >= 0; b--)
            {
                var rest = (int)((uint)number / (uint)_sizes[b]);
                var place = number - (rest * _sizes[b]);
                number = rest;
                if (place != 0)
                {
                    var product = _products[b][place];
                    for (var i = 0; i < images.Length; i++)
                    {
                        images[i] = product[images[i]];
                    }
                }
            }

            var s = _s;
            for (var i = 0; i < images.Length; i++)
            {
                images[i] = s[images[i]];
            }

            var degree = s.Length;
            var at = 0;
            number = 0;
            for (var b = 0; b < _sizes.Length; b++)
            {
                var node = 0;
                foreach (var child in _children[b])
                {
                    node = child[(node * degree) + images[at++]];
                }

                number = (number * _sizes[b]) + node;
                if (node != 0 && at < images.Length)
                {
                    var inverse = _inverses[b][node];
                    for (var i = at; i < images.Length; i++)
                    {
                        images[i] = inverse[images[i]];
                    }
                }
            }

            return number;
        }
    }
}
