using System.Globalization;
using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands.Networks;

/// <summary>A subgroup as people name it.</summary>
internal static class SubgroupWord
{
    private const int Shown = 16;

    /// <summary>The subgroup that a word names: generators, a number in the lattice of normal subgroups, or an order.</summary>
    public static FiniteGroup Of(FiniteGroup group, Query query, string word, string option)
    {
        var text = word.Trim();
        if (text.StartsWith('('))
        {
            return Inputs.Generated(group, text, option);
        }

        var lattice = NormalSubgroupLattice.Of(group, query.Progress, query.CancellationToken);
        if (text.StartsWith("order:", StringComparison.Ordinal) && BigInteger.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var order))
        {
            var found = lattice.Subgroups.Where(normal => normal.Order == order).ToList();
            return found.Count == 1 ? found[0].ToGroup()
                : throw new InputException(found.Count == 0
                    ? $"{option}: {group.Name} has no normal subgroup of order {order}; there are those of order {string.Join(", ", lattice.Subgroups.Select(normal => normal.Order).Distinct())}"
                    : $"{option}: {group.Name} has {found.Count} normal subgroups of order {order}: their numbers are {string.Join(", ", found.Take(Shown).Select(normal => normal.Position + 1))}{(found.Count > Shown ? ", ..." : "")}");
        }

        return int.TryParse(text.TrimStart('N'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= lattice.Subgroups.Count
            ? lattice.Subgroups[number - 1].ToGroup()
            : throw new InputException($"{option}: '{text}' is no normal subgroup; {group.Name} has {lattice.Subgroups.Count}, numbered from 1 (see eqnn normal-subgroups), or write order:4 or generators");
    }
}
