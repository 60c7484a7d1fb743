using Eqnn.Numbers;

namespace Eqnn.Algebra.Names;

/// <summary>Names of groups of one order, to offer to whoever knows a group by its number in a library: different groups, not all of them.</summary>
internal static class NamesOfOrder
{
    private const int MaxNames = 12;

    /// <summary>The abelian groups, then families that do not commute.</summary>
    public static IReadOnlyList<string> Of(int order)
    {
        var names = Abelian(order).Take(MaxNames - 4).ToList();
        void Add(bool holds, string head, int index)
        {
            if (holds)
            {
                names.Add(FormattableString.Invariant($"{head}{index}"));
            }
        }

        var power = (order & (order - 1)) == 0;
        Add(order % 2 == 0 && order >= 6, "D", order / 2);
        Add(power && order >= 8, "Q", order);
        Add(power && order >= 16, "SD", order);
        Add(power && order >= 16, "M", order);
        Add(!power && order % 4 == 0 && order >= 12, "Dic", order / 4);
        for (var (n, factorial) = (4, 24L); factorial <= 2L * order; factorial *= ++n)
        {
            Add(factorial == 2L * order, "A", n);
            Add(factorial == order, "S", n);
        }

        return names;
    }

    /// <summary>The abelian groups as products of cyclic groups of prime power orders, the cyclic one first.</summary>
    private static IEnumerable<string> Abelian(int order)
    {
        if (order == 1)
        {
            return ["C1"];
        }

        var parts = NumberTheory.PrimeFactors(order).Select(p =>
        {
            var exponent = 0;
            for (var rest = (long)order; rest % p == 0; rest /= p)
            {
                exponent++;
            }

            return Partitions(exponent, exponent).Select(partition => partition.Reverse().Select(e => (long)Math.Pow(p, e)).ToList()).ToList();
        });
        IEnumerable<IReadOnlyList<long>> all = [[]];
        foreach (var options in parts)
        {
            all = [.. all.SelectMany(known => options.Select(option => (IReadOnlyList<long>)[.. known, .. option]))];
        }

        return all.Select((factors, i) => i == 0 ? FormattableString.Invariant($"C{order}") : string.Join(" x ", factors.Select(factor => FormattableString.Invariant($"C{factor}"))));
    }

    /// <summary>The partitions of n with parts of at most <paramref name="largest"/>, the largest first.</summary>
    private static IEnumerable<int[]> Partitions(int n, int largest)
    {
        if (n == 0)
        {
            yield return [];
        }

        for (var part = Math.Min(n, largest); part > 0; part--)
        {
            foreach (var rest in Partitions(n - part, part))
            {
                yield return [part, .. rest];
            }
        }
    }
}
