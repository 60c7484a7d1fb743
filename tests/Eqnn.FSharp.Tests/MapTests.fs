module Eqnn.FSharp.Tests.MapTests

open System.Globalization
open Eqnn.Algebra.Characters
open Eqnn.Algebra.GSets
open Eqnn.Algebra.Groups
open Eqnn.Algebra.Representations
open Eqnn.Algebra.Representations.Abelian
open Eqnn.Checking
open Eqnn.Checking.Reading
open Eqnn.Numbers
open Eqnn.PiecewiseLinear.Activations
open Eqnn.PiecewiseLinear.Answers
open Eqnn.PiecewiseLinear.Arrangements
open Eqnn.Records.Arrangements
open Eqnn.Records.Certificates
open Eqnn.Records.Maps
open Eqnn.PiecewiseLinear.Composites
open Eqnn.PiecewiseLinear.Energies
open Eqnn.PiecewiseLinear.Existence
open Eqnn.PiecewiseLinear.Fans
open Eqnn.PiecewiseLinear.Interaction
open Eqnn.PiecewiseLinear.Maps
open Eqnn.PiecewiseLinear.Transport
open Eqnn.PiecewiseLinear.Regions
open Xunit

let table name = CharacterTable.Of(FiniteGroup.Parse name)

[<Theory>]
[<InlineData "C12">]
[<InlineData "S4">]
[<InlineData "Q8">]
[<InlineData "D6">]
let ``every verdict verifies and agrees with the kernels`` name =
    let t = table name
    for source in t.Simples do
        for target in t.Simples do
            let verdict = KernelCriterion.Decide(source, target)
            let expected = Set.isSubset (set source.KernelClassPositions) (set target.KernelClassPositions)
            verdict.Verify() ==> true
            verdict.IsPossible ==> expected
            verdict.Match((fun yes -> yes.Witness.ValueAtIdentity.Sign), (fun no -> no.Obstruction.KernelSum.Sign)) ==> if expected then 1 else 0

[<Fact>]
let ``verdicts of equal pairs agree`` () =
    let t = table "C8"
    let decide a b = KernelCriterion.Decide(t.SimpleNamed a, t.SimpleNamed b)
    string (decide "L1" "L3") ==> string (decide "L1" "L3")
    ((decide "L1" "L1").LinearExists && not (decide "L1" "L3").LinearExists) ==> true

[<Fact>]
let ``activations by name`` () =
    let abs' = Activation.Parse "abs"
    (abs'.Odd.IsZero && not abs'.Even.IsPolynomial) ==> true
    Activation.Known |> Seq.exists (fun f -> f = Activation.Relu) ==> true
    List.ofSeq (Activation.Parse "cube").Odd.Degrees ==> [ 3 ]

[<Fact>]
let ``an edge is explained`` () =
    let group = FiniteGroup.Parse "C8"
    let graph = InteractionGraph.Of(IsotypicDecomposition.Of(CharacterTable.Of group, GSet.Regular group), Activation.Parse "abs")
    for struct (source, target) in graph.Edges do
        match graph.TryExplain(source, target) with
        | null -> failwith "an edge has a cause"
        | coupling -> coupling.Cause ==> CouplingCause.Even

    graph.EdgeCount ==> 10

[<Fact>]
let ``a map in the plane`` () =
    let group = FiniteGroup.Parse "C8"
    let t = CharacterTable.Of group
    let split = IsotypicDecomposition.Of(t, GSet.Regular group)
    let composite source target =
        SimpleCopy.TryFind(split, t.SimpleNamed source)
        |> Option.ofObj
        |> Option.bind (fun copy -> Option.ofObj (PlanarComposite.TryOf(copy, t.SimpleNamed target)))

    (composite "L1" "L2").Value.Rays.Count ==> 8
    (composite "L1" "L2").Value.IsZero ==> false
    (composite "L1" "L3").Value.IsZero ==> true
    List.ofSeq (composite "L1" "L2").Value.Rays ==> List.ofSeq (composite "L1" "L2").Value.Rays
    Seq.distinct (composite "L1" "L2").Value.Chambers |> Seq.length ==> 8

[<Fact>]
let ``sentences are the same under a foreign culture`` () =
    let t = table "C8"
    let sentences () = [ for a in t.Simples do for b in t.Simples -> KernelCriterion.Decide(a, b).Match((fun yes -> string yes.Witness), (fun no -> string no.Obstruction)) ]
    let before, expected = CultureInfo.CurrentCulture, sentences ()
    try
        CultureInfo.CurrentCulture <- NumberTests.foreign ()
        sentences () ==> expected
    finally
        CultureInfo.CurrentCulture <- before

[<Fact>]
let ``a certificate is checked and a changed one refused`` () =
    let t = table "C8"
    let certificate = MapCertificate.Of(KernelCriterion.Decide(t.SimpleNamed "L1", t.SimpleNamed "L2"))
    let answer (text: string) =
        CertificateChecker.Check(text, CertificateCheckOptions.Default.WithMaxGroupOrder 100L)
            .Match((fun yes -> yes.Statement), (fun no -> no.Where))

    answer certificate ==> "a nonzero piecewise linear equivariant map \"L1\" -> \"L2\" exists"
    answer (certificate.Replace("\"order\": 8", "\"order\": 9")) ==> "group.order"
    let plane = Arrangement.FromRows([ [ Rational.One; Rational.Zero ]; [ Rational.Zero; Rational.One ] ] |> Seq.map Seq.ofList)
    let chambers = ChamberEnumeration.Of(plane, ChamberSearchOptions.Default.WithRoute ChamberRoute.Simplex)
    (answer (ChamberCertificate.Of chambers)).StartsWith "4 chambers in 4 orbits" ==> true
    answer (ChamberOrbitCertificate.Of chambers) ==> "4 chambers in 2 orbits"
    let searched = ChamberEnumeration.Of(plane, ChamberSearchOptions.Default.WithSolver(fun dimension -> RegionSolvers.Simplex dimension))
    (searched.ChamberCount, searched.Origin) ==> (4I, "simplex, sign by sign")
    let words = ResizeArray<string>()
    ChamberEnumeration.VisitAll(plane, fun chamber -> words.Add(string chamber); true)
    List.ofSeq words |> List.sort ==> [ "++"; "+-"; "-+"; "--" ]

