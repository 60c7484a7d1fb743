namespace Eqnn.Drawing;

/// <summary>How a picture is to look.</summary>
public sealed class PictureOptions
{
    private PictureOptions(bool hasTitle, bool isMono, bool hasAliases) => (HasTitle, IsMono, HasAliases) = (hasTitle, isMono, hasAliases);

    /// <summary>With a title, in colours, simples by their labels.</summary>
    public static PictureOptions Default { get; } = new(hasTitle: true, isMono: false, hasAliases: false);

    /// <summary>Whether a line at the top says what the picture shows.</summary>
    internal bool HasTitle { get; }

    /// <summary>Whether it has black, white and greys only.</summary>
    internal bool IsMono { get; }

    /// <summary>Whether simples that have another name than their label, as <c>trivial</c> or <c>standard</c>, stand under it.</summary>
    internal bool HasAliases { get; }

    /// <summary>The same with or without a title.</summary>
    public PictureOptions WithTitle(bool title) => new(title, IsMono, HasAliases);

    /// <summary>The same in colours or without.</summary>
    public PictureOptions WithMono(bool mono) => new(HasTitle, mono, HasAliases);

    /// <summary>The same with names of one kind or the other.</summary>
    public PictureOptions WithAliases(bool aliases) => new(HasTitle, IsMono, aliases);
}
