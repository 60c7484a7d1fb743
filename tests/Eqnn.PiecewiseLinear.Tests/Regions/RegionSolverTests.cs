using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Regions;
using Eqnn.PiecewiseLinear.Tests.Arrangements;
using Eqnn.PiecewiseLinear.Z3;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Regions;

public sealed class RegionSolverTests
{
    [Fact]
    public void Simplex_certifies_random_systems()
    {
        var random = new Random(11);
        var feasible = 0;
        for (var round = 0; round < 150; round++)
        {
            feasible += Decide(RegionSolvers.Simplex, RandomSystem(random, round)).IsFeasible ? 1 : 0;
        }

        Assert.InRange(feasible, 25, 125);
    }

    [Z3Fact]
    public void Z3_and_simplex_agree_on_random_systems()
    {
        var random = new Random(12);
        for (var round = 0; round < 50; round++)
        {
            var system = RandomSystem(random, round);
            Assert.Equal(Decide(RegionSolvers.Simplex, system).IsFeasible, Decide(Z3Solver.Create, system).IsFeasible);
        }
    }

    [Z3Fact]
    public void Three_routes_give_the_same_chambers()
    {
        var random = new Random(13);
        var arrangements = new List<Arrangement> { Families.Cyclic(5, 1, 2), Families.Resonance(3), Families.Braid(3) };
        for (var round = 0; round < 6; round++)
        {
            arrangements.Add(Arrangement.FromRows(Families.Random(random, 5, 3, round % 2 == 0)));
        }

        foreach (var arrangement in arrangements)
        {
            var bySimplex = Search(RegionSolvers.Simplex, arrangement);
            var byZ3 = Search(Z3Solver.Create, arrangement);
            var byRays = ChamberEnumeration.Of(Arrangement.FromRows(arrangement.Rows)).Orbits.Select(o => o.Representative.ToString()).Order(StringComparer.Ordinal).ToList();
            Assert.Equal(byRays, bySimplex);
            Assert.Equal(byRays, byZ3);
        }
    }

    [Z3Fact]
    [Trait("speed", "slow")]
    public void Three_routes_agree_on_degenerate_C9()
    {
        var arrangement = Families.Cyclic(9, 1, 2);
        var bySimplex = Search(RegionSolvers.Simplex, arrangement);
        Assert.Equal(144, bySimplex.Count);
        Assert.Equal(bySimplex, Search(Z3Solver.Create, arrangement));
    }

    [Fact]
    public void Two_routes_give_the_same_chambers_without_Z3()
    {
        foreach (var arrangement in new[] { Families.Cyclic(8, 1, 2), Families.Resonance(3), Families.Rational([[0, 0], [1, 1], [-2, -2]]), Families.Rational([]) })
        {
            var byRays = ChamberEnumeration.Of(Arrangement.FromRows(arrangement.Rows)).Orbits.Select(o => o.Representative.ToString()).Order(StringComparer.Ordinal);
            Assert.Equal(byRays, Search(RegionSolvers.Simplex, arrangement));
        }
    }

    [Fact]
    public void A_thin_irrational_cone_is_decided_exactly()
    {
        // (√5 - 2)^30 x > y > 0 has points with x > 0 only; with -x > 0 none.
        foreach (var kind in Kinds())
        {
            var small = Cyclotomic.Pow(Cyclotomic.SquareRoot(5) - 2, 30);
            LinearConstraint[] thin = [LinearConstraint.Positive([small, -1]), LinearConstraint.Positive([0, 1])];
            Assert.True(Decide(kind, thin).IsFeasible);
            Assert.False(Decide(kind, [.. thin, LinearConstraint.Positive([-1, 0])]).IsFeasible);
        }
    }

    [Fact]
    public void An_exact_irrational_dependence_is_infeasible()
    {
        // a + b + c = 0 over ℚ(√2): all three positive is impossible, by a hair.
        var root = Cyclotomic.SquareRoot(2);
        foreach (var kind in Kinds())
        {
            Assert.False(Decide(kind, [LinearConstraint.Positive([root, 1]), LinearConstraint.Positive([1 - root, root]), LinearConstraint.Positive([-1, -1 - root])]).IsFeasible);
            Assert.True(Decide(kind, [LinearConstraint.NonNegative([root, 1]), LinearConstraint.NonNegative([-root, -1]), LinearConstraint.Positive([1, 0])]).IsFeasible);
        }
    }

    [Fact]
    public void Pop_takes_back_the_newest_constraint()
    {
        foreach (var kind in Kinds())
        {
            using var solver = kind(2);
            Assert.True(solver.Check().IsFeasible);
            solver.Push(LinearConstraint.Positive([1, 0]));
            solver.Push(LinearConstraint.Positive([-1, 0]));
            Assert.False(solver.Check().IsFeasible);
            solver.Pop();
            Assert.True(solver.Check().IsFeasible);
            solver.Push(LinearConstraint.Positive([Cyclotomic.SquareRoot(2), -1]));
            solver.Push(LinearConstraint.Positive([-1, Cyclotomic.SquareRoot(2)]));
            Assert.True(solver.Check().IsFeasible);
            solver.Push(LinearConstraint.Positive([0, -1]));
            Assert.False(solver.Check().IsFeasible);
            for (var i = 0; i < 3; i++)
            {
                solver.Pop();
            }

            Assert.True(solver.Check().IsFeasible);
            solver.Pop();
            Assert.Throws<InvalidOperationException>(solver.Pop);
            Assert.Throws<ArgumentException>(() => solver.Push(LinearConstraint.Positive([1])));
        }
    }

