using Eqnn.Algebra.Subgroups;

namespace Eqnn.Algebra.Identification;

/// <summary>A colour for each element that every isomorphism preserves: an element and its image under any isomorphism have one colour.</summary>
/// <remarks>
/// First by order, class size and numbers of square, cube and fifth roots; then twice by the colours met in y, y², xy, [x,y] for all y, and whether x and y commute. Sums of mixed words modulo 2^64 stand for multisets: elements of one colour may differ
/// (then a search decides), elements of different colours are never images of one another.
/// </remarks>
internal sealed class ElementColouring
{
    private const int Rounds = 2;

    private ElementColouring(ulong[] colours, int[] classes)
    {
        Colours = colours;
        ClassRepresentatives = classes;
        Fingerprint = unchecked((uint)colours.Aggregate(0UL, (sum, colour) => sum + Mix(colour)));
    }

    /// <summary>The colour of each element of the table.</summary>
    public ulong[] Colours { get; }

    /// <summary>The first element of each conjugacy class.</summary>
    public int[] ClassRepresentatives { get; }

    /// <summary>A number that isomorphic groups share.</summary>
    public uint Fingerprint { get; }

    public static ElementColouring Of(ElementTable table, CancellationToken cancellationToken = default)
    {
        var n = table.Count;
        var (classOf, representatives, sizes) = Classes(table);
        var roots = new int[3, n];
        for (var a = 0; a < n; a++)
        {
            var square = table.Product(a, a);
            var cube = table.Product(square, a);
            roots[0, square]++;
            roots[1, cube]++;
            roots[2, table.Product(square, cube)]++;
        }

        var colours = new ulong[n];
        for (var a = 0; a < n; a++)
        {
            colours[a] = Word((ulong)table.ElementOrder[a], (ulong)sizes[classOf[a]], (ulong)roots[0, a], (ulong)roots[1, a], (ulong)roots[2, a]);
        }

        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var byClass = Array.ConvertAll(representatives, a => Seen(table, colours, a));
            colours = Array.ConvertAll(classOf, c => byClass[c]);
        }

        return new ElementColouring(colours, representatives);
    }

    private static ulong Seen(ElementTable table, ulong[] colours, int a)
    {
        var sum = 0UL;
        for (var b = 0; b < table.Count; b++)
        {
            var (ab, ba) = (table.Product(a, b), table.Product(b, a));
            var commutator = table.Product(table.Inverse[ba], ab);
            sum = unchecked(sum + Word(colours[b], colours[table.Product(b, b)], colours[ab], colours[commutator], ab == ba ? 1UL : 0UL));
        }

        return Word(colours[a], colours[table.Product(a, a)], sum);
    }

    private static (int[] ClassOf, int[] Representatives, int[] Sizes) Classes(ElementTable table)
    {
        var classOf = new int[table.Count];
        Array.Fill(classOf, -1);
        var representatives = new List<int>();
        var sizes = new List<int>();
        for (var a = 0; a < table.Count; a++)
        {
            if (classOf[a] >= 0)
            {
                continue;
            }

            var size = 0;
            for (var g = 0; g < table.Count; g++)
            {
                var conjugate = table.Conjugate(a, g);
                if (classOf[conjugate] < 0)
                {
                    classOf[conjugate] = representatives.Count;
                    size++;
                }
            }

            representatives.Add(a);
            sizes.Add(size);
        }

        return (classOf, [.. representatives], [.. sizes]);
    }

    private static ulong Word(params ReadOnlySpan<ulong> parts)
    {
        var word = 0x9E3779B97F4A7C15UL;
        foreach (var part in parts)
        {
            word = Mix(unchecked((word * 31) + part));
        }

        return word;
    }

    /// <summary>The finalizer of SplitMix64: a bijection of 64-bit words. Wrap-around is its arithmetic.</summary>
    private static ulong Mix(ulong x)
    {
        unchecked
        {
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
            return x ^ (x >> 31);
        }
    }
}
