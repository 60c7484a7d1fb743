namespace Eqnn.Networks.Simples;

/// <summary>The characters of ℤ/n₁ × ... × ℤ/n_d as simples: which row-major index of frequencies each simple has, and which simple stands at each index.</summary>
internal sealed class CharacterPairs
{
    /// <param name="simples">The simples, one for each pair ±k.</param>
    /// <param name="dimensions">n₁, ..., n_d.</param>
    public CharacterPairs(IReadOnlyList<NetworkSimple> simples, int[] dimensions)
    {
        Dimensions = dimensions;
        Fourier = new(dimensions);
        Order = dimensions.Aggregate(1, (product, n) => product * n);
        Offsets = [.. simples.Select(simple => CouplingRule.OffsetOf(simple.Frequencies, dimensions))];
        SimpleAt = new int[Order];
        Array.Fill(SimpleAt, -1);
        for (var i = 0; i < Offsets.Length; i++)
        {
            SimpleAt[Offsets[i]] = i;
        }
    }

    /// <summary>The lengths of the axes.</summary>
    public int[] Dimensions { get; }

    /// <summary>The order of the group.</summary>
    public int Order { get; }

    /// <summary>Its transform.</summary>
    public GridFourier Fourier { get; }

    /// <summary>For each simple the row-major index of its frequencies.</summary>
    public int[] Offsets { get; }

    /// <summary>For each index of frequencies the simple that names them, −1 where it is −k that names the pair.</summary>
    public int[] SimpleAt { get; }

    /// <summary>What makes the transform orthonormal on a simple of this dimension.</summary>
    public double Factor(int dimension) => Math.Sqrt((double)dimension / Order);

    /// <summary>The multiples 0, k, 2k, ... of the frequencies of a simple, as row-major indices, up to the order of k.</summary>
    public int[] MultiplesOf(NetworkSimple simple)
    {
        var multiples = new List<int> { 0 };
        var current = new int[Dimensions.Length];
        while (true)
        {
            for (var axis = 0; axis < current.Length; axis++)
            {
                current[axis] = (current[axis] + simple.Frequencies[axis]) % Dimensions[axis];
            }

            var offset = CouplingRule.OffsetOf(current, Dimensions);
            if (offset == 0)
            {
                return [.. multiples];
            }

            multiples.Add(offset);
        }
    }
}
