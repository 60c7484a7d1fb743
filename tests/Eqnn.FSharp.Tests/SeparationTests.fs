module Eqnn.FSharp.Tests.SeparationTests

open Eqnn.Algebra.Characters
open Eqnn.Algebra.GSets
open Eqnn.Algebra.Groups
open Eqnn.Checking
open Eqnn.Numbers
open Eqnn.Records.Certificates
open Eqnn.PiecewiseLinear.Isotropy
open Eqnn.PiecewiseLinear.Refinement
open Eqnn.PiecewiseLinear.Separation
open Eqnn.PiecewiseLinear.Universality
open Xunit

let group = FiniteGroup.Parse "S4"
let points = GSet.Points group
let pairs = GSet.Subsets(group, 2)
let input (values: int list) = NetworkInput.Of(points, [ for value in values -> RealCyclotomic.op_Implicit value ])

[<Fact>]
let ``two inputs are told apart or not, with a certificate`` () =
    let answer layers = PairSeparation.Of(Architecture.Of(points, layers), input [ 0; 1; 2; 5 ], input [ 4; 3; 2; -1 ])
    let proved (pair: PairSeparation) =
        CertificateChecker.Check(SeparationCertificate.Of pair).Match((fun accepted -> accepted.Kind), (fun refused -> $"refused at {refused.Where}"))

    (answer [ pairs ]).IsSeparated ==> false
    (answer [ pairs ]).DepthNeeded |> Option.ofNullable ==> None
    (answer [ points ]).DepthNeeded |> Option.ofNullable ==> Some 1
    (answer [ points ]).Match((fun yes -> yes.FirstOutput[yes.Point] <> yes.SecondOutput[yes.Point]), (fun _ -> false)) ==> true
    [ proved (answer [ pairs ]); proved (answer [ points ]) ] ==> [ "separation"; "separation" ]

[<Fact>]
let ``all inputs at once, and two shapes compared`` () =
    let complete layer = Completeness.Of(Architecture.Of(points, [ layer ])).IsComplete
    [ complete points; complete pairs; complete (GSet.Regular group) ] ==> [ true; false; true ]
    let order = ArchitectureComparison.Of(Architecture.Of(points, [ pairs ]), Architecture.Of(points, [ points ]))
    (order.FirstSeesAtLeastAsMuch, order.SecondSeesAtLeastAsMuch) ==> (false, true)

[<Fact>]
let ``universality and orbit types`` () =
    let universal = UniversalityTable.Of points
    [ for set in universal.Sets do
          if set.Class.IsUniversal then
              set.Points ]
    ==> [ 24 ]
    [ for known in universal.Classes -> known.FirstMissed |> Option.ofObj |> Option.map (fun missed -> missed.Degree, missed.Reached, missed.All) ]
    ==> [ None; Some(12, 33, 34); Some(3, 2, 3); Some(4, 4, 5); Some(2, 1, 2) ]
    let table = CharacterTable.Of group
    let types = OrbitTypes.Of(table, points)
    [ for kind in types.Types -> types.OutputDimension(kind, table.SimpleNamed "sign") ] ==> [ 1; 0; 0; 0; 0 ]

[<Fact>]
let ``colours of a function`` () =
    let values = [ for value in [ 1; 1; 2; 2 ] -> Cyclotomic.op_Implicit value ] |> ResizeArray
    let colours = OrbitalRefinement.Of(pairs, points).BySums [| [| values |] |]
    List.ofSeq (colours.OfCopy 0) ==> [ 0; 1; 1; 1; 1; 2 ]
