using System.Numerics;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>Numbers the orbits of faces met so far under a group that permutes the hyperplanes up to sign: two faces get the same number iff the group carries one to the other.</summary>
internal abstract class FaceOrbits<TBits>(FaceColours colours)
    where TBits : struct, IBits<TBits>
{
    private readonly long[] _work = new long[colours.Count];

    /// <summary>The functionals whose values the caller may hand over, to save recomputing them.</summary>
    public FaceColours Colours { get; } = colours;

    /// <summary>The number of orbits so far.</summary>
    public abstract int Count { get; }

    /// <summary>The canonical member of an orbit: its positive and negative hyperplanes.</summary>
    public abstract (TBits Positive, TBits Negative) Representative(int orbit);

    /// <summary>The order of the stabiliser in the group as it acts on the signed hyperplanes.</summary>
    public abstract BigInteger StabiliserOrder(int orbit);

    /// <summary>An empty numbering for the same group, sharing work space with this one.</summary>
    public abstract FaceOrbits<TBits> Empty();

    /// <summary>An empty numbering for the same group with work space of its own, for another thread.</summary>
    public abstract FaceOrbits<TBits> Fresh();

    /// <summary>What tells the orbit of a face; <paramref name="colours"/> are its colours. Gives no number.</summary>
    public abstract FaceForm<TBits> Reduce(TBits positive, TBits negative, ReadOnlySpan<long> colours);

    /// <summary>The number of the orbit with a form that any numbering for the same group gave, a new one if it was not met before.</summary>
    public abstract int FindOrAdd(in FaceForm<TBits> form);

    /// <summary>The number of the orbit of a face, a new one if it was not met before; <paramref name="colours"/> are its colours.</summary>
    public virtual int FindOrAdd(TBits positive, TBits negative, ReadOnlySpan<long> colours) => FindOrAdd(Reduce(positive, negative, colours));

    /// <summary>The same, the colours computed.</summary>
    public int FindOrAdd(TBits positive, TBits negative)
    {
        Colours.Fill(positive, negative, _work);
        return FindOrAdd(positive, negative, _work);
    }

    /// <summary>The form of a face, the colours computed.</summary>
    public FaceForm<TBits> Reduce(TBits positive, TBits negative)
    {
        Colours.Fill(positive, negative, _work);
        return Reduce(positive, negative, _work);
    }
}

/// <summary>What tells the orbit of a face: canonical signs with the order of the stabiliser, or sorted values with the face itself.</summary>
internal readonly record struct FaceForm<TBits>(TBits Positive, TBits Negative, BigInteger StabiliserOrder, long[]? Values)
    where TBits : struct, IBits<TBits>;
