using Eqnn.Numbers;

namespace Eqnn.Testing;

/// <summary>A check that guards truth is fed something false and must be seen to refuse it.</summary>
public static class Fires
{
    /// <summary>Runs <paramref name="act"/>, which hands something false to the check.</summary>
    /// <param name="check">The check, as <see cref="CertificateException.Check"/> names it.</param>
    /// <param name="act">The call.</param>
    /// <exception cref="InvalidOperationException">Nothing was refused, or by another check.</exception>
    public static void With(string check, Action act)
    {
        ArgumentNullException.ThrowIfNull(act);
        try
        {
            act();
        }
        catch (CertificateException refusal) when (refusal.Check == check)
        {
            return;
        }
        catch (CertificateException refusal)
        {
            throw new InvalidOperationException($"not the check '{check}' but another refused: {refusal.Message}", refusal);
        }

        throw new InvalidOperationException($"the check '{check}' let something false pass");
    }
}
