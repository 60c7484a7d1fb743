using System.Text;

namespace Eqnn.Cli.Commands.About;

/// <summary>The completions of <see cref="CompletionTable"/> as scripts of four shells. Where nothing can be listed, shells complete names of files.</summary>
internal static class CompletionScripts
{
    /// <summary>The script of <paramref name="shell"/>, one of <see cref="CompletionTable.Shells"/>.</summary>
    public static string Of(string shell) => shell switch
    {
        "bash" => Bash(),
        "zsh" => Zsh(),
        "fish" => Fish(),
        "powershell" => PowerShell(),
        _ => throw new ArgumentOutOfRangeException(nameof(shell), shell, "no script for this shell"),
    };

    private static string Bash() =>
        "# Completions of eqnn for bash, of this session: source <(eqnn completions bash)\n"
        + "_eqnn() {\n"
        + "  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} place=${COMP_WORDS[1]}\n"
        + "  local -a words=() options=()\n"
        + "  if (( COMP_CWORD == 1 )); then place=; fi\n"
        + $"  case \"$place\" in {string.Join('|', CompletionTable.Families)}) if (( COMP_CWORD > 2 )); then place=\"$place ${{COMP_WORDS[2]}}\"; fi ;; esac\n"
        + Cases()
        + "  if [[ $current == -* ]]; then words=(\"${options[@]}\"); fi\n"
        + "  COMPREPLY=($(compgen -W \"${words[*]}\" -- \"$current\"))\n"
        + "}\n"
        + "complete -o default -F _eqnn eqnn\n";

    private static string Zsh() =>
        "#compdef eqnn\n"
        + "# Completions of eqnn for zsh: a file _eqnn in a folder of $fpath, or for this session: source <(eqnn completions zsh)\n"
        + "_eqnn() {\n"
        + "  local current=$words[CURRENT] before=$words[CURRENT-1] place=$words[2]\n"
        + "  local -a listed options\n"
        + "  if (( CURRENT == 2 )); then place=; fi\n"
        + $"  case \"$place\" in {string.Join('|', CompletionTable.Families)}) if (( CURRENT > 3 )); then place=\"$place $words[3]\"; fi ;; esac\n"
        + Cases().Replace(" words=(", " listed=(", StringComparison.Ordinal)
        + "  if [[ $current == -* ]]; then listed=($options); fi\n"
        + "  if (( $#listed )); then compadd -a listed; else _files; fi\n"
        + "}\n"
        + "if [ \"$funcstack[1]\" = _eqnn ]; then _eqnn \"$@\"; else compdef _eqnn eqnn; fi\n";

    /// <summary>The words and options of each place, then the values of the option before the cursor, in the words that bash and zsh share.</summary>
    private static string Cases()
    {
        var text = new StringBuilder("  case \"$place\" in\n");
        foreach (var place in CompletionTable.Places())
        {
            text.Append($"  '{place.Path}') words=({string.Join(' ', place.Words.Select(word => word.Word))}); options=({string.Join(' ', place.Options.SelectMany(option => option.Names))}) ;;\n");
        }

        text.Append("  esac\n  case \"$place:$before\" in\n");
        foreach (var (path, option) in WithValues())
        {
            text.Append($"  {string.Join('|', option.Names.Select(name => $"'{path}:{name}'"))}) words=({string.Join(' ', option.Values)}) ;;\n");
        }

        return text.Append("  esac\n").ToString();
    }

    private static string Fish()
    {
        var text = new StringBuilder(
            "# Completions of eqnn for fish: eqnn completions fish > ~/.config/fish/completions/eqnn.fish\n"
            + "function __eqnn_at\n"
            + "  set -l words (commandline -opc)\n"
            + "  set -l place \"$words[2]\"\n"
            + $"  if contains -- \"$place\" {string.Join(' ', CompletionTable.Families)}\n"
            + "    set place (string trim -- \"$words[2] $words[3]\")\n"
            + "  end\n"
            + "  test \"$place\" = \"$argv[1]\"\n"
            + "end\n");
        foreach (var place in CompletionTable.Places())
        {
            var at = $"complete -c eqnn -n '__eqnn_at \"{place.Path}\"'";
            foreach (var (word, meaning) in place.Words)
            {
                text.Append($"{at} -f -a {word} -d {FishText(meaning)}\n");
            }

            foreach (var option in place.Options)
            {
                var names = string.Join(' ', option.Names.Select(name => name.StartsWith("--", StringComparison.Ordinal) ? "-l " + name[2..] : "-s " + name[1..]));
                text.Append($"{at} {names}{(!option.HasValue ? "" : option.Values.Count == 0 ? " -r" : $" -x -a '{string.Join(' ', option.Values)}'")} -d {FishText(option.Meaning)}\n");
            }
        }

        return text.ToString();
    }

    private static string PowerShell()
    {
        var text = new StringBuilder(
            "# Completions of eqnn for PowerShell, of this session: eqnn completions powershell | Out-String | Invoke-Expression\n"
            + "Register-ArgumentCompleter -Native -CommandName eqnn -ScriptBlock {\n"
            + "  param($current, $tree, $cursor)\n"
            + "  $words = @{\n");
        var places = CompletionTable.Places();
        Table(places.Select(place => (place.Path, place.Words.Select(word => word.Word))));
        text.Append("  }\n  $options = @{\n");
        Table(places.Select(place => (place.Path, place.Options.SelectMany(option => option.Names))));
        text.Append("  }\n  $values = @{\n");
        Table(WithValues().SelectMany(pair => pair.Option.Names.Select(name => ($"{pair.Path}:{name}", (IEnumerable<string>)pair.Option.Values))));
        return text.Append(
            "  }\n"
            + "  $before = @($tree.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor -or ($current -eq '' -and $_.Extent.EndOffset -le $cursor) } | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })\n"
            + "  $place = if ($before.Count -gt 0) { $before[0] } else { '' }\n"
            + $"  if ($before.Count -gt 1 -and @({string.Join(", ", CompletionTable.Families.Select(family => $"'{family}'"))}) -contains $place) {{ $place = \"$place $($before[1])\" }}\n"
            + "  $key = if ($before.Count -gt 0) { \"${place}:$($before[-1])\" } else { '' }\n"
            + "  $listed = if ($current -like '-*') { $options[$place] } elseif ($values.ContainsKey($key)) { $values[$key] } else { $words[$place] }\n"
            + "  $listed | Where-Object { $_ -and $_.StartsWith($current) } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }\n"
            + "}\n").ToString();

        void Table(IEnumerable<(string Key, IEnumerable<string> Words)> rows)
        {
            foreach (var (key, words) in rows)
            {
                text.Append($"    '{key}' = @({string.Join(", ", words.Select(word => $"'{word}'"))})\n");
            }
        }
    }

    private static IEnumerable<(string Path, CompletionOption Option)> WithValues() =>
        CompletionTable.Places().SelectMany(place => place.Options.Where(option => option.Values.Count > 0).Select(option => (place.Path, option)));

    private static string FishText(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
