using System.Numerics;
using System.Runtime.CompilerServices;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;

namespace Eqnn.PiecewiseLinear.Refinement;

/// <summary>A G-set as the image lists of the generators, with the walk that reaches each point of an orbit from its base point. Kept for as long as the set.</summary>
internal sealed class ActionImages
{
    private static readonly ConditionalWeakTable<GSet, ActionImages> Known = [];

    private ActionImages(GSet set)
    {
        Set = set;
        Size = checked((int)set.Size);
        Generators = [.. set.GeneratorActions.Select(action => action.Images.ToArray())];
        InverseGenerators = Array.ConvertAll(Generators, Inverse);
        OrbitOf = new int[Size];
        Array.Fill(OrbitOf, -1);
        Parent = new int[Size];
        Step = new int[Size];
        Order = new int[Size];
        var (orbits, starts, filled) = (new List<GSetOrbit>(), new List<int>(), 0);
        foreach (var orbit in set.Orbits)
        {
            starts.Add(filled);
            filled = Walk(orbit.BasePoint, orbits.Count, filled);
            orbits.Add(orbit);
        }

        starts.Add(filled);
        Orbits = [.. orbits];
        Starts = [.. starts];
        IsNaturalGiant = Size == set.Group.Degree && IsGiant(set.Group) && set.Group.Generators.Zip(Generators).All(pair => pair.First.Images.SequenceEqual(pair.Second));
    }

    /// <summary>The G-set.</summary>
    public GSet Set { get; }

    /// <summary>|X|.</summary>
    public int Size { get; }

    /// <summary>For each generator of the group the images of the points.</summary>
    public int[][] Generators { get; }

    /// <summary>For each generator of the group the images of the points under its inverse.</summary>
    public int[][] InverseGenerators { get; }

    /// <summary>The orbits in the order of the set.</summary>
    public GSetOrbit[] Orbits { get; }

    /// <summary>For each point the place of its orbit.</summary>
    public int[] OrbitOf { get; }

    /// <summary>All points, orbit after orbit, each orbit breadth first from its base point.</summary>
    public int[] Order { get; }

    /// <summary>Where an orbit begins in <see cref="Order"/>; one more at the end.</summary>
    public int[] Starts { get; }

    /// <summary>The point from which a point was reached; −1 at base points.</summary>
    public int[] Parent { get; }

    /// <summary>The generator by which a point was reached.</summary>
    public int[] Step { get; }

    /// <summary>Whether this is S_n on n ≥ 2 points or A_n on n ≥ 4: two points are equal or not, nothing else can be told apart.</summary>
    public bool IsNaturalGiant { get; }

    public static ActionImages Of(GSet set) => Known.GetValue(set, known => new ActionImages(known));

    /// <summary>The equivariant map from one orbit to another set that sends the base point to <paramref name="image"/>, whose stabiliser contains that of the base point; by points of this set, −1 off the orbit.</summary>
    public int[] EquivariantMap(int orbit, ActionImages target, int image)
    {
        var map = new int[Size];
        Array.Fill(map, -1);
        map[Order[Starts[orbit]]] = image;
        for (var i = Starts[orbit] + 1; i < Starts[orbit + 1]; i++)
        {
            var point = Order[i];
            map[point] = target.Generators[Step[point]][map[Parent[point]]];
        }

        return map;
    }

    private static int[] Inverse(int[] images)
    {
        var inverse = new int[images.Length];
        for (var x = 0; x < images.Length; x++)
        {
            inverse[images[x]] = x;
        }

        return inverse;
    }

    private int Walk(int start, int orbit, int filled)
    {
        var next = filled;
        OrbitOf[start] = orbit;
        Parent[start] = -1;
        Order[filled++] = start;
        for (; next < filled; next++)
        {
            for (var g = 0; g < Generators.Length; g++)
            {
                var image = Generators[g][Order[next]];
                if (OrbitOf[image] < 0)
                {
                    OrbitOf[image] = orbit;
                    Parent[image] = Order[next];
                    Step[image] = g;
                    Order[filled++] = image;
                }
            }
        }

        return filled;
    }

    /// <summary>The order of a permutation group divides n!; it is n! or n!/2 iff the quotient is below 3, for which logarithms suffice.</summary>
    private static bool IsGiant(FiniteGroup group)
    {
        var logarithm = 0.0;
        for (var k = 2; k <= group.Degree; k++)
        {
            logarithm += Math.Log(k);
        }

        var quotient = Math.Exp(Math.Min(logarithm - BigInteger.Log(group.Order), 10));
        return quotient < 1.5 ? group.Degree >= 2 : quotient < 2.5 && group.Degree >= 4;
    }
}
