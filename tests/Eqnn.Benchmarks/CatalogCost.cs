using System.Diagnostics;
using System.Globalization;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Catalog.Folders;

namespace Eqnn.Benchmarks;

/// <summary>What the document of each small group costs: seconds, megabytes and bytes, one after another in one process. <c>catalog-cost 1..63 [every [sets]]</c>; docs/scale.md has the results, CatalogCostModel the fit.</summary>
internal static class CatalogCost
{
    public static void Run(string orders, int every, string sets)
    {
        Console.WriteLine("order,number,classes,simples,seconds,allocated,bytes,sets,points");
        Build(new SmallGroupId(8, 4), sets);
        foreach (var entry in OrderRange.Parse(orders).Groups().Where((_, i) => i % every == 0))
        {
            var table = CharacterTable.Of(entry.ToGroup());
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var (seconds, bytes, points) = Build(entry.Id, sets);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{entry.Id.Order},{entry.Id.Number},{table.Classes.Count},{table.Simples.Count},{seconds:0.0000},{GC.GetTotalAllocatedBytes(precise: true) - before},{bytes},{points.Count},{string.Join(' ', points)}"));
            Console.Out.Flush();
        }
    }

    private static (double Seconds, long Bytes, IReadOnlyList<long> Points) Build(SmallGroupId id, string sets)
    {
        var folder = Directory.CreateTempSubdirectory("catalog-cost-");
        try
        {
            var group = FiniteGroup.Parse(id.ToString());
            var plan = CatalogPlan.Parse(id.ToString(), sets.Split(','), 0);
            var processor = Process.GetCurrentProcess().TotalProcessorTime;
            new CatalogFolder(folder.FullName).Build(plan);
            var seconds = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
            return (seconds, new FileInfo(Path.Combine(folder.FullName, plan.Entries[0].Path)).Length, [.. plan.Entries[0].Sets.Select(set => GSet.Parse(group, set).Size)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
