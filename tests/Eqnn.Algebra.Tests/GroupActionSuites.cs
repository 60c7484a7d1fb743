using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;
using Eqnn.Testing;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Algebra.Tests;

/// <summary>The suites of Eqnn.Testing for actions and maps: on ours, and fed what is none.</summary>
public sealed class PointsOfBlocks : GroupActionLaws<int>
{
    private static readonly GSet Set = GSet.Parse(FiniteGroup.Parse("C2 wr S3"), "points+subsets:2");

    protected override FiniteGroup Group => Set.Group;

    protected override IReadOnlyList<int> Points => [0, 6, (int)Set.Size - 1];

    protected override int Act(Permutation element, int point) => Set.Apply(element, point);
}

public sealed class TrivialGroupActs : GroupActionLaws<string>
{
    protected override FiniteGroup Group => FiniteGroup.Parse("C1");

    protected override IReadOnlyList<string> Points => ["a"];

    protected override string Act(Permutation element, string point) => point;
}

[Properties(Arbitrary = [typeof(Samples)])]
public sealed class SizeOfTheSum : PiecewiseLinearMapLaws<Rational>
{
    protected override int SourceDimension => 3;

    protected override IReadOnlyList<Matrix<Rational>> SourceGenerators => [Matrix<Rational>.FromRows([[0, 1, 0], [0, 0, 1], [1, 0, 0]]), -Matrix<Rational>.Identity(3)];

    protected override IReadOnlyList<Matrix<Rational>> TargetGenerators => [Matrix<Rational>.Identity(1), Matrix<Rational>.Identity(1)];

    protected override IReadOnlyList<Rational> Value(IReadOnlyList<Rational> vector) => [Rational.Abs(vector[0] + vector[1] + vector[2])];

    protected override string ConeOf(IReadOnlyList<Rational> vector) => $"{(vector[0] + vector[1] + vector[2]).Sign}";
}

/// <summary>What breaks a law is found by the suite.</summary>
public sealed class SuitesFireTests
{
    [Fact]
    public void An_action_from_the_right_is_none_from_the_left()
    {
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => new FromTheRight().A_product_acts_as_its_factors_one_after_the_other([0], [1]));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => new MovedByTheIdentity().The_identity_fixes_every_point());
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => new MovedByTheIdentity().The_orbit_and_the_stabiliser_of_a_point_count_the_group());
    }

    [Fact]
    public void Maps_that_jump_or_bend_or_forget_the_group_are_found()
    {
        Rational[] one = [1, 0];
        Rational[] other = [-1, 2];
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => new Broken(v => [v[0].Sign > 0 ? v[1] + 1 : v[1]]).The_map_does_not_jump([1, 3], [-1, 3]));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => new Broken(v => [v[0] * v[0]]).Positive_multiples_come_out(one, 2));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => new Broken(v => [v[0] * v[0]]).Within_a_cone_the_map_adds(one, one));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => new Broken(v => [v[0]]).The_map_is_equivariant(other));
        new Broken(v => [v[0] + v[1]]).The_map_is_equivariant(other);
        new Broken(v => [v[0] + v[1]]).The_map_does_not_jump(one, other);
    }

    private sealed class FromTheRight : GroupActionLaws<int>
    {
        protected override FiniteGroup Group => FiniteGroup.Parse("S4");

        protected override IReadOnlyList<int> Points => [0, 1, 2, 3];

        protected override int Act(Permutation element, int point) => element.Inverse()[point];
    }

    private sealed class MovedByTheIdentity : GroupActionLaws<int>
    {
        protected override FiniteGroup Group => FiniteGroup.Parse("C3");

        protected override IReadOnlyList<int> Points => [0];

        protected override int Act(Permutation element, int point) => (point + 1) % 5;
    }

    private sealed class Broken(Func<IReadOnlyList<Rational>, IReadOnlyList<Rational>> map) : PiecewiseLinearMapLaws<Rational>
    {
        protected override int SourceDimension => 2;

        protected override IReadOnlyList<Matrix<Rational>> SourceGenerators => [Matrix<Rational>.FromRows([[0, 1], [1, 0]])];

        protected override IReadOnlyList<Matrix<Rational>> TargetGenerators => [Matrix<Rational>.Identity(1)];

        protected override IReadOnlyList<Rational> Value(IReadOnlyList<Rational> vector) => map(vector);

        protected override string ConeOf(IReadOnlyList<Rational> vector) => "one";
    }
}
