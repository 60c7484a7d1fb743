module Eqnn.FSharp.Tests.NetworkTests

open Eqnn.Algebra.Groups
open Eqnn.Networks
open Eqnn.Networks.Onnx
open Eqnn.Networks.Plans
open Eqnn.Networks.Reductions
open Eqnn.Networks.Simples
open Eqnn.Networks.Symmetry
open Eqnn.Numbers.Permutations
open Eqnn.PiecewiseLinear.Activations
open Xunit

let close (expected: seq<float>) (actual: seq<float>) =
    Seq.length actual ==> Seq.length expected
    for a, b in Seq.zip expected actual do
        Assert.Equal(a, b, 1e-12)

[<Fact>]
let ``a network is taken apart, run and compressed`` () =
    let group = FiniteGroup.Parse "C8"
    let spaces = FeatureSpace.ParseList(group, "1*regular,3*regular,1*regular")
    let network = RandomNetwork.Of(spaces, RandomNetworkOptions(Activation = Activation.Parse "elu:0.5", Seed = 7))

    // In simples: every map is its blocks.
    let simples = NetworkSimples.Of network
    [ for l in simples.All -> l.Label, l.Dimension, l.EndomorphismDimension, simples.MultiplicityIn(network.Input, l) ]
    ==> [ "L0", 1, 1, 1; "L1", 2, 2, 1; "L2", 2, 2, 1; "L3", 2, 2, 1; "L4", 1, 1, 1 ]
    for layer in network.Layers do
        let parts = MapDecomposition.Of(simples, layer.Terms[0].Map)
        parts.Blocks |> Seq.sumBy (fun block -> block.ParameterCount) ==> int64 parts.Map.ParameterCount
        Assert.Equal(parts.Energy, parts.Blocks |> Seq.sumBy (fun block -> block.Energy), 1e-9)

    // Fast: a batch by every plan is what the definition gives, sample by sample.
    let inputs = Array.init (5 * network.Input.Dimension) (fun i -> sin (float (i * i)))
    let expected = [| for sample in Array.chunkBySize network.Input.Dimension inputs do yield! network.Evaluate sample |]
    for plan in [ PlanKind.Automatic; PlanKind.Dense; PlanKind.Fourier ] do
        let outputs = Array.zeroCreate<float> (5 * network.Output.Dimension)
        NetworkRunner<float>.Create(network, plan).Run(inputs, outputs)
        close expected outputs
        close expected (NetworkRunner<float>.Create(network, plan, threads = 2).Evaluate inputs)
        close expected (NetworkEvaluation.Of(network, inputs, inSingle = false, plan = plan))

    // Compressed: on inputs of period 4 it is a network of C4.
    let turn = group.Generators[0]
    let smaller = NetworkCompression.Of(network, group.Subgroup [ turn * turn * turn * turn ])
    (smaller.SubgroupOrder, smaller.Network.Group.Order, smaller.Network.Input.Points) ==> (2I, 4I, 4)
    let small = [| 1.0; -2.0; 0.5; 3.0 |]
    let answer = smaller.Network.Evaluate small
    close [ for orbit in Seq.last smaller.OrbitOfPoint -> answer[orbit] ] (network.Evaluate(smaller.Lift small))

    let s3 = FiniteGroup.Parse "S3"
    let other = RandomNetwork.Of(FeatureSpace.ParseList(s3, "1*points,1*points"), Activation.Relu)
    Assert.Throws<System.ArgumentException>(fun () -> NetworkCompression.Of(other, s3.Subgroup [ Permutation.Parse("(1,2)", 3) ]) |> ignore).Message.Contains "not a normal subgroup" ==> true

[<Fact>]
let ``The action on hidden units is found`` () =
    let s4 = FiniteGroup.Parse "S4"
    let network = RandomNetwork.Of(FeatureSpace.ParseList(s4, "1*points,2*points,1*points"), Activation.Relu)
    let found = NetworkDiscovery.Of(network, network.Input)
    (found.IsFound, found.States[1].Space.ToString(), found.States[1].Order.Units.Count) ==> (true, "2*points", 8)
    let symmetry = NetworkSymmetry.Of(network, network.Input, DiscoveryOptions.Default.WithTolerance 1e-6)
    (symmetry.IsClosed, symmetry.Symmetry.Order) ==> (true, 24I)
    Seq.length symmetry.Subgroups ==> 11
    (UnitOrder [ 1; 0 ]).IsIdentity ==> false
    let import = OnnxImport.Project(OnnxModel.Parse(OnnxExport.ToBytes network), network.States)
    import.FunctionDistances [ 1.0; -2.0; 0.5; 3.0 ] |> Seq.forall (fun distance -> distance.Relative < 1e-5) ==> true
