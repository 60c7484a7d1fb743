/// What the commands of the tool answer, as values of the library: each by one call, from F#. The table of docs/architecture.md names them; those that no other file here uses are used here.
module Eqnn.FSharp.Tests.AnswerTests

open System.IO
open Eqnn.Algebra.Characters
open Eqnn.Algebra.Groups
open Eqnn.Algebra.GSets
open Eqnn.Algebra.Identification
open Eqnn.Algebra.Representations
open Eqnn.Algebra.Representations.Abelian
open Eqnn.Catalog.Folders
open Eqnn.Catalog.Scale
open Eqnn.Networks
open Eqnn.Networks.Files
open Eqnn.Networks.Labels
open Eqnn.Networks.Onnx
open Eqnn.Networks.Plans
open Eqnn.Networks.Reductions
open Eqnn.Networks.Reports
open Eqnn.Networks.Simples
open Eqnn.Numbers
open Eqnn.Numbers.Permutations
open Eqnn.PiecewiseLinear.Activations
open Eqnn.PiecewiseLinear.Answers
open Eqnn.PiecewiseLinear.Copies
open Eqnn.PiecewiseLinear.Explorations
open Eqnn.PiecewiseLinear.Filtrations
open Eqnn.PiecewiseLinear.Harmonics
open Eqnn.PiecewiseLinear.Interaction
open Eqnn.PiecewiseLinear.Maps
open Xunit

let private table name = CharacterTable.Of(FiniteGroup.Parse name)

let private regular name =
    let t = table name
    IsotypicDecomposition.Of(t, GSet.Regular t.Group)

[<Fact>]
let ``identify, simples by matrices, eigenvalues`` () =
    match GroupNumber.TryOf(FiniteGroup.Parse "Q8") with
    | null -> failwith "Q8 has a number"
    | number -> string number.Id ==> "SmallGroup(8,4)"

    match SimpleRealization.TryFind((table "S4").SimpleNamed "standard") with
    | null -> failwith "the standard simple occurs in the functions on the points"
    | matrices -> (matrices.Dimension, matrices.Simple.Label) ==> (3, "L3")

    let split = regular "C4"
    let shift = OrbitalOperator.Of(OrbitalBasis.Of(split.Set, split.Set), [ for n in 0..3 -> RealCyclotomic.op_Implicit (if n = 1 then 1 else 0) ])
    let spectrum = OperatorSpectrum.Of(shift, split)
    [ for group in spectrum.Groups -> group.Dimension ] |> List.sum ==> 4I

[<Fact>]
let ``maps by frequencies and with a bias`` () =
    let byFrequencies name =
        let group = FiniteGroup.Parse name
        AbelianInteraction.Of(AbelianDecomposition.Of(AbelianDual.Of group, GSet.Regular group), Activation.Relu)

    let graph = byFrequencies "C1000"
    let simple label = graph.Decomposition.Dual.SimpleNamed label
    (AbelianMapAnswer.Of(graph, simple "L1", simple "L2").Verdict.Exists, AbelianMapAnswer.Of(graph, simple "L2", simple "L1").Verdict.Exists) ==> (true, false)
    let pairs = AbelianMapTable.Of(byFrequencies "C6")
    pairs.EnumeratePairs() |> Seq.filter (fun pair -> pair.LinearExists) |> Seq.length ==> 4
    let split = regular "C4"
    let space = Subrepresentation.Of(split, [ split.Table.SimpleNamed "L1" ], false)
    AffineMapSpace.Of(space, [ Cyclotomic.One ], split.Table.SimpleNamed "L1").AffineDimension ==> 2

