module Eqnn.FSharp.Tests.NumberTests

open System
open System.Collections.Generic
open System.Globalization
open Eqnn.Numbers
open Eqnn.Numbers.LinearAlgebra
open Eqnn.Records.LinearAlgebra
open Xunit

/// What F# asks of a number, by member constraints: one call of this function is one proof that the type has all of it.
let inline usesOperators (x: ^T) (y: ^T) =
    let sum = List.sum [ x; y; x ]
    let folded = List.fold (+) LanguagePrimitives.GenericZero [ x; y; x ]
    sum = folded && x - y = -(y - x) && pown x 3 = x * x * x && pown x 0 = LanguagePrimitives.GenericOne && +x = x

let inline usesOrder (x: ^T) (y: ^T) =
    abs (x - y) = max x y - min x y && sign (x - y) = compare x y && List.sum (List.sort [ y; x ]) = x + y

[<Fact>]
let ``rationals have all operators of a number`` () =
    usesOperators (Rational.Of(2, 3)) (Rational.Of(-5, 7)) ==> true
    usesOrder (Rational.Of(2, 3)) (Rational.Of(-5, 7)) ==> true

[<Fact>]
let ``cyclotomics have the operators of a field`` () =
    usesOperators (Cyclotomic.E 5) (Cyclotomic.E(12, 5L)) ==> true

[<Fact>]
let ``real cyclotomics have all operators of a number`` () =
    usesOperators (RealCyclotomic.TwoCosine(7, 1L)) (RealCyclotomic.TwoCosine(9, 2L)) ==> true
    usesOrder (RealCyclotomic.TwoCosine(7, 1L)) (RealCyclotomic.TwoCosine(9, 2L)) ==> true

[<Fact>]
let ``integers and rationals stand on both sides`` () =
    let half, i = Rational.Of(1, 2), Cyclotomic.E 4
    1 + half - 1 ==> half
    6 / half / 4 ==> Rational.Of(3, 1)
    2 * i * 2 - i ==> 3 * i
    half * i + i * half ==> i
    1 / i + i ==> Cyclotomic.Zero
    half - i + i ==> Cyclotomic.Parse "1/2"
    1 + RealCyclotomic.TwoCosine(5, 1L) > RealCyclotomic.One ==> true

[<Fact>]
let ``powers with the operator of floats`` () =
    Rational.Of(2, 3) ** 2 ==> Rational.Of(4, 9)
    Cyclotomic.E 3 ** -1 ==> Cyclotomic.E(3, 2L)
    RealCyclotomic.TwoCosine(8, 1L) ** 2 ==> RealCyclotomic.One + 1

[<Fact>]
let ``arguments convert where nothing is lost`` () =
    let identity (x: Rational) = x
    Cyclotomic.Max(3, Rational.Of(7, 2)) ==> Cyclotomic.Parse "7/2"
    Rational.Max(3, 4L) ==> identity (Rational.Of(4, 1))
    Rational.Min(3I, 4) ==> Rational.Of(3, 1)

[<Fact>]
let ``numbers live in sets, maps and sorted lists`` () =
    let roots = [ for k in 0L .. 11L -> Cyclotomic.E(12, k) ]
    Set.count (Set.ofList (roots @ List.rev roots)) ==> 12
    (Map.ofList [ for z in roots -> z, z.Conductor ])[Cyclotomic.E 3] ==> 3
    List.sort roots ==> List.sort (List.rev roots)
    List.distinct (roots @ roots) ==> roots
    HashSet(roots @ roots).Count ==> 12
    roots |> List.countBy (fun z -> z.Conductor) |> List.sort ==> [ 1, 2; 3, 4; 4, 2; 12, 4 ]

[<Fact>]
let ``records and tuples of numbers compare by value`` () =
    let record = {| Weight = Rational.Of(2, 4); Root = Cyclotomic.E 6 |}
    record = {| Weight = Rational.Of(1, 2); Root = -Cyclotomic.E(3, 2L) |} ==> true
    compare (Rational.Of(1, 3), 1) (Rational.Of(1, 3), 2) ==> -1

[<Fact>]
let ``coefficients are struct tuples`` () =
    let rebuilt = Cyclotomic.Parse("1/2*E(9)+E(3)") |> fun z -> List.sum [ for struct (k, c) in z.ZumbroichCoefficients -> c * Cyclotomic.E(z.Conductor, int64 k) ]
    rebuilt ==> Cyclotomic.Parse "1/2*E(9)+E(3)"

[<Fact>]
let ``parsing with a result`` () =
    match Rational.TryParse "3/6" with
    | true, value -> value ==> Rational.Of(1, 2)
    | false, _ -> failwith "not read"

    Rational.TryParse "1/0" |> fst ==> false
    Cyclotomic.TryParse "E(0)" |> fst ==> false

[<Fact>]
let ``division by zero throws`` () =
    Assert.Throws<DivideByZeroException>(fun () -> Rational.One / Rational.Zero |> ignore) |> ignore
    Assert.Throws<DivideByZeroException>(fun () -> (Cyclotomic.Zero).Inverse() |> ignore) |> ignore

