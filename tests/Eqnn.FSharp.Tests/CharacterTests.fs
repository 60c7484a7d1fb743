module Eqnn.FSharp.Tests.CharacterTests

open Eqnn.Algebra.Characters
open Eqnn.Algebra.Groups
open Eqnn.Numbers
open Eqnn.Numbers.Permutations
open Xunit

let table name = CharacterTable.Of(FiniteGroup.Parse name)

[<Fact>]
let ``class functions add and multiply`` () =
    let t = table "S4"
    let characters = [ for c in t.Irreducibles -> c.Values ]
    let regular = characters |> List.map (fun c -> c * c[0]) |> List.reduce (+)
    [ for k in 0..4 -> regular[k] ] ==> [ Cyclotomic.Zero + 24; Cyclotomic.Zero; Cyclotomic.Zero; Cyclotomic.Zero; Cyclotomic.Zero ]
    characters[2] * characters[1] ==> characters[2]
    2 * characters[0] - characters[0] ==> characters[0]

[<Fact>]
let ``rows are orthonormal`` () =
    let t = table "Q8 x C3"
    for a in t.Irreducibles do
        for b in t.Irreducibles do
            a.Values.InnerProduct b.Values ==> if a.Position = b.Position then Cyclotomic.One else Cyclotomic.Zero

[<Fact>]
let ``types are a closed enumeration`` () =
    let letter (l: SimpleRepresentation) =
        match l.Type with
        | SimpleType.Real -> 'R'
        | SimpleType.Complex -> 'C'
        | SimpleType.Quaternionic -> 'H'
        | other -> failwith $"{other} is not a type"

    [ for l in (table "Q8 x C3").Simples -> letter l ] ==> [ for l in (table "Q8 x C3").Simples -> l.TypeLetter ]
    [ for l in (table "Q8 x C3").Simples -> letter l ] |> List.countBy id |> List.sort ==> [ 'C', 5; 'H', 1; 'R', 4 ]

[<Fact>]
let ``two tables are not mixed`` () =
    let a, b = table "C3", table "C3"
    Assert.Throws<System.ArgumentException>(fun () -> a.Irreducibles[0].Values + b.Irreducibles[0].Values |> ignore) |> ignore

[<Fact>]
let ``simples by label and by alias`` () =
    let t = table "S4"
    (t.SimpleNamed "L0").IsTrivial ==> true
    (t.SimpleNamed "trivial").Label ==> "L0"
    (t.SimpleNamed "[3,1]").Label ==> (t.SimpleNamed "standard").Label
    (t.SimpleNamed "sign").Dimension ==> 1L

[<Fact>]
let ``meet and join of normal subgroups`` () =
    let lattice = (table "D4").NormalSubgroups
    for a in lattice.Subgroups do
        for b in lattice.Subgroups do
            let meet, join = lattice.Meet(a, b), lattice.Join(a, b)
            (meet.IsSubgroupOf a && b.IsSubgroupOf join) ==> true
            meet.Order * join.Order ==> a.Order * b.Order

[<Fact>]
let ``normal subgroups need no table`` () =
    let lattice = NormalSubgroupLattice.Of(FiniteGroup.Parse "C2 wr S20")
    [ for n in lattice.Subgroups do if n.IsCentral then int n.Order ] ==> [ 1; 2 ]
    [ for f in (ChiefSeries.Of lattice).CompositionFactors -> Option.ofObj f.Name, f.Multiplicity ] ==> [ Some "C2", 21; Some "A20", 1 ]

[<Fact>]
let ``powers, restriction, induction and indices`` () =
    let table = CharacterTable.Of(FiniteGroup.Parse "S4")
    let standard = (table.SimpleNamed "standard").Character
    standard * standard ==> standard.SymmetricPower 2 + standard.ExteriorPower 2
    ClassFunction.Parse(table, "det(standard)") ==> (table.SimpleNamed "sign").Character
    let below = ClassFusion.Of(FiniteGroup.FromGenerators("S3", 4, [ Permutation.Parse("(1,2,3)", 4); Permutation.Parse("(1,2)", 4) ]), table)
    (below.Restrict standard).Decomposition() |> Seq.length ==> 2
    below.PermutationCharacter() ==> standard + table.Simples[0].Character
    [ for chi in table.Irreducibles -> Option.ofNullable (SchurIndex.Of chi).Exact ] ==> List.replicate 5 (Some 1)
    [ for f in (ChiefSeries.Of table.NormalSubgroups).CompositionFactors -> Option.ofObj f.Name, f.Multiplicity ] ==> [ Some "C2", 3; Some "C3", 1 ]
    (TableAutomorphisms.Of table).Order ==> 1I
