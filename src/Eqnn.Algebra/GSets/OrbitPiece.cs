using System.Numerics;

namespace Eqnn.Algebra.GSets;

/// <summary>Points y of an orbit <c>O</c> with base point x which no character can tell apart: the numbers <c>#{g in class c : g x = y}</c> are the same for all of them.</summary>
/// <remarks>
/// <para>A piece is an orbit of the stabiliser <c>H</c> of x (a suborbit), or, on a regular orbit, where <c>H</c> is trivial, the union of the suborbits in one conjugacy class.</para>
/// <para>Not the same as an <see cref="Orbital"/>, which is a set of pairs; the piece of y is the set of y with (y, x) in given orbitals.</para>
/// </remarks>
public sealed class OrbitPiece
{
    internal OrbitPiece(long length, IReadOnlyList<KeyValuePair<int, BigInteger>> classCounts)
    {
        Length = length;
        ClassCounts = classCounts;
    }

    /// <summary>The number of points in the piece.</summary>
    public long Length { get; }

    /// <summary>For one point y of the piece: class position c and <c>#{g in class c : g x = y}</c>, zeros left out, ascending in c. The counts sum to |H|.</summary>
    public IReadOnlyList<KeyValuePair<int, BigInteger>> ClassCounts { get; }
}
