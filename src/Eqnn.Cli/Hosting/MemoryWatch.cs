namespace Eqnn.Cli.Hosting;

/// <summary>How much memory this process takes.</summary>
internal static class MemoryWatch
{
    /// <summary>Whether the process takes more than a number of bytes that is in use: asked again after a collection where much may be garbage.</summary>
    public static bool IsAbove(long bytes)
    {
        if (Environment.WorkingSet <= bytes)
        {
            return false;
        }

        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return Environment.WorkingSet > bytes;
    }
}
