namespace Eqnn.Numbers;

/// <summary>An exact check of a result failed. Always a bug (here or in a tampered certificate), never an answer.</summary>
public sealed class CertificateException : Exception
{
    /// <summary>States which check failed on which input.</summary>
    /// <param name="check">The check, as a mathematical statement, e.g. <c>row orthogonality</c>.</param>
    /// <param name="input">The input on which it failed.</param>
    public CertificateException(string check, string input)
        : base($"the check '{check}' failed on {input}")
    {
        Check = check;
        Input = input;
    }

    /// <summary>The check that failed.</summary>
    public string Check { get; }

    /// <summary>The input on which it failed.</summary>
    public string Input { get; }
}
