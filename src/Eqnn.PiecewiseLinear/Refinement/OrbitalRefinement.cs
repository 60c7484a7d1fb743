using Eqnn.Algebra.GSets;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Refinement;

/// <summary>What the points of Y see of X through the orbitals of Y × X: exact sums of functions, or how often each colour occurs. One step of colour refinement along a chain of G-sets.</summary>
/// <remarks>
/// <para><b>Exact.</b> Two points get one colour iff they lie in one G-orbit and all their sums, or all their counts, are equal; nothing rests on hashes or floating point.</para>
/// <para><b>Cost.</b> A pair (y, x) is looked at once, but for one orbital over each pair of orbits, the largest; none at all over orbits with trivial stabiliser, of which partitions are refined along a Cayley graph instead. 10⁸ pairs take about a second.</para>
/// <para><b>Source.</b> docs/theory.md#separation; repeated on k-tuples under S_n it is a form of the Weisfeiler–Leman refinement [CFI, §5].</para>
/// </remarks>
public sealed class OrbitalRefinement
{
    /// <summary>The most pairs of points that are looked at for one orbit.</summary>
    public const long MaxPairs = 4_000_000_000;

    /// <summary>From this many pairs on an orbit with trivial stabiliser is treated as one.</summary>
    private const long ManyPairs = 1 << 16;

    private readonly ActionImages _target;
    private readonly ActionImages _source;
    private readonly Lazy<Suborbits>[] _suborbits;

    private OrbitalRefinement(GSet target, GSet source)
    {
        (Target, Source) = (target, source);
        (_target, _source) = (ActionImages.Of(target), ActionImages.Of(source));
        _suborbits = [.. Enumerable.Range(0, _target.Orbits.Length).Select(orbit => new Lazy<Suborbits>(() => Suborbits.Of(_target, orbit, _source, CancellationToken.None)))];
    }

    /// <summary>Y, whose points see.</summary>
    public GSet Target { get; }

    /// <summary>X, which they see.</summary>
    public GSet Source { get; }

    /// <summary>The refinement of Y along X.</summary>
    /// <exception cref="ArgumentException">The sets belong to different groups.</exception>
    /// <exception cref="LimitExceededException">A set has more than <see cref="GSet.MaxPoints"/> points.</exception>
    public static OrbitalRefinement Of(GSet target, GSet source)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(source);
        if (!ReferenceEquals(target.Group, source.Group))
        {
            throw new ArgumentException($"{target.Name} belongs to {target.Group.Name}, {source.Name} to {source.Group.Name}", nameof(source));
        }

        foreach (var set in (GSet[])[target, source])
        {
            if (set.Size > GSet.MaxPoints)
            {
                throw new LimitExceededException("points of a G-set", GSet.MaxPoints, FormattableString.Invariant($"{set.Size} points ({set.Name})"), "not adjustable; choose smaller G-sets");
            }
        }

