module Eqnn.FSharp.Tests.Laws

open Eqnn.Algebra.Characters
open Eqnn.Algebra.GSets
open Eqnn.Algebra.Groups
open Eqnn.Algebra.Representations
open Eqnn.Numbers
open Eqnn.PiecewiseLinear.Existence
open FsCheck.Xunit

/// Written once for every type with the operators: the compiler resolves them as a user's generic code would.
let inline distributes (a: ^T) (b: ^T) (c: ^T) = a * (b + c) = a * b + a * c && (a + b) - b = a && a + LanguagePrimitives.GenericZero = a

let inline ordered (a: ^T) (b: ^T) (c: ^T) =
    (if a <= b then a + c <= b + c else a + c > b + c) && compare a b = -(compare b a) && sign (a * b) = sign a * sign b && (a = b) = (hash a = hash b && compare a b = 0)

[<Properties(Arbitrary = [| typeof<Samples> |])>]
type NumberLaws() =

    [<Property>]
    member _.``rationals distribute``(a: Rational, b: Rational, c: Rational) = distributes a b c

    [<Property>]
    member _.``cyclotomics distribute``(a: Cyclotomic, b: Cyclotomic, c: Cyclotomic) = distributes a b c

    [<Property>]
    member _.``rationals are ordered``(a: Rational, b: Rational, c: Rational) = ordered a b c

    [<Property>]
    member _.``real cyclotomics are ordered``(a: RealCyclotomic, b: RealCyclotomic, c: RealCyclotomic) = ordered a b c

    [<Property>]
    member _.``parsing undoes printing``(a: Rational, b: Cyclotomic) = Rational.Parse(string a) = a && Cyclotomic.Parse(string b) = b

    [<Property>]
    member _.``a nonzero number has an inverse``(a: Rational, b: Cyclotomic) =
        (a.IsZero || a * a.Inverse() = Rational.One) && (b.IsZero || b * b.Inverse() = Cyclotomic.One)

    [<Property>]
    member _.``the order of cyclotomics is total``(numbers: Cyclotomic list) = List.sort numbers = List.sort (List.rev numbers) && Set.toList (Set.ofList numbers) = List.distinct (List.sort numbers)

[<Properties(Arbitrary = [| typeof<Samples> |], MaxTest = 20)>]
type TableLaws() =

    [<Property>]
    member _.``squares of degrees sum to the order``(group: FiniteGroup) =
        List.sum [ for c in CharacterTable.Of(group).Irreducibles -> bigint c.Degree * bigint c.Degree ] = group.Order

    [<Property>]
    member _.``dimensions of the simples fill the regular representation``(group: FiniteGroup) =
        List.sum [ for l in CharacterTable.Of(group).Simples -> bigint l.Dimension * bigint l.Dimension / bigint l.EndomorphismDimension ] = group.Order

    [<Property>]
    member _.``the kernel criterion is a preorder``(group: FiniteGroup) =
        let simples = List.ofSeq (CharacterTable.Of(group).Simples)
        List.forall (fun l -> KernelCriterion.Holds(l, l)) simples
        && List.forall (fun (a, b, c) -> not (KernelCriterion.Holds(a, b) && KernelCriterion.Holds(b, c)) || KernelCriterion.Holds(a, c)) [ for a in simples do for b in simples do for c in simples -> a, b, c ]

    [<Property>]
    member _.``multiplicities count orbits``(group: FiniteGroup) =
        let set = GSet.Points group
        let split = IsotypicDecomposition.Of(CharacterTable.Of group, set)
        OrbitalBasis.CountOf(set, set) = List.sum [ for part in split.Components -> bigint (part.Multiplicity * part.Multiplicity * int64 part.Simple.EndomorphismDimension) ]
