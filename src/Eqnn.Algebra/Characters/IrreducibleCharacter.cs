using System.Diagnostics;
using System.Numerics;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>A complex irreducible character χ of a finite group: a row of its <see cref="CharacterTable"/>.</summary>
/// <remarks>Not a representation: no matrices, only their traces. The simple representation over the real numbers that contains it is <see cref="Simple"/>.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class IrreducibleCharacter
{
    private readonly Lazy<ClassSet> _kernel;
    private readonly Lazy<IReadOnlyList<int>> _kernelClassPositions;
    private readonly Lazy<BigInteger> _kernelOrder;

    internal IrreducibleCharacter(CharacterTable table, int position, CharacterRow row, int indicator)
    {
        Table = table;
        Position = position;
        Row = row;
        Indicator = indicator;
        Values = new ClassFunction(table, new LazyValues(table.Classes.Count, c => table.Pool.Value(row.Id(c))), isGaloisStable: true);
        _kernel = new Lazy<ClassSet>(() => row.Kernel(table.Classes.Count, table.Pool));
        _kernelClassPositions = new Lazy<IReadOnlyList<int>>(() => Array.AsReadOnly(_kernel.Value.Positions()));
        _kernelOrder = new Lazy<BigInteger>(() => KernelClassPositions.Aggregate(BigInteger.Zero, (sum, c) => sum + table.Classes[c].Size));
    }

    /// <summary>The table.</summary>
    public CharacterTable Table { get; }

    /// <summary>The place in <see cref="CharacterTable.Irreducibles"/>, from 0.</summary>
    public int Position { get; }

    /// <summary><c>X.1</c>, <c>X.2</c>, ...: the place counted from 1.</summary>
    public string Label => FormattableString.Invariant($"X.{Position + 1}");

    /// <summary>χ(1), the dimension over the complex numbers.</summary>
    public long Degree => Row.Degree;

    /// <summary>The values, made when asked for.</summary>
    public ClassFunction Values { get; }

    /// <summary>The Frobenius–Schur indicator |G|⁻¹ Σ χ(g²): 1 (real), 0 (χ is not real-valued) or -1 (quaternionic).</summary>
    public int Indicator { get; }

    /// <summary>The positions of the classes on which χ(g) = χ(1), ascending.</summary>
    public IReadOnlyList<int> KernelClassPositions => _kernelClassPositions.Value;

    /// <summary>The order of the kernel.</summary>
    public BigInteger KernelOrder => _kernelOrder.Value;

    /// <summary>The simple representation over the real numbers whose complexification contains χ.</summary>
    public SimpleRepresentation Simple => Table.SimpleOf(this);

    /// <summary>The value at the class at a position.</summary>
    public Cyclotomic this[int classPosition] => Values[classPosition];

    /// <summary>Label and degree.</summary>
    public override string ToString() => FormattableString.Invariant($"{Label} of degree {Degree}");

    /// <summary>The kernel as bits.</summary>
    internal ClassSet Kernel => _kernel.Value;

    /// <summary>The values as numbers.</summary>
    internal CharacterRow Row { get; }
}
