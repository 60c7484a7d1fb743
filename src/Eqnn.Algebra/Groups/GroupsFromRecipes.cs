using Eqnn.Algebra.Families;
using Eqnn.Algebra.SmallGroups;

namespace Eqnn.Algebra.Groups;

/// <summary>Groups of what only describes them: entries of the library of small groups.</summary>
public static class GroupsFromRecipes
{
    /// <summary>The group of an entry, named <c>SmallGroup(n,i)</c>.</summary>
    public static FiniteGroup ToGroup(this SmallGroup entry, GroupLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.ToRecipe().ToGroup(limits ?? GroupLimits.Default);
    }

    /// <summary>The group that a recipe describes; what theory knows about it is taken over.</summary>
    internal static FiniteGroup ToGroup(this GroupRecipe recipe, GroupLimits limits) => recipe.Order is null && recipe.Kind == GroupKind.General
        ? FiniteGroup.FromTrusted(recipe.Name, recipe.Degree, recipe.Generators, limits, recipe.Reading)
        : new FiniteGroup(recipe.Name, recipe.Degree, recipe.Generators, recipe.Order, recipe.Kind, limits) { Reading = recipe.Reading, Facts = recipe.Facts };
}
