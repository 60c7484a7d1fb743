/// The examples of docs/fsharp.md. Each fenced block there is, line by line, part of this file; DocumentTests compares them.
module Eqnn.FSharp.Tests.Tour

open Eqnn.Algebra
open Eqnn.Algebra.Characters
open Eqnn.Algebra.GSets
open Eqnn.Algebra.Groups
open Eqnn.Algebra.Representations
open Eqnn.Checking
open Eqnn.Checking.Reading
open Eqnn.Drawing
open Eqnn.Networks
open Eqnn.Networks.Files
open Eqnn.Networks.Reports
open Eqnn.Networks.Simples
open Eqnn.Numbers
open Eqnn.Numbers.LinearAlgebra
open Eqnn.Numbers.Permutations
open Eqnn.PiecewiseLinear.Activations
open Eqnn.PiecewiseLinear.Existence
open Eqnn.PiecewiseLinear.Fans
open Eqnn.PiecewiseLinear.Interaction
open Eqnn.PiecewiseLinear.Maps
open Eqnn.Records.Certificates
open Eqnn.Records.Groups
open Eqnn.Records.GSets
open Eqnn.Records.LinearAlgebra
open Eqnn.Records.Maps

open Xunit

[<Fact>]
let ``a first question`` () =
    let table = CharacterTable.Of(FiniteGroup.Parse "C8")
    let answer source target =
        KernelCriterion.Decide(table.SimpleNamed source, table.SimpleNamed target)
            .Match((fun yes -> $"yes: {yes.Witness}"), (fun no -> $"no: {no.Obstruction}"))

    (answer "L1" "L3").StartsWith "yes: F(v) = P_L3 ReLU(v - β), β = " ==> true
    (answer "L2" "L1").StartsWith "no: (1,5)(2,6)(3,7)(4,8) acts trivially on L2 and not on L1" ==> true

[<Fact>]
let ``rational numbers`` () =
    let half = Rational.Of(1, 2)
    List.sum [ half; Rational.Of(1, 3); Rational.Of(1, 6) ] ==> Rational.One
    half + 1 ==> Rational.Of(3, 2)
    2 * half ==> Rational.One
    pown half 3 ==> Rational.Of(1, 8)
    half ** -3 ==> Rational.Of(8, 1)
    abs (-half) ==> half
    sign (half - 1) ==> -1
    [ Rational.Zero .. half .. Rational.One ] ==> [ Rational.Zero; half; Rational.One ]
    List.max [ half; Rational.Parse "2/3"; Rational.Parse "-7" ] ==> Rational.Of(2, 3)

[<Fact>]
let ``cyclotomic numbers`` () =
    let z = Cyclotomic.E 8
    let root = z - pown z 3
    string root ==> "E(8)-E(8)^3"
    root * root ==> Cyclotomic.One + 1
    root.ToString "R" ==> "√2"
    root.ToDecimalString 10 ==> "1.4142135624"
    Set.count (Set.ofList [ root; root.Conjugate(); -root; Cyclotomic.SquareRoot 2L ]) ==> 2
    max (Cyclotomic.SquareRoot 2L) (Cyclotomic.op_Implicit 5) ==> Cyclotomic.op_Implicit 5

[<Fact>]
let ``the order of the real numbers`` () =
    let real = List.map RealCyclotomic.op_Explicit [ Cyclotomic.SquareRoot 5L; Cyclotomic.SquareRoot 2L; Cyclotomic.op_Implicit 2 ]
    List.sort real |> List.map (fun x -> x.ToString "R") ==> [ "√2"; "2"; "√5" ]
    List.sum real > RealCyclotomic.op_Implicit 5 ==> true

[<Fact>]
let ``what may not be there`` () =
    let matrix = Matrix<Rational>.FromRows [ [ Rational.One; Rational.One ]; [ Rational.One; Rational.One ] ]
    matrix.Solve [| Rational.One; Rational.One |] |> Option.ofObj |> Option.map List.ofSeq ==> Some [ Rational.One; Rational.Zero ]
    matrix.Solve [| Rational.One; Rational.Zero |] |> Option.ofObj |> Option.map List.ofSeq ==> None

[<Fact>]
let ``permutations act from the left`` () =
    let a = Permutation.Parse("(1,2)", 3)
    let b = Permutation.Parse("(2,3)", 3)
    (a * b)[2] ==> a[b[2]]
    string (a * b) ==> "(1,2,3)"
    List.sort [ a; b; a * b; Permutation.Identity 3 ] |> List.map string ==> [ "()"; "(2,3)"; "(1,2)"; "(1,2,3)" ]

[<Fact>]
let ``a character table`` () =
    let table = CharacterTable.Of(FiniteGroup.Parse "Q8")
    [ for c in table.Irreducibles -> c.Degree, c.Indicator ] ==> [ 1L, 1; 1L, 1; 1L, 1; 1L, 1; 2L, -1 ]
    [ for l in table.Simples -> l.Label, l.TypeLetter, l.Dimension ]
    ==> [ "L0", 'R', 1L; "L1", 'R', 1L; "L2", 'R', 1L; "L3", 'R', 1L; "L4", 'H', 4L ]
    table.Irreducibles[4].Values.InnerProduct table.Irreducibles[4].Values ==> Cyclotomic.One

