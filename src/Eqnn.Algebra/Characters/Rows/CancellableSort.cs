namespace Eqnn.Algebra.Characters.Rows;

/// <summary>Sorting by comparisons that may be long: exact numbers of large conductors.</summary>
internal static class CancellableSort
{
    /// <summary>Sorts a list; the order must be total.</summary>
    /// <param name="list">The list.</param>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Looked at in every comparison.</param>
    /// <param name="from">Where sorting begins; what stands before stays.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled; the list is in some order.</exception>
    public static void Sort<T>(List<T> list, IComparer<T> order, CancellationToken cancellationToken, int from = 0)
    {
        try
        {
            list.Sort(from, list.Count - from, Comparer<T>.Create((x, y) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return order.Compare(x, y);
            }));
        }
        catch (InvalidOperationException wrapped) when (wrapped.InnerException is OperationCanceledException)
        {
            // The list wraps what a comparison throws.
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }
}
