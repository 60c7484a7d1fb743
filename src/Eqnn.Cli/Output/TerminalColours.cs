using Spectre.Console;

namespace Eqnn.Cli.Output;

/// <summary>Colours lines for a terminal. The only file that touches Spectre.Console: it is loaded when a person looks at a page, and not for pipes, files or JSON.</summary>
internal static class TerminalColours
{
    /// <summary>The lines with the terminal's control codes.</summary>
    public static string Colour(IReadOnlyList<IReadOnlyList<TextRenderer.Span>> lines)
    {
        using var buffer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(buffer),
        });

        // Lines are laid out already: nothing may be wrapped a second time.
        console.Profile.Width = 1 << 20;
        foreach (var line in lines)
        {
            foreach (var span in line)
            {
                // As Text, never as markup: [3,1] is data.
                console.Write(new Text(span.Text, StyleOf(span.Tone)));
            }

            buffer.Write('\n');
        }

        return buffer.ToString();
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Heading => new Style(decoration: Decoration.Bold),
        Tone.Label => new Style(foreground: Color.Teal),
        Tone.Yes => new Style(foreground: Color.Green),
        Tone.No => new Style(foreground: Color.Maroon),
        _ => Style.Plain,
    };
}
