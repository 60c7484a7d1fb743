/// The F# example of docs/catalog.md; its fenced block is, line by line, part of this file.
module Eqnn.FSharp.Tests.CatalogTests

open System.IO
open Xunit

let private catalogFolder = Path.Combine(DocumentTests.repository, "catalog")

[<Fact>]
let ``the catalog is read`` () =
    let folder = Eqnn.Catalog.Folders.CatalogFolder catalogFolder
    let largest = folder.ReadIndex() |> Seq.maxBy (fun record -> record.Pairs)
    (largest.Group, largest.Pairs) ==> ("C61", 931)

    let document = folder.Read "C8"
    [ for simple in document.Simples -> simple.Label, simple.TypeLetter, simple.Dimension ]
    ==> [ "L0", 'R', 1L; "L1", 'C', 2L; "L2", 'C', 2L; "L3", 'C', 2L; "L4", 'R', 1L ]
    [ for pair in document.Pairs do if pair.Source.Label = "L2" && pair.Exists then pair.Target.Label ] ==> [ "L0"; "L2"; "L4" ]
    (document.Pair("L1", "L2")).Match((fun witness -> witness.Bias.ToString "R"), (fun _ -> "none")) ==> "1/8+√2/16"

    let relu = document.Maps |> Seq.find (fun maps -> maps.Fan.Source.Label = "L1" && maps.Target.Label = "L2")
    string relu ==> "maps L1 -> L2 on regular: dimension 2, linear 0, one layer 2"
    [ for value in relu.Composites[0] do for x in value -> string x ] ==> [ "-1/4*E(8)+1/4*E(8)^3"; "0" ]

    // To compute with: the group and the verdict as values of the library, compared with what the document says.
    document.Group.Order ==> 8I
    document.Decide("L1", "L2").Verify() ==> true
    folder.Verify([ "C8" ]) |> Seq.isEmpty ==> true

[<Fact>]
let ``a document has values of every kind`` () =
    let document = (Eqnn.Catalog.Folders.CatalogFolder catalogFolder).Read "S4"
    let set = document.Sets |> Seq.find (fun set -> set.Name = "points")
    List.ofSeq set.OrbitLengths ==> [ 4 ]
    List.ofSeq set.Multiplicities ==> [ 1; 1 ]
    (document.SetNamed "points").Size ==> 4L
    let fan = document.Fans |> Seq.find (fun fan -> fan.Set.Name = "points" && fan.Source.Dimension = 3L)
    (Option.ofNullable fan.Hyperplanes, Option.ofNullable fan.IsSimplicial) ==> (Some 4L, Some false)
    [ for orbit in fan.RayOrbits -> int64 orbit.Size * orbit.StabiliserOrder ] |> List.forall (fun order -> order = 24L) ==> true
    document.Depths |> Seq.exists (fun depth -> depth.IsReached && depth.Source.Label <> depth.Target.Label) ==> true

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

[<Fact>]
let ``a catalog becomes a site`` () =
    let folder = Directory.CreateTempSubdirectory "eqnn-fsharp-"
    try
        let catalog = Eqnn.Catalog.Folders.CatalogFolder(Path.Combine(folder.FullName, "catalog"))
        catalog.Build(Eqnn.Catalog.Folders.CatalogPlan.Parse("C2,C3", [ "regular" ], 0)) |> ignore
        let there = Path.Combine(folder.FullName, "site")
        let site = Eqnn.Catalog.Folders.CatalogSite.Write(catalog, there, "1", fun record -> "eqnn explore " + record.Group)
        (site.Pages, Seq.length site.LeftOut) ==> (2, 0)
        Directory.EnumerateFiles(there, "*", SearchOption.AllDirectories) |> Seq.sumBy (fun file -> FileInfo(file).Length) ==> site.Bytes
    finally
        folder.Delete true
