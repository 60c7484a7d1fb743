using System.Globalization;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.SmallGroups;

namespace Eqnn.Benchmarks;

/// <summary>The character tables of all groups of order at most 100, from their generators, in one process: the first time, when everything is compiled or loaded, and later ones.</summary>
internal static class SmallGroupTables
{
    private const int MaxOrder = 100;

    public static int Run(string[] args)
    {
        var most = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 12;

        // To read the list of groups is not a part of the tables.
        var groups = Enumerable.Range(1, MaxOrder).SelectMany(SmallGroupLibrary.OfOrder).ToList();
        var least = double.MaxValue;
        for (var round = 0; round < most; round++)
        {
            var (start, classes) = (Environment.CpuUsage.TotalTime, 0);
            foreach (var group in groups)
            {
                classes += CharacterTable.Of(FiniteGroup.FromGenerators(group.Description, group.Degree, group.Generators)).Classes.Count;
            }

            var seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
            least = Math.Min(least, seconds);
            Console.WriteLine(FormattableString.Invariant($"{(round == 0 ? "first" : "again")}: {groups.Count} tables with {classes} classes in {seconds:F2} s of processor time"));
        }

        Console.WriteLine(FormattableString.Invariant($"least: {least:F2} s"));
        return 0;
    }
}
