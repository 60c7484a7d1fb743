using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Networks.Harmonics;
using Eqnn.Networks.Orbits;

namespace Eqnn.Networks.Tests.Harmonics;

public sealed class GroupFourierTests
{
    public static TheoryData<string> Groups => ["C1", "C2", "C7", "C12", "C2^3", "S3", "D4", "D7", "Q8", "Dic3", "A4", "S4", "SL(2,3)", "F20", "A5", "S5", "C3xS3"];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Simples_are_those_of_the_character_table(string name)
    {
        var group = FiniteGroup.Parse(name);
        var fourier = TransformOf(group);
        var exact = CharacterTable.Of(group).Simples.Select(simple => (int)simple.Dimension).Order();
        Assert.Equal(exact, fourier.Simples.Select(simple => simple.Dimension).Order());
        Assert.Equal(fourier.Order, fourier.Simples.Sum(simple => simple.Rows * simple.Dimension));
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void The_transform_keeps_lengths_and_turns_convolution_into_products_of_matrices(string name)
    {
        var group = FiniteGroup.Parse(name);
        var action = ActionOf(group);
        var fourier = TransformOf(group);
        var order = action.Order;
        var (x, h) = (Networks.Vector(order, 3), Networks.Vector(order, 4));
        var y = new double[order];
        for (var a = 0; a < order; a++)
        {
            for (var g = 0; g < order; g++)
            {
                y[action.Product[(a * order) + g]] += x[a] * h[g];
            }
        }

        double[] Spectrum(double[] values) => fourier.Forward([.. fourier.Elements.Select(a => values[a])]);
        var (before, after) = (Spectrum(x), Spectrum(y));
        Assert.Equal(x.Sum(v => v * v), before.Sum(v => v * v), 1e-10 * order);
        var start = 0;
        foreach (var simple in fourier.Simples)
        {
            var (m, r) = (simple.Dimension, simple.Rows);
            for (var row = 0; row < r; row++)
            {
                for (var b = 0; b < m; b++)
                {
                    var sum = 0.0;
                    for (var c = 0; c < m; c++)
                    {
                        sum += before[start + (c * r) + row] * Enumerable.Range(0, order).Sum(g => h[g] * simple.At(g)[(c * m) + b]);
                    }

                    Assert.Equal(sum, after[start + (b * r) + row], 1e-9);
                }
            }

            start += m * r;
        }
    }

    [Fact]
    public void The_chain_of_S5_saves_most_products() => Assert.True(TransformOf(FiniteGroup.Parse("S5")).TransformProducts < 120 * 120 / 4);

    [Fact]
    public void Actions_with_fixed_points_are_no_copies_of_the_group()
    {
        var points = PointAction.Of(GSet.Points(FiniteGroup.Parse("S4xC2")));
        Assert.Null(FreeGroupAction.TryOf([points.Images], 1000));
        Assert.Null(FreeGroupAction.TryOf([PointAction.Of(GSet.Points(FiniteGroup.Parse("D5"))).Images], 1000));
        Assert.Null(FreeGroupAction.TryOf([PointAction.Of(GSet.Regular(FiniteGroup.Parse("D5"))).Images], 9));
    }

    private static FreeGroupAction ActionOf(FiniteGroup group) => FreeGroupAction.TryOf([ImagesOf(group)], 1000)!;

    private static IReadOnlyList<int[]> ImagesOf(FiniteGroup group)
    {
        var images = PointAction.Of(GSet.Regular(group)).Images;
        return images.Count > 0 ? images : [[0]];
    }

    private static GroupFourier TransformOf(FiniteGroup group) => GroupFourier.TryOf(ActionOf(group))!;
}
