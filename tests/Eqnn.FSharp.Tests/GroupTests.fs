module Eqnn.FSharp.Tests.GroupTests

open System.Threading
open Eqnn.Algebra.Groups
open Eqnn.Numbers
open Eqnn.Numbers.Permutations
open Eqnn.Records.Groups
open Eqnn.Records.GSets
open Xunit

[<Fact>]
let ``a group is a sequence of elements`` () =
    let group = FiniteGroup.Parse "A4"
    let elements = List.ofSeq (group.EnumerateElements())
    List.length elements ==> 12
    Set.count (Set.ofList elements) ==> 12
    List.sort elements ==> elements
    elements |> List.forall group.Contains ==> true

[<Fact>]
let ``permutations fold and power`` () =
    let p = Permutation.FromImages [ 1; 2; 0; 4; 3 ]
    List.fold (*) (Permutation.Identity 5) [ p; p; p ] ==> p.Power 3L
    p ** 6 ==> Permutation.Identity 5
    p.Order ==> 6I
    sign p ==> -1
    List.ofSeq p.CycleLengths ==> [ 2; 3 ]

[<Fact>]
let ``equal permutations are equal and compare`` () =
    Permutation.Parse("(1,2)", 3) = Permutation.FromImages [ 1; 0; 2 ] ==> true
    compare (Permutation.Identity 3) (Permutation.Parse("(1,2)", 3)) ==> -1
    Permutation.Identity 3 < Permutation.Identity 4 ==> true

[<Fact>]
let ``class positions index lists`` () =
    let group = FiniteGroup.Parse "S4"
    let classes = group.ConjugacyClasses
    [ for c in classes -> group.ClassPositionOf c.Representative ] ==> [ 0..4 ]
    List.sumBy (fun (c: ConjugacyClass) -> c.Size) (List.ofSeq classes) ==> group.Order
    [ for c in classes -> int c.ElementOrder ] ==> [ 1; 2; 2; 3; 4 ]
    List.ofSeq (group.PowerMap 2L) ==> [ for c in classes -> group.ClassPositionOf(c.Representative * c.Representative) ]

[<Fact>]
let ``a group from generators`` () =
    let group = FiniteGroup.FromGenerators("mine", 5, [ Permutation.Parse("(1,2,3,4,5)", 5); Permutation.Parse("(1,2)", 5) ])
    group.Order ==> 120I
    group.DerivedSubgroup.Order ==> 60I
    group.Centre.Order ==> 1I

[<Fact>]
let ``a cancelled token cancels`` () =
    use source = new CancellationTokenSource()
    source.Cancel()
    Assert.Throws<System.OperationCanceledException>(fun () -> FiniteGroup.Parse("S3 x S3 x S3").ComputeConjugacyClasses(cancellationToken = source.Token) |> ignore) |> ignore

[<Fact>]
let ``a malformed name says what, where and what is near`` () =
    let error = Assert.Throws<AlgebraFormatException>(fun () -> FiniteGroup.Parse "D-3" |> ignore)
    error.What ==> "group"
    error.Text ==> "D-3"
    Assert.NotEmpty error.Nearest

[<Fact>]
let ``groups and sets are read from files`` () =
    let file (text: string) =
        let path = System.IO.Path.GetTempFileName()
        System.IO.File.WriteAllText(path, text)
        path

    let group = GroupFile.Read(file """{"degree": 3, "generators": [[2,3,1]]}""")
    group.Order ==> 3I
    (GSetFile.Read(group, file """{"size": 6, "generators": ["(1,2,3)(4,5,6)"]}""")).Size ==> 6L
    (GSetFile.ReadOrParse(group, "points+regular")).Size ==> 6L
    (GroupFile.ReadOrParse "C8").Order ==> 8I
    let refused = Assert.Throws<AlgebraFormatException>(fun () -> GroupFile.Read(file "{}") |> ignore)
    refused.Problem ==> "the field \"degree\" is missing"
