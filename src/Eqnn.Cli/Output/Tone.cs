namespace Eqnn.Cli.Output;

/// <summary>What a piece of text is; on a terminal it decides the colour, elsewhere nothing.</summary>
internal enum Tone
{
    /// <summary>Nothing special.</summary>
    Plain,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>The name of a fact or of a column.</summary>
    Label,

    /// <summary>A positive verdict.</summary>
    Yes,

    /// <summary>A negative verdict.</summary>
    No,
}
