/// The F# example of docs/catalog.md; its fenced block is, line by line, part of this file.
module Eqnn.FSharp.Tests.CatalogTests

open System.IO
open Xunit

let private catalogFolder = Path.Combine(DocumentTests.repository, "catalog")

[<Fact>]
let ``the catalog is read`` () =
    let folder = Eqnn.Catalog.Folders.CatalogFolder catalogFolder
    let largest = folder.ReadIndex() |> Seq.maxBy (fun record -> record.Pairs)
    let document = folder.Read "C8"
    let json (text: string) = System.Text.Json.JsonDocument.Parse(text).RootElement
    let text (record: System.Text.Json.JsonElement) (field: string) = record.GetProperty(field).ToString()
    let numbers = [ for number in (json document.Text).GetProperty("numbers").EnumerateArray() -> text number "exact" ]

    let relu =
        document.Certificates "maps"
        |> Seq.map json
        |> Seq.find (fun map -> text map "source" = "L1" && text map "target" = "L2")

    let value = relu.GetProperty("values").Item(0).Item(0).EnumerateArray()
    (largest.Group, largest.Pairs) ==> ("C61", 931)
    [ for id in value -> numbers[id.GetInt32() - 1] ] ==> [ "-1/4*E(8)+1/4*E(8)^3"; "0" ]
    folder.Verify([ "C8" ]) |> Seq.isEmpty ==> true
