using System.Diagnostics;
using Eqnn.Algebra;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Subgroups;
using Eqnn.Networks;
using Eqnn.Networks.Onnx;
using Eqnn.Networks.Simples;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Depth;
using Eqnn.PiecewiseLinear.Energies;
using Eqnn.PiecewiseLinear.Harmonics;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.PiecewiseLinear.Isotropy;
using Eqnn.PiecewiseLinear.Separation;

namespace Eqnn.Cli.Tests.Cancellation;

/// <summary>Work of many seconds, one of each kind, as a call that takes a token; what it needs beforehand is prepared. Read by the tests and by <c>tests/Eqnn.Benchmarks -- cancel</c>.</summary>
internal static partial class LongOperations
{
    /// <summary>Some calls take a moment, others hours: each is made again and again for so long that none ends before it is cancelled. A call that never looks at its token comes to its end.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Name, and what prepares the call.</summary>
    public static IReadOnlyList<(string Name, Func<Action<CancellationToken>> Prepare)> All { get; } = [.. Single.Concat(More).Select(operation => (operation.Name, (Func<Action<CancellationToken>>)(() => Repeated(operation.Prepare()))))];

    private static (string Name, Func<Action<CancellationToken>> Prepare)[] Single =>
    [
        ("characters of C8000", () => token => CharacterTable.Of(FiniteGroup.Parse("C8000"), null, token)),
        ("characters of D3001", () => token => CharacterTable.Of(FiniteGroup.Parse("D3001"), null, token)),
        ("characters of S30", () => token => CharacterTable.Of(FiniteGroup.Parse("S30"), null, token)),
        ("characters of A29", () => token => CharacterTable.Of(FiniteGroup.Parse("A29"), null, token)),
        ("characters of S4 wr S3", () => token => CharacterTable.Of(FiniteGroup.Parse("S4 wr S3"), null, token)),
        ("characters of GL(2,23)", () => token => CharacterTable.Of(FiniteGroup.Parse("GL(2,23)"), null, token)),
        ("normal subgroups of D6001", () => token => NormalSubgroupLattice.Of(FiniteGroup.Parse("D6001"), null, token)),
        ("normal subgroups of C2^7", () => token => NormalSubgroupLattice.Of(FiniteGroup.Parse("C2^7"), null, token)),
        ("all subgroups of S7", () => token => SubgroupLattice.Of(FiniteGroup.Parse("S7"), null, token)),
        ("a stabiliser chain on 1500 points", () => token => RandomGroup(1500).ComputeChain(token)),
        ("classes of S5 wr S4", () => token => FiniteGroup.FromGenerators("S5 wr S4", 20, FiniteGroup.Parse("S5 wr S4").Generators).ComputeConjugacyClasses(null, token)),
        ("decomposition of tuples:6 of S9", () =>
        {
            var table = CharacterTable.Of(FiniteGroup.Parse("S9"));
            return token => IsotypicDecomposition.Of(table, GSet.Parse(table.Group, "tuples:6"), token);
        }),
        ("interaction graphs, one after the other", () =>
        {
            var decomposition = Decomposition("S7", "tuples:3");
            return token => InteractionGraph.Of(decomposition, Activation.Relu, null, token);
        }),
        ("chambers of 48 hyperplanes in dimension 8", () => token => ChamberEnumeration.Of(Generic(48, 8), ChamberSearchOptions.Default.WithKeepPartial(true), null, token)),
        ("chambers with symmetry", () =>
        {
            var decomposition = Decomposition("S7", "tuples:2");
            var copy = SimpleCopy.TryFind(decomposition, decomposition.Table.SimpleNamed("[5,2]"))!;
            var arrangement = Arrangement.FromRows(Enumerable.Range(0, (int)decomposition.Set.Size).Select(copy.FormAt)).WithSymmetry(decomposition.Set.GeneratorActions);
            return token => ChamberEnumeration.Of(arrangement, ChamberSearchOptions.Default.WithKeepPartial(true), null, token);
        }),
        ("chambers by the simplex solver", () => token => ChamberEnumeration.Of(Generic(30, 6), ChamberSearchOptions.Default.WithKeepPartial(true).WithRoute(ChamberRoute.Simplex), null, token)),
        ("depth on C36", () =>
        {
            var decomposition = Decomposition("C36", "regular");
            return token => DepthAnalysis.Of([decomposition], Activation.Relu, 4, null, DepthOptions.Default, null, token);
        }),
        ("harmonics of tanh", () => token => HarmonicSeries.Of(Activation.Parse("tanh"), HarmonicSeries.MaxFrequency, token)),
        ("exact harmonics on C999", () => token => HarmonicSeries.OnCyclicGroup(Activation.Relu, 999, token)),
        ("energies to 300 digits", () =>
        {
            var graph = InteractionGraph.Of(Decomposition("C24", "regular"), Activation.Parse("tanh"));
            return token => EnergyFlow.Of(graph, EnergyOptions.Default.WithDigits(300), null, null, token);
        }),
        ("orbit types of S7", () =>
        {
            var table = CharacterTable.Of(FiniteGroup.Parse("S7"));
            return token => OrbitTypes.Of(table, GSet.Parse(table.Group, "tuples:3"), null, token);
        }),
        ("completeness on pairs of 12 points", () =>
        {
            var group = FiniteGroup.Parse("D12");
            var architecture = Architecture.Of(GSet.Parse(group, "points"), [GSet.Parse(group, "points")], GSet.Parse(group, "trivial"));
            return token => Completeness.Of(architecture, null, token);
        }),
        ("a network taken apart by S6", () =>
        {
            var spaces = FeatureSpace.ParseList(FiniteGroup.Parse("S6"), "1*tuples:4,1*tuples:4");
            var network = RandomNetwork.Of(spaces, new RandomNetworkOptions { Activation = Activation.Relu });
            return token => NetworkSimples.Of(network, null, token);
        }),
        ("an import of a convolution", () =>
        {
            var spaces = FeatureSpace.ParseList(FiniteGroup.Parse("C24xC24"), "1*regular,2*regular,1*regular");
            var model = OnnxModel.Parse(OnnxExport.ToBytes(RandomNetwork.Of(spaces, new RandomNetworkOptions { Activation = Activation.Relu })));
            return token => OnnxImport.Project(model, spaces, null, token);
        }),
    ];

    private static Action<CancellationToken> Repeated(Action<CancellationToken> call) => token =>
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Longest;)
        {
            call(token);
        }
    };

    private static IsotypicDecomposition Decomposition(string group, string set)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(group));
        return IsotypicDecomposition.Of(table, GSet.Parse(table.Group, set));
    }

    private static Arrangement Generic(int count, int dimension)
    {
        var random = new Random(1);
        return Arrangement.FromRows(Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, dimension).Select(_ => (Rational)random.Next(-99, 100)).ToArray()).ToArray());
    }

    /// <summary>Two random permutations on blocks of 3 points: no symmetric group, which would be recognised at once.</summary>
    private static FiniteGroup RandomGroup(int degree)
    {
        var random = new Random(1);
        return FiniteGroup.FromGenerators("random", degree, Enumerable.Range(0, 2).Select(_ =>
        {
            var blocks = Enumerable.Range(0, degree / 3).ToArray();
            random.Shuffle(blocks);
            return Permutation.FromImages(blocks.SelectMany(block =>
            {
                var turn = random.Next(3);
                return Enumerable.Range(0, 3).Select(i => (3 * block) + ((i + turn) % 3));
            }));
        }), GroupLimits.Default);
    }
}
