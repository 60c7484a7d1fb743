namespace Eqnn.Checking.Reading;

/// <summary>A claim of a certificate does not hold, or the text is no certificate. Never leaves the checker.</summary>
internal sealed class RefusedException(string where, string problem) : Exception(Quoted.Short(problem))
{
    /// <summary>The place in the document: <c>chamberOrbits[3].size</c>.</summary>
    public string Where { get; } = where;
}
