namespace Eqnn.Algebra.GSets;

/// <summary>An orbit of a group on pairs Y × X; its 0/1 matrix is one basis vector of <c>Hom_G(Fun X, Fun Y)</c>.</summary>
public sealed record Orbital
{
    internal Orbital(int position, int sourceOrbit, int targetOrbit, int targetPoint, int sourcePoint, long pairCount)
    {
        Position = position;
        SourceOrbit = sourceOrbit;
        TargetOrbit = targetOrbit;
        TargetPoint = targetPoint;
        SourcePoint = sourcePoint;
        PairCount = pairCount;
    }

    /// <summary>The position in <see cref="OrbitalBasis.Orbitals"/>.</summary>
    public int Position { get; }

    /// <summary>The position of the orbit of X that the pairs project to.</summary>
    public int SourceOrbit { get; }

    /// <summary>The position of the orbit of Y that the pairs project to.</summary>
    public int TargetOrbit { get; }

    /// <summary>y of the representative (y, x).</summary>
    public int TargetPoint { get; }

    /// <summary>x of the representative, the base point of its orbit.</summary>
    public int SourcePoint { get; }

    /// <summary>The number of pairs, that is of ones in the matrix.</summary>
    public long PairCount { get; }
}
