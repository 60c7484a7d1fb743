// F# Interactive loads this with the package: values of Eqnn are shown by the line that says what they are, not by all their properties, some of which take long.
fsi.AddPrinter(fun (value: obj) ->
    let kind = value.GetType()
    let isOurs = not (isNull kind.FullName) && kind.FullName.StartsWith "Eqnn."
    if isOurs && kind.GetMethod("ToString", System.Type.EmptyTypes).DeclaringType <> typeof<obj> then string value else null)
