using Eqnn.Algebra;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Identification;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Representations.MatrixGroups;
using Eqnn.Algebra.Representations.Products;
using Eqnn.Algebra.Subgroups;
using Eqnn.Catalog.Folders;
using Eqnn.Checking;
using Eqnn.Networks;
using Eqnn.Networks.Plans;
using Eqnn.Networks.Reductions;
using Eqnn.Networks.Reports;
using Eqnn.Networks.Simples;
using Eqnn.Networks.Symmetry;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Energies;
using Eqnn.PiecewiseLinear.Explorations;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.PiecewiseLinear.Separation;
using Eqnn.PiecewiseLinear.Universality;
using Eqnn.Records.Certificates;
using Eqnn.Testing;

namespace Eqnn.Cli.Tests.Cancellation;

/// <content>Work that a look through all public calls with a token found missing in the first list.</content>
internal static partial class LongOperations
{
    private static (string Name, Func<Action<CancellationToken>> Prepare)[] More =>
    [
        ("classes of GL(4,4) by its permutations", () =>
        {
            var named = FiniteGroup.Parse("GL(4,4)");
            return token => FiniteGroup.FromGenerators("G", named.Degree, named.Generators).ComputeConjugacyClasses(null, token);
        }),
        ("a stabiliser chain of S30 wr S30", () =>
        {
            var named = FiniteGroup.Parse("S30 wr S30");
            return token => FiniteGroup.FromGenerators("G", named.Degree, named.Generators).ComputeChain(token);
        }),
        ("normal subgroups of S6 wr C6 from its permutations", () =>
        {
            var named = FiniteGroup.Parse("S6 wr C6");
            return token => NormalSubgroupLattice.TryWithoutTable(FiniteGroup.FromGenerators("G", named.Degree, named.Generators), token);
        }),
        ("normal subgroups of A5^12", () => token => NormalSubgroupLattice.Of(FiniteGroup.Parse("A5^12"), null, token)),
        ("a survey of D4^20", () => token => GroupSurvey.Start(FiniteGroup.Parse("D4^20")).Complete(null, null, token)),
        ("fusion of S7 x S7 into S14", () =>
        {
            var table = CharacterTable.Of(FiniteGroup.Parse("S14"));
            var subgroup = table.Group.Subgroup(new[] { "(1,2,3,4,5,6,7)", "(1,2)", "(8,9,10,11,12,13,14)", "(8,9)" }.Select(text => Permutation.Parse(text, 14)));
            return token => ClassFusion.Of(subgroup, table, null, token);
        }),
        ("automorphisms of the table of C2^6", () =>
        {
            var table = CharacterTable.Of(FiniteGroup.Parse("C2^6"));
            return token => TableAutomorphisms.Of(table, token);
        }),
        ("an isomorphism that does not exist", () =>
        {
            var (first, second) = (FiniteGroup.Parse("SmallGroup(64,100)"), FiniteGroup.Parse("SmallGroup(64,101)"));
            return token => Isomorphisms.TryFind(first, second, token);
        }),
        ("matrices of a simple of A8", () =>
        {
            var simple = CharacterTable.Of(FiniteGroup.Parse("A8")).Simples[^1];
            return token => SimpleRealization.TryFind(simple, cancellationToken: token);
        }),
        ("Clebsch-Gordan tensors of S7", () =>
        {
            var table = CharacterTable.Of(FiniteGroup.Parse("S7"));
            return token => ClebschGordan.Of(table.Simples[5], table.Simples[5], null, null, token);
        }),
        ("the group of signed permutations of 40 basis vectors", () =>
        {
            var cycle = Matrix<Cyclotomic>.FromRows(Enumerable.Range(0, 40).Select(i => Enumerable.Range(0, 40).Select(j => j == (i + 1) % 40 ? Cyclotomic.One : Cyclotomic.Zero).ToArray()).ToArray());
            var sign = Matrix<Cyclotomic>.FromRows(Enumerable.Range(0, 40).Select(i => Enumerable.Range(0, 40).Select(j => i != j ? Cyclotomic.Zero : i == 0 ? -Cyclotomic.One : Cyclotomic.One).ToArray()).ToArray());
            return token => MatrixGroup.Of("G", [cycle, sign], null, token);
        }),
        ("a catalogue of the G-sets of S6", () => token => GSetCatalogue.Of(FiniteGroup.Parse("S6"), null, null, token)),
        ("all maps between the simples of S8", () =>
        {
            var decomposition = Decomposition("S8", "tuples:3");
            return token => MapTable.Of(decomposition, null, null, token);
        }),
        ("maps on a fan of S6", () =>
        {
            var decomposition = Decomposition("S6", "tuples:2");
            var answer = MapAnswer.Of(decomposition, decomposition.Table.SimpleNamed("[4,2]"), decomposition.Table.SimpleNamed("[4,2]"));
            return token => answer.Enumerated(false, null, null, token);
        }),
        ("the characteristic polynomial of 60 hyperplanes in dimension 8", () => token => CharacteristicPolynomial.Of(Generic(60, 8), null, null, token)),
        ("regions of 40 affine hyperplanes in dimension 6", () =>
        {
            var random = new Random(1);
            var arrangement = AffineArrangement.FromRows(Generic(40, 6).Rows, Enumerable.Range(0, 40).Select(_ => (Cyclotomic)random.Next(-9, 10)));
            return token => RegionEnumeration.Of(arrangement, null, null, token);
        }),
        ("brute force on C60", () =>
        {
            var graph = InteractionGraph.Of(Decomposition("C60", "regular"), Activation.Relu);
            return token => BruteForceComparison.Of(graph, 1, token);
        }),
        ("universality of D24", () => token => UniversalityTable.Of(GSet.Parse(FiniteGroup.Parse("D24"), "points"), null, null, null, token)),
        ("two architectures compared", () =>
        {
            var group = FiniteGroup.Parse("S6");
            var (input, output) = (GSet.Parse(group, "tuples:2"), GSet.Parse(group, "trivial"));
            var (first, second) = (Architecture.Of(input, [GSet.Parse(group, "points")], output), Architecture.Of(input, [GSet.Parse(group, "subsets:2")], output));
            return token => ArchitectureComparison.Of(first, second, null, token);
        }),
        ("a page about D30", () =>
        {
            var table = CharacterTable.Of(FiniteGroup.Parse("D30"));
            return token => Exploration.Of(table, [GSet.Parse(table.Group, "regular")], null, null, token);
        }),
        ("energies through three layers", () =>
        {
            var decomposition = Decomposition("D24", "regular");
            return token => LayeredEnergyFlow.Of([decomposition], Activation.Parse("tanh"), 3, null, null, token);
        }),
        ("a certificate of chambers checked", () =>
        {
            var decomposition = Decomposition("S9", "points");
            var copy = SimpleCopy.TryFind(decomposition, decomposition.Table.SimpleNamed("standard"))!;
            var arrangement = Arrangement.FromRows(Enumerable.Range(0, (int)decomposition.Set.Size).Select(copy.FormAt)).WithSymmetry(decomposition.Set.GeneratorActions);
            var text = ChamberCertificate.Of(ChamberEnumeration.Of(arrangement));
            return token => CertificateChecker.Check(text, null, null, token);
        }),
        ("a certificate of chambers written", () =>
        {
            var chambers = ChamberEnumeration.Of(Generic(24, 5));
            return token => ChamberCertificate.Of(chambers, null, token);
        }),
        ("a catalog verified", () =>
        {
            var catalog = new CatalogFolder(Path.Combine(Oracles.Repository(), "catalog"));
            return token => catalog.Verify(null, null, token);
        }),
        ("a site written", () =>
        {
            var catalog = new CatalogFolder(Path.Combine(Oracles.Repository(), "catalog"));
            return token => CatalogSite.Write(catalog, Directory.CreateTempSubdirectory("eqnn-test-").FullName, "0", record => record.Group, null, null, token);
        }),
        ("a power of a character of C1000", () =>
        {
            var table = CharacterTable.Of(FiniteGroup.Parse("C1000"));
            return token => ClassFunction.Parse(table, "L1^300", token);
        }),
        ("orbitals of two sets of many orbits", () =>
        {
            var group = FiniteGroup.Parse("C2^900");
            var set = GSet.Parse(group, "points");
            return token => OrbitalBasis.Of(set, set, token);
        }),
        ("a network explained", () =>
        {
            var network = Network("S6", "1*points,20*tuples:2,1*points");
            var samples = Samples(network, 2000);
            return token => NetworkExplanation.Of(network, samples, null, token);
        }),
        ("a network compressed", () =>
        {
            var network = Network("C48xC48", "1*regular,2*regular,1*regular");
            var half = network.Group.NormalClosure([network.Group.Generators[0].Power(2)]);
            return token => NetworkCompression.Of(network, half, token);
        }),
        ("a network restricted", () =>
        {
            var network = Network("C48xC48", "1*regular,2*regular,1*regular");
            var half = network.Group.NormalClosure([network.Group.Generators[0].Power(2)]);
            return token => NetworkRestriction.To(network, half, token);
        }),
        ("a network checked", () =>
        {
            var network = Network("S60", "4*points,8*subsets:2,1*points");
            return token => EquivarianceCheck.Of(network, 200, 1, null, token);
        }),
        ("a network evaluated", () =>
        {
            var network = Network("S60", "4*points,8*subsets:2,1*points");
            var batch = Samples(network, 4000).SelectMany(sample => sample).ToArray();
            return token => NetworkEvaluation.Of(network, batch, false, PlanKind.Automatic, 1, token);
        }),
        ("actions discovered", () =>
        {
            var network = Network("S7", "1*points,12*points,12*points,1*trivial");
            return token => NetworkDiscovery.Of(network, network.Input, null, token);
        }),
        ("reached simples measured", () =>
        {
            var network = Network("S6", "1*points,4*tuples:3,1*points");
            var simples = NetworkSimples.Of(network);
            return token => NetworkReach.Of(simples, network, simples.All, 2000, 1, token);
        }),
    ];

    private static EquivariantNetwork Network(string group, string spaces) => RandomNetwork.Of(FeatureSpace.ParseList(FiniteGroup.Parse(group), spaces), new RandomNetworkOptions { Activation = Activation.Relu });

    private static double[][] Samples(EquivariantNetwork network, int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, (int)network.Input.Dimension).Select(_ => random.NextDouble() - 0.5).ToArray())];
    }
}
