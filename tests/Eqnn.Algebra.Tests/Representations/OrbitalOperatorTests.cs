using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Algebra.Tests.Representations;

public sealed class OrbitalOperatorTests
{
    private static readonly string[] Groups = ["C1", "C2", "C5", "C8", "S3", "Q8", "C3 x C3", "A4"];
    private static readonly string[] Sets = ["regular", "points", "points+trivial"];

    /// <summary>The slow second route: the product of the blocks' polynomials, each to the power χ(1), is the characteristic polynomial of the whole matrix, here at as many points as decide it.</summary>
    [Law(Cases = 30)]
    public void Blocks_multiply_to_the_characteristic_polynomial_of_the_matrix(byte group, byte set, int seed)
    {
        var decomposition = Decompose(Groups[group % Groups.Length], Sets[set % Sets.Length]);
        var operatorOfWeights = Random(decomposition.Set, seed);
        var matrix = operatorOfWeights.ToMatrix().Map(entry => entry.Value);
        var blocks = operatorOfWeights.BlocksOf(decomposition);
        for (var t = 0; t <= matrix.RowCount; t++)
        {
            var product = blocks.Aggregate(Cyclotomic.One, (all, block) => all * block.Simple.Constituents.Aggregate(Cyclotomic.One, (both, character) =>
                both * Cyclotomic.Pow(Value(block, t, conjugate: character != block.Simple.Constituents[0]), (int)character.Degree)));
            Assert.Equal(((Cyclotomic)t * Matrix<Cyclotomic>.Identity(matrix.RowCount) - matrix).Determinant(), product);
        }
    }

    [Law(Cases = 30)]
    public void Applying_it_is_the_product_with_its_matrix_and_commutes_with_the_group(byte group, byte set, int seed)
    {
        var points = Decompose(Groups[group % Groups.Length], Sets[set % Sets.Length]).Set;
        var map = Random(points, seed);
        var random = new Random(seed + 1);
        RealCyclotomic[] vector = [.. Enumerable.Range(0, (int)points.Size).Select(_ => (RealCyclotomic)random.Next(-2, 3))];
        var image = map.Apply(vector);
        Assert.Equal(map.ToMatrix() * vector, image);
        foreach (var g in points.GeneratorActions)
        {
            // (g v)_{g x} = v_x.
            var moved = map.Apply(Enumerable.Range(0, vector.Length).Select(x => vector[g.Inverse()[x]]));
            Assert.Equal(image, Enumerable.Range(0, vector.Length).Select(x => moved[g[x]]));
        }

        Assert.Throws<ArgumentException>(() => map.Apply([.. vector, 1]));
    }

    [Law(Cases = 30)]
    public void Where_a_block_is_a_number_the_map_is_that_number_on_the_component(byte group, byte set, int seed)
    {
        var decomposition = Decompose(Groups[group % Groups.Length], Sets[set % Sets.Length]);
        var operatorOfWeights = Random(decomposition.Set, seed);
        var matrix = operatorOfWeights.ToMatrix().Map(entry => entry.Value);
        foreach (var block in operatorOfWeights.BlocksOf(decomposition).Where(block => block.IsNumber && block.Simple.Type == SimpleType.Real))
        {
            var projector = decomposition.Projector(block.Simple);
            Assert.Equal(block.Eigenvalue * projector, matrix * projector);
        }
    }

    /// <summary>docs/theory.md#layers: the mean over a pixel and its eight neighbours on the torus of n x n pixels.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(10)]
    public void The_averaging_convolution_has_the_eigenvalues_of_the_theory(int n)
    {
        var group = FiniteGroup.Parse($"C{n} x C{n}");
        var table = CharacterTable.Of(group);
        var set = GSet.Regular(group);
        var basis = OrbitalBasis.Of(set, set);
        var (a, b) = (group.Generators[0], group.Generators[1]);
        var weights = new RealCyclotomic[basis.Orbitals.Count];
        foreach (var i in new[] { -1, 0, 1 })
        {
            foreach (var j in new[] { -1, 0, 1 })
            {
                var element = a.Power(i) * b.Power(j);
                weights[basis.PositionOf(set.ActionOf(element)[0], 0)] = new Rational(1, 9);
            }
        }

        var blocks = OrbitalOperator.Of(basis, weights).BlocksOf(IsotypicDecomposition.Of(table, set));
        Assert.Equal(table.Simples.Count, blocks.Count);
        Assert.All(blocks, block =>
        {
            var character = block.Simple.Constituents[0];
            var (atA, atB) = (character[group.ClassPositionOf(a)], character[group.ClassPositionOf(b)]);
            Assert.Equal((1 + atA + atA.Conjugate()) * (1 + atB + atB.Conjugate()) / 9, block.Eigenvalue);
        });
    }

