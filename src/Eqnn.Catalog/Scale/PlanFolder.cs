using Eqnn.Catalog.Documents;
using Eqnn.Catalog.Folders;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Scale;

/// <summary>A folder with a plan, the files for the engines, and under <c>parts</c> what they have built.</summary>
public sealed class PlanFolder
{
    /// <summary>The plan itself.</summary>
    public const string PlanFile = "plan.json";

    /// <summary>The file in a part that says for which plan it is built.</summary>
    internal const string MarkFile = "plan.txt";

    private const string Parts = "parts";

    private PlanFolder(string path, ShardPlan plan)
    {
        Path = path;
        Plan = plan;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The plan.</summary>
    public ShardPlan Plan { get; }

    /// <summary>Writes a plan and its files: <c>plan.json</c>, <c>jobs.txt</c>, <c>array.sbatch</c>, <c>submit.sh</c>.</summary>
    /// <exception cref="IOException">The folder holds another plan: what is built for it would be lost to it.</exception>
    public static PlanFolder Write(string path, ShardPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var there = System.IO.Path.Combine(path, PlanFile);
        if (File.Exists(there) && File.ReadAllText(there) != plan.ToString())
        {
            throw new IOException($"{path} holds another plan; give each plan a folder of its own");
        }

        Directory.CreateDirectory(path);
        AtomicFile.Write(System.IO.Path.Combine(path, "jobs.txt"), JobFiles.Parallel(plan.Jobs));
        AtomicFile.Write(System.IO.Path.Combine(path, "array.sbatch"), JobFiles.Array(plan));
        AtomicFile.Write(System.IO.Path.Combine(path, "submit.sh"), JobFiles.Submit(plan, Enumerable.Range(1, plan.ShardCount).ToHashSet()));
        AtomicFile.Write(there, plan.ToString());
        return new(path, plan);
    }

    /// <summary>Opens a folder.</summary>
    /// <exception cref="FileNotFoundException">There is no plan in it.</exception>
    /// <exception cref="InvalidDataException">The plan is damaged.</exception>
    public static PlanFolder Open(string path)
    {
        var file = System.IO.Path.Combine(path, PlanFile);
        return File.Exists(file) ? new(path, ShardPlan.Parse(File.ReadAllText(file))) : throw new FileNotFoundException($"there is no {PlanFile} in {path}", file);
    }

    /// <summary>Marks the folder of a part as built for the plan.</summary>
    /// <exception cref="IOException">It is marked for another plan, or holds documents without a mark.</exception>
    public static void Mark(ShardPlan plan, string part)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var mark = System.IO.Path.Combine(part, MarkFile);
        if (File.Exists(mark) ? File.ReadAllText(mark).Trim() != plan.Hash : Directory.Exists(part) && CatalogBuilding.DocumentFiles(part).Any())
        {
            throw new IOException($"{part} is no part of this plan: it was built for another one");
        }

        Directory.CreateDirectory(part);
        AtomicFile.Write(mark, plan.Hash + "\n");
    }

    /// <summary>The jobs whose document is in no part, or damaged there; a stated limit counts as a document. Writes <c>requeue.txt</c> (for GNU parallel) and <c>requeue.sh</c> (for Slurm), both empty of jobs where none is missing.</summary>
    /// <exception cref="InvalidDataException">A part was built for another plan.</exception>
    public IReadOnlyList<ShardJob> Requeue(CancellationToken cancellationToken = default)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in PartFolders())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var mark = System.IO.Path.Combine(part, MarkFile);
            if (!File.Exists(mark) || File.ReadAllText(mark).Trim() != Plan.Hash)
            {
                throw new InvalidDataException($"{part} is no part of this plan: it was built for another one; nothing is changed");
            }

            foreach (var job in Plan.Jobs.Where(job => !done.Contains(job.Entry.Path) && IsDone(part, job.Entry)))
            {
                done.Add(job.Entry.Path);
            }
        }

        IReadOnlyList<ShardJob> missing = [.. Plan.Jobs.Where(job => !done.Contains(job.Entry.Path))];
        AtomicFile.Write(System.IO.Path.Combine(Path, "requeue.txt"), JobFiles.Parallel(missing));
        AtomicFile.Write(System.IO.Path.Combine(Path, "requeue.sh"), JobFiles.Submit(Plan, missing.Select(job => job.Shard).ToHashSet()));
        return missing;
    }

    /// <summary>The folders of the parts, in ordinal order.</summary>
    internal IReadOnlyList<string> PartFolders()
    {
        var parts = System.IO.Path.Combine(Path, Parts);
        return Directory.Exists(parts) ? [.. Directory.EnumerateDirectories(parts).Order(StringComparer.Ordinal)] : [];
    }

    private static bool IsDone(string part, CatalogEntry entry)
    {
        foreach (var file in new[] { System.IO.Path.Combine(part, entry.Path), System.IO.Path.Combine(part, LimitFile.PathOf(entry)) })
        {
            if (DocumentFile.TryRead(file, out _) is { } document && entry.Inputs.ToJson().Equals(document.Find("inputs")))
            {
                return true;
            }
        }

        return false;
    }
}
