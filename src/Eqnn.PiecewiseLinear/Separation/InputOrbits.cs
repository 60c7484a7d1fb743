using System.Numerics;
using Eqnn.Algebra.GSets;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Refinement;

namespace Eqnn.PiecewiseLinear.Separation;

/// <summary>Whether some element of the group moves one labelling of X to another: labels <c>a'(g x) = a(x)</c> for all x.</summary>
internal sealed class InputOrbits
{
    private const long MaxElements = 100_000;
    private const long MaxEntries = 100_000_000;

    private readonly ActionImages _set;
    private readonly int[][]? _elements;

    /// <summary>Lists the permutations of X that the group induces, unless they are all permutations.</summary>
    /// <exception cref="LimitExceededException">There are too many of them.</exception>
    public InputOrbits(GSet set, CancellationToken cancellationToken)
    {
        _set = ActionImages.Of(set);
        if (_set.Size > 2 && _set.IsNaturalGiant && set.Group.Order == NumberTheory.Factorial(_set.Size))
        {
            return;
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        var elements = new List<int[]> { Enumerable.Range(0, _set.Size).ToArray() };
        known.Add(Key(elements[0]));
        for (var next = 0; next < elements.Count; next++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var generator in _set.Generators)
            {
                var product = Array.ConvertAll(elements[next], x => generator[x]);
                if (known.Add(Key(product)))
                {
                    elements.Add(product);
                }
            }

            if (elements.Count > MaxElements || elements.Count * (long)_set.Size > MaxEntries)
            {
                throw new LimitExceededException("permutations of the input set that are listed", Math.Min(MaxElements, MaxEntries / _set.Size), $"more for {set.Group.Name} on {set.Name}", "not adjustable; choose a smaller group");
            }
        }

        _elements = [.. elements];
    }

    /// <summary>The listed permutations; null where all permutations of X are induced.</summary>
    public IReadOnlyList<int[]>? Elements => _elements;

    /// <summary>Whether an element moves the labels <paramref name="first"/> to <paramref name="second"/>.</summary>
    public bool AreInOneOrbit(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        var (left, right) = (first.ToArray(), second.ToArray());
        Array.Sort(left);
        Array.Sort(right);
        if (!left.AsSpan().SequenceEqual(right))
        {
            return false;
        }

        if (_elements is null)
        {
            return true;
        }

        foreach (var element in _elements)
        {
            var x = 0;
            while (x < element.Length && first[x] == second[element[x]])
            {
                x++;
            }

            if (x == element.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static string Key(int[] images) => string.Create(images.Length, images, (span, list) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = (char)list[i];
        }
    });
}
