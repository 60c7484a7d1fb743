namespace Eqnn.Algebra.SmallGroups;

/// <summary>GAP was asked and gave no usable answer: it is not installed, does not know the group, or what it said failed a check.</summary>
public sealed class GapException : Exception
{
    /// <summary>States what happened, in one line.</summary>
    public GapException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