        return new(target, source);
    }

    /// <summary>The colouring of copies of Y in which two points are equal iff they lie in one orbit and <c>Σ {h(x) : (y, x) in o}</c> is equal for all orbitals o and all channels h of their copies.</summary>
    /// <param name="copies">For each copy its channels, each a list of |X| exact numbers; equally many for all copies. Linear forms are given by their coefficients, one channel for each.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">There is no copy, or a list has another length.</exception>
    /// <exception cref="LimitExceededException">More than <see cref="MaxPairs"/> pairs.</exception>
    public Colouring BySums(IReadOnlyList<IReadOnlyList<IReadOnlyList<Cyclotomic>>> copies, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(copies);
        if (copies.Count == 0 || copies.Any(copy => copy.Count != copies[0].Count))
        {
            throw new ArgumentException("at least one copy is needed, and equally many channels for all", nameof(copies));
        }

        if (copies.SelectMany(copy => copy).FirstOrDefault(channel => channel.Count != _source.Size) is { } wrong)
        {
            throw new ArgumentException(FormattableString.Invariant($"a function on {Source.Name} has {_source.Size} values, not {wrong.Count}"), nameof(copies));
        }

        var channels = IntegerChannels.Of(copies);
        var words = new Lazy<int[]>(() => NumberWords(channels, copies.Count));
        return Colour(copies.Count, words, (suborbits, numbering, colours) => AddSums(suborbits, channels, copies.Count, numbering, colours, cancellationToken), cancellationToken);
    }

    /// <summary>The colouring of copies of Y in which two points are equal iff they lie in one orbit and see every colour equally often through every orbital.</summary>
    /// <exception cref="ArgumentException">The colouring is one of another set than X.</exception>
    /// <exception cref="LimitExceededException">More than <see cref="MaxPairs"/> pairs.</exception>
    public Colouring ByCounts(Colouring source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!ReferenceEquals(source.Set, Source))
        {
            throw new ArgumentException($"the colouring is one of {source.Set.Name}, not of {Source.Name}", nameof(source));
        }

        return Colour(source.Copies, new Lazy<int[]>(() => source.Raw.ToArray()), (suborbits, numbering, colours) => AddCounts(suborbits, source, numbering, colours, cancellationToken), cancellationToken);
    }

    private Colouring Colour(int copies, Lazy<int[]> words, Action<Suborbits, KeyNumbering, int[]> add, CancellationToken cancellationToken)
    {
        var colours = new int[copies * _target.Size];
        var offset = 0;
        for (var orbit = 0; orbit < _target.Orbits.Length; orbit++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var length = _target.Starts[orbit + 1] - _target.Starts[orbit];
            int[] own;
            if (UseTranslations(orbit))
            {
                own = FreeOrbit.Colours(_target, orbit, _source, words.Value, copies, cancellationToken);
            }
            else
            {
                own = new int[colours.Length];
                add(_suborbits[orbit].Value, new KeyNumbering(), own);
            }

            var most = 0;
            for (var c = 0; c < copies; c++)
            {
                for (var i = _target.Starts[orbit]; i < _target.Starts[orbit + 1]; i++)
                {
                    var at = (c * _target.Size) + _target.Order[i];
                    colours[at] = offset + own[at];
                    most = Math.Max(most, own[at] + 1);
                }
            }

            offset += most;
        }

        return new Colouring(Target, copies, Renumbered(colours, offset, out var count), count);
    }

    /// <summary>Whether the stabiliser is trivial and there is something to be gained.</summary>
    private bool UseTranslations(int orbit)
    {
        var length = _target.Orbits[orbit].Length;
        return length * _source.Size > ManyPairs && length == Target.Group.Order;
    }

    private static void AddSums(Suborbits suborbits, IntegerChannels channels, int copies, KeyNumbering numbering, int[] colours, CancellationToken cancellationToken)
    {
        var source = suborbits.Source;
        var columns = channels.Moduli.Length;
        var blocks = suborbits.ListedBlocks.Length;
        var totals = TotalsOf(channels, copies, source);
        var key = new long[1 + (columns * blocks)];
        var starts = suborbits.ListedStarts;
        var size = suborbits.Target.Size;
        suborbits.Walk(
            (point, images) =>
            {
                for (var c = 0; c < copies; c++)
                {
                    key[0] = totals[c];
                    var next = 1;
                    for (var column = 0; column < columns; column++)
                    {
                        var values = channels.Values[c][column];
                        for (var b = 0; b < blocks; b++)
                        {
                            var sum = 0L;
                            foreach (var x in images[starts[b]..starts[b + 1]])
                            {
                                sum += values[x];
                            }

                            key[next++] = channels.Reduce(column, sum);
                        }
                    }

                    colours[(c * size) + point] = numbering.NumberOf(key);
                }
            },
            cancellationToken);
    }

    private static void AddCounts(Suborbits suborbits, Colouring source, KeyNumbering numbering, int[] colours, CancellationToken cancellationToken)
    {
        var (copies, width) = (source.Copies, suborbits.Source.Size);
        var totals = CountsOf(source);
        var key = new long[1 + suborbits.Listed.Length];
        var (starts, blocks) = (suborbits.ListedStarts, suborbits.ListedBlocks.Length);
        var size = suborbits.Target.Size;
        var raw = source.Raw.ToArray();
        suborbits.Walk(
            (point, images) =>
            {
                for (var c = 0; c < copies; c++)
                {
                    key[0] = totals[c];
                    var copy = raw.AsSpan(c * width, width);
                    for (var k = 0; k < images.Length; k++)
                    {
                        key[k + 1] = copy[images[k]];
                    }

                    for (var b = 0; b < blocks; b++)
                    {
                        if (starts[b + 1] - starts[b] > 1)
                        {
                            key.AsSpan(starts[b] + 1, starts[b + 1] - starts[b]).Sort();
                        }
                    }

                    colours[(c * size) + point] = numbering.NumberOf(key);
                }
            },
            cancellationToken);
    }

    /// <summary>For each copy a number: equal iff all sums over the orbits of X are.</summary>
    private static int[] TotalsOf(IntegerChannels channels, int copies, ActionImages source)
    {
        var numbering = new KeyNumbering();
        var key = new long[channels.Moduli.Length * source.Orbits.Length];
        return [.. Enumerable.Range(0, copies).Select(c =>
        {
            Array.Clear(key);
            for (var column = 0; column < channels.Moduli.Length; column++)
            {
                for (var x = 0; x < source.Size; x++)
                {
                    key[(column * source.Orbits.Length) + source.OrbitOf[x]] += channels.Values[c][column][x];
                }

                for (var k = 0; k < source.Orbits.Length; k++)
                {
                    var at = (column * source.Orbits.Length) + k;
                    key[at] = channels.Reduce(column, key[at]);
                }
            }

            return numbering.NumberOf(key);
        })];
    }

    /// <summary>For each copy a number: equal iff all colours occur equally often.</summary>
    private static int[] CountsOf(Colouring source)
    {
        var numbering = new KeyNumbering();
        var key = new long[source.Count];
        var size = (int)source.Set.Size;
        var numbers = new int[source.Copies];
        for (var c = 0; c < numbers.Length; c++)
        {
            Array.Clear(key);
            foreach (var colour in source.Raw.Slice(c * size, size))
            {
                key[colour]++;
            }

            numbers[c] = numbering.NumberOf(key);
        }

        return numbers;
    }

    /// <summary>Numbers for the values of all channels at a point, as letters of words.</summary>
    private int[] NumberWords(IntegerChannels channels, int copies)
    {
        var numbering = new KeyNumbering();
        var key = new long[channels.Moduli.Length];
        var letters = new int[copies * _source.Size];
        for (var c = 0; c < copies; c++)
        {
            for (var x = 0; x < _source.Size; x++)
            {
                for (var column = 0; column < key.Length; column++)
                {
                    key[column] = channels.Values[c][column][x];
                }

                letters[(c * _source.Size) + x] = numbering.NumberOf(key);
            }
        }

        return letters;
    }

    /// <summary>Numbers in the order in which they are met.</summary>
    private static int[] Renumbered(int[] colours, int bound, out int count)
    {
        var numbers = new int[bound];
        Array.Fill(numbers, -1);
        count = 0;
        for (var i = 0; i < colours.Length; i++)
        {
            if (numbers[colours[i]] < 0)
            {
                numbers[colours[i]] = count++;
            }

            colours[i] = numbers[colours[i]];
        }

        return colours;
    }
}
