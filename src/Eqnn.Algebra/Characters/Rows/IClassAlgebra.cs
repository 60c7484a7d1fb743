using Eqnn.Numbers.Modular;

namespace Eqnn.Algebra.Characters.Rows;

/// <summary>What Dixon–Schneider needs to know of a group: its classes and, row by row, the matrices by which class sums multiply.</summary>
internal interface IClassAlgebra
{
    /// <summary>The number of classes; class 0 is that of the identity.</summary>
    int ClassCount { get; }

    /// <summary>The order of the group.</summary>
    long Order { get; }

    /// <summary>The exponent of the group.</summary>
    long Exponent { get; }

    /// <summary>The class sizes.</summary>
    IReadOnlyList<long> Sizes { get; }

    /// <summary>The powers of the classes.</summary>
    ClassPowers Powers { get; }

    /// <summary>Integer-valued characters known without computation, by class; none where class matrices are cheap.</summary>
    IReadOnlyList<long[]> NaturalCharacters { get; }

    /// <summary>Characters induced from centralizers, modulo p, made one after another as they are asked for; none where class matrices are cheap.</summary>
    IEnumerable<ulong[]> InducedFromCentralizers(PrimeField field, ulong root, CancellationToken cancellationToken);

    /// <summary>The class of zg for the element z of a class of one element and g in class c.</summary>
    int ProductWithCentral(int central, int c);

    /// <summary>Adds to <paramref name="counts"/>[k] the number of x in class j with x·g in class k, g the representative of class i.</summary>
    void AddStructureRow(int j, int i, Span<long> counts, CancellationToken cancellationToken);
}
