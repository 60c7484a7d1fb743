namespace Eqnn.Records.Json;

/// <summary>How JSON is laid out.</summary>
public enum JsonLayout
{
    /// <summary>Answers: two spaces of indentation, rows and small records on one line with spaces.</summary>
    Answer,

    /// <summary>Network files: two spaces of indentation, rows on one line without spaces.</summary>
    Tight,

    /// <summary>Two spaces of indentation, every value on a line of its own.</summary>
    Spread,

    /// <summary>One line with a space after commas and colons.</summary>
    Line,

    /// <summary>One line without spaces.</summary>
    Compact,
}
