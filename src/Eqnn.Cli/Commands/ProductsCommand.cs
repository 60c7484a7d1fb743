using System.CommandLine;
using Eqnn.Algebra.Representations.Products;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks.Files;
using Eqnn.Numbers;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn products G L K</c>: the product of two simples decomposed, with exact Clebsch–Gordan tensors.</summary>
internal sealed class ProductsCommand : EqnnCommand
{
    private static readonly Argument<string> Left = new("L") { Description = "a simple by its label or alias: L1, trivial, sign, standard, [3,1]" };
    private static readonly Argument<string> Right = new("K") { Description = "another, or the same" };
    private static readonly Option<string> Onto = new("--onto") { HelpName = "M", Description = "only the maps to this simple, or to several: L1,L2; default: all that occur" };
    private static readonly FileOption Npz = new("--npz") { HelpName = "FILE", Description = "also write the tensors and the matrices of the generators into FILE, as arrays of numpy in double precision" };

    /// <inheritdoc/>
    public override string Name => "products";

    /// <inheritdoc/>
    public override string Summary => "the product of two simples as a sum of simples, with exact Clebsch-Gordan tensors";

    /// <inheritdoc/>
    public override string Details =>
        """
        The tensor product of L and K over the real numbers is a sum of simples M. For each of them: how often it occurs, and a basis of all equivariant bilinear
        maps L x K -> M, the Clebsch-Gordan tensors: projections onto orthogonal copies of M, followed by the units of End(M), which are 1 for type R,
        1, i for type C and 1, i, j, k for type H. So there are dim End(M) times the multiplicity.
        The simples are given by orthogonal matrices and the tensors are orthonormal wherever the square roots for that are real cyclotomics that are found; the answer says so.
        Multiplicities are found twice, by characters and by solving; every tensor is checked on the generators, exactly.
        Array NAME of the file of --npz: tensor_M has the shape (tensors, dim L, dim K, dim M), generators_M (generators, dim M, dim M).
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn products C8 L1 L1", "frequencies add and subtract"),
        ("eqnn products S4 standard standard --onto L4", "the cross product of vectors"),
        ("eqnn products Q8 L4 L4 --onto L0,L1", "quaternions"),
        ("eqnn products \"SL(2,3)\" L4 L2 --npz tensors.npz", "arrays for numpy"),
        ("eqnn products C7:C3 L1 L2 --format json", "for programs"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [CommonOptions.Group, Left, Right];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Onto, Npz];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var table = Inputs.Table(query);
        var (left, right) = (Inputs.Simple(table, query.Required(Left)), Inputs.Simple(table, query.Required(Right)));
        var onto = query.Value(Onto) is { } labels ? Inputs.Simples(table, labels) : null;
        var product = ClebschGordan.Of(left, right, onto, query.Progress, query.CancellationToken);
        if (query.Value(Npz) is { } path)
        {
            query.Files.Add(path, [.. NpzFile.ToBytes(Arrays(product))], "--npz");
        }

        return new ProductReport(product, query.Full);
    }

    private static Dictionary<string, NpyFile> Arrays(ClebschGordan product)
    {
        var arrays = new Dictionary<string, NpyFile>();
        foreach (var matrices in product.Components.Select(component => component.Target).Prepend(product.Right).Prepend(product.Left).DistinctBy(matrices => matrices.Simple))
        {
            var generators = matrices.Group.Generators;
            arrays.Add($"generators_{matrices.Simple.Label}", new NpyFile([generators.Count, matrices.Dimension, matrices.Dimension], generators.SelectMany(g => matrices.MatrixOf(g).Rows()).SelectMany(Doubles)));
        }

        var (rows, columns) = (Enumerable.Range(0, product.Left.Dimension), Enumerable.Range(0, product.Right.Dimension));
        foreach (var component in product.Components)
        {
            arrays.Add($"tensor_{component.Simple.Label}", new NpyFile(
                [component.Tensors.Count, product.Left.Dimension, product.Right.Dimension, component.Target.Dimension],
                component.Tensors.SelectMany(tensor => rows.SelectMany(l => columns.SelectMany(k => Doubles(tensor.Values(l, k)))))));
        }

        return arrays;
    }

    private static IEnumerable<double> Doubles(IEnumerable<Cyclotomic> values) => values.Select(value => value.ToDouble());
}
