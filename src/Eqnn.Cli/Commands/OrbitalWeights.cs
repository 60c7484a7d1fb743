using System.Globalization;
using Eqnn.Cli.Hosting;
using Eqnn.Numbers;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary>Reads <c>--weights</c>: <c>1,2,10..12: 1/9; 5: E(5)+E(5)^4</c>, numbers of orbitals and their weight, all others 0; or <c>@weights.json</c> with a list of all weights.</summary>
internal static class OrbitalWeights
{
    private const string Form = "numbers of orbitals and a weight, as 1,2,10..12: 1/9; 5: -1, or a file @weights.json with one weight for each orbital";

    /// <summary>One weight for each of <paramref name="count"/> orbitals.</summary>
    /// <exception cref="InputException">The text has another form, names an orbital twice or one that is not there.</exception>
    public static IReadOnlyList<RealCyclotomic> Read(string text, int count) => text.StartsWith('@') ? VectorFile.Read(text[1..], count, "orbitals") : FromText(text, count);

    private static RealCyclotomic[] FromText(string text, int count)
    {
        var weights = new RealCyclotomic[count];
        var seen = new HashSet<int>();
        foreach (var entry in text.Split(';', StringSplitOptions.TrimEntries))
        {
            var parts = entry.Split(':', StringSplitOptions.TrimEntries);
            if (parts.Length != 2)
            {
                throw new InputException($"--weights: '{entry}' is not of the form ORBITALS: WEIGHT; write {Form}");
            }

            var weight = Border.Read($"--weights: '{entry}'", () => RealCyclotomic.Parse(parts[1]));
            foreach (var orbital in Orbitals(parts[0], count))
            {
                if (!seen.Add(orbital))
                {
                    throw new InputException(FormattableString.Invariant($"--weights: orbital {orbital} has two weights"));
                }

                weights[orbital - 1] = weight;
            }
        }

        return weights;
    }

    private static IEnumerable<int> Orbitals(string text, int count)
    {
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split("..");
            var (first, last) = (Number(ends[0], part, count), Number(ends[^1], part, count));
            if (ends.Length > 2 || first > last)
            {
                throw new InputException($"--weights: '{part}' is not a number of an orbital or a range a..b; write {Form}");
            }

            for (var orbital = first; orbital <= last; orbital++)
            {
                yield return orbital;
            }
        }
    }

    private static int Number(string text, string part, int count) =>
        !int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? throw new InputException($"--weights: '{part}' is not a number of an orbital or a range a..b; write {Form}")
            : number >= 1 && number <= count
                ? number
                : throw new InputException(FormattableString.Invariant($"--weights: there is no orbital {number}; they are numbered from 1 to {count}"));
}
