namespace Eqnn.Algebra.Groups;

/// <summary>Conjugation by one fixed element s on element numbers, without writing elements out: only the images of the base points of s g s⁻¹ are computed.</summary>
/// <remarks>Not thread safe: it keeps its scratch arrays.</remarks>
internal sealed class Conjugator
{
    private readonly ElementNumbering _numbering;
    private readonly int[] _s;
    private readonly int[] _preimages;
    private readonly int[] _places;
    private readonly int[] _images;

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

        _places = new int[numbering.Depth];
        _images = new int[numbering.Depth];
    }

    /// <summary>The number of s g s⁻¹ for the element g with this number.</summary>
    public int Apply(int number)
    {
        _numbering.PlacesOf(number, _places);
        for (var i = 0; i < _images.Length; i++)
        {
            _images[i] = _s[_numbering.Apply(_places, _preimages[i])];
        }

        return _numbering.NumberOfBaseImages(_images);
    }
}
