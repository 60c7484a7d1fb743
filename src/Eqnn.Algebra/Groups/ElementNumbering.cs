namespace Eqnn.Algebra.Groups;

/// <summary>The elements of a group of enumerable order as the numbers 0, …, |G| − 1: mixed radix along the stabiliser chain, the identity is 0.</summary>
internal sealed class ElementNumbering
{
    private readonly ChainLevel[] _levels;
    private readonly int[] _base;
    private readonly int[] _sizes;

    public ElementNumbering(StabilizerChain chain)
    {
        _levels = chain.Levels;
        Degree = chain.Degree;
        Count = (int)chain.Order;
        _base = chain.Base.ToArray();
        _sizes = chain.OrbitSizes.ToArray();
    }

    public int Degree { get; }

    public int Count { get; }

    /// <summary>The base points; shared, not to be written to.</summary>
    public int[] Base => _base;

    public int Depth => _base.Length;

    /// <summary>The number of the element with these images of the base points, or −1 if there is none; overwrites the images.</summary>
    public int NumberOfBaseImages(Span<int> images)
    {
        var number = 0;
        for (var i = 0; i < _levels.Length; i++)
        {
            var level = _levels[i];
            var place = level.PlaceOf(images[i]);
            if (place < 0)
            {
                return -1;
            }

            number = (number * _sizes[i]) + place;
            if (place == 0)
            {
                continue;
            }

            var inverse = level.InverseRepresentative(place);
            for (var j = i + 1; j < _levels.Length; j++)
            {
                images[j] = inverse is not null ? inverse[images[j]] : level.ApplyInverse(place, images[j]);
            }
        }

        return number;
    }

    /// <summary>The number of an element of the group given by its image list; −1 only shows that no element has these base images.</summary>
    public int NumberOf(int[] images)
    {
        Span<int> baseImages = _base.Length <= 64 ? stackalloc int[_base.Length] : new int[_base.Length];
        for (var i = 0; i < _base.Length; i++)
        {
            baseImages[i] = images[_base[i]];
        }

        return NumberOfBaseImages(baseImages);
    }

    /// <summary>The places of the representatives u₁, …, u_k of an element.</summary>
    public void PlacesOf(int number, Span<int> places)
    {
        for (var i = _sizes.Length - 1; i >= 0; i--)
        {
            (number, places[i]) = Math.DivRem(number, _sizes[i]);
        }
    }

    /// <summary>The image of a point under the element u₁…u_k.</summary>
    public int Apply(ReadOnlySpan<int> places, int x)
    {
        for (var i = places.Length - 1; i >= 0; i--)
        {
            if (places[i] > 0)
            {
                x = _levels[i].Apply(places[i], x);
            }
        }

        return x;
    }

    /// <summary>The image list of the element, new.</summary>
    public int[] Images(int number)
    {
        Span<int> places = _base.Length <= 64 ? stackalloc int[_base.Length] : new int[_base.Length];
        PlacesOf(number, places);
        // Built from the right: g ↦ u g, i from the last level to the first.
        var images = PermutationArrays.Identity(Degree);
        for (var i = places.Length - 1; i >= 0; i--)
        {
            if (places[i] > 0)
            {
                PermutationArrays.MultiplyFromLeft(_levels[i].WrittenRepresentative(places[i]) ?? _levels[i].Representative(places[i]), images);
            }
        }

        return images;
    }

    /// <summary>All element numbers in the lexicographic order of the image lists. Lazy; the callback style of a foreach, one number at a time.</summary>
    public IEnumerable<int> InLexicographicOrder() => LexicographicElements.Numbers(_levels, Degree);
}
