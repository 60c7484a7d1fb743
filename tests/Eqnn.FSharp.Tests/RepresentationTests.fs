module Eqnn.FSharp.Tests.RepresentationTests

open Eqnn.Algebra.Characters
open Eqnn.Algebra.GSets
open Eqnn.Algebra.Groups
open Eqnn.Algebra.Representations
open Eqnn.Algebra.Representations.Products
open Eqnn.Algebra.Subgroups
open Eqnn.Numbers
open Eqnn.Numbers.LinearAlgebra
open Eqnn.Numbers.Permutations
open Xunit

[<Fact>]
let ``sums and products of sets`` () =
    let group = FiniteGroup.Parse "S3"
    let points = GSet.Points group
    GSet.Sum([ points; GSet.Regular group ]).Size ==> 9L
    GSet.Product(points, points).Orbits.Count ==> 2
    [ for orbit in GSet.Product(points, points).Orbits -> int orbit.Stabilizer.Order ] |> List.sort ==> [ 1; 2 ]
    GSet.Parse(group, "2*points+regular").Size ==> 12L

[<Fact>]
let ``the permutation character counts fixed points`` () =
    let group = FiniteGroup.Parse "S4"
    let table = CharacterTable.Of group
    let pairs = GSet.Subsets(group, 2)
    let character = pairs.PermutationCharacter table
    for c in group.ConjugacyClasses do
        character[c.Position] ==> Cyclotomic.Zero + (pairs.ActionOf c.Representative).FixedPointCount

[<Fact>]
let ``projectors split the identity`` () =
    let group = FiniteGroup.Parse "Q8"
    let split = IsotypicDecomposition.Of(CharacterTable.Of group, GSet.Regular group)
    let projectors = [ for part in split.Components -> split.Projector part.Simple ]
    List.reduce (+) projectors ==> Matrix<Cyclotomic>.Identity 8
    for p in projectors do
        p * p ==> p
        p.Transpose() ==> p

    [ for part in split.Components -> part.Dimension ] ==> [ 1L; 1L; 1L; 1L; 4L ]

[<Fact>]
let ``a copy may not be found`` () =
    let group = FiniteGroup.Parse "C5"
    let table = CharacterTable.Of group
    let split = IsotypicDecomposition.Of(table, GSet.Regular group)
    match SimpleCopy.TryFind(split, table.SimpleNamed "L1") with
    | null -> failwith "there is one"
    | copy -> copy.IsWholeComponent ==> true

[<Fact>]
let ``transitive sets are classes of subgroups`` () =
    let lattice = (FiniteGroup.Parse "S4").ComputeSubgroups()
    [ for c in lattice.Classes -> c.Index ] ==> [ 24; 12; 12; 8; 6; 6; 6; 4; 3; 2; 1 ]
    [ for c in lattice.Classes -> Option.ofObj c.StructureName ] |> List.choose id |> List.last ==> "S4"
    let points = lattice.ClassOf (lattice.Group.Subgroup [ Permutation.Parse("(2,3,4)", 4); Permutation.Parse("(3,4)", 4) ])
    List.ofSeq (lattice.TableOfMarks.Product(points, points)) |> List.sum ==> 2
    (GSet.Cosets points).Size ==> 4L

[<Fact>]
let ``a set modulo a normal subgroup is a set of the quotient group`` () =
    let group = FiniteGroup.Parse "S4"
    let four = (CharacterTable.Of group).NormalSubgroups.Subgroups |> Seq.find (fun n -> n.Order = bigint 4)
    let quotient = (GSet.Tuples(group, 2)).QuotientBy four
    quotient.Set.Size ==> 3L
    quotient.OrbitOf.Count ==> 12
    (quotient.Over(QuotientGroup.Of four)).Group.Order ==> bigint 6

[<Fact>]
let ``the product of a quaternionic simple with itself`` () =
    let table = CharacterTable.Of(FiniteGroup.Parse "Q8")
    let four = table.SimpleNamed "L4"
    let product = ClebschGordan.Of(four, four)
    [ for part in product.Components -> part.Simple.Label, part.Multiplicity, part.Tensors.Count ]
    ==> [ "L0", 4, 4; "L1", 4, 4; "L2", 4, 4; "L3", 4, 4 ]
    product.IsOrthonormal ==> true
    product.Verify() ==> true
    let norm = product.Components[0].Tensors[0].Coordinate 0
    norm.Factor ==> Cyclotomic.op_Implicit (Rational.Of(1, 2))
    [ for struct (l, k, c) in norm.Terms -> l, k, string c ] ==> [ 0, 0, "1"; 1, 1, "1"; 2, 2, "1"; 3, 3, "1" ]
    let units = EndomorphismUnits.Of(SimpleMatrices.Of four)
    units.Module.IsOrthonormal ==> true
    units.Matrices[1] * units.Matrices[2] ==> units.Matrices[3]

[<Fact>]
let ``intertwiners of a product with its projections`` () =
    let table = CharacterTable.Of(FiniteGroup.Parse "D4")
    let plane = SimpleMatrices.Of(table.SimpleNamed "L4")
    let product = TensorProductRepresentation.Of(plane, plane)
    (product.Left.Dimension, product.Right.Dimension, product.Dimension) ==> (2, 2, 4)
    let sign = SimpleMatrices.Of(table.SimpleNamed "sign")
    let maps = IntertwinerSpace.Of(product, sign)
    maps.Dimension ==> 1
    (maps.Source.Dimension, maps.Target.Simple.Label) ==> (4, sign.Simple.Label)
    let piece = ClebschGordan.Of(plane.Simple, plane.Simple, [ sign.Simple ]).Components[0]
    piece.Projections.Count ==> piece.Multiplicity
