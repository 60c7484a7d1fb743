using System.Numerics;
using System.Runtime.CompilerServices;
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
        IsNaturalSymmetric = set.Name == "points" && IsGiant(set);
        Images = IsNaturalSymmetric ? [] : Size == 1 ? [.. set.Group.Generators.Select(_ => new int[1])] : [.. set.GeneratorActions.Select(action => action.Images.ToArray())];
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

    /// <summary>For each generator of the group its image list; empty for <see cref="IsNaturalSymmetric"/>.</summary>
    public IReadOnlyList<int[]> Images { get; }

    /// <summary>For each point the position of its orbit.</summary>
    public int[] OrbitOf { get; }

    /// <summary>The least point of each orbit, ascending.</summary>
    public int[] BasePoints { get; }

    /// <summary>Whether this is S_n on its n points, or A_n with n ≥ 4: then two points are equal or not, and nothing else can be told apart.</summary>
    public bool IsNaturalSymmetric { get; }

    public static PointAction Of(GSet set) => Known.GetValue(set, known => new PointAction(known));

    private static bool IsGiant(GSet set)
    {
        var factorial = BigInteger.One;
        for (var k = 2; k <= set.Group.Degree; k++)
        {
            factorial *= k;
        }

        return set.Group.Order == factorial || (set.Group.Degree >= 4 && set.Group.Order * 2 == factorial);
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
