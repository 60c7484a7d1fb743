using System.Globalization;
using Eqnn.Algebra.Groups;

namespace Eqnn.Cli.Output;

/// <summary>Names of classes for people, as the ATLAS has them: the order of the elements and a letter, <c>1a, 2a, 2b, 3a</c>; after <c>z</c> comes <c>aa</c>.</summary>
internal static class ClassNames
{
    /// <summary>The names in the order of the classes.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<ConjugacyClass> classes)
    {
        var seen = new Dictionary<long, int>();
        var names = new string[classes.Count];
        for (var i = 0; i < names.Length; i++)
        {
            var order = classes[i].ElementOrder;
            var count = seen[order] = seen.GetValueOrDefault(order) + 1;
            names[i] = order.ToString(CultureInfo.InvariantCulture) + Letters(count, 'a');
        }

        return names;
    }

    /// <summary>The names of some classes, as a set.</summary>
    public static Prose Set(IReadOnlyList<string> names, IEnumerable<int> positions) => Prose.List(positions.Select(position => names[position]), ", ", "{", "}");

    /// <summary>1 is <c>a</c>, 26 is <c>z</c>, 27 is <c>aa</c>, as columns of a spreadsheet.</summary>
    public static string Letters(int count, char first)
    {
        var letters = "";
        for (var n = count; n > 0; n = (n - 1) / 26)
        {
            letters = (char)(first + ((n - 1) % 26)) + letters;
        }

        return letters;
    }
}
