using Eqnn.Numbers;
using Eqnn.Numbers.Modular;

namespace Eqnn.Algebra.Characters.Rows;

/// <summary>Values that are stored: each an integer combination of roots of unity.</summary>
/// <remarks>
/// <para>A number id &gt;= 0 stands for Σ c_l ζ^l with ζ = exp(2πi/o), c given with o; an integer has o = 1, and every rational value is stored so. A number id &lt; 0 stands for the root of
/// unity exp(2πi x/E) with x = -1 - id, E the exponent of the abelianised group: values of linear characters need no storage.</para>
/// <para>Different numbers may stand for equal field elements (different eigenvalues, same sum).</para>
/// </remarks>
internal sealed class ValuePool(int rootOrder) : CharacterValues
{
    private readonly Numbering<int[]> _entries = new(SequenceComparer<int>.Instance);
    private readonly Dictionary<(int Id, int T), int> _conjugates = [];

    /// <summary>E: the order of the roots of unity that negative numbers stand for.</summary>
    public int RootOrder => rootOrder;

    /// <summary>The number of stored values.</summary>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public override (long Least, long Greatest) Numbers => (-rootOrder, Count - 1);

    /// <summary>The number of exp(2πi x/E).</summary>
    public static int RootId(int x) => -1 - x;

    /// <summary>The number of an integer.</summary>
    public int Integer(int value) => Intern([1, value]);

    /// <summary>The number of Σ c_l exp(2πi l/o) for the list (o, c_0, ..., c_(o-1)), which is kept and must not change.</summary>
    public int Intern(int[] orderAndCoefficients) => _entries.NumberOf(orderAndCoefficients);

    /// <summary>The list (o, c_0, ..., c_(o-1)) of a stored value.</summary>
    public int[] Entry(int id) => _entries[id];

    /// <summary>The number of the image under exp(2πi/o) ↦ exp(2πi t/o), t prime to o, of a stored value.</summary>
    public int GaloisImage(int id, int t)
    {
        var entry = _entries[id];
        var order = entry[0];
        if (order == 1 || t == 1)
        {
            return id;
        }

        if (!_conjugates.TryGetValue((id, t), out var image))
        {
            var renamed = new int[order + 1];
            renamed[0] = order;
            for (var l = 0; l < order; l++)
            {
                renamed[1 + (int)((long)l * t % order)] = entry[1 + l];
            }

            image = Intern(renamed);
            _conjugates.Add((id, t), image);
        }

        return image;
    }

    /// <inheritdoc/>
    public override bool IsDegree(long id, long degree) => id < 0 ? id == -1 : _entries[(int)id][0] == 1 && _entries[(int)id][1] == degree;

    /// <inheritdoc/>
    public override Func<long, ulong> ImagesIn(PrimeField field, long exponent, ulong root)
    {
        var (images, roots) = (Images(field, exponent, root), RootTable(field, exponent, root, rootOrder));
        return id => id < 0 ? roots[-1 - id] : images[id];
    }

    /// <inheritdoc/>
    protected override long? TryInteger(long id)
    {
        if (id >= 0)
        {
            return _entries[(int)id][0] == 1 ? _entries[(int)id][1] : null;
        }

        var x = (int)(-1 - id);
        return x == 0 ? 1 : 2 * x == rootOrder ? -1 : null;
    }

    /// <inheritdoc/>
    protected override Cyclotomic Make(long id)
    {
        if (id < 0)
        {
            return Cyclotomic.E(rootOrder, (int)(-1 - id));
        }

        var entry = _entries[(int)id];
        return entry[0] == 1 ? entry[1] : Cyclotomic.FromPowers(entry[0], Array.ConvertAll(entry[1..], c => (long)c));
    }

    /// <summary>The least common multiple of the orders of all roots of unity in use, and the greatest absolute sum of the coefficients of a stored value.</summary>
    public (long Orders, long Greatest) OrdersAndBound()
    {
        var (orders, greatest) = ((long)rootOrder, 1L);
        foreach (var entry in _entries.Values)
        {
            orders = orders % entry[0] == 0 ? orders : NumberTheory.Lcm(orders, entry[0]);
            var sum = 0L;
            for (var l = 1; l < entry.Length; l++)
            {
                sum += Math.Abs((long)entry[l]);
            }

            greatest = Math.Max(greatest, sum);
        }

        return (orders, greatest);
    }

    /// <summary>The images of all stored values in a field, E-th and further roots of unity read from powers of one root.</summary>
    /// <param name="field">A field with p ≡ 1 mod <paramref name="exponent"/>.</param>
    /// <param name="exponent">A common multiple of all orders.</param>
    /// <param name="root">An element of that order.</param>
    public ulong[] Images(PrimeField field, long exponent, ulong root)
    {
        var powers = new Dictionary<int, ulong[]>();
        var images = new ulong[_entries.Count];
        for (var id = 0; id < images.Length; id++)
        {
            var entry = _entries[id];
            if (!powers.TryGetValue(entry[0], out var table))
            {
                table = RootTable(field, exponent, root, entry[0]);
                powers.Add(entry[0], table);
            }

            var sum = 0UL;
            for (var l = 0; l < table.Length; l++)
            {
                if (entry[1 + l] != 0)
                {
                    sum = (sum + (field.FromInteger(entry[1 + l]) * table[l])) % field.P;
                }
            }

            images[id] = sum;
        }

        return images;
    }

    /// <summary>The powers 0 .. order-1 of the root of unity of that order which is a power of <paramref name="root"/>, an element of order <paramref name="exponent"/>.</summary>
    public static ulong[] RootTable(PrimeField field, long exponent, ulong root, int order)
    {
        var step = field.Pow(root, (ulong)(exponent / order));
        var table = new ulong[order];
        table[0] = 1;
        for (var l = 1; l < order; l++)
        {
            table[l] = field.Multiply(table[l - 1], step);
        }

        return table;
    }
}