[<Fact>]
let ``the default of a number is zero`` () =
    Unchecked.defaultof<Rational> ==> Rational.Zero
    Unchecked.defaultof<Cyclotomic> ==> Cyclotomic.Zero
    Unchecked.defaultof<RealCyclotomic> ==> RealCyclotomic.Zero

[<Fact>]
let ``matrices from lists of lists`` () =
    let m = Matrix<Rational>.FromRows [ for i in 1..3 -> [ for j in 1..3 -> Rational.Of(1, int64 (i + j - 1)) ] ]
    m * m.Inverse() ==> Matrix<Rational>.Identity 3
    m.Determinant() ==> Rational.Of(1, 2160)
    List.ofSeq (m * [| Rational.One; Rational.Zero; Rational.Zero |]) ==> List.ofSeq (m.Column 0)
    m[0, 2] ==> Rational.Of(1, 3)
    m + m ==> Rational.Of(2, 1) * m
    m.Map(fun x -> Cyclotomic.op_Implicit x)[2, 2] ==> Cyclotomic.Parse "1/5"

/// A culture that prints and reads numbers as no other does: whoever asks it is found out.
let foreign () =
    let culture = CultureInfo.InvariantCulture.Clone() :?> CultureInfo
    culture.NumberFormat.NegativeSign <- "~"
    culture.NumberFormat.PositiveSign <- "&"
    culture.NumberFormat.NumberDecimalSeparator <- "!"
    culture.NumberFormat.NumberGroupSeparator <- "?"
    culture

[<Fact>]
let ``texts are the same under a foreign culture`` () =
    let before = CultureInfo.CurrentCulture
    let texts () =
        let real = Cyclotomic.Parse "-3/2+E(5)+E(5)^4"
        [ string (Rational.Of(-7, 3)); Rational.Of(-7, 3).ToDecimalString 5; $"{Rational.Of(-7, 3)}"; String.Format("{0}", Rational.Of(-7, 3))
          string real; real.ToString "R"; real.ToString "L"; real.ToString "D6"; $"{real}"; string (Rational.Parse "-12/5"); string (Cyclotomic.Parse "-2*E(7)")
          string (Matrix<Rational>.Identity 2 * Rational.Of(-1, 2)) ]

    let expected = texts ()
    try
        CultureInfo.CurrentCulture <- foreign ()
        (-1).ToString() ==> "~1"
        texts () ==> expected
    finally
        CultureInfo.CurrentCulture <- before

[<Fact>]
let ``a cursor reads a text and names the place of an error`` () =
    let cursor = TextCursor("weights", "3, 4.5 x")
    cursor.TakeInteger() |> Option.ofNullable ==> Some(bigint 3)
    cursor.Take ',' ==> true
    cursor.SkipSpaces() |> ignore
    cursor.TakeDecimal() |> Option.ofNullable ==> Some(Rational.Of(9, 2))
    cursor.SkipSpaces() |> ignore
    cursor.Fail("expected a number").Position ==> 7

[<Fact>]
let ``the nearest word answers did you mean`` () =
    NearestWord.TryFind("mpas", [ "groups"; "maps" ]) |> Option.ofObj ==> Some "maps"

[<Fact>]
let ``vectors are added, scaled and read as sequences`` () =
    let v = ColumnVector.Of [ Rational.Of(1, 1); Rational.Of(1, 2) ]
    let w = ColumnVector<Rational>.Unit(2, 1)
    Seq.toList (v + w - v) ==> Seq.toList w
    v.Dot w ==> Rational.Of(1, 2)
    Seq.sum v ==> Rational.Of(3, 2)
    v * Rational.Of(2, 1) ==> v + v

[<Fact>]
let ``a subspace knows what lies in it`` () =
    let turn = Matrix<Rational>.FromRows [ [ Rational.Zero; Rational.One ]; [ Rational.One; Rational.Zero ] ]
    let fixedVectors = Subspace<Rational>.FixedBy(2, [ turn ])
    fixedVectors.Dimension ==> 1
    fixedVectors.Contains(ColumnVector.Of [ Rational.One; Rational.One ]) ==> true
    fixedVectors.TryCoordinates(ColumnVector<Rational>.Unit(2, 0)) |> Option.ofObj ==> None

[<Fact>]
let ``vectors and matrices are written as JSON and read back`` () =
    let matrix = Matrix<Rational>.FromRows [ [ Rational.One; Rational.Of(1, 2) ]; [ Rational.Zero; Rational.Of(-3, 1) ] ]
    NumberRecord.Of matrix ==> "[[\"1\",\"1/2\"],[\"0\",\"-3\"]]"
    NumberRecord.ReadMatrix<Rational>(NumberRecord.Of matrix) ==> matrix
    NumberRecord.ReadVector<Rational>(NumberRecord.Of(matrix.Row 0)) ==> matrix.Row 0
