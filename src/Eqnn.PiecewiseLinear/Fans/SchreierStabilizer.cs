using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Fans;

/// <summary>The stabiliser of the first member of an orbit in a fan, from Schreier's generators.</summary>
internal static class SchreierStabilizer
{
    /// <summary>Schreier's lemma, stopped at the order that orbit-stabiliser promises.</summary>
    /// <param name="group">The group.</param>
    /// <param name="schreier">Elements of the stabiliser that generate it.</param>
    /// <param name="length">The length of the orbit.</param>
    /// <param name="members">What the orbit consists of, for the message.</param>
    /// <exception cref="CertificateException">The elements generate no group of that order.</exception>
    public static FiniteGroup Of(FiniteGroup group, IEnumerable<Permutation> schreier, int length, string members)
    {
        var order = group.Order / length;
        var generators = new List<Permutation>();
        var stabilizer = group.Subgroup(generators);
        foreach (var element in schreier)
        {
            if (stabilizer.Order == order)
            {
                break;
            }

            if (!stabilizer.Contains(element))
            {
                generators.Add(element);
                stabilizer = group.Subgroup(generators);
            }
        }

        return stabilizer.Order == order ? stabilizer : throw new CertificateException("orbit-stabiliser in a fan", FormattableString.Invariant($"{group.Name} on an orbit of {length} {members}"));
    }
}