[<Fact>]
let ``normal subgroups`` () =
    let lattice = CharacterTable.Of(FiniteGroup.Parse "S4").NormalSubgroups
    [ for n in lattice.Subgroups -> int n.Order ] ==> [ 1; 4; 12; 24 ]
    [ for struct (lower, upper) in lattice.Covers() -> lower, upper ] ==> [ 0, 1; 1, 2; 2, 3 ]

[<Fact>]
let ``a permutation representation`` () =
    let group = FiniteGroup.Parse "S4"
    let table = CharacterTable.Of group
    let split = IsotypicDecomposition.Of(table, GSet.Parse(group, "subsets:2"))
    [ for part in split.Components -> part.Simple.Dimension, part.Multiplicity ] ==> [ 1L, 1L; 2L, 1L; 3L, 1L ]
    [ for part in split.Components -> split.Projector part.Simple ] |> List.reduce (+) ==> Matrix<Cyclotomic>.Identity 6
    OrbitalBasis.Of(split.Set, split.Set).Orbitals.Count ==> 3

[<Fact>]
let ``a linear layer on each simple`` () =
    let group = FiniteGroup.Parse "C8"
    let split = IsotypicDecomposition.Of(CharacterTable.Of group, GSet.Regular group)
    let basis = OrbitalBasis.Of(split.Set, split.Set)
    let third = RealCyclotomic.op_Implicit (Rational.Of(1, 3))
    let mean = OrbitalOperator.Of(basis, [ for orbital in basis.Orbitals -> if List.contains orbital.Position [ 0; 1; 7 ] then third else RealCyclotomic.Zero ])
    [ for block in mean.BlocksOf split -> block.Simple.Label, block.Eigenvalue.ToString "R" ]
    ==> [ "L0", "1"; "L1", "1/3+√2/3"; "L2", "1/3"; "L3", "1/3-√2/3"; "L4", "-1/3" ]
    [ for character in split.Table.Irreducibles -> AbelianFrequencies.Of character |> Seq.head ] ==> [ 0..7 ]

[<Fact>]
let ``a verdict carries its reason`` () =
    let table = CharacterTable.Of(FiniteGroup.Parse "S4")
    let describe (verdict: MapVerdict) =
        match verdict with
        | :? MapVerdict.Exists as yes -> $"{yes.Source.Label} -> {yes.Target.Label}"
        | :? MapVerdict.Impossible as no -> $"{no.Source.Label} -/-> {no.Target.Label}: {no.Obstruction.Element}"
        | _ -> failwith "a verdict is one of the two"

    let standard, sign = table.SimpleNamed "standard", table.SimpleNamed "sign"
    describe (KernelCriterion.Decide(standard, sign)) ==> $"{standard.Label} -> {sign.Label}"
    KernelCriterion.Decide(sign, standard).Verify() ==> true
    KernelCriterion.Decide(sign, standard).IsPossible ==> false

[<Fact>]
let ``an interaction graph`` () =
    let group = FiniteGroup.Parse "C8"
    let split = IsotypicDecomposition.Of(CharacterTable.Of group, GSet.Regular group)
    let graph = InteractionGraph.Of(split, Activation.Relu)
    [ for struct (source, target) in graph.Edges do
          if source <> target then
              source, target ]
    ==> [ 1, 0; 1, 2; 1, 4; 2, 0; 2, 4; 3, 0; 3, 2; 3, 4; 4, 0 ]
    graph.TryExplain(1, 3) |> Option.ofObj |> Option.isNone ==> true

[<Fact>]
let ``piecewise linear maps`` () =
    let table = CharacterTable.Of(FiniteGroup.Parse "C8")
    let split = IsotypicDecomposition.Of(table, GSet.Regular table.Group)
    let plane = IsotypicSubspace.Of(split, [ table.SimpleNamed "L1" ])
    let fan = EquivariantFan.Of plane
    let maps = EquivariantMapSpace.TryOf(fan, table.SimpleNamed "L0") |> Option.ofObj |> Option.get
    string maps.Basis[0] ==> "(1-√2/2) |v1 + √2/2 v2| + (-1/2+√2/2) |v1 + √2 v2| + (-1/2+√2/2) |v2| + (-1/2+√2/2) |v1|"
    maps.Basis[0].Verify() ==> true

    // A network as maps: all coordinates, relu, and their sum, which is an invariant.
    let hidden = PermutationRepresentation.Of split.Set
    let forms = Matrix<Cyclotomic>.FromRows [ for x in 0..7 -> plane.FormAt x ]
    let layer = PiecewiseLinearMap.Linear(fan, hidden, forms).Relu()
    let sum = Matrix<Cyclotomic>.FromRows [ List.replicate 8 Cyclotomic.One ]
    let network = layer.ThenLinear(sum, PermutationRepresentation.Trivial table.Group)
    network.MatricesOnChamberOrbits.Count ==> 1
    network = (network + network) * Cyclotomic.op_Implicit (Rational.Of(1, 2)) ==> true
    MapDrawing.ToSvg(network, "a network").StartsWith "<svg" ==> true

    // As a surface in space, in black and white, for the screen and for LaTeX.
    let look = PictureOptions.Default.WithTitle(false).WithMono(true)
    let surface = MapDrawing.Of([ struct ("", network) ], "a network", look, MapView.Surface)
    surface.ToSvg().StartsWith "<svg" ==> true
    surface.ToTikz().Contains "\\begin{tikzpicture}" ==> true

