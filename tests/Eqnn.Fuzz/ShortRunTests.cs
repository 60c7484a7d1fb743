using Xunit;

namespace Eqnn.Fuzz;

/// <summary>A short run of the driver: <c>dotnet run --project tests/Eqnn.Fuzz</c> is the long one (docs/testing.md#fuzzing).</summary>
public sealed class ShortRunTests(ShortRunTests.Inputs inputs) : IClassFixture<ShortRunTests.Inputs>
{
    private const int CasesOfAKind = 40;

    private readonly Corpus _corpus = inputs.Corpus;

    /// <summary>Changed inputs of every kind end with one of the four outcomes, in one line without words of the runtime, and leave no file.</summary>
    [Fact]
    public void Changed_inputs_of_every_kind_end_well()
    {
        var maker = new CaseMaker(_corpus, seed: 3);
        var tally = new Tally();
        foreach (var kind in Enum.GetValues<InputKind>())
        {
            for (var i = 0; i < CasesOfAKind; i++)
            {
                var made = maker.Make(i, kind);
                tally.Add(made, CaseRunner.Run(made));
            }
        }

        Assert.Equal(CasesOfAKind * Enum.GetValues<InputKind>().Length, tally.Count);
        Assert.True(tally.Faults.Count == 0, string.Join('\n', tally.Faults));
    }

    /// <summary>A case depends on seed and number only, so that a fault can be looked at again.</summary>
    [Fact]
    public void A_case_is_made_again_from_its_number()
    {
        foreach (var i in Enumerable.Range(0, 50))
        {
            var (one, two) = (new CaseMaker(_corpus, 7).Make(i), new CaseMaker(_corpus, 7).Make(i));
            Assert.Equal(one.Words, two.Words);
            Assert.Equal(one.Content, two.Content);
            Assert.Equal(one.File, two.File);
        }
    }

    /// <summary>The judge is fed a tool that misbehaves: a line that is answered with words of the runtime or on several lines would be a fault.</summary>
    [Fact]
    public void Valid_inputs_are_answered_and_a_broken_one_is_refused()
    {
        Assert.Equal(new CaseResult(0, null, 0), CaseRunner.Run(new(0, InputKind.Group, ["group", "C4"])) with { Seconds = 0 });
        Assert.Equal(new CaseResult(2, null, 0), CaseRunner.Run(new(0, InputKind.Group, ["group", "C4x"])) with { Seconds = 0 });
        Assert.Equal(new CaseResult(0, null, 0), CaseRunner.Run(new(0, InputKind.Cyclotomic, [CaseRunner.Number, "E(5)+E(5)^4"])) with { Seconds = 0 });
        Assert.Equal(new CaseResult(2, null, 0), CaseRunner.Run(new(0, InputKind.Json, ["verify", "broken.json"], "broken.json", [0x7b])) with { Seconds = 0 });
    }

    /// <summary>What a child process leaves can be added to what another left.</summary>
    [Fact]
    public void Tallies_add_up()
    {
        var (one, both) = (new Tally(), new Tally());
        one.Add(new(3, InputKind.Onnx, ["network"]), new(1, "exit 1: trouble", 2));
        one.Add(new(4, InputKind.Onnx, ["network"]), new(2, null, 1));
        both.Add(one.ToJson());
        both.Add(one.ToJson());
        Assert.Equal(4, both.Count);
        Assert.Equal("2 x exit 1: trouble [case 3] eqnn network", Assert.Single(both.Faults));
        Assert.Contains("| Onnx | 4 | 2 | 2 |", both.ToMarkdown(), StringComparison.Ordinal);
    }

    /// <summary>The corpus, made once.</summary>
    public sealed class Inputs : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eqnn-fuzz-");

        /// <summary>Makes the corpus.</summary>
        public Inputs() => Corpus = Corpus.Prepare(_folder.FullName, isSmall: true);

        internal Corpus Corpus { get; }

        /// <inheritdoc/>
        public void Dispose()
        {
            Environment.CurrentDirectory = Path.GetTempPath();
            _folder.Delete(recursive: true);
        }
    }
}
