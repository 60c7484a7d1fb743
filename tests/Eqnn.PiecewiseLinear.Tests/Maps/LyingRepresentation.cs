using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Maps;

/// <summary>A "representation" of C2 by a rotation of order 4: its rays lie in orbits that are longer than the group allows.</summary>
public sealed class LyingRepresentation : MatrixRepresentation
{
    /// <inheritdoc/>
    public override FiniteGroup Group { get; } = FiniteGroup.Parse("C2");

    /// <inheritdoc/>
    public override int Dimension => 2;

    /// <inheritdoc/>
    public override Matrix<Cyclotomic> Gram => Matrix<Cyclotomic>.Identity(2);

    /// <inheritdoc/>
    public override Matrix<Cyclotomic> MatrixOf(Permutation g) => g.IsIdentity ? Matrix<Cyclotomic>.Identity(2) : Matrix<Cyclotomic>.FromRows([[0, -1], [1, 0]]);

    [Fact]
    public void Its_rays_do_not_obey_orbit_stabiliser() => Fires.With("orbit-stabiliser on rays", () => EquivariantFan.FromForms(new LyingRepresentation(), [[(Cyclotomic)1, (Cyclotomic)0]]));
}
