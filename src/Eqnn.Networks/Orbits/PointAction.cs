using System.Numerics;
using System.Runtime.CompilerServices;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;

namespace Eqnn.Networks.Orbits;

/// <summary>A G-set as image lists of the generators, with its orbits; the form in which kernels and weights see it.</summary>
internal sealed class PointAction
{
    private static readonly ConditionalWeakTable<GSet, PointAction> Known = [];

    private PointAction(GSet set)
    {
        Set = set;
        Size = checked((int)set.Size);
        GeneratorImages = Size == 1 ? [.. set.Group.Generators.Select(_ => new int[1])] : [.. set.GeneratorActions.Select(action => action.Images.ToArray())];
        IsNaturalSymmetric = IsGiant(set.Group) && Size == set.Group.Degree && set.Group.Generators.Zip(GeneratorImages).All(pair => pair.First.Images.SequenceEqual(pair.Second));
        OrbitOf = new int[Size];
        Array.Fill(OrbitOf, -1);
        var bases = new List<int>();
        for (var x = 0; x < Size; x++)
        {
            if (OrbitOf[x] < 0)
            {
                Flood(x, bases.Count);
                bases.Add(x);
            }
        }

        BasePoints = [.. bases];
    }

    /// <summary>The G-set.</summary>
    public GSet Set { get; }

    /// <summary>|X|.</summary>
    public int Size { get; }

    /// <summary>For each generator of the group its image list.</summary>
    public IReadOnlyList<int[]> GeneratorImages { get; }

    /// <summary>For each generator of the group its image list; empty for <see cref="IsNaturalSymmetric"/>, where nothing is to be gained from walking along them.</summary>
    public IReadOnlyList<int[]> Images => IsNaturalSymmetric ? [] : GeneratorImages;

    /// <summary>For each point the position of its orbit.</summary>
    public int[] OrbitOf { get; }

    /// <summary>The least point of each orbit, ascending.</summary>
    public int[] BasePoints { get; }

    /// <summary>Whether this is S_n on its n ≥ 3 points, or A_n with n ≥ 4: then two points are equal or not, and nothing else can be told apart.</summary>
    /// <remarks>Decided by the images of the generators, not by the name: two such sets of one group are the same action, point by point.</remarks>
    public bool IsNaturalSymmetric { get; }

    public static PointAction Of(GSet set) => Known.GetValue(set, known => new PointAction(known));

    /// <summary>Whether a group is S_n with n ≥ 3, or A_n with n ≥ 4; S_2 is left to what abelian groups do better.</summary>
    public static bool IsGiant(FiniteGroup group)
    {
        if (group.Degree < 3)
        {
            return false;
        }

        var factorial = BigInteger.One;
        for (var k = 2; k <= group.Degree; k++)
        {
            factorial *= k;
        }

        return group.Order == factorial || (group.Degree >= 4 && group.Order * 2 == factorial);
    }

    private void Flood(int start, int orbit)
    {
        if (IsNaturalSymmetric)
        {
            Array.Fill(OrbitOf, orbit);
            return;
        }

        var pending = new Stack<int>();
        pending.Push(start);
        OrbitOf[start] = orbit;
        while (pending.TryPop(out var x))
        {
            foreach (var images in Images)
            {
                if (OrbitOf[images[x]] < 0)
                {
                    OrbitOf[images[x]] = orbit;
                    pending.Push(images[x]);
                }
            }
        }
    }
}
