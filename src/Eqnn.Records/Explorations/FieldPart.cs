using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Explorations;
using Eqnn.Records.Json;

namespace Eqnn.Records.Explorations;

/// <summary>The field of the numbers of a page: the atoms in which they are written, and how atoms multiply.</summary>
internal static class FieldPart
{
    /// <summary>The basis.</summary>
    public static void Write(JsonOutput json, RealFieldBasis basis)
    {
        json.Field("conductor", basis.Field.Conductor);
        json.List("atoms", basis.Atoms, atom => json.Object(() => WriteAtom(json, basis, atom)));
        var pairs = Enumerable.Range(1, basis.Atoms.Count - 1).SelectMany(i => Enumerable.Range(i, basis.Atoms.Count - i).Select(j => (i, j)));
        json.List("products", pairs, pair => json.Row<Action>(
            [
                () => json.Item(pair.i),
                () => json.Item(pair.j),
                () => json.Row(Terms(basis.CoordinatesOf(basis.Atoms[pair.i] * basis.Atoms[pair.j])), term => Write(json, term.Atom, term.Coefficient)),
            ],
            write => write()));
    }

    private static void WriteAtom(JsonOutput json, RealFieldBasis basis, Cyclotomic atom)
    {
        json.Field("radical", atom.ToString("R"));
        json.Field("latex", atom.ToString("LR"));
        json.Field("gap", atom.ToString());
        json.Measured("double", atom.ToDouble());
        json.Field("digits", atom.ToDecimalString(80));
        if (basis.Atoms.Count == 2)
        {
            // In a quadratic field all irrational numbers have one conductor: with 1 written in its basis, sums of atoms have GAP's normal form.
            var root = basis.Atoms[1];
            var terms = atom.IsRational ? Difference(Cyclotomic.One + root, root) : Difference(root, Cyclotomic.Zero);
            json.List("zumbroich", terms, term => Write(json, term.Exponent, term.Coefficient));
        }
    }

    private static IEnumerable<(int Exponent, Rational Coefficient)> Difference(Cyclotomic left, Cyclotomic right) => left.ZumbroichCoefficients.Select(term => (term.Exponent, term.Coefficient))
        .Concat(right.IsZero ? [] : right.ZumbroichCoefficients.Select(term => (term.Exponent, -term.Coefficient)))
        .GroupBy(term => term.Item1).Select(group => (group.Key, group.Aggregate(Rational.Zero, (sum, term) => sum + term.Item2))).Where(term => !term.Item2.IsZero).OrderBy(term => term.Key);

    private static IEnumerable<(int Atom, Rational Coefficient)> Terms(IReadOnlyList<Rational> coordinates) => coordinates.Index().Where(pair => !pair.Item.IsZero).Select(pair => (pair.Index, pair.Item));

    private static void Write(JsonOutput json, int position, Rational coefficient) => json.Row<Action>([() => json.Item(position), () => json.Item(coefficient.ToString())], write => write());
}
