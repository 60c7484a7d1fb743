namespace Eqnn.Drawing.Explorer;

/// <summary>What a token of a script is.</summary>
internal enum ScriptTokenKind
{
    /// <summary>A name, a keyword.</summary>
    Name,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text in quotes, or a part of a template: as it is written.</summary>
    Text,

    /// <summary>A regular expression.</summary>
    Pattern,

    /// <summary>Punctuation.</summary>
    Sign,

    /// <summary>The end of a line.</summary>
    Line,
}

/// <summary>A token of a script.</summary>
internal readonly record struct ScriptToken(ScriptTokenKind Kind, string Text)
{
    public bool Is(string text) => Text == text && Kind is ScriptTokenKind.Sign or ScriptTokenKind.Name;
}

/// <summary>A script as tokens: blanks and comments are no tokens, texts, templates and regular expressions are never looked into but for the expressions of templates.</summary>
/// <remarks>A slash begins a regular expression where no value can end: after a sign other than <c>)</c>, <c>]</c>, <c>}</c>, and after a keyword. (In a script it may also follow a <c>)</c> or <c>}</c> that ends no value; our modules have no such place, and a test under node reads what comes out.)</remarks>
internal static class ScriptTokens
{
    private static readonly HashSet<string> Signs = new(["=>", "...", "?.", "++", "--", "&&", "||", "??", "==", "!=", "===", "!==", "<=", ">=", "**", "+=", "-=", "*=", "/=", "??=", "||=", "&&=", "<<", ">>", "|=", "&=", "%="], StringComparer.Ordinal);

    /// <summary>Words that are no names of anything.</summary>
    public static IReadOnlySet<string> Keywords { get; } = new HashSet<string>(
        ["async", "await", "break", "case", "catch", "class", "const", "continue", "default", "delete", "do", "else", "export", "extends", "false", "finally", "for", "from", "function", "get", "if", "import", "in", "instanceof", "let", "new", "null", "of", "return", "static", "super", "switch", "this", "throw", "true", "try", "typeof", "undefined", "var", "void", "while", "with", "yield"],
        StringComparer.Ordinal);

    /// <summary>The tokens of a script.</summary>
    /// <exception cref="FormatException">A text, template, comment or regular expression does not end.</exception>
    public static List<ScriptToken> Read(string script)
    {
        var tokens = new List<ScriptToken>();
        var open = new Stack<bool>(); // For each brace that is open: whether it is that of an expression in a template.
        for (var at = 0; at < script.Length;)
        {
            var c = script[at];
            var start = at;
            if (c == '\n')
            {
                tokens.Add(new(ScriptTokenKind.Line, "\n"));
                at++;
            }
            else if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (script.AsSpan(at).StartsWith("//"))
            {
                at = IndexOf(script, "\n", at, orEnd: true);
            }
            else if (script.AsSpan(at).StartsWith("/*"))
            {
                at = IndexOf(script, "*/", at + 2, orEnd: false) + 2;
            }
            else if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < script.Length && char.IsAsciiDigit(script[at + 1])))
            {
                at = EndOfNumber(script, at);
                tokens.Add(new(ScriptTokenKind.Number, script[start..at]));
            }
            else if (IsOfName(c))
            {
                while (at < script.Length && IsOfName(script[at]))
                {
                    at++;
                }

                tokens.Add(new(ScriptTokenKind.Name, script[start..at]));
            }
            else if (c is '"' or '\'')
            {
                at = EndOf(script, at, c) + 1;
                tokens.Add(new(ScriptTokenKind.Text, script[start..at]));
            }
            else if (c == '`' || (c == '}' && open.TryPeek(out var isOfTemplate) && isOfTemplate))
            {
                if (c == '}')
                {
                    open.Pop();
                }

                at = EndOfTemplatePart(script, at, open);
                tokens.Add(new(ScriptTokenKind.Text, script[start..at]));
            }
            else if (c == '/' && BeginsPattern(tokens))
            {
                at = EndOfPattern(script, at);
                tokens.Add(new(ScriptTokenKind.Pattern, script[start..at]));
            }
            else
            {
                var length = Enumerable.Range(0, 3).Select(i => 3 - i).First(n => n == 1 || (at + n <= script.Length && Signs.Contains(script.Substring(at, n))));
                at += length;
                var sign = script[start..at];
                tokens.Add(new(ScriptTokenKind.Sign, sign));
                if (sign == "{")
                {
                    open.Push(false);
                }
                else if (sign == "}")
                {
                    open.TryPop(out _);
                }
            }
        }

        return tokens;
    }

    /// <summary>Whether a character can stand in a name.</summary>
    public static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    private static bool BeginsPattern(List<ScriptToken> tokens)
    {
        var before = tokens.FindLast(token => token.Kind != ScriptTokenKind.Line);
        return before.Kind switch
        {
            ScriptTokenKind.Sign => before.Text is not (")" or "]" or "}" or "++" or "--"),
            ScriptTokenKind.Name => before.Text is null || (Keywords.Contains(before.Text) && before.Text is not ("this" or "super" or "null" or "true" or "false" or "undefined")),
            ScriptTokenKind.Text => before.Text.EndsWith("${", StringComparison.Ordinal),
            _ => false,
        };
    }

    private static int EndOfNumber(string script, int at)
    {
        var isPlain = at + 1 >= script.Length || script[at] != '0' || char.ToLowerInvariant(script[at + 1]) is not ('x' or 'b' or 'o');
        while (at < script.Length && (IsOfName(script[at]) || script[at] == '.' || (isPlain && script[at] is '+' or '-' && char.ToLowerInvariant(script[at - 1]) == 'e')))
        {
            at++;
        }

        return at;
    }

    /// <summary>The place of the quote that ends a text.</summary>
    private static int EndOf(string script, int at, char quote)
    {
        for (at++; at < script.Length && script[at] != '\n'; at++)
        {
            if (script[at] == quote)
            {
                return at;
            }

            at += script[at] == '\\' ? 1 : 0;
        }

        throw Unended("text");
    }

    /// <summary>Behind a part of a template: its end, or the <c>${</c> of an expression, whose brace is then open.</summary>
    private static int EndOfTemplatePart(string script, int at, Stack<bool> open)
    {
        for (at++; at < script.Length; at++)
        {
            if (script[at] == '`')
            {
                return at + 1;
            }

            if (script[at] == '$' && at + 1 < script.Length && script[at + 1] == '{')
            {
                open.Push(true);
                return at + 2;
            }

            at += script[at] == '\\' ? 1 : 0;
        }

        throw Unended("template");
    }

    private static int EndOfPattern(string script, int at)
    {
        var inClass = false;
        for (at++; at < script.Length && script[at] != '\n'; at++)
        {
            if (script[at] == '/' && !inClass)
            {
                for (at++; at < script.Length && IsOfName(script[at]); at++)
                {
                }

                return at;
            }

            inClass = script[at] == '[' || (inClass && script[at] != ']');
            at += script[at] == '\\' ? 1 : 0;
        }

        throw Unended("regular expression");
    }

    private static int IndexOf(string script, string end, int from, bool orEnd)
    {
        var at = script.IndexOf(end, from, StringComparison.Ordinal);
        return at >= 0 ? at : orEnd ? script.Length : throw Unended("comment");
    }

    private static FormatException Unended(string what) => new($"a {what} of a script does not end");
}
