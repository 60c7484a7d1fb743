using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Numbers;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Contents;

/// <summary>A simple real representation as a document of the catalog states it.</summary>
public sealed class CatalogSimple
{
    private readonly Lazy<IReadOnlyList<Cyclotomic>> _values;

    internal CatalogSimple(JsonItem record)
    {
        Record = record;
        Label = record["label"].Text();
        Aliases = record["aliases"].Texts();
        TypeLetter = record["type"].Text() is "R" or "C" or "H" ? record["type"].Text()[0] : throw record["type"].Misfit("R, C or H is expected");
        Dimension = record["dimension"].Long();
        KernelOrder = record["kernelOrder"].Count();
        KernelClassPositions = [.. record["kernel"].Wholes(1).Select(c => c - 1)];
        _values = new(() => [.. record["values"].Items().Select(value => value.Exact())]);
    }

    /// <summary>Its label, <c>L0</c>, <c>L1</c>, ...</summary>
    public string Label { get; }

    /// <summary>Other names of it; may be empty.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>R, C or H.</summary>
    public char TypeLetter { get; }

    /// <summary>Real, complex or quaternionic.</summary>
    public SimpleType Type => TypeLetter switch
    {
        'R' => SimpleType.Real,
        'C' => SimpleType.Complex,
        _ => SimpleType.Quaternionic,
    };

    /// <summary>The dimension over the real numbers.</summary>
    public long Dimension { get; }

    /// <summary>The order of the kernel.</summary>
    public BigInteger KernelOrder { get; }

    /// <summary>The positions from 0 of the classes in the kernel.</summary>
    public IReadOnlyList<int> KernelClassPositions { get; }

    /// <summary>The character, by classes.</summary>
    public IReadOnlyList<Cyclotomic> Character => _values.Value;

    internal JsonItem Record { get; }

    /// <summary>Label, dimension and type.</summary>
    public override string ToString() => FormattableString.Invariant($"{Label} of dimension {Dimension}, type {TypeLetter}");

    internal bool IsNamed(string name) => Aliases.Prepend(Label).Contains(name, StringComparer.OrdinalIgnoreCase);
}
