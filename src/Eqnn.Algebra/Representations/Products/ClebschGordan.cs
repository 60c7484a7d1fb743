using System.Diagnostics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Representations.Products;

/// <summary>The product L ⊗ K of two simple real representations decomposed, with exact Clebsch–Gordan tensors: all equivariant bilinear maps L × K → M for the simples M in it.</summary>
/// <remarks>
/// <para><b>Field.</b> Real cyclotomics. The simples are given by orthogonal matrices where the roots for them are found (<see cref="SimpleMatrices"/>), and the tensors then are orthonormal where theirs are.</para>
/// <para><b>Unique or chosen.</b> Multiplicities are unique. Bases of the simples, copies and units are chosen; the same group and simples give the same choice.</para>
/// <para><b>Proved.</b> Multiplicities by characters agree with the dimensions of the solutions; every tensor commutes with the generators, exactly.</para>
/// <para><b>Source.</b> docs/theory.md#products.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ClebschGordan
{
    /// <summary>The largest dimension of a product L ⊗ K.</summary>
    public const int MaxDimension = 400;

    private ClebschGordan(SimpleMatrices left, SimpleMatrices right, IReadOnlyList<ClebschGordanComponent> components, bool isWhole)
    {
        Left = left;
        Right = right;
        Components = components;
        IsWhole = isWhole;
    }

    /// <summary>L.</summary>
    public SimpleMatrices Left { get; }

    /// <summary>K.</summary>
    public SimpleMatrices Right { get; }

    /// <summary>The simples that occur, or those that were asked for, in the order of the table.</summary>
    public IReadOnlyList<ClebschGordanComponent> Components { get; }

    /// <summary>Whether all simples that occur are there.</summary>
    public bool IsWhole { get; }

    /// <summary>The dimension of L ⊗ K.</summary>
    public int Dimension => Left.Dimension * Right.Dimension;

    /// <summary>The number of coordinates of all projections.</summary>
    public int FormCount => Components.Sum(component => component.Multiplicity * component.Target.Dimension);

    /// <summary>The number of coefficients of all projections that are not zero.</summary>
    public int TermCount => Components.Sum(component => component.Projections.Sum(projection => projection.Rows().Sum(row => row.Count(coefficient => !coefficient.IsZero))));

    /// <summary>Whether L, K and all M have orthonormal bases and all tensors are orthonormal.</summary>
    public bool IsOrthonormal => Left.IsOrthonormal && Right.IsOrthonormal && Components.All(component => component.Target.IsOrthonormal && component.IsOrthonormal);

    /// <summary>The decomposition of L ⊗ K.</summary>
    /// <param name="left">L.</param>
    /// <param name="right">K.</param>
    /// <param name="onto">The simples M to look at; all that occur where it is left out. One that does not occur has no tensors.</param>
    /// <param name="progress">Told the simples one after another.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The simples belong to different tables.</exception>
    /// <exception cref="LimitExceededException">The product has a dimension beyond <see cref="MaxDimension"/>, or matrices of a simple are not found.</exception>
    /// <exception cref="CertificateException">A check of the result failed: a bug.</exception>
    public static ClebschGordan Of(SimpleRepresentation left, SimpleRepresentation right, IEnumerable<SimpleRepresentation>? onto = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var asked = onto?.ToHashSet();
        if (left.Table != right.Table || asked?.Any(simple => simple.Table != left.Table) == true)
        {
            throw new ArgumentException("the simples belong to different tables", nameof(right));
        }

        if (left.Dimension * right.Dimension > MaxDimension)
        {
            throw new LimitExceededException("dimension of a product of simples", MaxDimension, FormattableString.Invariant($"{left.Dimension * right.Dimension}, {left.Dimension} times {right.Dimension}"), "not possible; the multiplicities come from the product of the characters, whatever the dimension");
        }

        var character = left.Character * right.Character;
        var found = new Dictionary<SimpleRepresentation, SimpleMatrices>();
        var (first, second) = (Matrices(left), Matrices(right));
        var (product, form) = (TensorProductRepresentation.Of(first, second), AdjointForm.Of(first, second));
        var counts = left.Table.Simples.Select(simple => (Simple: simple, Multiplicity: (int)simple.MultiplicityIn(character))).Where(count => asked?.Contains(count.Simple) ?? count.Multiplicity > 0).ToList();
        var components = new List<ClebschGordanComponent>();
        foreach (var (simple, multiplicity) in counts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new WorkProgress("intertwiners", components.Count, counts.Count));
            components.Add(ClebschGordanComponent.Of(product, form, Matrices(simple), multiplicity, cancellationToken));
        }

        return new(first, second, components.AsReadOnly(), asked is null);

        SimpleMatrices Matrices(SimpleRepresentation simple)
        {
            if (!found.TryGetValue(simple, out var matrices))
            {
                matrices = SimpleMatrices.Of(simple, cancellationToken);
                found.Add(simple, matrices);
            }

            return matrices;
        }
    }

    /// <summary>Checks again that every tensor is equivariant on the generators, without what found it.</summary>
    /// <returns>False for a tensor that is not.</returns>
    public bool Verify()
    {
        var product = TensorProductRepresentation.Of(Left, Right);
        return Left.Group.Generators.All(g => product.MatrixOf(g) is var on && Components.All(component => component.Target.MatrixOf(g) is var at && component.Tensors.All(tensor => tensor.Matrix * on == at * tensor.Matrix)));
    }

    /// <summary>In one line: the product as a sum.</summary>
    public override string ToString() => FormattableString.Invariant($"{Left.Simple.Label} * {Right.Simple.Label} of {Left.Group.Name} = {string.Join(" + ", Components.Select(component => component.ToString()))}{(IsWhole ? "" : " + ...")}");
}