    [Fact]
    public void Tampered_certificates_are_refused()
    {
        var random = new Random(14);
        var points = 0;
        var multipliers = 0;
        for (var round = 0; round < 100; round++)
        {
            switch (Decide(RegionSolvers.Simplex, RandomSystem(random, round)))
            {
                case RegionCertificate.Feasible feasible when feasible.Constraints.Any(c => c.IsStrict):
                    // The opposite point violates a strict constraint.
                    Assert.False(new RegionCertificate.Feasible(feasible.Constraints, [.. feasible.Point.Select(x => -x)]).Verify());
                    Assert.False(new RegionCertificate.Feasible(feasible.Constraints, [.. feasible.Point.Skip(1)]).Verify());
                    points++;
                    break;
                case RegionCertificate.Infeasible infeasible:
                    var changed = infeasible.Multipliers.ToArray();
                    var place = Enumerable.Range(0, changed.Length).FirstOrDefault(i => !changed[i].IsZero && !infeasible.Constraints[i].Form.All(x => x.IsZero), -1);
                    if (place >= 0)
                    {
                        changed[place] += 1;
                        Assert.False(new RegionCertificate.Infeasible(infeasible.Constraints, changed).Verify());
                        multipliers++;
                    }

                    Assert.False(new RegionCertificate.Infeasible(infeasible.Constraints, [.. infeasible.Multipliers.Select(y => -y)]).Verify());
                    Assert.False(new RegionCertificate.Infeasible(infeasible.Constraints, [.. infeasible.Multipliers.Select(_ => Cyclotomic.Zero)]).Verify());
                    break;
            }
        }

        Assert.True(points > 10 && multipliers > 10);
    }

    [Fact]
    public void A_solver_that_lies_is_refused()
    {
        using var liar = new Liar();
        liar.Push(LinearConstraint.Positive([1, 0]));
        Eqnn.Testing.Fires.With("a point satisfies the system or multipliers refute it", () => liar.Check());
        Assert.Equal(2, liar.Refinements);
    }

    [Fact]
    public void Imaginary_coefficients_are_refused()
    {
        Assert.Throws<ArgumentException>(() => LinearConstraint.Positive([Cyclotomic.E(4)]));
        Assert.Throws<ArgumentException>(() => LinearConstraint.NonNegative([1, Cyclotomic.E(3)]));
    }

    [Fact]
    public void A_cancelled_token_stops_the_solvers()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        foreach (var kind in Kinds())
        {
            using var solver = kind(2);
            solver.Push(LinearConstraint.Positive([1, 2]));
            Assert.Throws<OperationCanceledException>(() => solver.Check(source.Token));
        }
    }

    private static Func<int, RegionSolver>[] Kinds() => Z3Solver.Version is null ? [RegionSolvers.Simplex] : [RegionSolvers.Simplex, Z3Solver.Create];

    private static RegionCertificate Decide(Func<int, RegionSolver> kind, IReadOnlyList<LinearConstraint> system)
    {
        using var solver = kind(system[0].Form.Count);
        foreach (var constraint in system)
        {
            solver.Push(constraint);
        }

        var certificate = solver.Check();
        Assert.True(certificate.Verify());
        Assert.Equal(system, certificate.Constraints);
        return certificate;
    }

    /// <summary>Up to seven constraints in up to four variables, some weak, some opposite to others, half of the systems irrational.</summary>
    private static List<LinearConstraint> RandomSystem(Random random, int round)
    {
        var rows = Families.Random(random, random.Next(2, 8), random.Next(1, 5), round % 2 == 0);
        var system = rows.Select(row => random.Next(4) == 0 ? LinearConstraint.NonNegative(row) : LinearConstraint.Positive(row)).ToList();
        if (random.Next(3) == 0)
        {
            system.Add(LinearConstraint.NonNegative(system[0].Form.Select(x => -x)));
        }

        return system;
    }

    private static List<string> Search(Func<int, RegionSolver> kind, Arrangement arrangement)
    {
        using var solver = kind(arrangement.AmbientDimension);
        return [.. SignVectorSearch.Chambers(arrangement, solver).Select(s => string.Concat(s.Select(x => x > 0 ? '+' : '-'))).Order(StringComparer.Ordinal)];
    }

    /// <summary>Proposes what is false.</summary>
    private sealed class Liar() : RegionSolver(2)
    {
        public override string Name => "liar";

        public override void Dispose()
        {
        }

        protected override void Pushed(LinearConstraint constraint)
        {
        }

        protected override void Popped()
        {
        }

        protected override IEnumerable<RegionCertificate> Propose(IReadOnlyList<LinearConstraint> constraints, CancellationToken cancellationToken) =>
            [new RegionCertificate.Feasible(constraints, [-1, 0]), new RegionCertificate.Infeasible(constraints, [1])];
    }
}
