using Eqnn.Numbers;

namespace Eqnn.Algebra.Subgroups;

/// <summary>The cyclic subgroups of prime power order above 1. Every subgroup is determined by those that it contains, since its elements are products of elements of prime power order.</summary>
/// <remarks>Order: by order, then least generator. Neubüser, [Holt, §10.4].</remarks>
internal sealed class PrimePowerSubgroups
{
    private readonly ElementTable _table;

    public PrimePowerSubgroups(ElementTable table)
    {
        _table = table;
        var found = new List<(int Order, int Generator, int Prime)>();
        var seen = new bool[table.Count];
        for (var a = 1; a < table.Count; a++)
        {
            var primes = seen[a] ? [] : NumberTheory.PrimeFactors(table.ElementOrder[a]);
            if (primes.Count == 1)
            {
                found.Add((table.ElementOrder[a], a, (int)primes[0]));
                for (var power = a; power != 0; power = table.Product(power, a))
                {
                    seen[power] |= table.ElementOrder[power] == table.ElementOrder[a];
                }
            }
        }

        found.Sort();
        Generator = [.. found.Select(z => z.Generator)];
        Prime = [.. found.Select(z => z.Prime)];
        PrimePower = [.. found.Select(z => table.Power(z.Generator, z.Prime))];
        NumberOf = new int[table.Count];
        Array.Fill(NumberOf, -1);
        for (var z = 0; z < Count; z++)
        {
            var a = Generator[z];
            for (var power = a; power != 0; power = table.Product(power, a))
            {
                if (table.ElementOrder[power] == found[z].Order)
                {
                    NumberOf[power] = z;
                }
            }
        }
    }

    /// <summary>How many.</summary>
    public int Count => Generator.Length;

    /// <summary>The least generator z of each.</summary>
    public int[] Generator { get; }

    /// <summary>The prime p.</summary>
    public int[] Prime { get; }

    /// <summary>The element z^p.</summary>
    public int[] PrimePower { get; }

    /// <summary>For each element the number of the subgroup that it generates; −1 where its order is no prime power.</summary>
    public int[] NumberOf { get; }

    /// <summary>The numbers of those in a set of elements that is a subgroup, as bits.</summary>
    public ulong[] BitsOf(ushort[] elements)
    {
        var bits = new ulong[(Count + 63) / 64];
        foreach (var a in elements)
        {
            if (NumberOf[a] is >= 0 and var z)
            {
                bits[z >> 6] |= 1UL << (z & 63);
            }
        }

        return bits;
    }

    /// <summary>How conjugation by an element permutes them.</summary>
    public int[] Permuted(int g) => Array.ConvertAll(Generator, a => NumberOf[_table.Conjugate(a, g)]);
}
