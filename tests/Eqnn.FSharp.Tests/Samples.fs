namespace Eqnn.FSharp.Tests

open FsCheck
open FsCheck.FSharp
open Eqnn.Algebra.Groups
open Eqnn.Numbers

/// Generators for the laws, aimed at corners: zero, one, conductors 1 and 2 mod 4, huge numbers, trivial groups and quaternionic ones.
type Samples =

    static member Rational() =
        let integer = Gen.frequency [ 4, Gen.choose (-9, 9) |> Gen.map bigint; 1, Gen.choose (-1000, 1000) |> Gen.map (fun k -> bigint k * pown 10I 20 + 1I) ]
        let rational = gen {
            let! numerator = integer
            let! denominator = integer |> Gen.filter (fun d -> not d.IsZero)
            return Rational(numerator, denominator)
        }
        let shrink (x: Rational) = seq {
            if not x.IsZero then
                Rational.Zero
                if not x.IsInteger then
                    Rational(x.Floor(), 1I)
        }
        Arb.fromGenShrink (rational, shrink)

    static member Cyclotomic() =
        let term = gen {
            let! conductor = Gen.elements [ 1; 2; 3; 4; 5; 6; 8; 9; 12; 15 ]
            let! power = Gen.choose (0, conductor - 1)
            let! numerator = Gen.choose (-4, 4)
            let! denominator = Gen.choose (1, 3)
            return Rational.Of(int64 numerator, int64 denominator) * Cyclotomic.E(conductor, int64 power)
        }
        let shrink (x: Cyclotomic) = seq {
            for struct (k, c) in x.ZumbroichCoefficients do
                x - c * Cyclotomic.E(x.Conductor, int64 k)
        }
        let sums = Gen.choose (0, 3) |> Gen.bind (fun count -> Gen.listOfLength count term) |> Gen.map List.sum
        Arb.fromGenShrink (sums, shrink)

    static member RealCyclotomic() =
        Samples.Cyclotomic().Generator
        |> Gen.map (fun z -> RealCyclotomic.op_Explicit (z.RealPart()))
        |> Arb.fromGen

    static member FiniteGroup() =
        Gen.elements [ "C1"; "C2"; "C7"; "C12"; "C2 x C4"; "S3"; "S4"; "A4"; "D4"; "D5"; "Q8"; "Dic3"; "Q8 x C3" ]
        |> Gen.map FiniteGroup.Parse
        |> Arb.fromGen
