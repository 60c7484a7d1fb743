using System.Globalization;
using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Numbers;

namespace Eqnn.Cli.Output;

/// <summary>A character table laid out as by GAP's <c>Display</c>: centralizer orders as products of primes, power maps, <c>.</c> for 0, letters for irrational values.</summary>
/// <remarks>
/// As there, a letter A is used again as -A, /A (complex conjugate) and *A (the other root of a quadratic equation), and letters are given column by column.
/// Power maps are shown for the primes that divide the order. Lines are never broken.
/// </remarks>
internal static class GapDisplay
{
    /// <summary>Writes the table.</summary>
    public static void Write(TextWriter output, CharacterTable table)
    {
        var group = table.Group;
        var names = ClassNames.Of(table.Classes);
        var primes = NumberTheory.PrimeFactors((long)group.Exponent);
        var exponents = primes.Select(p => table.Classes.Select(c => Exponent(c.CentralizerOrder, p)).ToList()).ToList();
        var maps = primes.Select(p => group.PowerMap(p).Select(position => names[position]).ToList()).ToList();
        var letters = new Letters();
        var values = new string[table.Irreducibles.Count, names.Count];
        for (var column = 0; column < names.Count; column++)
        {
            for (var row = 0; row < table.Irreducibles.Count; row++)
            {
                values[row, column] = letters.NameOf(table.Irreducibles[row].Values[column]);
            }
        }

        var widths = new int[names.Count];
        for (var column = 0; column < widths.Length; column++)
        {
            var width = names[column].Length;
            foreach (var text in exponents.Select(list => list[column]).Concat(maps.Select(list => list[column])))
            {
                width = Math.Max(width, text.Length);
            }

            for (var row = 0; row < table.Irreducibles.Count; row++)
            {
                width = Math.Max(width, values[row, column].Length);
            }

            widths[column] = width;
        }

        var labelWidth = table.Irreducibles.Max(character => character.Label.Length) + 3;
        output.Write($"{group.Name}\n\n");
        for (var i = 0; i < primes.Count; i++)
        {
            Line(primes[i].ToString(CultureInfo.InvariantCulture).PadLeft(labelWidth), exponents[i]);
        }

        output.Write('\n');
        Line(new string(' ', labelWidth), names);
        for (var i = 0; i < primes.Count; i++)
        {
            Line((primes[i].ToString(CultureInfo.InvariantCulture) + "P").PadLeft(labelWidth), maps[i]);
        }

        output.Write('\n');
        for (var row = 0; row < table.Irreducibles.Count; row++)
        {
            Line(table.Irreducibles[row].Label.PadRight(labelWidth), Enumerable.Range(0, names.Count).Select(column => values[row, column]).ToList());
        }

        letters.WriteLegend(output);

        void Line(string label, IReadOnlyList<string> cells)
        {
            output.Write(label);
            for (var column = 0; column < cells.Count; column++)
            {
                output.Write(' ');
                output.Write(cells[column].PadLeft(widths[column]));
            }

            output.Write('\n');
        }
    }

    private static string Exponent(BigInteger order, BigInteger prime)
    {
        var exponent = 0;
        for (; (order % prime).IsZero; order /= prime)
        {
            exponent++;
        }

        return exponent == 0 ? "." : exponent.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Names for irrational values, given in the order of first use.</summary>
    private sealed class Letters
    {
        private readonly Dictionary<Cyclotomic, string> _names = [];
        private readonly List<(string Name, Cyclotomic Value)> _legend = [];

        public string NameOf(Cyclotomic value)
        {
            if (value.IsZero)
            {
                return ".";
            }

            if (value.IsInteger)
            {
                return value.ToString();
            }

            if (!_names.TryGetValue(value, out var name))
            {
                name = ClassNames.Letters(_legend.Count + 1, 'A');
                _legend.Add((name, value));

                // The first name that fits wins, in GAP's order: itself, minus, conjugate, minus conjugate, star, minus star.
                Add(value, name);
                Add(value.Conjugate(), "/" + name);
                if (value.Degree == 2)
                {
                    Add(value.GaloisConjugates().First(other => other != value), "*" + name);
                }
            }

            return name;
        }

        public void WriteLegend(TextWriter output)
        {
            if (_legend.Count > 0)
            {
                output.Write('\n');
            }

            foreach (var (name, value) in _legend)
            {
                output.Write($"{name} = {value}\n");
            }
        }

        private void Add(Cyclotomic value, string name)
        {
            _names.TryAdd(value, name);
            _names.TryAdd(-value, "-" + name);
        }
    }
}
