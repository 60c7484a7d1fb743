using Eqnn.Algebra.Characters.Rows;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Characters;

/// <summary>Individualisation and refinement on the columns and rows of a character table.</summary>
internal sealed class AutomorphismSearch
{
    private readonly int _count;
    private readonly int[,] _values;
    private readonly int[][] _powers;
    private readonly int[] _start;
    private readonly CancellationToken _cancellation;

    public AutomorphismSearch(CharacterTable table, CancellationToken cancellationToken)
    {
        _count = table.Classes.Count;
        _cancellation = cancellationToken;
        _values = new int[_count, _count];

        // Equal values have one number here; the numbers of the table may tell them apart.
        var numbers = new Numbering<Cyclotomic>();
        var numberOf = new Dictionary<long, int>();
        for (var row = 0; row < _count; row++)
        {
            for (var column = 0; column < _count; column++)
            {
                var id = table.Irreducibles[row].Row.Id(column);
                if (!numberOf.TryGetValue(id, out var number))
                {
                    numberOf.Add(id, number = numbers.NumberOf(table.Pool.Value(id)));
                }

                _values[row, column] = number;
            }
        }

        _powers = [.. NumberTheory.PrimeFactors((long)table.Group.Exponent).Select(p => Enumerable.Range(0, _count).Select(c => table.PowerOfClass(c, p)).ToArray())];
        _start = Numbers(table.Classes.Select(c => (c.ElementOrder, c.Size)));
    }

    /// <summary>Generators, strong for the chain of columns that are fixed one after another.</summary>
    public IReadOnlyList<Permutation> Generators()
    {
        var levels = new List<(int[] Colours, int Column)>();
        var colours = Refine(_start);
        while (FirstCell(colours) is { } column)
        {
            levels.Add((colours, column));
            colours = Refine(Fixed(colours, column));
        }

        var found = new List<Permutation>();
        for (var level = levels.Count - 1; level >= 0; level--)
        {
            // Later generators fix the columns of this level and those before; images in one orbit need one search.
            var (cell, column) = levels[level];
            var candidates = Enumerable.Range(0, _count).Where(c => cell[c] == cell[column]).ToList();
            var reached = Orbit(found, column);
            var refused = new HashSet<int>();
            foreach (var candidate in candidates.Where(c => !reached.Contains(c)))
            {
                if (reached.Contains(candidate) || refused.Contains(candidate))
                {
                    continue;
                }

                if (Search(levels, level, cell, candidate) is { } automorphism)
                {
                    found.Add(automorphism);
                    reached = Orbit(found, column);
                }
                else
                {
                    refused.UnionWith(Orbit(found, candidate));
                }
            }
        }

        return found;
    }

    /// <summary>An automorphism that fixes the columns before the level and sends the column of the level to a candidate; null if there is none.</summary>
    private Permutation? Search(List<(int[] Colours, int Column)> levels, int level, int[] target, int candidate)
    {
        _cancellation.ThrowIfCancellationRequested();
        var source = level + 1 < levels.Count ? levels[level + 1].Colours : Refine(Fixed(levels[level].Colours, levels[level].Column));
        var image = Refine(Fixed(target, candidate));

        // Colours are canonical, so an automorphism carries the source to an equal colouring.
        if (!source.Order().SequenceEqual(image.Order()))
        {
            return null;
        }

        if (level + 1 == levels.Count)
        {
            var images = new int[_count];
            var at = Enumerable.Range(0, _count).ToDictionary(c => image[c], c => c);
            for (var c = 0; c < _count; c++)
            {
                images[c] = at[source[c]];
            }

            return IsAutomorphism(images) ? PermutationArrays.ToPermutation(images) : null;
        }

        var colour = source[levels[level + 1].Column];
        for (var next = 0; next < _count; next++)
        {
            if (image[next] == colour && Search(levels, level + 1, image, next) is { } automorphism)
            {
                return automorphism;
            }
        }

        return null;
    }

    private bool IsAutomorphism(int[] images)
    {
        if (!Array.TrueForAll(_powers, map => Enumerable.Range(0, _count).All(c => map[images[c]] == images[map[c]])))
        {
            return false;
        }

        var rows = new HashSet<int[]>(Enumerable.Range(0, _count).Select(row => Enumerable.Range(0, _count).Select(c => _values[row, c]).ToArray()), SequenceComparer<int>.Instance);
        return Enumerable.Range(0, _count).All(row => rows.Contains(Enumerable.Range(0, _count).Select(c => _values[row, images[c]]).ToArray()));
    }

    /// <summary>Colours that do not change any more: a row by the values under each colour, a column by its own colour, those of its powers, and the values under each colour of rows.</summary>
    private int[] Refine(int[] columns)
    {
        for (var before = -1; ;)
        {
            var colours = columns;
            var rows = Numbers(Enumerable.Range(0, _count).Select(row => new Key(Enumerable.Range(0, _count).Select(c => (colours[c], _values[row, c])).Order().SelectMany(pair => new[] { pair.Item1, pair.Item2 }).ToArray())));
            columns = Numbers(Enumerable.Range(0, _count).Select(c => new Key(
                [colours[c], .. _powers.Select(map => colours[map[c]]), .. Enumerable.Range(0, _count).Select(row => (rows[row], _values[row, c])).Order().SelectMany(pair => new[] { pair.Item1, pair.Item2 })])));
            var now = columns.Distinct().Count();
            if (now == before)
            {
                return columns;
            }

            before = now;
        }
    }

    private static int[] Fixed(int[] colours, int column)
    {
        var changed = (int[])colours.Clone();
        changed[column] = -1;
        return changed;
    }

    /// <summary>The first column of the smallest colour that several columns have.</summary>
    private static int? FirstCell(int[] colours)
    {
        var cells = colours.Index().GroupBy(pair => pair.Item).Where(cell => cell.Count() > 1).OrderBy(cell => cell.Count()).ThenBy(cell => cell.Key).ToList();
        return cells.Count == 0 ? null : cells[0].First().Index;
    }

    private static HashSet<int> Orbit(List<Permutation> generators, int column)
    {
        var orbit = new HashSet<int> { column };
        var queue = new Queue<int>(orbit);
        while (queue.TryDequeue(out var c))
        {
            foreach (var generator in generators)
            {
                if (orbit.Add(generator[c]))
                {
                    queue.Enqueue(generator[c]);
                }
            }
        }

        return orbit;
    }

    /// <summary>Each key by its place among the sorted different keys: canonical, since it does not depend on the order of the list.</summary>
    private static int[] Numbers<T>(IEnumerable<T> keys)
        where T : IComparable<T>
    {
        var list = keys.ToArray();
        var sorted = list.Order().ToList();
        var numbers = new int[list.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            var (low, high) = (0, sorted.Count - 1);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = sorted[middle].CompareTo(list[i]) < 0 ? (middle + 1, high) : (low, middle);
            }

            numbers[i] = low;
        }

        return numbers;
    }

    private sealed class Key(int[] numbers) : IComparable<Key>
    {
        private readonly int[] _numbers = numbers;

        public int CompareTo(Key? other) => _numbers.AsSpan().SequenceCompareTo(other!._numbers);
    }
}