    /// <summary>Which of χ and its conjugate a complex eigenvalue belongs to: the translation by a central element z is the number χ(z)/χ(1) on χ.</summary>
    [Theory]
    [InlineData("C5")]
    [InlineData("C3 x C4")]
    [InlineData("C3 x S3")]
    [InlineData("SL(2,3)")]
    public void Translation_by_a_central_element_is_its_central_character(string name)
    {
        var decomposition = Decompose(name, "regular");
        var (group, set) = (decomposition.Table.Group, decomposition.Set);
        var basis = OrbitalBasis.Of(set, set);
        foreach (var z in group.Centre.EnumerateElements())
        {
            var moved = basis.PositionOf(set.ActionOf(z)[0], 0);
            var blocks = OrbitalOperator.Of(basis, basis.Orbitals.Select(orbital => (RealCyclotomic)(orbital.Position == moved ? 1 : 0))).BlocksOf(decomposition);
            Assert.All(blocks, block =>
            {
                var character = block.Simple.Constituents[0];
                var number = character[group.ClassPositionOf(z)] / character.Degree;
                for (var t = 0; t <= character.Degree; t++)
                {
                    Assert.Equal(Cyclotomic.Pow(t - number, (int)character.Degree), Value(block, t, conjugate: false));
                }
            });
        }
    }

    [Fact]
    public void Deep_sets_act_by_two_numbers()
    {
        // λ·1 + μ·(the rest): λ + (n - 1) μ on the constants, λ - μ on the sums zero.
        var decomposition = Decompose("S5", "points");
        var blocks = OrbitalOperator.Of(OrbitalBasis.Of(decomposition.Set, decomposition.Set), [new Rational(7), new Rational(1, 2)]).BlocksOf(decomposition);
        Assert.Equal([9, new Rational(13, 2)], blocks.Select(block => block.Eigenvalue.ToRational()));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var s4 = FiniteGroup.Parse("S4");
        var (points, pairs) = (GSet.Points(s4), GSet.Subsets(s4, 2));
        Assert.Contains("points", Assert.Throws<ArgumentException>(() => OrbitalOperator.Of(OrbitalBasis.Of(points, pairs), [1, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("2 orbitals, not 3", Assert.Throws<ArgumentException>(() => OrbitalOperator.Of(OrbitalBasis.Of(points, points), [1, 2, 3])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => OrbitalOperator.Of(OrbitalBasis.Of(points, points), [1, 2]).BlocksOf(Decompose("S4", "points")));
        var twice = Decompose("S4", "2*points");
        var block = OrbitalOperator.Of(OrbitalBasis.Of(twice.Set, twice.Set), Enumerable.Repeat(RealCyclotomic.One, 8)).BlocksOf(twice)[0];
        Assert.Contains("2 eigenvalues", Assert.Throws<InvalidOperationException>(() => block.Eigenvalue).Message, StringComparison.Ordinal);
        Assert.Equal("L0: [1, -8, 0]", block.ToString());
        Assert.Throws<OperationCanceledException>(() => OrbitalOperator.Of(OrbitalBasis.Of(twice.Set, twice.Set), Enumerable.Repeat(RealCyclotomic.One, 8)).BlocksOf(twice, new CancellationToken(canceled: true)));
        var large = Decompose("A7", "regular");
        Assert.Throws<LimitExceededException>(() => OrbitalOperator.Of(OrbitalBasis.Of(large.Set, large.Set), new RealCyclotomic[2520]).BlocksOf(large));
    }

    private static OrbitalOperator Random(GSet set, int seed)
    {
        var random = new Random(seed);
        var basis = OrbitalBasis.Of(set, set);
        return OrbitalOperator.Of(basis, basis.Orbitals.Select(_ => random.Next(4) == 0 ? (RealCyclotomic)Cyclotomic.SquareRoot(2) : (RealCyclotomic)new Rational(random.Next(-3, 4), random.Next(1, 4))));
    }

    private static Cyclotomic Value(OperatorBlock block, int t, bool conjugate)
    {
        var value = block.CharacteristicPolynomial.Reverse().Aggregate(Cyclotomic.Zero, (sum, coefficient) => (sum * t) + coefficient);
        return conjugate ? value.Conjugate() : value;
    }

    private static IsotypicDecomposition Decompose(string groupName, string name)
    {
        var group = FiniteGroup.Parse(groupName);
        return IsotypicDecomposition.Of(CharacterTable.Of(group), GSet.Parse(group, name));
    }
}
