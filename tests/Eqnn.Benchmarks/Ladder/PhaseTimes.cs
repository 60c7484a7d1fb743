using System.Diagnostics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Characters.Modular;
using Eqnn.Algebra.Characters.Proofs;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Modular;

namespace Eqnn.Benchmarks.Ladder;

/// <summary>Where the time of a character table goes: the stages of the general method, each the least of several runs, in milliseconds.</summary>
internal static class PhaseTimes
{
    public static int Run(IReadOnlyList<(string Name, Func<FiniteGroup> Fresh)> groups)
    {
        foreach (var (name, fresh) in groups)
        {
            var best = new SortedDictionary<int, (string Stage, double Milliseconds)>();
            var clock = Stopwatch.StartNew();
            for (var run = 0; run < 5 || clock.ElapsedMilliseconds < 500; run++)
            {
                var stage = 0;
                T Time<T>(string what, Func<T> work)
                {
                    var start = Stopwatch.GetTimestamp();
                    var result = work();
                    var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                    best[stage] = (what, best.TryGetValue(stage, out var old) ? Math.Min(old.Milliseconds, elapsed) : elapsed);
                    stage++;
                    return result;
                }

                var group = fresh();
                Time("chain", () => group.Chain);
                Time("classes", () => group.ConjugacyClasses);
                var quotient = Time("abelian quotient", () => AbelianQuotient.Of(group, CancellationToken.None));
                var linear = quotient.Characters.Select(exponents => new LinearRow(quotient, exponents)).ToList();
                var pool = new ValuePool(quotient.ExponentOfQuotient);
                if (linear.Count < group.ConjugacyClasses.Count)
                {
                    var powers = Time("powers", () => GroupClassAlgebra.PowersOf(group, CancellationToken.None));
                    var algebra = new GroupClassAlgebra(group, powers);
                    var field = PrimeField.SplittingExponent(algebra.Exponent, 1 << 30);
                    var root = Time("root of unity", () => field.RootOfUnity(algebra.Exponent));
                    var roots = ValuePool.RootTable(field, algebra.Exponent, root, pool.RootOrder);
                    var modularLinear = linear.Select(row => Enumerable.Range(0, algebra.ClassCount).Select(c => roots[row.Exponent(c)]).ToArray()).ToList();
                    var modular = Time("splitting", () => ModularSplitting.Split(algebra, field, modularLinear, null, null, CancellationToken.None))!;
                    var stored = Time("lifting", () =>
                    {
                        var lift = new CharacterLift(algebra, field, root, pool);
                        return modular.Select(character => new StoredRow(character.Degree, lift.Lift(character.Degree, character.Values), character.Values)).ToList();
                    });
                    Time("proof", () =>
                    {
                        OrthogonalityCheck.Verify(algebra, linear, stored, pool, (field, root), CancellationToken.None);
                        return 0;
                    });
                    Time("indicators", () => FrobeniusSchur.Of(algebra, stored, field, CancellationToken.None));
                }

                var table = Time("whole table again", () => CharacterTable.Of(group));
                Time("normal subgroups", () => table.NormalSubgroups);
            }

            Console.WriteLine(name + ": " + string.Join(", ", best.Values.Select(stage => FormattableString.Invariant($"{stage.Stage} {stage.Milliseconds:F2}"))));
        }

        return 0;
    }
}
