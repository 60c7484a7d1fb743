using System.Globalization;
using System.Text;

namespace Eqnn.Catalog.Scale;

/// <summary>The files that hand a plan to the engines: GNU parallel and Slurm. They are run in the folder of the plan; <c>EQNN</c> names the tool where it is not <c>eqnn</c>.</summary>
internal static class JobFiles
{
    /// <summary>Time asked for, as a multiple of what is predicted: the error of the model, start-up, and slower machines.</summary>
    private const double TimeFactor = 2 * CatalogCostModel.Factor;

    public static string Parallel(IEnumerable<ShardJob> jobs)
    {
        var text = new StringBuilder();
        foreach (var job in jobs)
        {
            text.Append(CultureInfo.InvariantCulture, $"DOTNET_PROCESSOR_COUNT=1 ${{EQNN:-eqnn}} catalog build --quiet --plan plan.json --job {job.Number} --out parts/job-{job.Number:00000} # {job.Entry.Group}, {job.Seconds:0.000} s\n");
        }

        return text.ToString();
    }

    /// <summary>A job array; without options it asks for what the largest shard needs.</summary>
    public static string Array(ShardPlan plan) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        #!/bin/bash
        #SBATCH --job-name=eqnn-catalog
        #SBATCH --array=1-{plan.ShardCount}
        #SBATCH --ntasks=1
        #SBATCH --cpus-per-task=1
        #SBATCH --time={Time(plan.ShardSeconds().Max())}
        #SBATCH --mem={Memory(plan.ShardMegabytes().Max())}M
        #SBATCH --output=logs/shard-%a.txt
        #SBATCH --open-mode=append
        #SBATCH --requeue
        # Plan {plan.Hash}: {plan.Jobs.Count} documents in {plan.ShardCount} shards. Submit from the folder of plan.json, once: mkdir -p logs
        # A shard that is started again goes on where it was.
        export DOTNET_PROCESSOR_COUNT=${"{SLURM_CPUS_PER_TASK:-1}"}
        exec ${"{EQNN:-eqnn}"} catalog build --quiet --plan plan.json --shard "$SLURM_ARRAY_TASK_ID" --out "parts/shard-$(printf %05d "$SLURM_ARRAY_TASK_ID")"

        """).ReplaceLineEndings("\n");

    /// <summary>Submits shards, those that ask for the same time and memory together.</summary>
    public static string Submit(ShardPlan plan, IReadOnlySet<int> shards)
    {
        var (seconds, megabytes) = (plan.ShardSeconds(), plan.ShardMegabytes());
        var text = new StringBuilder("#!/bin/sh\nset -e\nmkdir -p logs\n");
        foreach (var same in shards.Order().GroupBy(shard => (Time: Time(seconds[shard - 1]), Memory: Memory(megabytes[shard - 1]))).OrderBy(same => same.First()))
        {
            text.Append(CultureInfo.InvariantCulture, $"sbatch --array={Ranges([.. same])} --time={same.Key.Time} --mem={same.Key.Memory}M array.sbatch\n");
        }

        return text.ToString();
    }

    /// <summary>Hours, minutes and seconds, in steps of doubled minutes.</summary>
    private static string Time(double seconds)
    {
        var minutes = 2;
        while (minutes * 60 < (TimeFactor * seconds) + 60)
        {
            minutes *= 2;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:00}:00");
    }

    private static int Memory(int megabytes) => Math.Max(1, (megabytes + 255) / 256) * 256;

    /// <summary>1,2,3,5 as <c>1-3,5</c>.</summary>
    private static string Ranges(IReadOnlyList<int> numbers)
    {
        var parts = new List<string>();
        for (var i = 0; i < numbers.Count;)
        {
            var j = i;
            while (j + 1 < numbers.Count && numbers[j + 1] == numbers[j] + 1)
            {
                j++;
            }

            parts.Add(i == j ? FormattableString.Invariant($"{numbers[i]}") : FormattableString.Invariant($"{numbers[i]}-{numbers[j]}"));
            i = j + 1;
        }

        return string.Join(',', parts);
    }
}
