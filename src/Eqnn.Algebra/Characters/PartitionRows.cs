using Eqnn.Algebra.Characters.Partitions;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>The character table of S_n (n ≥ 3) or A_n (n ≥ 5) on its points, from <see cref="SymmetricCharacters"/>, in the documented order.</summary>
internal static class PartitionRows
{
    /// <summary>The rows, proved.</summary>
    public static CharacterRows Of(FiniteGroup group, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var characters = SymmetricCharacterSearch.Of(group, progress, cancellationToken);
        var powers = GroupClassAlgebra.PowersOf(group, cancellationToken);
        var found = FrobeniusSchur.Of(group, characters, powers, cancellationToken);
        List<CharacterRow> rows = [.. characters.Rows];
        rows.Sort(new CharacterRowOrder(characters.Values, CharacterRows.AllClasses(group.ConjugacyClasses.Count)));
        var places = rows.Index().ToDictionary(row => row.Item.KernelKey, row => row.Index, SequenceComparer<int>.Instance);
        int[] conjugates = [.. rows.Select(row => places[row is SplitRow half && !characters.Values.Value(half.Id(half.Classes.First)).IsReal ? half.Other.KernelKey : row.KernelKey])];
        return new CharacterRows(characters.Values, new Lazy<ClassPowers>(powers), rows, [.. rows.Select(row => found[row])], conjugates, false, "partitions: Murnaghan-Nakayama");
    }
}
