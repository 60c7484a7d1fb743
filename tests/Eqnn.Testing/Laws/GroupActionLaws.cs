using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Permutations;
using Xunit;

namespace Eqnn.Testing;

/// <summary>The laws of a left action of a finite group: the identity moves nothing, (gh)x = g(hx), and orbits and stabilisers count the group.</summary>
/// <typeparam name="T">The type of the points; equal points are equal values.</typeparam>
/// <remarks>A derived class names the group, some points and the action; words of generators take the place of random elements. Orbits are listed, up to <see cref="MaxOrbit"/> points.</remarks>
public abstract class GroupActionLaws<T>
    where T : notnull
{
    /// <summary>The group.</summary>
    protected abstract FiniteGroup Group { get; }

    /// <summary>Points to begin with: at least one, better one of each kind.</summary>
    protected abstract IReadOnlyList<T> Points { get; }

    /// <summary>The most points of an orbit that are listed.</summary>
    protected virtual int MaxOrbit => 2_000;

    /// <summary>g x.</summary>
    protected abstract T Act(Permutation element, T point);

    [Fact]
    public void The_identity_fixes_every_point() => Assert.All(Points, point => Assert.Equal(point, Act(Permutation.Identity(Group.Degree), point)));

    [Law]
    public void A_product_acts_as_its_factors_one_after_the_other(int[] left, int[] right)
    {
        var (g, h) = (Element(left), Element(right));
        Assert.All(Points, point => Assert.Equal(Act(g, Act(h, point)), Act(g * h, point)));
    }

    [Law]
    public void The_inverse_takes_back(int[] word)
    {
        var g = Element(word);
        Assert.All(Points, point => Assert.Equal(point, Act(g.Inverse(), Act(g, point))));
    }

    /// <summary>|G x| · |G_x| = |G|: the orbit is listed by the generators, the stabiliser comes from Schreier's generators as a group of its own.</summary>
    [Fact]
    public void The_orbit_and_the_stabiliser_of_a_point_count_the_group() => Assert.All(Points, point =>
    {
        var carriers = new Dictionary<T, Permutation> { [point] = Permutation.Identity(Group.Degree) };
        var pending = new Queue<T>([point]);
        var fixing = new List<Permutation>();
        while (pending.TryDequeue(out var next))
        {
            foreach (var generator in Group.Generators)
            {
                var image = Act(generator, next);
                var carrier = generator * carriers[next];
                if (carriers.TryAdd(image, carrier))
                {
                    Assert.True(carriers.Count <= MaxOrbit, $"the orbit of {point} has more than {MaxOrbit} points (MaxOrbit)");
                    pending.Enqueue(image);
                }
                else
                {
                    fixing.Add(carriers[image].Inverse() * carrier);
                }
            }
        }

        Assert.All(fixing, element => Assert.Equal(point, Act(element, point)));
        var stabiliser = FiniteGroup.FromGenerators("a stabiliser", Group.Degree, fixing.Where(element => !element.IsIdentity).Distinct());
        Assert.Equal(Group.Order, carriers.Count * stabiliser.Order);
    });

    /// <summary>The product of generators that a word names; negative letters are inverses.</summary>
    protected Permutation Element(IEnumerable<int> word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var product = Permutation.Identity(Group.Degree);
        var count = Group.Generators.Count;
        foreach (var letter in count == 0 ? [] : word)
        {
            var generator = Group.Generators[(int)(Math.Abs((long)letter) % count)];
            product = (letter < 0 ? generator.Inverse() : generator) * product;
        }

        return product;
    }
}
