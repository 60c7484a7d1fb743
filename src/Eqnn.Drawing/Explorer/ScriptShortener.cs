using System.Text;

namespace Eqnn.Drawing.Explorer;

/// <summary>A script written shorter: blanks, comments and ends of lines go where they separate nothing, and names become short.</summary>
/// <remarks>
/// <para>No scopes are looked at. Every name that a script declares anywhere is replaced by one new name, everywhere where it is no property; two names never become one, and no new name is a name that stays, so each use means what it
/// meant. Names of properties (<c>.name</c>, <c>name:</c> in an object, methods) stay; <c>{ name }</c> of an object or a pattern becomes <c>{name:n}</c>. What might be a property of the browser's window stays
/// (<c>window-names.txt</c>, which a test in Chromium compares), and so does a name that is nowhere declared.</para>
/// <para>Texts, templates and regular expressions are kept to the letter. Classes, and names made from texts (<c>eval</c>, <c>with</c>), are refused.</para>
/// </remarks>
internal static class ScriptShortener
{
    private const string FirstLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$";

    private static readonly Lazy<HashSet<string>> WindowNames = new(() => new(Resources.Text("window-names.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal));

    /// <summary>A script that does the same.</summary>
    /// <exception cref="FormatException">It is no script, or has a class, <c>with</c> or <c>eval</c>.</exception>
    public static string Shorten(string script) => Written(Renamed(ScriptTokens.Read(script)));

    /// <summary>The new names of all names that become short, by the old ones.</summary>
    public static IReadOnlyDictionary<string, string> NewNames(string script) => NewNames(Roles(ScriptTokens.Read(script)));

    private enum Role
    {
        /// <summary>No name, or a keyword.</summary>
        None,

        /// <summary>A property: it stays.</summary>
        Property,

        /// <summary>A name of something.</summary>
        Plain,

        /// <summary>A name of something and of a property at once.</summary>
        Both,
    }

    private static List<ScriptToken> Renamed(List<ScriptToken> tokens)
    {
        var roles = Roles(tokens);
        var names = NewNames(roles);
        return
        [
            .. roles.Select(entry => entry.Role is Role.Plain or Role.Both && names.TryGetValue(entry.Token.Text, out var name)
                ? entry.Token with { Text = entry.Role == Role.Both ? $"{entry.Token.Text}:{name}" : name }
                : entry.Token),
        ];
    }

    /// <summary>Short names in the order of use; the most used first, equal ones by the alphabet. Names of one or two letters stay.</summary>
    private static Dictionary<string, string> NewNames(List<(ScriptToken Token, Role Role)> roles)
    {
        var used = roles.Where(entry => entry.Role is Role.Plain or Role.Both).GroupBy(entry => entry.Token.Text, StringComparer.Ordinal).ToDictionary(uses => uses.Key, uses => uses.Count(), StringComparer.Ordinal);
        var declared = Declared(roles);
        var changing = used.Keys.Where(name => name.Length > 2 && declared.Contains(name) && !WindowNames.Value.Contains(name)).ToHashSet(StringComparer.Ordinal);
        var taken = used.Keys.Where(name => !changing.Contains(name)).Concat(ScriptTokens.Keywords).Concat(WindowNames.Value).ToHashSet(StringComparer.Ordinal);
        var fresh = ShortNames().Where(name => !taken.Contains(name)).GetEnumerator();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in changing.OrderByDescending(name => used[name]).ThenBy(name => name, StringComparer.Ordinal))
        {
            fresh.MoveNext();
            names[name] = fresh.Current;
        }

        return names;
    }

    /// <summary>Names that a script declares: behind const, let and function, in the parameters of functions and arrows, in what catch catches; with all names in the patterns there. A name that is only used is none of them.</summary>
    private static HashSet<string> Declared(List<(ScriptToken Token, Role Role)> roles)
    {
        var code = roles.Where(entry => entry.Token.Kind != ScriptTokenKind.Line).ToList();
        var declared = new HashSet<string>(StringComparer.Ordinal);
        var closers = new Stack<int>();
        var partner = new int[code.Count];
        for (var i = 0; i < code.Count; i++)
        {
            if (IsOpening(code[i].Token))
            {
                closers.Push(i);
            }
            else if (IsClosing(code[i].Token) && closers.TryPop(out var start))
            {
                (partner[start], partner[i]) = (i, start);
            }
        }

        for (var i = 0; i < code.Count; i++)
        {
            var token = code[i].Token;
            if (token.Is("const") || token.Is("let") || token.Is("function"))
            {
                // A name, or a pattern in brackets; a function has parameters besides.
                AddAll(i + 1, IsOpening(code[i + 1].Token) ? partner[i + 1] : i + 1);
                if (token.Is("function"))
                {
                    var parameters = IsOpening(code[i + 1].Token) ? i + 1 : i + 2;
                    AddAll(parameters, partner[parameters]);
                }
            }
            else if (token.Is("catch") && code[i + 1].Token.Is("("))
            {
                AddAll(i + 1, partner[i + 1]);
            }
            else if (token.Is("=>"))
            {
                AddAll(code[i - 1].Token.Is(")") ? partner[i - 1] : i - 1, i - 1);
            }
        }

        return declared;

        void AddAll(int from, int to)
        {
            for (var i = from; i <= to; i++)
            {
                if (code[i].Role is Role.Plain or Role.Both)
                {
                    declared.Add(code[i].Token.Text);
                }
            }
        }
    }

    private static List<(ScriptToken Token, Role Role)> Roles(List<ScriptToken> tokens)
    {
        var roles = new List<(ScriptToken, Role)>(tokens.Count);
        var frames = new Stack<Frame>();
        frames.Push(new(false));
        var previous = default(ScriptToken);
        var endsLabel = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == ScriptTokenKind.Line)
            {
                roles.Add((token, Role.None));
                continue;
            }

            var frame = frames.Peek();
            var role = Role.None;
            if (token.Kind == ScriptTokenKind.Name)
            {
                var isKey = frame.IsObject && (previous.Is("{") || previous.Is(","));
                var next = tokens.Skip(i + 1).FirstOrDefault(follower => follower.Kind != ScriptTokenKind.Line);
                var isMember = previous.Is(".") || previous.Is("?.");
                if ((!isMember && token.Text is "class" or "with" or "eval" && !(isKey && next.Is(":"))) || (isKey && next.Kind == ScriptTokenKind.Name && next.Text is { } && token.Text is "async" or "get" or "set" or "static"))
                {
                    throw new FormatException($"a script with '{token.Text}' is not shortened");
                }

                role = isMember || (isKey && (next.Is(":") || next.Is("("))) ? Role.Property : ScriptTokens.Keywords.Contains(token.Text) ? Role.None : isKey && (next.Is(",") || next.Is("}") || next.Is("=")) ? Role.Both : Role.Plain;
                frame.InCase |= role == Role.None && token.Text is "case" or "default";
            }

            roles.Add((token, role));
            var isLabel = false;
            if (IsOpening(token))
            {
                frames.Push(new(token.Is("{") && !endsLabel && BeginsObject(previous)));
            }
            else if (IsClosing(token) && frames.Count > 1)
            {
                frames.Pop();
            }
            else if (token.Is("?"))
            {
                frame.Questions++;
            }
            else if (token.Is(":"))
            {
                isLabel = frame.InCase && frame.Questions == 0;
                frame.InCase &= !isLabel;
                frame.Questions -= frame.Questions > 0 ? 1 : 0;
            }

            endsLabel = isLabel;
            previous = token;
        }

        return roles;
    }

