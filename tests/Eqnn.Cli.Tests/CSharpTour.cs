using System.Numerics;
using Eqnn.Algebra;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Representations.Products;
using Eqnn.Checking;
using Eqnn.Checking.Reading;
using Eqnn.Networks;
using Eqnn.Networks.Files;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.PiecewiseLinear.Maps;
using Eqnn.Records.Certificates;
using Eqnn.Records.Groups;
using Eqnn.Records.GSets;
using Eqnn.Records.LinearAlgebra;
using Eqnn.Records.Maps;

namespace Eqnn.Cli.Tests;

/// <summary>docs/csharp.md: each body is a block of that page, in its order; a test compares them.</summary>
public sealed class CSharpTour
{
    [Fact]
    public void A_first_question()
    {
        var table = CharacterTable.Of(FiniteGroup.Cyclic(8));
        var verdict = KernelCriterion.Decide(table.SimpleNamed("L2"), table.SimpleNamed("L1"));
        Is(verdict.IsPossible, false);
        Is(verdict.Match(exists => exists.Witness.ToString(), impossible => $"{impossible.Obstruction.Element} is in the way"), "(1,5)(2,6)(3,7)(4,8) is in the way");

        // The same question in one call, with the exact map of one layer.
        Is(MapAnswer.Of(table.Group, "L1", "L2").ToString(), "L1 -> L2: exists, one relu layer on regular: yes");
    }

    [Fact]
    public void Groups()
    {
        Is(FiniteGroup.Symmetric(4).Order, new BigInteger(24));
        Is(FiniteGroup.Dihedral(4).Order, new BigInteger(8));
        Is(FiniteGroup.Alternating(5).IsAbelian, false);
        Is(FiniteGroup.Quaternion().Name, "Q8");
        Is(FiniteGroup.Dicyclic(3).Order, new BigInteger(12));
        Is(FiniteGroup.SpecialLinear(2, 3).Order, new BigInteger(24));
        Is(FiniteGroup.GeneralLinear(2, 3).Order, new BigInteger(48));
        Is(FiniteGroup.TryParse("C2 x S3", out var product) ? product.Name : "", "C2 x S3");
        Is(FiniteGroup.TryParse("C0", out _), false);

        var a = Permutation.Parse("(1,2)", 3);
        var b = Permutation.Parse("(2,3)", 3);
        Is((a * b).ToString(), "(1,2,3)");
    }

    [Fact]
    public void Numbers()
    {
        var z = Cyclotomic.E(8);
        Is(z - Cyclotomic.Pow(z, 3), Cyclotomic.SquareRoot(2));
        Is((z - Cyclotomic.Pow(z, 3)).ToString("R"), "√2");
        Is(Rational.TryParse("2/3", out var third) ? third + 1 : 0, Rational.Of(5, 3));
        Is(RealCyclotomic.Parse("sqrt(5)") > 2, true);
        Is(RealCyclotomic.TrySquareRoot(RealCyclotomic.Parse("3+2*sqrt(2)"), 1), RealCyclotomic.Parse("1+sqrt(2)"));
    }

    [Fact]
    public void Representations()
    {
        var table = CharacterTable.Of(FiniteGroup.Symmetric(4));
        var split = IsotypicDecomposition.Of(table, GSet.Parse(table.Group, "subsets:2"));
        Is(split.ToString(), "Fun(subsets:2) of S4 = L0 + L2 + L3");
        Is(OrbitalBasis.Of(split.Set, split.Set).ToString(), "Hom(Fun(subsets:2), Fun(subsets:2)): 3 orbitals");

        var standard = table.SimpleNamed("standard");
        var square = ClebschGordan.Of(standard, standard);
        Is(square.ToString(), "L3 * L3 of S4 = L0 + L2 + L3 + L4");
        Is(square.Components[3].Tensors[0][0, 1, 0].ToString("R"), "√2/2");
        Is(square.Verify(), true);
    }

    [Fact]
    public void Activations_and_interaction_graphs()
    {
        var table = CharacterTable.Of(FiniteGroup.Cyclic(8));
        var split = IsotypicDecomposition.Of(table, GSet.Regular(table.Group));
        Is(InteractionGraph.Of(split, Activation.Relu).ToString(), "C8: interaction graph of relu on regular, 5 nodes, 14 edges");
        Is(InteractionGraph.Of(split, Activation.Square).Edges.Count, InteractionGraph.Of(split, Activation.Parse("poly:t^2")).Edges.Count);
        Activation[] odd = [Activation.Tanh, Activation.HardTanh, Activation.Sine, Activation.Cube];
        Is(odd.All(f => f.Even.IsZero), true);
        Activation[] others = [Activation.Abs, Activation.LeakyRelu, Activation.Gelu, Activation.Silu, Activation.Softplus, Activation.Elu, Activation.Sigmoid, Activation.Cosine];
        Is(others.Any(f => f.Even.IsZero), false);
        Is(Activation.TryParse("rleu", out _), false);
    }

