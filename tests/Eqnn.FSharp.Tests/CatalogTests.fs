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

[<Fact>]
let ``a database of documents is asked by name and in SQL`` () =
    let folder = System.IO.Directory.CreateTempSubdirectory "eqnn-fsharp-"
    try
        let catalog = System.IO.Path.Combine(folder.FullName, "catalog")
        let file = System.IO.Path.Combine(catalog, Eqnn.Catalog.Database.CatalogDatabase.FileName)
        Eqnn.Catalog.Folders.CatalogFolder(catalog).Build(Eqnn.Catalog.Folders.CatalogPlan.Parse("order:4,Q8", [ "regular" ], 0)) |> ignore
        Eqnn.Catalog.Database.CatalogDatabase.Build(catalog, file) ==> 3
        let database = Eqnn.Catalog.Database.CatalogDatabase.Open file
        let groups = database.Query("SELECT name FROM groups ORDER BY name", readOnlyDict [])
        [ for row in groups.Rows -> row[0].Text ] ==> [ "Q8"; "SmallGroup(4,1)"; "SmallGroup(4,2)" ]
        match Option.ofObj (Eqnn.Catalog.Database.CatalogQuestion.TryFind "type") with
        | Some question -> [ for row in question.Ask(database, readOnlyDict [ "type", "H" ]).Rows -> row[0].Text ] ==> [ "Q8" ]
        | None -> failwith "no such question"
        Eqnn.Catalog.Folders.CatalogArchive.Write(catalog, System.IO.Path.Combine(folder.FullName, "a.zip")) ==> 3
        let plan = Eqnn.Catalog.Scale.ShardPlan.Of(Eqnn.Catalog.Folders.CatalogPlan.Parse("order:1..8", [ "regular" ], 0), 2)
        List.sumBy (fun shard -> plan.Shard(shard).Entries.Count) [ 1; 2 ] ==> plan.Jobs.Count
    finally
        folder.Delete true
