using Eqnn.Drawing.Explorer;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Drawing.Tests.Explorer;

/// <summary>Scripts written short: what may change does, what must stay does, and what comes out has the same tokens.</summary>
public sealed class ScriptShortenerTests
{
    [Theory]
    [InlineData("const a = 1 / 2 / 3;", "const|a|=|1|/|2|/|3|;")]
    [InlineData("x = /[/\"]\\/`/g.test(y) ? 1e-9 : 0x1e - 9;", "x|=|/[/\"]\\/`/g|.|test|(|y|)|?|1e-9|:|0x1e|-|9|;")]
    [InlineData("f(`a${g(`b${1}`, { c: 2 })}d${e}/`) / 2 // `", "f|(|`a${|g|(|`b${|1|}`|,|{|c|:|2|}|)|}d${|e|}/`|)|/|2")]
    [InlineData("'it\\'s' + \"//\" /* ' */ + 3n", "'it\\'s'|+|\"//\"|+|3n")]
    [InlineData("return /x/i", "return|/x/i")]
    [InlineData("a?.b ?? [...c] ?? `${/}/.source}`", "a|?.|b|??|[|...|c|]|??|`${|/}/|.|source|}`")]
    public void Scripts_are_read_token_by_token(string script, string tokens) => Assert.Equal(tokens, string.Join('|', ScriptTokens.Read(script).Select(token => token.Text)));

    [Theory]
    [InlineData("\"abc")]
    [InlineData("`abc${d}")]
    [InlineData("/* abc")]
    [InlineData("x = /abc")]
    [InlineData("class A { }")]
    [InlineData("with (a) { }")]
    [InlineData("const a = { get b() { return 1; } };")]
    public void What_cannot_be_read_or_kept_is_refused(string script) => Assert.Throws<FormatException>(() => ScriptShortener.Shorten(script));

    [Theory]
    [InlineData("const long = 1;\nf(long);", "const a=1;f(a);\n")]
    [InlineData("const long = { long: other.long, short: { long } };", "const a={long:other.long,short:{long:a}};\n")]
    [InlineData("function sum({ left, right = 3 }, [first]) { return left + +right - -first; }", "function d({left:b,right:c=3},[a]){return b+ +c- -a;}\n")]
    [InlineData("const rows = (list) => list.map((item) => ({ item, at() { return item; } }));", "const c=(b)=>b.map((a)=>({item:a,at(){return a;}}));\n")]
    [InlineData("switch (1) { case 2: { const inner = 1; inner; } default: { const inner2 = 2; f(inner2, document); } }", "switch(1){case 2:{const a=1;a;}default:{const b=2;f(b,document);}}\n")]
    [InlineData("const a = (flag) => (flag ? { flag } : flag);", "const a=(b)=>(b?{flag:b}:b);\n")]
    [InlineData("let count = 0\ncount++\n// gone\nf(`count ${count}`)", "let a=0\na++\nf(`count ${a}`)\n")]
    [InlineData("const name = 1; const [top, height] = name;", "const name=1;const[top,a]=name;\n")]
    public void Names_become_short_and_properties_texts_and_names_of_the_window_stay(string script, string wanted) => Assert.Equal(wanted, ScriptShortener.Shorten(script));

    [Fact]
    public void The_scripts_of_pages_have_the_same_tokens_but_for_names()
    {
        foreach (var modules in new[] { ScriptJoiner.ModulesFor("A5"), ScriptJoiner.ModulesFor("C8"), ScriptJoiner.ModulesFor("C10xC10"), ScriptJoiner.SiteModules })
        {
            var script = ScriptJoiner.Joined(modules);
            var names = ScriptShortener.NewNames(script);
            Assert.Equal(names.Count, names.Values.Distinct().Count());
            Assert.Empty(names.Values.Intersect(ScriptTokens.Keywords));
            Assert.Empty(names.Values.Intersect(ScriptTokens.Read(script).Where(token => token.Kind == ScriptTokenKind.Name && !names.ContainsKey(token.Text)).Select(token => token.Text)).Except(Properties(script)));
            var (before, after) = (Code(script), Code(ScriptShortener.Shorten(script)));
            var at = 0;
            for (var i = 0; i < before.Count; i++)
            {
                var isChanged = names.TryGetValue(before[i], out var name);
                if (isChanged && before[i + 1] != ":" && after.Skip(at).Take(3).SequenceEqual([before[i], ":", name]))
                {
                    at += 3; // { name } became {name:n}.
                    continue;
                }

                Assert.True(after[at] == before[i] || (isChanged && after[at] == name), $"{before[i]} became {after[at]}");
                at++;
            }

            Assert.Equal(after.Count, at);
        }

        // Names behind a point, which no short name can be taken for.
        static IEnumerable<string> Properties(string script) => ScriptTokens.Read(script).Zip(ScriptTokens.Read(script).Skip(1)).Where(pair => pair.First.Is(".") || pair.First.Is("?.") || pair.Second.Is(":")).SelectMany(pair => new[] { pair.First.Text, pair.Second.Text });

        static List<string> Code(string script) => [.. ScriptTokens.Read(script).Where(token => token.Kind != ScriptTokenKind.Line).Select(token => token.Text)];
    }

    [NodeFact]
    public void The_pure_modules_pass_their_tests_written_short_too()
    {
        var folder = Directory.CreateTempSubdirectory("eqnn-short");
        var tests = File.ReadAllLines(Path.Combine(Oracles.Repository(), "tests", "Eqnn.Drawing.Tests", "Explorer", "explorer.test.mjs")).ToList();
        var pure = tests.Where(line => line.StartsWith("import {", StringComparison.Ordinal)).Select(line => Path.GetFileNameWithoutExtension(line.Split('"')[1])).ToHashSet(StringComparer.Ordinal);
        var needed = ScriptJoiner.ExplorerModules.Concat(["align", "match", "sides"]).Where(module => pure.Contains(module) || module is "dom" or "linear").ToList();
        Assert.True(pure.IsSubsetOf(needed));
        var script = $"{ScriptJoiner.Joined(needed)}{{\n{string.Join('\n', tests.Where(line => !line.StartsWith("import ", StringComparison.Ordinal)))}\n}}\n";
        var file = Path.Combine(folder.FullName, "short.test.mjs");
        File.WriteAllText(file, "import test from \"node:test\";\nimport assert from \"node:assert/strict\";\n" + ScriptShortener.Shorten(script));
        JavaScriptTests.Passes(file);
        folder.Delete(recursive: true);
    }
}
