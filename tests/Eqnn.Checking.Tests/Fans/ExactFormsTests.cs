using System.Numerics;
using Eqnn.Checking.Fans;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Checking.Tests.Fans;

/// <summary>Forms with fractions, with long entries, with roots: sides and cuts are those of the forms as they are written.</summary>
public sealed class ExactFormsTests
{
    [Law(Cases = 100)]
    public void Fractions_have_the_signs_of_what_is_written(sbyte[] numerators, byte[] denominators, sbyte x, sbyte y, sbyte z) => Compare(
        numerators.Zip(denominators).Take(24).Chunk(3).Where(row => row.Length == 3).Select(row => row.Select(pair => (Cyclotomic)Rational.Of(pair.First % 5, 1 + (pair.Second % 7))).ToArray()), x, y, z);

    [Law(Cases = 50)]
    public void Long_entries_have_the_signs_of_what_is_written(int[] entries, sbyte x, sbyte y, sbyte z) => Compare(
        entries.Take(24).Chunk(3).Where(row => row.Length == 3).Select(row => row.Select(entry => (Cyclotomic)((long)entry * 5_000_000_029)).ToArray()), x, y, z);

    [Law(Cases = 30)]
    public void Roots_have_the_signs_of_what_is_written(sbyte[] entries, sbyte x, sbyte y, sbyte z)
    {
        var root = Cyclotomic.E(5, 1) + Cyclotomic.E(5, 4);
        Compare(entries.Take(48).Chunk(6).Where(row => row.Length == 6).Select(row => Enumerable.Range(0, 3).Select(c => (row[2 * c] % 4) + ((row[(2 * c) + 1] % 4) * root)).ToArray()), x, y, z);
    }

    private static void Compare(IEnumerable<Cyclotomic[]> written, int x, int y, int z)
    {
        Cyclotomic[][] rows = [.. written.Where(row => row.Any(entry => !entry.IsZero))];
        if (rows.Length == 0)
        {
            return;
        }

        var forms = CheckedForms.Of(ClaimReader.Read($"{{\"columns\": 3, \"rows\": [{string.Join(", ", rows.Select(row => $"[{string.Join(", ", row.Select(entry => $"\"{entry}\""))}]"))}]}}"));
        Assert.Equal(Matrix<Cyclotomic>.FromRows(rows).Rank, forms.Dimension);
        var exact = new ExactForms(forms, 1_000_000);
        var values = forms.FirstRows.Select(row => (rows[row][0] * x) + (rows[row][1] * y) + (rows[row][2] * z)).ToArray();
        var held = Array.FindIndex(values, value => value.IsZero);
        var sides = new bool[values.Length];
        Assert.Equal(held, exact.SidesAt((Cyclotomic[])[x, y, z], sides));
        if (exact.IsRational)
        {
            Assert.Equal(held, exact.SidesAt([x, y, z], new bool[values.Length]));
            Assert.Equal(held, exact.SidesAt((BigInteger[])[x, y, z], new bool[values.Length]));
        }

        if (held >= 0)
        {
            return;
        }

        Assert.Equal(values.Select(value => value.Sign < 0), sides);
        var exactly = new WallCone<Cyclotomic, RealCyclotomics>([.. Enumerable.Range(0, values.Length).SelectMany(forms.Normal)], forms.Dimension, 1_000_000);
        for (var left = -1; left < values.Length; left++)
        {
            int[] walls = [.. Enumerable.Range(0, values.Length).Where(h => h != left)];
            Assert.Equal(exactly.FirstCut(walls, sides), exact.FirstCut(walls, sides));
        }
    }
}
