/// The F# example of docs/catalog.md; its fenced block is, line by line, part of this file.
module Eqnn.FSharp.Tests.CatalogTests

open System.IO
open Xunit

let private catalogFolder = Path.Combine(DocumentTests.repository, "catalog")

[<Fact>]
let ``the catalog is read`` () =
    let folder = Eqnn.Catalog.Folders.CatalogFolder catalogFolder
    let largest = folder.ReadIndex() |> Seq.maxBy (fun record -> record.Pairs)
    let document = System.Text.Json.JsonDocument.Parse((folder.Read "C8").Text).RootElement
    let records (field: string) = document.GetProperty(field).EnumerateArray() |> List.ofSeq
    let text (record: System.Text.Json.JsonElement) (field: string) = record.GetProperty(field).ToString()
    let numbers = records "numbers" |> List.map (fun number -> text number "exact")

    let relu =
        records "maps"
        |> List.find (fun map -> text map "source" = "L1" && text map "target" = "L2")

    let value = relu.GetProperty("values").Item(0).Item(0).EnumerateArray()
    (largest.Group, largest.Pairs) ==> ("C61", 931)
    [ for id in value -> numbers[id.GetInt32() - 1] ] ==> [ "-1/4*E(8)+1/4*E(8)^3"; "0" ]
    folder.Verify([ "C8" ]) |> Seq.isEmpty ==> true