[<Fact>]
let ``the parts of an interaction graph`` () =
    let split = regular "S3"
    let graph = InteractionGraph.Of(split, Activation.Relu)
    let force = BruteForceComparison.Of graph
    Seq.length force.Edges ==> graph.EdgeCount
    [ for row in EnergyAnswer.Of(graph, [ split ], System.Nullable()) -> row.Shares.Count ] ==> [ 3; 3; 3 ]
    let flip = [ Permutation.Parse("(1,2)", 3) ]
    [ for copy in CopyInteraction.AllFixedBy(graph, flip) -> copy.Source.Label, copy.Reached.Count ] ==> [ "L0", 1; "L2", 2 ]
    CopyInteraction.AllFixedBy(graph, []) |> Seq.length ==> 3
    isNull (CopyInteraction.TryFixedBy(split, split.Table.SimpleNamed "sign", 0, flip, Activation.Relu)) ==> true

[<Fact>]
let ``harmonics, filtrations, a page`` () =
    let cosines = CyclicHarmonics.Of(Activation.Relu, 8, 1)
    (match cosines.Exact with
     | null -> 0
     | exact -> exact.Count) ==> 5
    [ for layer in InvariantFiltration.Of(regular "S3").Layers -> layer.Dimension ] ==> [ 6L; 2L; 1L ]
    let c12 = FiniteGroup.Parse "C12"
    [ for layer in CyclicFiltration.Of(AbelianDecomposition.Of(AbelianDual.Of c12, GSet.Regular c12)).Layers -> layer.Dimension ] ==> [ 12I; 6I; 4I; 3I; 2I; 1I ]
    let t = table "S3"
    Exploration.Of(t, [ GSet.Points t.Group ]).Verdicts.Count ==> 9

[<Fact>]
let ``a network cut, explained, and read by states`` () =
    let group = FiniteGroup.Parse "C4"
    let network: EquivariantNetwork = RandomNetwork.Of(FeatureSpace.ParseList(group, "1*regular,2*regular,1*regular"), Activation.Relu)
    let simples = NetworkSimples.Of network
    let whole = NetworkCut.Of(simples, network, simples.All)
    let samples = [ for k in 0..7 -> [ for x in 0..3 -> sin (float (k + 3 * x)) ] |> Seq.ofList |> ResizeArray :> System.Collections.Generic.IReadOnlyList<float> ]
    (whole.IsExact, OutputChange.Of(whole, samples).Largest) ==> (true, 0.0)
    let explanation = NetworkExplanation.Of(network, samples)
    (explanation.SampleCount, explanation.States.Count) ==> (8, 3)
    let outputs = NetworkArrays.FromOutputs(network, [| for sample in samples do yield! network.Evaluate(Seq.toArray sample) |])
    ArrayDifference.Of(outputs, outputs).Largest ==> 0.0
    let signal = LabelSignal.Of(explanation, samples, SampleLabels.Of(network, outputs, 8))
    (signal.Labels.AreClasses, signal.Score < 1e-20) ==> (false, true)
    let half = NetworkRestriction.To(network, group.Subgroup [ group.Generators[0] * group.Generators[0] ])
    half.Group.Order ==> 2I
    let times = PlanTime.Measure(network, [ 1; 2 ], 0.0)
    (times[0].Batch, times[0].Plan, times[0].Calls, times[0].Error < 1e-5) ==> (1, "automatic", 1, true)
    OnnxStates.Of(OnnxModel.Parse(OnnxExport.ToBytes network)).All.Count ==> 3

[<Fact>]
let ``a document, and a plan of many`` () =
    let document: CatalogDocument = (CatalogFolder(Path.Combine(DocumentTests.repository, "catalog"))).Read "C4"
    document.Pairs.Count ==> 9
    let folder = Directory.CreateTempSubdirectory "eqnn-fsharp-"
    try
        let plan = PlanFolder.Write(Path.Combine(folder.FullName, "plan"), ShardPlan.Of(CatalogPlan.Parse("order:1..4", [ "regular" ], 0), 2))
        plan.Plan.Jobs.Count ==> 5
    finally
        folder.Delete true

[<Fact>]
let ``a list whose members hold commas`` () =
    [ for struct (text, at) in BracketedList.Split "L1,[3,1],L(1,2)" -> text, at ] ==> [ "L1", 0; "[3,1]", 3; "L(1,2)", 9 ]
