using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Refinement;

/// <summary>The orbitals over one orbit of Y, as seen from its base point y₀: the orbits on X of the stabiliser H of y₀. The orbital of (t y₀, t j) is that of j.</summary>
/// <remarks>
/// <para>In every orbit of X one block, the largest, is left out: sums over it are sums over the orbit less the others. On the points of S_n this leaves one point of n.</para>
/// <para>Blocks are in the order of the orbits of X and of their least points.</para>
/// </remarks>
internal sealed class Suborbits
{
    private Suborbits(ActionImages target, int orbit, ActionImages source, int[] blockOf, Block[] blocks, int[] listedBlocks)
    {
        (Target, Orbit, Source, BlockOf, Blocks, ListedBlocks) = (target, orbit, source, blockOf, blocks, listedBlocks);
        ListedStarts = new int[listedBlocks.Length + 1];
        var placeOf = new int[blocks.Length];
        Array.Fill(placeOf, -1);
        for (var i = 0; i < listedBlocks.Length; i++)
        {
            ListedStarts[i + 1] = ListedStarts[i] + blocks[listedBlocks[i]].Length;
            placeOf[listedBlocks[i]] = i;
        }

        Listed = new int[ListedStarts[^1]];
        var next = ListedStarts[..^1];
        for (var j = 0; j < blockOf.Length; j++)
        {
            if (placeOf[blockOf[j]] is var place and >= 0)
            {
                Listed[next[place]++] = j;
            }
        }
    }

    /// <summary>Y.</summary>
    public ActionImages Target { get; }

    /// <summary>The place of the orbit of Y.</summary>
    public int Orbit { get; }

    /// <summary>X.</summary>
    public ActionImages Source { get; }

    /// <summary>For each point of X its block.</summary>
    public int[] BlockOf { get; }

    /// <summary>The blocks.</summary>
    public Block[] Blocks { get; }

    /// <summary>The points of X in blocks that are not left out, block after block.</summary>
    public int[] Listed { get; }

    /// <summary>Where each of these blocks begins in <see cref="Listed"/>; one more at the end.</summary>
    public int[] ListedStarts { get; }

    /// <summary>Which blocks these are.</summary>
    public int[] ListedBlocks { get; }

    /// <summary>How many pairs (y, x) a walk meets.</summary>
    public long Pairs => (Target.Starts[Orbit + 1] - Target.Starts[Orbit]) * (long)Listed.Length;

    public static Suborbits Of(ActionImages target, int orbit, ActionImages source, CancellationToken cancellationToken)
    {
        var labels = new int[source.Size];
        Array.Fill(labels, -1);
        var blocks = new List<Block>();
        var basePoint = target.Order[target.Starts[orbit]];
        if (target.IsNaturalGiant && source.IsNaturalGiant)
        {
            // The stabiliser of a point of S_n, or of A_n with n > 3, is transitive on the others; of S_2 it is trivial, which is the same here.
            for (var j = 0; j < labels.Length; j++)
            {
                labels[j] = j == basePoint || labels.Length == 1 ? 0 : 1;
            }

            blocks.Add(new Block(0, basePoint, 1, IsRest: false));
            if (labels.Length > 1)
            {
                blocks.Add(new Block(0, basePoint == 0 ? 1 : 0, labels.Length - 1, IsRest: false));
            }
        }
        else
        {
            labels = StabiliserOrbits.Of(target, orbit, source, cancellationToken);
            var lengths = new List<int>();
            for (var k = 0; k < source.Orbits.Length; k++)
            {
                // Blocks orbit by orbit; their numbers come in the order of their least points.
                foreach (var point in source.Order[source.Starts[k]..source.Starts[k + 1]].Order())
                {
                    if (labels[point] == blocks.Count)
                    {
                        blocks.Add(new Block(k, point, 0, IsRest: false));
                        lengths.Add(0);
                    }

                    lengths[labels[point]]++;
                }
            }

            for (var b = 0; b < lengths.Count; b++)
            {
                blocks[b] = blocks[b] with { Length = lengths[b] };
            }
        }

        // The first one of the largest blocks over each orbit of X.
        var list = blocks.ToArray();
        var largest = new int[source.Orbits.Length];
        Array.Fill(largest, -1);
        for (var b = 0; b < list.Length; b++)
        {
            if (largest[list[b].SourceOrbit] < 0 || list[b].Length > list[largest[list[b].SourceOrbit]].Length)
            {
                largest[list[b].SourceOrbit] = b;
            }
        }

        foreach (var b in largest)
        {
            list[b] = list[b] with { IsRest = true };
        }

        return new Suborbits(target, orbit, source, labels, list, [.. Enumerable.Range(0, list.Length).Where(b => !list[b].IsRest)]);
    }

