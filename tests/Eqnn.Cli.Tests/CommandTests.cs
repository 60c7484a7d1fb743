using Eqnn.Cli.Commands;
using Eqnn.Cli.Syntax;
using Newtonsoft.Json.Linq;

namespace Eqnn.Cli.Tests;

public sealed class CommandTests
{
    public static TheoryData<string> Names => [.. CommandList.All.Select(command => command.Name)];

    public static TheoryData<string> Examples => [.. CommandList.All.SelectMany(command => command.Examples).Select(example => example.CommandLine)];

    /// <summary>One example for each command, in each of its formats.</summary>
    public static TheoryData<string, string> Formats
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var command in CommandList.All.Where(command => !command.IsMeasurement))
            {
                foreach (var format in command.Formats)
                {
                    data.Add(command.Examples[0].CommandLine, Query.NameOf(format));
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_command_is_found_by_its_words_before_the_others_are_made(string name)
    {
        Assert.Equal(name, CommandList.TryBegin([.. name.Split(' '), "--help"])?.Make().Name);
        Assert.Equal(name, CommandList.TryBegin(name.Split(' '))?.Name);
        Assert.Null(CommandList.TryBegin(["--quiet", .. name.Split(' ')]));
        Assert.Null(CommandList.TryBegin([name + "x"]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_command_shows_its_examples_in_its_help(string name)
    {
        var command = CommandList.All.Single(c => c.Name == name);
        var words = name.Split(' ');
        var help = Tool.Run([.. words, "--help"]);
        Assert.Equal(0, help.ExitCode);
        Assert.Contains("\nExamples\n", help.Output, StringComparison.Ordinal);
        Assert.All(command.Examples, example => Assert.Contains("  " + example.CommandLine, help.Output, StringComparison.Ordinal));
        Assert.All(command.Examples, example => Assert.StartsWith($"eqnn {name}", example.CommandLine, StringComparison.Ordinal));
        Assert.Contains($"  {name} ", Tool.Run(words.Length == 1 ? ["--help"] : [words[0]]).Output, StringComparison.Ordinal);
        Assert.Equal(help, Tool.Run([.. words, "-h", "--format", "nonsense"]));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_of_the_help_is_answered(string commandLine)
    {
        // The pictures of the examples go to a scratch folder.
        using var files = new DocumentFiles();
        var outcome = Tool.RunWords(files.Redirect(ShellWords.Split(commandLine)));
        Assert.Equal("", outcome.Error);
        Assert.Equal(0, outcome.ExitCode);
        Assert.NotEqual("", outcome.Output);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_is_answered_alike_twice_with_line_feeds_only(string commandLine, string format)
    {
        using var files = new DocumentFiles();
        var words = files.Redirect(ShellWords.Split($"{commandLine} --format {format}"));
        var outcome = Tool.RunWords(words);
        Assert.Equal("", outcome.Error);
        Assert.Equal(0, outcome.ExitCode);
        Assert.EndsWith("\n", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', outcome.Output);
        Assert.All(outcome.Output.Split('\n'), text => Assert.Equal(text.TrimEnd(), text));
        Assert.Equal(outcome, Tool.RunWords(words));
        if (format == "json")
        {
            Assert.Equal(commandLine.StartsWith("eqnn each ", StringComparison.Ordinal) ? JTokenType.Array : JTokenType.Object, JToken.Parse(outcome.Output).Type);
        }
        else if (format is "latex" or "gap" or "dot")
        {
            Assert.All(outcome.Output, c => Assert.True(c < 128, $"'{c}' is not ASCII"));
        }
    }

    /// <summary>The fields of the contract, in their order; docs/cli.md#json.</summary>
    [Theory]
    [InlineData("maps C8 L1 L2", "group,on,source,target,exists,linearExists,reason,activation,witness,composite")]
    [InlineData("maps C8 L2 L1", "group,on,source,target,exists,linearExists,reason,activation,composite")]
    [InlineData("maps S10 sign trivial", "group,on,source,target,exists,linearExists,reason,activation,witness,composite,compositeLimit")]
    [InlineData("maps C4", "group,on,activation,simples,pairs")]
    [InlineData("interact C4", "group,on,activation,nodes,edges,method")]
    [InlineData("interact C4 --energy", "group,on,activation,nodes,edges,method,energyLayers,energySources,energies")]
    [InlineData("apply C4 L1 --vector 1,2", "group,on,source,copy,activation,vector,values,images,chamber,targets")]
    [InlineData("simples Q8 --on points", "group,classes,on,simples")]
    [InlineData("characters S4 --at @tests/Eqnn.Cli.Tests/Data/odd.json", "group,classes,powerMaps,characters,simples,origin,at")]
    [InlineData("normal-subgroups D4", "group,classes,normalSubgroups")]
    [InlineData("group D4", "group,id,abelian,nilpotent,supersolvable,solvable,perfect,simple,centre,derivedSeries,lowerCentralSeries,abelianInvariants,compositionFactors,chiefFactorOrders,minimalNormalSubgroups,maximalNormalSubgroups,classes,normalSubgroupCount,simples")]
    [InlineData("group C3^7", "group,id,abelian,nilpotent,supersolvable,solvable,perfect,simple,centre,derivedSeries,lowerCentralSeries,abelianInvariants,compositionFactors,chiefFactorOrders,minimalNormalSubgroups,maximalNormalSubgroups,classes,normalSubgroupCount,simples,refused")]
    [InlineData("gsets S3 --marks", "group,subgroupCount,activation,sets")]
    [InlineData("gsets S3 --brief", "group,subgroupCount,sets")]
    [InlineData("decompose S4 --on points", "group,on,components,orbitalCount")]
    [InlineData("characters S4 --quotient 2 --automorphisms", "group,classes,powerMaps,characters,simples,origin,quotient,automorphisms")]
    [InlineData("homs S4 --on points", "group,on,to,dimension,orbitals")]
    [InlineData("homs S4 --on points --weights 1:1", "group,on,to,dimension,orbitals,weights,blocks")]
    public void Json_has_the_fields_of_the_contract(string words, string fields)
    {
        var document = JObject.Parse(Tool.RunLine($"eqnn {words} --format json").Output);
        Assert.Equal([.. fields.Split(','), "producer"], document.Properties().Select(property => property.Name));
        Assert.Equal(["name", "order", "exponent", "degree", "generators"], Fields(document["group"]));
        CheckFields(document, "source", "label,type,dimension,constituents,constituentMultiplicity,kernel");
        CheckFields(document, "activation", "name,nonzero");
        CheckFields(document, "classes[0]", "representative,size,order");
        CheckFields(document, "characters[0]", "label,degree,indicator,values,kernel");
        CheckFields(document, "simples[0]", "label,type,dimension,constituents,constituentMultiplicity,kernel");
        CheckFields(document, "simples[0].kernel", "order,classes");
        CheckFields(document, "nodes[0]", "label,dimension,type,multiplicity,kernelOrder");
        CheckFields(document, "normalSubgroups[0]", "order,classes,generators,covers");
        CheckFields(document, "sets[0]", "label,degree,stabiliser,kernelOrder,permutationCharacter");
        CheckFields(document, "pairs[0]", "source,target,exists,linearExists,activationNonzero");
    }

    /// <summary>Groups too large for classes and a table: their places are there, empty.</summary>
    [Theory]
    [InlineData("normal-subgroups C3wrS20", "group,classes,normalSubgroups", 8)]
    public void Large_groups_have_normal_subgroups_without_classes(string words, string fields, int count)
    {
        var document = JObject.Parse(Tool.RunLine($"eqnn {words} --format json").Output);
        Assert.Equal([.. fields.Split(','), "producer"], document.Properties().Select(property => property.Name));
        Assert.Equal(["name", "order", "degree", "generators"], Fields(document["group"]));
        Assert.Equal(JTokenType.Null, document["classes"]!.Type);
        Assert.Equal(count, document["normalSubgroups"]?.Count() ?? (int)document["normalSubgroupCount"]!);
    }

    /// <summary>Documents whose <c>characters</c> and <c>simples</c> are lists of multiplicities.</summary>
    [Theory]
    [InlineData("decompose S4 standard*standard", "group,classes,character,degree,kind,norm,field,values,constituents,simples", "label,multiplicity")]
    [InlineData("branching S4 (1,2,3)", "group,subgroup,fusion,characters,simples", "label,restriction")]
    public void Json_of_multiplicities_has_the_fields_of_the_contract(string words, string fields, string inSimples)
    {
        var document = JObject.Parse(Tool.RunLine($"eqnn {words} --format json").Output);
        Assert.Equal([.. fields.Split(','), "producer"], Fields(document));
        Assert.Equal(inSimples.Split(','), Fields(document["simples"]![0]));
    }

    [Fact]
    public void Json_says_what_the_text_says()
    {
        var document = JObject.Parse(Tool.RunLine("eqnn maps C8 --format json").Output);
        var possible = document["pairs"]!.Where(pair => (bool)pair["exists"]!).Select(pair => $"{pair["source"]}{pair["target"]}").ToHashSet();
        Assert.Equal("L0L0 L1L0 L1L1 L1L2 L1L3 L1L4 L2L0 L2L2 L2L4 L3L0 L3L1 L3L2 L3L3 L3L4 L4L0 L4L4".Split(' ').ToHashSet(), possible);
        var sign = Tool.RunLine("eqnn maps C8").Output.Split('\n').Single(line => line.StartsWith("L1   ", StringComparison.Ordinal) && !line.Contains('C', StringComparison.Ordinal));
        Assert.Equal(["L1", "+", "=", "+", "o", "+"], sign.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Classes_of_elements_are_found()
    {
        var document = JObject.Parse(Tool.RunLine("eqnn characters S4 --at @tests/Eqnn.Cli.Tests/Data/odd.json --format json").Output);
        var second = (int)document["at"]![1]!;
        Assert.Equal(6, (int)document["classes"]![second - 1]!["size"]!);
        Assert.Equal(2, (int)document["classes"]![second - 1]!["order"]!);
    }

    private static string[] Fields(JToken? token) => [.. ((JObject)token!).Properties().Select(property => property.Name)];

    private static void CheckFields(JObject document, string path, string fields)
    {
        if (document.SelectToken(path) is JObject found)
        {
            Assert.Equal(fields.Split(','), found.Properties().Select(property => property.Name).Take(fields.Split(',').Length));
        }
    }
}
