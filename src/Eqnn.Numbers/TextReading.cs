namespace Eqnn.Numbers;

/// <summary>From a reader that throws to one that answers false: what <see cref="IParsable{TSelf}"/> asks of every type with a notation.</summary>
public static class TextReading
{
    /// <summary>Reads a text; not read are no text, one that is refused, and one beyond a limit.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parse">The reader, which refuses by an <see cref="AlgebraFormatException"/> or a <see cref="LimitExceededException"/>; other exceptions pass.</param>
    /// <returns>Whether it was read, and what was read.</returns>
    public static (bool IsRead, T? Value) TryRead<T>(string? text, Func<string, T> parse)
    {
        ArgumentNullException.ThrowIfNull(parse);
        if (text is null)
        {
            return (false, default);
        }

        try
        {
            return (true, parse(text));
        }
        catch (Exception refusal) when (refusal is AlgebraFormatException or LimitExceededException)
        {
            return (false, default);
        }
    }
}
