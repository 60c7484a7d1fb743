using System.Text;

namespace Eqnn.Cli.Tests;

/// <summary>Command lines of documents and examples as a shell would split them.</summary>
internal static class ShellWords
{
    /// <summary>Splits at spaces, honouring single and double quotes.</summary>
    public static IReadOnlyList<string> Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quote = '\0';
        var inWord = false;
        foreach (var c in line)
        {
            if (quote != '\0' ? c == quote : c is '"' or '\'')
            {
                quote = quote == '\0' ? c : '\0';
                inWord = true;
            }
            else if (c == ' ' && quote == '\0')
            {
                if (inWord)
                {
                    words.Add(word.ToString());
                }

                word.Clear();
                inWord = false;
            }
            else
            {
                word.Append(c);
                inWord = true;
            }
        }

        if (inWord)
        {
            words.Add(word.ToString());
        }

        return words;
    }
}
