namespace Eqnn.Algebra.Subgroups;

/// <summary>The table of marks of a group: entry (i, j) is the number of points of G/H_i that H_j fixes, H_i and H_j representatives of the classes of subgroups.</summary>
/// <remarks>
/// <para><b>Shape.</b> Square, lower triangular in the order of <see cref="SubgroupLattice.Classes"/>, diagonal [N(H_i) : H_i]; so two G-sets are isomorphic iff they have equal marks (Burnside). The first column holds the degrees.</para>
/// <para><b>Formula.</b> |N(H_i)|/|H_i| times the number of conjugates of H_i that contain H_j.</para>
/// <para><b>Cost.</b> One comparison of bits for each subgroup and each class.</para>
/// </remarks>
public sealed class TableOfMarks
{
    private readonly int[][] _rows;

    internal TableOfMarks(SubgroupLattice lattice)
    {
        Lattice = lattice;
        _rows = new int[lattice.Classes.Count][];
        for (var i = 0; i < _rows.Length; i++)
        {
            var upper = lattice.Classes[i];
            var weight = upper.NormalizerOrder / upper.Order;
            _rows[i] = new int[_rows.Length];
            for (var j = 0; j <= i; j++)
            {
                var lower = lattice.Classes[j];
                _rows[i][j] = upper.Order % lower.Order == 0 ? weight * upper.Conjugates.Count(bits => SubgroupBits.IsSubset(lower.Bits, bits)) : 0;
            }
        }
    }

    /// <summary>The subgroups.</summary>
    internal SubgroupLattice Lattice { get; }

    /// <summary>The number of fixed points of the subgroup at <paramref name="subgroup"/> on the cosets of the one at <paramref name="set"/>, positions from 0.</summary>
    public int this[int set, int subgroup] => _rows[set][subgroup];

    /// <summary>A row: the marks of one transitive G-set.</summary>
    public IReadOnlyList<int> MarksOf(SubgroupClass set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return Array.AsReadOnly(_rows[set.Position]);
    }

    /// <summary>The product of two transitive G-sets as a sum of transitive ones: how often each occurs, in the order of the classes (a product in the Burnside ring).</summary>
    /// <exception cref="ArgumentException">A class belongs to another lattice.</exception>
    public IReadOnlyList<int> Product(SubgroupClass left, SubgroupClass right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (!ReferenceEquals(left.Lattice, Lattice) || !ReferenceEquals(right.Lattice, Lattice))
        {
            throw new ArgumentException($"the classes of subgroups must belong to this lattice, of {Lattice.Group.Name}", nameof(left));
        }

        return Decompose([.. _rows[left.Position].Zip(_rows[right.Position], (a, b) => (long)a * b)]);
    }

    /// <summary>The sum of transitive G-sets with given marks, by back substitution from the largest subgroup.</summary>
    /// <exception cref="ArgumentException">The numbers are not the marks of a G-set.</exception>
    public IReadOnlyList<int> Decompose(IEnumerable<long> marks)
    {
        ArgumentNullException.ThrowIfNull(marks);
        var rest = marks.ToArray();
        if (rest.Length != _rows.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"{rest.Length} marks for {_rows.Length} classes of subgroups of {Lattice.Group.Name}"), nameof(marks));
        }

        var counts = new int[rest.Length];
        for (var i = rest.Length - 1; i >= 0; i--)
        {
            var (count, remainder) = Math.DivRem(rest[i], _rows[i][i]);
            if (count < 0 || remainder != 0)
            {
                throw new ArgumentException(FormattableString.Invariant($"not the marks of a G-set: {Lattice.Classes[i].Label} would fix {rest[i]} points beside those of larger stabilisers"), nameof(marks));
            }

            counts[i] = checked((int)count);
            for (var j = 0; j <= i; j++)
            {
                rest[j] -= count * _rows[i][j];
            }
        }

        return Array.AsReadOnly(counts);
    }
}
