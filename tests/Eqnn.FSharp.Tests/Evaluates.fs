namespace Eqnn.FSharp.Tests

/// In the examples `left ==> right` reads "left evaluates to right".
[<AutoOpen>]
module Evaluates =

    let (==>) (actual: 'T) (expected: 'T) = Xunit.Assert.Equal<'T>(expected, actual)
