using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>An orbit that the generators permute as they do another one, point by point: everything is read off that one.</summary>
/// <param name="like">The other orbit.</param>
/// <param name="points">The points, in the order that corresponds to the points of the other.</param>
/// <param name="place">For each point of the action its place in its orbit's list.</param>
internal sealed class AlikeOrbit(ListedOrbit like, IReadOnlyList<int> points, int[] place) : OrbitStructure
{
    public override OrbitStructure Kind => like;

    public override int BasePoint => points[0];

    /// <summary>The same subgroup: an element moves the least point of one orbit iff it moves that of the other.</summary>
    public override FiniteGroup Stabilizer => like.Stabilizer;

    public override IReadOnlyList<int> Points => points;

    public override IReadOnlyList<OrbitPiece> Pieces => like.Pieces;

    public override int PieceOfPair(int z, int w) => like.PieceOfPair(like.Points[place[z]], like.Points[place[w]]);

    public override Permutation ElementTo(int point) => like.ElementTo(like.Points[place[point]]);
}
