using System.Numerics;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>The orbit of a group acting on itself, with base point 1: its pieces are the conjugacy classes, and no element need ever be listed.</summary>
internal sealed class RegularOrbit : OrbitStructure
{
    private readonly FiniteGroup _group;
    private readonly RegularAction _action;
    private readonly Lazy<IReadOnlyList<OrbitPiece>> _pieces;

    public RegularOrbit(FiniteGroup group, RegularAction action)
    {
        _group = group;
        _action = action;
        _pieces = new(() => [.. group.ConjugacyClasses.Select(c => new OrbitPiece((long)c.Size, [new(c.Position, BigInteger.One)]))]);
    }

    public override int BasePoint => 0;

    public override FiniteGroup Stabilizer => _group.Subgroup([]);

    public override IReadOnlyList<int> Points => Enumerable.Range(0, checked((int)_action.Size)).ToArray();

    public override IReadOnlyList<OrbitPiece> Pieces => _pieces.Value;

    public override int PieceOfPair(int z, int w) => _group.ClassPositionOf(ElementTo(w).Inverse() * ElementTo(z));

    public override Permutation ElementTo(int point) => _action.ElementAt(point);
}