    /// <summary>Whether the brace behind a token is that of an object or a pattern, not of a block.</summary>
    private static bool BeginsObject(ScriptToken before) => before.Kind switch
    {
        ScriptTokenKind.Sign => before.Text is not (")" or "=>" or ";" or "{" or "}" or "]"),
        ScriptTokenKind.Name => before.Text is "return" or "const" or "let" or "of" or "in" or "case" or "typeof",
        ScriptTokenKind.Text => before.Text.EndsWith("${", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>Whether a token opens a bracket, or an expression in a template.</summary>
    private static bool IsOpening(ScriptToken token) => token.Is("(") || token.Is("[") || token.Is("{") || (token.Kind == ScriptTokenKind.Text && token.Text[0] == '`' && token.Text.EndsWith("${", StringComparison.Ordinal));

    /// <summary>Whether a token closes a bracket, or the last expression of a template. A part between two expressions does neither.</summary>
    private static bool IsClosing(ScriptToken token) => token.Is(")") || token.Is("]") || token.Is("}") || (token.Kind == ScriptTokenKind.Text && token.Text[0] == '}' && !token.Text.EndsWith("${", StringComparison.Ordinal));

    /// <summary>The tokens as a text: blanks where two tokens would become one, ends of lines where a statement might end without a sign.</summary>
    private static string Written(List<ScriptToken> tokens)
    {
        var text = new StringBuilder();
        var (previous, hasLine) = (default(ScriptToken), false);
        foreach (var token in tokens)
        {
            if (token.Kind == ScriptTokenKind.Line)
            {
                hasLine = true;
                continue;
            }

            if (text.Length > 0)
            {
                var (last, first) = (text[^1], token.Text[0]);
                if (hasLine && !(previous.Kind == ScriptTokenKind.Sign && previous.Text is ";" or "{" or "," or "(" or "[" or "=>"))
                {
                    text.Append('\n');
                }
                else if ((ScriptTokens.IsOfName(first) && (ScriptTokens.IsOfName(last) || previous.Kind == ScriptTokenKind.Pattern)) || (last == first && last is '+' or '-' or '/') || (last, first) is ('<', '!') || (previous.Kind == ScriptTokenKind.Number && first == '.'))
                {
                    text.Append(' ');
                }
            }

            text.Append(token.Text);
            (previous, hasLine) = (token, false);
        }

        return text.Append('\n').ToString();
    }

    private static IEnumerable<string> ShortNames()
    {
        foreach (var letter in FirstLetters)
        {
            yield return letter.ToString();
        }

        foreach (var name in ShortNames())
        {
            foreach (var letter in FirstLetters + "0123456789")
            {
                yield return name + letter;
            }
        }
    }

    /// <summary>A bracket that is open: whether it is that of an object, whether a label of a switch has begun in it, and how many questions wait for their colon.</summary>
    private sealed class Frame(bool isObject)
    {
        public bool IsObject { get; } = isObject;

        public bool InCase { get; set; }

        public int Questions { get; set; }
    }
}
