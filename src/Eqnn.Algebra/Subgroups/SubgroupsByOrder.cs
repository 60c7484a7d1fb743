namespace Eqnn.Algebra.Subgroups;

/// <summary>All subgroups of a lattice, for each order in one row of memory: questions about inclusion look at all of them.</summary>
internal sealed class SubgroupsByOrder
{
    private readonly List<(int Order, List<SubgroupClass> Classes, ulong[] Words)> _rows = [];

    public SubgroupsByOrder(SubgroupLattice lattice)
    {
        foreach (var same in lattice.Classes.GroupBy(c => c.Order))
        {
            var (classes, words) = (new List<SubgroupClass>(), new List<ulong>());
            foreach (var c in same)
            {
                foreach (var bits in c.Conjugates)
                {
                    classes.Add(c);
                    words.AddRange(bits);
                }
            }

            _rows.Add((same.Key, classes, [.. words]));
        }
    }

    /// <summary>The subgroups of a subgroup besides 1 and itself, in the order of the lattice.</summary>
    public IEnumerable<(SubgroupClass Class, ulong[] Bits)> Inside(ulong[] bits, int order)
    {
        foreach (var (_, classes, words) in _rows.Where(row => row.Order > 1 && row.Order < order && order % row.Order == 0))
        {
            for (var i = 0; i < classes.Count; i++)
            {
                if (IsSubset(words.AsSpan(i * bits.Length, bits.Length), bits))
                {
                    yield return (classes[i], words[(i * bits.Length)..((i + 1) * bits.Length)]);
                }
            }
        }
    }

    private static bool IsSubset(ReadOnlySpan<ulong> inner, ulong[] outer)
    {
        for (var w = 0; w < inner.Length; w++)
        {
            if ((inner[w] & ~outer[w]) != 0)
            {
                return false;
            }
        }

        return true;
    }
}
