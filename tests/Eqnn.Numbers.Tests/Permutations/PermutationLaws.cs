using Eqnn.Numbers.Permutations;
using Eqnn.Testing;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Numbers.Tests.Permutations;

[Properties(Arbitrary = [typeof(GroupSamples)])]
public sealed class PermutationLaws
{
    [Property]
    public void Multiplication_is_associative(SameDegree t) => Assert.Equal(t.A * (t.B * t.C), t.A * t.B * t.C);

    [Property]
    public void Products_act_from_the_left(SameDegree t)
    {
        var product = t.A * t.B;
        for (var x = 0; x < product.Degree; x++)
        {
            Assert.Equal(t.A[t.B[x]], product[x]);
        }
    }

    [Property]
    public void The_inverse_is_two_sided(Permutation a)
    {
        Assert.True((a * a.Inverse()).IsIdentity);
        Assert.True((a.Inverse() * a).IsIdentity);
        Assert.Equal(a, a.Inverse().Inverse());
    }

    [Property]
    public void Powers_are_repeated_products(Permutation a, sbyte exponent)
    {
        var expected = Permutation.Identity(a.Degree);
        for (var i = 0; i < Math.Abs((int)exponent); i++)
        {
            expected = a * expected;
        }

        Assert.Equal(exponent < 0 ? expected.Inverse() : expected, Permutation.Pow(a, exponent));
        Assert.Equal(Permutation.Pow(a, exponent), a.Power(exponent));
    }

    [Property]
    public void The_order_is_the_least_exponent_that_gives_the_identity(Permutation a)
    {
        var order = (int)a.Order;
        Assert.True(a.Power(order).IsIdentity);
        Assert.All(Enumerable.Range(1, order - 1), m => Assert.False(a.Power(m).IsIdentity));
    }

    [Property]
    public void Conjugation_is_g_x_g_inverse_and_keeps_the_cycle_type(SameDegree t)
    {
        Assert.Equal(t.B * t.A * t.B.Inverse(), t.A.ConjugateBy(t.B));
        Assert.Equal(t.A.CycleLengths, t.A.ConjugateBy(t.B).CycleLengths);
    }

    [Property]
    public void The_sign_is_the_parity_of_the_inversions_and_multiplicative(SameDegree t)
    {
        var inversions = 0;
        for (var x = 0; x < t.A.Degree; x++)
        {
            for (var y = x + 1; y < t.A.Degree; y++)
            {
                inversions += t.A[x] > t.A[y] ? 1 : 0;
            }
        }

        Assert.Equal(inversions % 2 == 0 ? 1 : -1, t.A.Sign);
        Assert.Equal(t.A.Sign * t.B.Sign, (t.A * t.B).Sign);
    }

    [Property]
    public void Parsing_what_was_printed_gives_the_same_permutation(Permutation a) => Assert.Equal(a, Permutation.Parse(a.ToString(), a.Degree));

    [Property]
    public void Equality_hash_and_order_agree(SameDegree t)
    {
        var copy = Permutation.FromImages(t.A.Images);
        Assert.True(copy == t.A);
        Assert.Equal(copy.GetHashCode(), t.A.GetHashCode());
        Assert.Equal(0, copy.CompareTo(t.A));
        Assert.Equal(t.A == t.B, t.A.CompareTo(t.B) == 0);
        Assert.Equal(Math.Sign(t.A.CompareTo(t.B)), -Math.Sign(t.B.CompareTo(t.A)));
        Assert.Equal(t.A < t.B, t.A.Images.Zip(t.B.Images).Where(p => p.First != p.Second).Select(p => p.First < p.Second).FirstOrDefault());
        Assert.Equal(t.A <= t.B, !(t.A > t.B));
    }

    [Property]
    public void Cycle_lengths_and_fixed_points_count_the_points(Permutation a)
    {
        Assert.Equal(a.Degree, a.CycleLengths.Sum());
        Assert.Equal(a.CycleLengths.Count(l => l == 1), a.FixedPointCount);
        Assert.Equal(a.CycleLengths.Order(), a.CycleLengths);
    }
}
