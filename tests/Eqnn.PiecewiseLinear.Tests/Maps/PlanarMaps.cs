using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;
using FsCheck;
using FsCheck.Fluent;

namespace Eqnn.PiecewiseLinear.Tests.Maps;

/// <summary>Random piecewise linear maps of the plane without symmetry, given by a matrix on every chamber, on fans of two to four lines, some irrational.</summary>
public static class PlanarMaps
{
    private static readonly PermutationRepresentation Plane = PermutationRepresentation.Trivial(FiniteGroup.Parse("C1"), 2);

    public static Arbitrary<Map> Maps() => Arb.From(
        from lines in Gen.Choose(2, 4).SelectMany(n => Gen.ListOf(Numbers(2), n))
        from values in Gen.ListOf(Numbers(2), 12)
        select new Map(lines.Select(l => l.ToArray()).ToArray(), values.Select(v => v.ToArray()).ToArray()),
        map => map.Shrink());

    public static Arbitrary<Point> Points() => Arb.From(Numbers(2).Select(v => new Point(v)), point => point.Value.All(c => c.IsZero) ? [] : [new Point([.. point.Value.Select(c => c.IsRational ? Cyclotomic.Zero : Cyclotomic.One)])]);

    private static Gen<List<Cyclotomic>> Numbers(int length) => Gen.ListOf(
        Gen.Frequency((4, Gen.Choose(-3, 3).Select(n => (Cyclotomic)n)), (1, Gen.Elements(Cyclotomic.SquareRoot(2), -Cyclotomic.SquareRoot(2), (1 + Cyclotomic.SquareRoot(5)) / 2))), length).Select(list => list.ToList());

    public sealed record Point(IReadOnlyList<Cyclotomic> Value)
    {
        public override string ToString() => $"({string.Join(", ", Value)})";
    }

    /// <summary>Any values on the rays give a map, the fan being simplicial; it goes through its matrices, as a user would give it.</summary>
    public sealed class Map
    {
        private readonly Cyclotomic[][] _lines;
        private readonly Cyclotomic[][] _values;

        public Map(Cyclotomic[][] lines, Cyclotomic[][] values)
        {
            _lines = lines;
            _values = values;
            var fan = EquivariantFan.FromForms(Plane, lines);
            var next = 0;
            var byRays = new PiecewiseLinearMap(fan, Plane, [.. fan.RayOrbits.Select(_ => ColumnVector.Of(values[next++ % values.Length]))]);
            Value = PiecewiseLinearMap.FromMatrices(fan, Plane, byRays.MatricesOnChamberOrbits);
        }

        public PiecewiseLinearMap Value { get; }

        public IEnumerable<Map> Shrink()
        {
            if (_lines.Length > 1)
            {
                yield return new Map(_lines[1..], _values);
            }

            if (_values.Length > 1)
            {
                yield return new Map(_lines, _values[..(_values.Length / 2)]);
            }
        }

        public override string ToString() => Value.ToCases();
    }
}
