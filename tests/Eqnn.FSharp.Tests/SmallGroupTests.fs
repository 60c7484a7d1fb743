module Eqnn.FSharp.Tests.SmallGroupTests

open Eqnn.Algebra.Characters
open Eqnn.Algebra.Groups
open Eqnn.Algebra.Identification
open Eqnn.Algebra.Representations.MatrixGroups
open Eqnn.Algebra.SmallGroups
open Eqnn.Numbers
open Eqnn.Numbers.LinearAlgebra
open Xunit

[<Fact>]
let ``a group has a number, with an isomorphism`` () =
    let found = GroupIdentification.Of(FiniteGroup.Parse "SL(2,3)")
    found.Id ==> SmallGroupId(24, 3)
    found.Entry.Description ==> "SL(2,3)"
    found.Verify() ==> true
    found.Isomorphism.Verify() ==> true

[<Fact>]
let ``numbers are sorted and found`` () =
    List.max [ SmallGroupId(8, 5); SmallGroupId(12, 1) ] ==> SmallGroupId.Parse "12.1"
    [ for entry in SmallGroupLibrary.OfOrder 8 -> entry.Id.Number ] ==> [ 1..5 ]
    Option.ofObj (SmallGroupLibrary.TryFind(SmallGroupId(8, 6))) |> Option.isNone ==> true
    Option.ofObj (Isomorphisms.TryFind(FiniteGroup.Parse "D4", FiniteGroup.Parse "Q8")) |> Option.isNone ==> true

[<Fact>]
let ``groups are listed by what they have`` () =
    let quaternionic = SmallGroupFilter().WithAbelian(false).WithSimpleOfType(SimpleType.Quaternionic)
    let listed = [ for struct (entry, facts) in quaternionic.EnumerateGroups(OrderRange(1, 12)) -> entry.Id.Label, facts.ClassCount ]
    listed ==> [ "8.4", 5; "12.1", 6 ]

[<Fact>]
let ``matrices generate a group or do not`` () =
    let number (x: int) = Cyclotomic.op_Implicit x
    let matrix rows = Matrix<Cyclotomic>.FromRows(rows |> List.map (List.map number >> Seq.ofList))
    let order rows = (MatrixGroup.Of("group", [ matrix rows ])).Match((fun group -> Some(int group.Group.Order)), (fun _ -> None))
    order [ [ 0; -1 ]; [ 1; 0 ] ] ==> Some 4
    order [ [ 1; 1 ]; [ 0; 1 ] ] ==> None
