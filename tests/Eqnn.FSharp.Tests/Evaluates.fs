namespace Eqnn.FSharp.Tests

/// In the examples `left ==> right` reads "left evaluates to right".
[<AutoOpen>]
module Evaluates =

    let (==>) (actual: 'T) (expected: 'T) = if actual <> expected then failwith $"{actual} is not {expected}"
