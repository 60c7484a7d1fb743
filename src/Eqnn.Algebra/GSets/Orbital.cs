namespace Eqnn.Algebra.GSets;

/// <summary>An orbit of a group on pairs Y × X; its 0/1 matrix is one basis vector of <c>Hom_G(Fun X, Fun Y)</c>.</summary>
/// <param name="Position">The position in <see cref="OrbitalBasis.Orbitals"/>.</param>
/// <param name="SourceOrbit">The position of the orbit of X that the pairs project to.</param>
/// <param name="TargetOrbit">The position of the orbit of Y that the pairs project to.</param>
/// <param name="TargetPoint">y of the representative (y, x).</param>
/// <param name="SourcePoint">x of the representative, the base point of its orbit.</param>
/// <param name="PairCount">The number of pairs, that is of ones in the matrix.</param>
public sealed record Orbital(int Position, int SourceOrbit, int TargetOrbit, int TargetPoint, int SourcePoint, long PairCount);
