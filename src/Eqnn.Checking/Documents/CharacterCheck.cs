using Eqnn.Checking.Groups;
using Eqnn.Numbers;

namespace Eqnn.Checking.Documents;

/// <summary>The character table: as many different irreducible characters as classes are all.</summary>
internal static class CharacterCheck
{
    public static IReadOnlyList<IReadOnlyList<Cyclotomic>> Read(DocumentSections document, ListedGroup group, CancellationToken cancellationToken)
    {
        var section = document["character"];
        section.Require(section.Records.Count == group.Classes.Count, FormattableString.Invariant($"{section.Records.Count} characters of {group.Classes.Count} classes"));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var characters = new List<IReadOnlyList<Cyclotomic>>();
        foreach (var (i, record) in section.Records.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            record["label"].Is(FormattableString.Invariant($"X.{i + 1}"));
            var values = record["values"].Vector(group.Classes.Count);
            record["values"].Require(seen.Add(string.Join(' ', record["values"].Texts())), "a character is listed twice");
            IrreducibleCharacter.Require(record["values"], values, group, cancellationToken);
            record["degree"].Is((long)values[0].ToRational().ToBigInteger());
            record["indicator"].Is(new RealSimple(i, "", values, group).Type switch { 'R' => 1, 'C' => 0, _ => -1 });
            record["kernel"].Is(KernelOf(values));
            characters.Add(values);
        }

        return characters;
    }

    /// <summary>The numbers from 1 of the classes on which a character has the value at 1.</summary>
    public static IReadOnlyList<int> KernelOf(IReadOnlyList<Cyclotomic> values) => [.. values.Index().Where(pair => pair.Item == values[0]).Select(pair => pair.Index + 1)];
}
