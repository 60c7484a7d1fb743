using System.CommandLine;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Syntax;
using Eqnn.Drawing;

namespace Eqnn.Cli.Commands;

/// <summary>The pictures beside an answer: the files they go to, and how they are to look.</summary>
internal static class PictureFiles
{
    private static readonly FileOption Tikz = new("--tikz") { HelpName = "FILE", Description = "the same as TikZ for LaTeX, to be read by \\input" };
    private static readonly Option<bool> NoTitle = new("--no-title") { Description = "no title in the picture: a caption says it" };
    private static readonly Option<bool> Mono = new("--mono") { Description = "the picture in black, white and greys" };
    private static readonly Option<string> Names = new("--names") { HelpName = "KIND", Description = "simples in the picture by label (default) or alias (trivial, sign, standard)" };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Option> Options => [CommonOptions.Svg, Tikz, NoTitle, Mono, Names];

    /// <summary>Whether a picture is asked for.</summary>
    /// <exception cref="InputException">How it looks is asked for and no picture, or there are no such names.</exception>
    public static bool AreWanted(Query query)
    {
        if (query.Value(Names) is { } names and not ("label" or "alias"))
        {
            throw new InputException($"--names: '{names}' is not a kind of names; use label or alias");
        }

        if (query.Value(CommonOptions.Svg) is not null || query.Value(Tikz) is not null)
        {
            return true;
        }

        var given = query.Has(NoTitle) ? NoTitle.Name : query.Has(Mono) ? Mono.Name : query.Value(Names) is not null ? Names.Name : null;
        return given is null ? false : throw new InputException($"{given}: it says how a picture looks, and none is asked for (--svg, --tikz)");
    }

    /// <summary>Draws the picture and adds it to the files of the answer in the formats that are asked for; nothing where none is.</summary>
    public static void Add(Query query, Func<PictureOptions, Picture> draw)
    {
        if (!AreWanted(query))
        {
            return;
        }

        // What cannot be drawn is said of the option that asks for it.
        var options = PictureOptions.Default.WithTitle(!query.Has(NoTitle)).WithMono(query.Has(Mono)).WithAliases(query.Value(Names) == "alias");
        var picture = Border.Read(query.Value(CommonOptions.Svg) is null ? Tikz.Name : CommonOptions.Svg.Name, () => draw(options));
        if (query.Value(CommonOptions.Svg) is { } svg)
        {
            query.Files.Add(svg, picture.ToSvg(), CommonOptions.Svg.Name);
        }

        if (query.Value(Tikz) is { } tikz)
        {
            query.Files.Add(tikz, picture.ToTikz(), Tikz.Name);
        }
    }
}
