using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>Orbits under any group: faces are keyed by the signs of their canonical image.</summary>
internal sealed class SearchedFaceOrbits<TBits> : FaceOrbits<TBits>
    where TBits : struct, IBits<TBits>
{
    private readonly CanonicalSearch<TBits> _search;
    private readonly Numbering<(TBits Positive, TBits Negative)> _representatives = new();
    private readonly List<BigInteger> _stabilisers = [];

    public SearchedFaceOrbits(FaceColours colours, CanonicalSearch<TBits> search)
        : base(colours) => _search = search;

    public override int Count => _representatives.Count;

    public override (TBits Positive, TBits Negative) Representative(int orbit) => _representatives[orbit];

    public override BigInteger StabiliserOrder(int orbit) => _stabilisers[orbit];

    public override FaceOrbits<TBits> Empty() => new SearchedFaceOrbits<TBits>(Colours, _search);

    public override FaceOrbits<TBits> Fresh() => new SearchedFaceOrbits<TBits>(Colours, _search.Copy());

    public override FaceForm<TBits> Reduce(TBits positive, TBits negative, ReadOnlySpan<long> colours)
    {
        _search.Run(positive, negative, colours);
        var image = _search.Image;
        return new FaceForm<TBits>(image.Positive, image.Negative, _search.StabiliserOrder, null);
    }

    public override int FindOrAdd(in FaceForm<TBits> form)
    {
        var number = _representatives.NumberOf((form.Positive, form.Negative));
        if (number == _stabilisers.Count)
        {
            _stabilisers.Add(form.StabiliserOrder);
        }

        return number;
    }
}
