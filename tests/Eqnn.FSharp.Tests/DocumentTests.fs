module Eqnn.FSharp.Tests.DocumentTests

open System.IO
open Xunit

/// The folder that holds the solution, from the test assembly upwards.
let repository =
    let rec up (folder: DirectoryInfo | null) =
        match folder with
        | null -> failwith "no Eqnn.Algebra.sln above the tests"
        | found when File.Exists(Path.Combine(found.FullName, "Eqnn.Algebra.sln")) -> found.FullName
        | other -> up other.Parent

    up (DirectoryInfo System.AppContext.BaseDirectory)

/// The fsharp blocks of a document, as lists of lines.
let blocks file =
    let folder (inside: string list option, found) (line: string) =
        match inside with
        | None when line = "```fsharp" -> Some [], found
        | None -> None, found
        | Some lines when line = "```" -> None, List.rev lines :: found
        | Some lines -> Some(line :: lines), found

    match Array.fold folder (None, []) (File.ReadAllLines file) with
    | None, found -> List.rev found
    | Some _, _ -> failwith $"{file}: a fence is not closed"

/// The tour as blocks: the lines that open namespaces, then the body of each test, without the indentation of the test.
let tour =
    let lines = List.ofArray (File.ReadAllLines(Path.Combine(repository, "tests", "Eqnn.FSharp.Tests", "Tour.fs")))
    let opens = lines |> List.filter (fun line -> line.StartsWith "open Eqnn")
    let rec bodies lines =
        match lines with
        | [] -> []
        | (head: string) :: rest when head.StartsWith "let ``" ->
            let body = rest |> List.takeWhile (fun line -> line = "" || line.StartsWith "    ") |> List.map (fun line -> if line = "" then "" else line[4..])
            List.rev (List.skipWhile ((=) "") (List.rev body)) :: bodies (List.skip body.Length rest)
        | _ :: rest -> bodies rest

    let evaluates = File.ReadAllLines(Path.Combine(repository, "tests", "Eqnn.FSharp.Tests", "Evaluates.fs")) |> Array.filter (fun line -> line.StartsWith "    let (==>)") |> Array.map (fun line -> line[4..]) |> List.ofArray
    opens :: evaluates :: bodies lines

[<Fact>]
let ``docs/fsharp.md is the tour, byte for byte and in its order`` () = blocks (Path.Combine(repository, "docs", "fsharp.md")) ==> tour

[<Fact>]
let ``the tour has an example for each of its tests`` () = Assert.InRange(List.length tour, 10, 100)

[<Fact>]
let ``fsharp blocks of other documents are lines of one example of the tour`` () =
    let text lines = "\n" + String.concat "\n" lines + "\n"
    for file in Directory.GetFiles(repository, "*.md") do
        for block in blocks file do
            // What a program says besides: packages, namespaces, and what it prints (tests/packages compares that).
            let example = block |> List.filter (fun line -> line <> "" && [ "#r "; "open "; "printfn " ] |> List.forall (line.StartsWith >> not))
            Assert.True(tour |> List.exists (fun body -> (text body).Contains(text example)), $"{Path.GetFileName file}: {text example}")