[<Fact>]
let ``certificates`` () =
    let table = CharacterTable.Of(FiniteGroup.Parse "C8")
    let certificate = MapCertificate.Of(KernelCriterion.Decide(table.SimpleNamed "L1", table.SimpleNamed "L2"))
    let options = CertificateCheckOptions.Default.WithMaxGroupOrder 100L
    let proved (text: string) =
        CertificateChecker.Check(text, options)
            .Match((fun yes -> yes.Statement), (fun no -> $"refused at {no.Where}"))

    proved certificate ==> "a nonzero piecewise linear equivariant map \"L1\" -> \"L2\" exists"
    proved (certificate.Replace("\"order\": 8", "\"order\": 9")) ==> "refused at group.order"

[<Fact>]
let ``JSON`` () =
    let table = CharacterTable.Of(FiniteGroup.Parse "C8")
    let split = IsotypicDecomposition.Of(table, GSet.Regular table.Group)
    let maps = EquivariantMapSpace.Of(EquivariantFan.Of(IsotypicSubspace.Of(split, [ table.SimpleNamed "L1" ])), table.SimpleNamed "L2")
    NumberRecord.Of(Cyclotomic.SquareRoot 2L) ==> "\"E(8)-E(8)^3\""
    NumberRecord.Read<Rational> "\"2/4\"" ==> Rational.Of(1, 2)
    GroupRecord.Of(FiniteGroup.Parse "S3") ==> "{\"name\": \"S3\", \"degree\": 3, \"generators\": [[2, 3, 1], [2, 1, 3]]}\n"
    (GroupRecord.Read(GroupRecord.Of table.Group)).Name ==> "C8"
    (GSetRecord.Read(table.Group, GSetRecord.Of split.Set)).Size ==> 8L
    MapRecord.Read(MapRecord.Of maps.Basis[0]) = maps.Basis[0] ==> true

    let verdict = KernelCriterion.Decide(table.SimpleNamed "L1", table.SimpleNamed "L2")
    let again = MapCertificate.Read(MapCertificate.Of(verdict, maps, "my program"))
    string again.Verdict ==> string verdict
    Option.ofObj again.Producer ==> Some "my program"
    Option.ofObj again.Maps |> Option.map (fun space -> space.Basis[0] = maps.Basis[0]) ==> Some true

[<Fact>]
let ``networks`` () =
    let group = FiniteGroup.Parse "C8"
    let network = RandomNetwork.Of(FeatureSpace.ParseList(group, "1*regular,3*regular,1*regular"), Activation.Relu)
    let input = List.init network.Input.Dimension float
    NetworkJson.Read(NetworkJson.Write network).Evaluate input |> List.ofSeq ==> List.ofSeq (network.Evaluate input)

    let simples = NetworkSimples.Of network
    let first = MapDecomposition.Of(simples, network.Layers[0].Terms[0].Map)
    [ for block in first.Blocks -> block.Simple.Label, block.ParameterCount ] ==> [ "L0", 3L; "L1", 6L; "L2", 6L; "L3", 6L; "L4", 3L ]
    let reach = NetworkReach.Of(simples, network, [ simples.SimpleNamed "L2" ])
    [ for l in simples.All do
          if (Seq.last reach.States).Possible[l.Position] then
              l.Label ]
    ==> [ "L0"; "L2"; "L4" ]

[<Fact>]
let ``limits, progress and cancellation`` () =
    let limits = GroupLimits.Default.WithMaxEnumeratedOrder 1000L
    let stages = ResizeArray<string>()
    let progress =
        { new System.IProgress<WorkProgress> with
            member _.Report step = stages.Add step.Stage }

    CharacterTable.Of(FiniteGroup.Parse("D20", limits), progress = progress).Irreducibles.Count ==> 13
    let bound =
        try
            int64 (FiniteGroup.Parse("PSL(2,17)", limits).ConjugacyClasses.Count)
        with :? LimitExceededException as e ->
            e.Bound

    bound ==> 1000L

[<Fact>]
let ``errors say where`` () =
    let trouble =
        try
            FiniteGroup.Parse "C0" |> string
        with :? AlgebraFormatException as e ->
            $"{e.What} at {e.Position}"

    trouble ==> "group at 1"
