/// The F# example of docs/catalog.md; its fenced block is, line by line, part of this file.
module Eqnn.FSharp.Tests.CatalogTests

open System.IO
open Xunit

let private catalogFolder = Path.Combine(DocumentTests.repository, "catalog")

[<Fact>]
let ``the catalog is read`` () =
    let folder = Eqnn.Catalog.Folders.CatalogFolder catalogFolder
    let largest = folder.ReadIndex() |> Seq.maxBy (fun record -> record.Pairs)
    let document = System.Text.Json.Nodes.JsonNode.Parse((folder.Read "C8").Text)

    let number (id: System.Text.Json.Nodes.JsonNode | null) =
        string document["numbers"][(id |> string |> int) - 1]["exact"]

    let map =
        document["maps"].AsArray()
        |> Seq.find (fun map -> string map["source"] = "L1" && string map["target"] = "L2")

    (largest.Group, largest.Pairs) ==> ("C61", 931)
    [ for id in map["values"][0][0].AsArray() -> number id ] ==> [ "-1/4*E(8)+1/4*E(8)^3"; "0" ]
    folder.Verify [ "C8" ] |> Seq.isEmpty ==> true