[<Fact>]
let ``characteristic polynomials and affine arrangements`` () =
    let rational rows = rows |> Seq.map (Seq.map (fun (x: int) -> Rational.Zero + x))
    let lines = [ [ 1; 0 ]; [ 0; 1 ]; [ 1; 1 ] ]
    let central = CharacteristicPolynomial.Of(Arrangement.FromRows(rational lines))
    string central ==> "t^2 - 3t + 2"
    List.ofSeq central.BettiNumbers |> List.map int ==> [ 1; 3; 2 ]
    central * central = central ==> false
    let affine = AffineArrangement.FromRows(rational lines, Seq.head (rational [ [ 0; 0; -1 ] ]))
    let regions = RegionEnumeration.Of affine
    int regions.RegionCount ==> 7
    Option.ofNullable regions.BoundedRegionCount |> Option.map int ==> Some 1
    let file = ArrangementFile.Parse """{"vectors": [[1, 0], [0, 1], [1, 1]], "constants": [0, 0, -1]}"""
    file.IsAffine ==> true
    int (RegionEnumeration.Of(file.ToAffineArrangement())).RegionCount ==> 7
    (ArrangementFile.Parse """{"vectors": [[1]]}""").ToArrangement().Dimension ==> 1

[<Fact>]
let ``Energies and one vector through an activation`` () =
    let t = table "C8"
    let graph = InteractionGraph.Of(IsotypicDecomposition.Of(t, GSet.Regular t.Group), Activation.Relu)
    let flow = EnergyFlow.Of(graph, EnergyOptions.Default.WithDigits 6, [| t.SimpleNamed "L1" |])
    Assert.Equal<string>([ "0.405505"; "0.500000"; "0.090845"; "0"; "0.003650" ], [ for share in flow.Rows[0].Shares -> share.Text ])
    let applied = ActivationTransport.Of(graph, t.SimpleNamed "L1").Apply [| Cyclotomic.One; Cyclotomic.One + Cyclotomic.One |]
    let l2 = applied.Parts |> Seq.find (fun part -> part.Copies.Simple.Label = "L2")
    Assert.Equal<string>([ "1/4"; "1/2" ], (l2.Coordinates |> Option.ofObj |> Option.map (Seq.map string >> List.ofSeq) |> Option.defaultValue []))
    Assert.Equal<int>([ 1; 1; 1; -1; -1; -1; -1; 1 ], applied.Signs)

[<Fact>]
let ``A large cyclic group by frequencies, and maps to a simple in given coordinates`` () =
    let dual = AbelianDual.Of(FiniteGroup.Parse "C20000")
    let graph = AbelianInteraction.Of(AbelianDecomposition.Of(dual, GSet.Regular dual.Group), Activation.Relu)
    let sums = graph.SumsOf(dual.SimpleNamed "L1", dual.SimpleNamed "L3")
    Assert.Equal<bigint>([ 1I; 2I; 0I; 4I; 1I ], [ sums.VectorOrder; sums.LineOrder; sums.EvenSum; sums.OddSum; sums.Orbits ])
    let t = table "S4"
    let split = IsotypicDecomposition.Of(t, GSet.Parse(t.Group, "points"))
    let fan = EquivariantFan.Of(SimpleCopy.TryFind(split, t.SimpleNamed "standard") |> Option.ofObj |> Option.get)
    let maps = EquivariantMapSpace.TryOf(fan, t.SimpleNamed "L2") |> Option.ofObj |> Option.get
    Assert.Equal(maps.Dimension, EquivariantMapSpace.Of(fan, maps.TargetModel).Dimension)

[<Fact>]
let ``A file is read up to a bound`` () =
    let path = System.IO.Path.GetTempFileName()
    System.IO.File.WriteAllText(path, "abc")
    Assert.Equal(3, BoundedFile.Read(path, 3L).Length)
    Assert.Throws<LimitExceededException>(fun () -> BoundedFile.Read(path, 2L) |> ignore) |> ignore
    System.IO.File.Delete path

[<Fact>]
let ``an answer is a value`` () =
    let answer = MapAnswer.Of(FiniteGroup.Parse "C8", "L1", "L2")
    answer.Verdict.IsPossible ==> true
    answer.Coupling |> Option.ofObj |> Option.isSome ==> true
    answer.Absence ==> CompositeAbsence.None
    (Option.ofObj answer.Composite |> Option.map (fun map -> map.Chambers.Count)) ==> Some 8
    [ for pair in MapTable.Of(answer.Decomposition).Pairs do
          if pair.Source.Label = "L1" && pair.Couples then pair.Target.Label ] ==> [ "L0"; "L1"; "L2"; "L4" ]
    let kinds = GSetCatalogue.Of(FiniteGroup.Parse "S3").Entries |> Seq.map (fun entry -> entry.Kind) |> Seq.distinct |> Seq.length
    kinds > 1 ==> true