    [Fact]
    public void Maps_on_a_fan()
    {
        var table = CharacterTable.Of(FiniteGroup.Cyclic(8));
        var split = IsotypicDecomposition.Of(table, GSet.Regular(table.Group));
        var fan = EquivariantFan.Of(IsotypicSubspace.Of(split, [table.SimpleNamed("L1")]));
        Is(fan.ToString(), "C8: fan in dimension 2, 8 chambers (1 up to symmetry), 8 rays (1)");
        var maps = EquivariantMapSpace.TryOf(fan, table.SimpleNamed("L0"))!;
        Is(maps.Dimension, 1);
        Is(maps.Basis[0].Verify(), true);
        Is(maps.Basis[0] + maps.Basis[0] == maps.Basis[0] * (Cyclotomic)2, true);
    }

    [Fact]
    public void Certificates()
    {
        var table = CharacterTable.Of(FiniteGroup.Cyclic(8));
        var certificate = MapCertificate.Of(KernelCriterion.Decide(table.SimpleNamed("L1"), table.SimpleNamed("L2")));
        string Proved(string text) => CertificateChecker.Check(text, CertificateCheckOptions.Default).Match(accepted => accepted.Statement, refused => $"refused at {refused.Where}");

        Is(Proved(certificate), "a nonzero piecewise linear equivariant map \"L1\" -> \"L2\" exists");
        Is(Proved(certificate.Replace("\"order\": 8", "\"order\": 9")), "refused at group.order");
    }

    [Fact]
    public void Json()
    {
        var table = CharacterTable.Of(FiniteGroup.Cyclic(8));
        var split = IsotypicDecomposition.Of(table, GSet.Regular(table.Group));
        var maps = EquivariantMapSpace.Of(EquivariantFan.Of(IsotypicSubspace.Of(split, [table.SimpleNamed("L1")])), table.SimpleNamed("L2"));
        Is(NumberRecord.Of(Cyclotomic.SquareRoot(2)), "\"E(8)-E(8)^3\"");
        Is(NumberRecord.Read<Rational>("\"2/4\""), Rational.Of(1, 2));
        Is(GroupRecord.Of(FiniteGroup.Symmetric(3)), "{\"name\": \"S3\", \"degree\": 3, \"generators\": [[2, 3, 1], [2, 1, 3]]}\n");
        Is(GroupRecord.Read(GroupRecord.Of(table.Group)).Name, "C8");
        Is(GSetRecord.Read(table.Group, GSetRecord.Of(split.Set)).Size, 8L);
        Is(MapRecord.Read(MapRecord.Of(maps.Basis[0])), maps.Basis[0]);

        var verdict = KernelCriterion.Decide(table.SimpleNamed("L1"), table.SimpleNamed("L2"));
        var again = MapCertificate.Read(MapCertificate.Of(verdict, maps, "my program"));
        Is(again.Verdict.ToString(), verdict.ToString());
        Is(again.Producer, "my program");
        Is(again.Maps?.Basis.SequenceEqual(maps.Basis), true);
    }

    [Fact]
    public void Networks()
    {
        var group = FiniteGroup.Cyclic(8);
        var network = RandomNetwork.Of(FeatureSpace.ParseList(group, "1*regular,3*regular,1*regular"), Activation.Relu);
        Is(network.ToString(), "C8: 1*regular -> 3*regular -> 1*regular, relu, identity, 52 parameters");
        var input = Enumerable.Range(0, network.Input.Dimension).Select(i => (double)i).ToList();
        Is(NetworkJson.Read(NetworkJson.Write(network)).Evaluate(input).SequenceEqual(network.Evaluate(input)), true);
    }

    [Fact]
    public void Limits_and_errors()
    {
        var limits = GroupLimits.Default.WithMaxEnumeratedOrder(1000);
        try
        {
            _ = FiniteGroup.Parse("PSL(2,17)", limits).ConjugacyClasses.Count;
            Is("a limit", "no limit");
        }
        catch (LimitExceededException limit)
        {
            Is(limit.Bound, 1000L);
        }

        try
        {
            FiniteGroup.Parse("C0");
            Is("a refusal", "no refusal");
        }
        catch (AlgebraFormatException refusal)
        {
            Is($"{refusal.What} at {refusal.Position}", "group at 1");
        }
    }

    private static void Is<T>(T actual, T expected)
    {
        if (!EqualityComparer<T>.Default.Equals(actual, expected))
        {
            throw new InvalidOperationException($"{actual} is not {expected}");
        }
    }
}