    /// <summary>The same with other blocks listed.</summary>
    public Suborbits RestrictedTo(IEnumerable<int> blocks) => new(Target, Orbit, Source, BlockOf, Blocks, [.. blocks.Distinct().Order()]);

    /// <summary>The block of the pair (y, x), y in the orbit.</summary>
    public int BlockAt(int y, int x)
    {
        // t⁻¹ x for the element t that the walk takes from the base point to y, letter by letter from its last one.
        for (var point = y; Target.Parent[point] >= 0; point = Target.Parent[point])
        {
            x = Source.InverseGenerators[Target.Step[point]][x];
        }

        return BlockOf[x];
    }

    /// <summary>The points t j for the points j of a block, where y = t y₀.</summary>
    public int[] BlockSeenFrom(int y, int block)
    {
        var word = new Stack<int>();
        for (var point = y; Target.Parent[point] >= 0; point = Target.Parent[point])
        {
            word.Push(Target.Step[point]);
        }

        var points = Enumerable.Range(0, BlockOf.Length).Where(j => BlockOf[j] == block).ToArray();
        foreach (var letter in word)
        {
            var images = Source.Generators[letter];
            for (var k = 0; k < points.Length; k++)
            {
                points[k] = images[points[k]];
            }
        }

        return points;
    }

    /// <summary>Calls <paramref name="visit"/> once for every point y = t y₀ of the orbit with the points t j, j in <see cref="Listed"/>.</summary>
    /// <exception cref="LimitExceededException">More pairs than <see cref="OrbitalRefinement.MaxPairs"/>.</exception>
    public void Walk(Visit visit, CancellationToken cancellationToken)
    {
        if (Pairs > OrbitalRefinement.MaxPairs)
        {
            throw new LimitExceededException("pairs of points", OrbitalRefinement.MaxPairs, FormattableString.Invariant($"{Pairs} of {Target.Set.Name} and {Source.Set.Name}"), "not adjustable; choose smaller G-sets");
        }

        // Children follow their parents in the order of the walk, so levels are intervals of it.
        var (start, end) = (Target.Starts[Orbit], Target.Starts[Orbit + 1]);
        var current = new Dictionary<int, int[]> { [Target.Order[start]] = Listed };
        visit(Target.Order[start], Listed);
        var spare = new Stack<int[]>();
        for (var i = start + 1; i < end;)
        {
            var next = new Dictionary<int, int[]>();
            for (; i < end && current.TryGetValue(Target.Parent[Target.Order[i]], out var images); i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var point = Target.Order[i];
                var step = Source.Generators[Target.Step[point]];
                var own = spare.TryPop(out var free) ? free : new int[Listed.Length];
                for (var k = 0; k < own.Length; k++)
                {
                    own[k] = step[images[k]];
                }

                visit(point, own);
                next.Add(point, own);
                if (next.Count * (long)own.Length > MaxFrontier)
                {
                    throw new LimitExceededException("entries of a walk through an orbit", MaxFrontier, FormattableString.Invariant($"more, at {next.Count} points with {own.Length} images"), "not adjustable; choose smaller G-sets");
                }
            }

            foreach (var images in current.Values)
            {
                if (!ReferenceEquals(images, Listed))
                {
                    spare.Push(images);
                }
            }

            current = next;
        }
    }

    private const long MaxFrontier = 250_000_000;

    /// <summary>What to do at a point with the images of the listed points.</summary>
    public delegate void Visit(int point, ReadOnlySpan<int> images);

    /// <summary>An orbit of the stabiliser on X: its G-orbit, its least point, its length, and whether sums over it are found from those over the others.</summary>
    public readonly record struct Block(int SourceOrbit, int LeastPoint, int Length, bool IsRest);
}
