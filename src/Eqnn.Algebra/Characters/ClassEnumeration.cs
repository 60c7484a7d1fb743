using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Characters;

/// <summary>The elements of one conjugacy class with places, so that centralizers act on the places: products with a fixed element need to be formed for one element of each orbit only.</summary>
/// <remarks>x ↦ c x c⁻¹ with c commuting with g keeps the class of x g. As Σ_g 1/|C(g)| over representatives is 1, a whole class matrix costs about as many products as the class has elements, and not that times the number of classes.</remarks>
internal sealed class ClassEnumeration
{
    private readonly Numbering<int[]> _elements = new(ImageListComparer.Instance);

    public ClassEnumeration(int[] member, IReadOnlyList<int[]> generators, CancellationToken cancellationToken)
    {
        _elements.TryAdd(member);
        for (var i = 0; i < _elements.Count; i++)
        {
            if ((i & 0x3FF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            foreach (var generator in generators)
            {
                _elements.TryAdd(PermutationArrays.Conjugate(_elements[i], generator));
            }
        }
    }

    /// <summary>The number of elements.</summary>
    public int Count => _elements.Count;

    /// <summary>One element of each orbit of ⟨centralizer⟩ by conjugation, with the size of the orbit.</summary>
    public IEnumerable<(int[] Element, int Size)> Orbits(IReadOnlyList<int[]> centralizer)
    {
        var seen = new bool[_elements.Count];
        var orbit = new int[_elements.Count];
        var scratch = new int[_elements[0].Length];
        for (var start = 0; start < seen.Length; start++)
        {
            if (seen[start])
            {
                continue;
            }

            seen[start] = true;
            orbit[0] = start;
            var size = 1;
            for (var i = 0; i < size; i++)
            {
                var x = _elements[orbit[i]];
                foreach (var c in centralizer)
                {
                    for (var point = 0; point < x.Length; point++)
                    {
                        scratch[c[point]] = c[x[point]];
                    }

                    var place = _elements.Find(scratch);
                    if (!seen[place])
                    {
                        seen[place] = true;
                        orbit[size++] = place;
                    }
                }
            }

            yield return (_elements[start], size);
        }
    }

    /// <summary>Image lists by content.</summary>
    private sealed class ImageListComparer : IEqualityComparer<int[]>
    {
        public static ImageListComparer Instance { get; } = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] images) => PermutationArrays.Hash(images);
    }
}
