using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.Checking.Groups;

/// <summary>A simple real representation, known by a complex character that has been proved irreducible.</summary>
/// <remarks>The type is the indicator <c>|G|⁻¹ Σ χ(g²)</c>, 1, 0 or -1 for an irreducible χ [Frobenius-Schur]; the character is χ, χ + χ̄ or 2χ.</remarks>
internal sealed class RealSimple
{
    /// <summary>From an irreducible character.</summary>
    public RealSimple(int position, string label, IReadOnlyList<Cyclotomic> constituent, ListedGroup group)
    {
        Position = position;
        Label = label;
        Group = group;
        var squares = Cyclotomic.Zero;
        for (var c = 0; c < group.Classes.Count; c++)
        {
            var g = group.Representative(c);
            squares += group.Classes[c].Count * constituent[group.ClassOf[group.Multiply(g, g)]];
        }

        Type = squares.Sign switch { 0 => 'C', > 0 => 'R', _ => 'H' };
        Values = [.. constituent.Select(x => Type switch { 'R' => x, 'C' => x + x.Conjugate(), _ => 2 * x })];
        Kernel = Enumerable.Range(0, Values.Count).Where(c => Values[c] == Values[0]).ToHashSet();
    }

    /// <summary>Its place from 0.</summary>
    public int Position { get; }

    public string Label { get; }

    public ListedGroup Group { get; }

    /// <summary>R, C or H.</summary>
    public char Type { get; }

    /// <summary>The character by classes.</summary>
    public IReadOnlyList<Cyclotomic> Values { get; }

    /// <summary>The classes of its kernel, from 0.</summary>
    public IReadOnlySet<int> Kernel { get; }

    public int Dimension => (int)Values[0].ToRational().ToBigInteger();

    /// <summary>The dimension of End_G: 1, 2 or 4.</summary>
    public int Endomorphisms => Type switch { 'R' => 1, 'C' => 2, _ => 4 };

    public BigInteger KernelOrder => Kernel.Sum(c => Group.Classes[c].Count);

    /// <summary>κ = dim L / (dim End(L) |G|): the coordinate of P_L e_1 at g is κ ψ(g).</summary>
    public Rational Scale => new(Dimension, (long)Endomorphisms * Group.Order);

    /// <summary>Whether a class acts trivially.</summary>
    public bool Fixes(int @class) => Kernel.Contains(@class);

    /// <summary>Whether its kernel lies in that of another (docs/theory.md#kernel-criterion).</summary>
    public bool MapsTo(RealSimple target) => Kernel.IsSubsetOf(target.Kernel);

    /// <summary>Σ of the character over the kernel of another simple.</summary>
    public Cyclotomic SumOverKernel(RealSimple other) => other.Kernel.Aggregate(Cyclotomic.Zero, (sum, c) => sum + (Values[c] * Group.Classes[c].Count));

    /// <summary>The dimension of the vectors fixed by a subgroup, given by the classes of its elements.</summary>
    public int FixedDimension(IReadOnlyCollection<int> classes)
    {
        var counts = classes.GroupBy(c => c);
        var sum = counts.Aggregate(Cyclotomic.Zero, (total, c) => total + (Values[c.Key] * c.Count()));
        return (int)(sum.ToRational() / classes.Count).ToBigInteger();
    }
}
