namespace Eqnn.Cli.Hosting;

/// <summary>Looks whether this process takes more memory than it may. Garbage does not count: it is collected before it fills what is left.</summary>
/// <param name="bytes">What it may take.</param>
/// <param name="taken">What it takes; the working set where it is left out.</param>
/// <param name="collect">Collects garbage.</param>
internal sealed class MemoryWatch(long bytes, Func<long>? taken = null, Action? collect = null)
{
    private long _next = bytes / 5 * 4;

    /// <summary>Whether more is in use. Asked after a collection where four fifths are taken, and again whenever half of what was left then is.</summary>
    public bool IsAbove()
    {
        if (Taken() <= _next)
        {
            return false;
        }

        (collect ?? Collect)();
        var now = Taken();
        _next = Math.Min(bytes, now + Math.Max((bytes - now) / 2, bytes / 100));
        return now > bytes;
    }

    private static void Collect() => GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private long Taken() => taken?.Invoke() ?? Environment.WorkingSet;
}
