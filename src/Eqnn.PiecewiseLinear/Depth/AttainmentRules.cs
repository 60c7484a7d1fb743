using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>Facts about f alone from which what is populated follows without a search.</summary>
internal static class AttainmentRules
{
    /// <summary>Whether <c>f(f(t)) = f(t)</c> for all t: f is the identity on its range, an interval.</summary>
    public static bool IsIdentityOnItsRange(PiecewiseLinearFunction f)
    {
        // The range is unbounded below iff the first slope is positive or the last one negative; likewise above.
        var unboundedBelow = f.Slopes[0].Sign > 0 || f.Slopes[^1].Sign < 0;
        var unboundedAbove = f.Slopes[0].Sign < 0 || f.Slopes[^1].Sign > 0;
        var values = f.IsAffine ? [f.AtZero] : f.ValuesAtKinks;
        var (least, greatest) = (values.Min(), values.Max());
        var inside = f.Kinks.Where(kink => (unboundedBelow || kink >= least) && (unboundedAbove || kink <= greatest));
        IEnumerable<Rational> places = [least, greatest, .. inside];
        if (unboundedBelow)
        {
            places = places.Append(places.Min() - 1);
        }

        if (unboundedAbove)
        {
            places = places.Append(places.Max() + 1);
        }

        // On a range of positive length two points are needed where there is no kink; the ends and the points beyond give them.
        return places.ToList().TrueForAll(t => f.Evaluate(t) == t);
    }
}
