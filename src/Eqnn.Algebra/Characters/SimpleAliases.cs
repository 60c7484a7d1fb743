using System.Globalization;
using Eqnn.Algebra.Characters.Partitions;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>The names of the simples of one table; documented at <see cref="CharacterTable.SimpleNamed"/>.</summary>
internal sealed class SimpleAliases
{
    private readonly CharacterTable _table;
    private readonly Dictionary<string, SimpleRepresentation> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<SimpleRepresentation, IReadOnlyList<string>> _names = [];

    /// <summary>Finds the aliases.</summary>
    public SimpleAliases(CharacterTable table)
    {
        _table = table;
        var names = new Dictionary<SimpleRepresentation, List<string>>();
        void Name(string alias, SimpleRepresentation? simple)
        {
            if (simple is not null)
            {
                _byName[alias] = simple;
                names.TryAdd(simple, []);
                names[simple].Add(alias);
            }
        }

        Name("trivial", table.Simples[0]);
        Name("sign", Sign());
        Name("standard", Standard());
        NamePartitions(Name);
        foreach (var (simple, list) in names)
        {
            _names[simple] = list.AsReadOnly();
        }
    }

    /// <summary>The aliases of a simple.</summary>
    public IReadOnlyList<string> Of(SimpleRepresentation simple) => _names.TryGetValue(simple, out var names) ? names : [];

    /// <summary>The simple with this label or alias.</summary>
    public SimpleRepresentation Find(string text)
    {
        var name = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        if (_byName.TryGetValue(name, out var simple))
        {
            return simple;
        }

        var last = _table.Simples.Count - 1;
        if (name.Length > 1 && name[0] is 'L' or 'l' && name.Skip(1).All(char.IsAsciiDigit))
        {
            if (int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var position) && position <= last)
            {
                return _table.Simples[position];
            }

            throw new AlgebraFormatException("simple", text, 0, FormattableString.Invariant($"{_table.Group.Name} has the simples {Known()}"), FormattableString.Invariant($"L{last}"));
        }

        throw new AlgebraFormatException("simple", text, 0, FormattableString.Invariant($"no such simple; {_table.Group.Name} has {Known()}"), Nearest(name));
    }

    private string Known()
    {
        var last = _table.Simples.Count - 1;
        var labels = last == 0 ? "L0" : FormattableString.Invariant($"L0 to L{last}");
        return labels + " (" + string.Join(", ", _byName.OrderBy(pair => pair.Value.Position).Select(pair => pair.Key + " = " + pair.Value.Label).Take(12)) + ")";
    }

    private string Nearest(string name) => NearestWord.TryFind(name, _byName.Keys) ?? "L0";

    /// <summary>For the symmetric group on its n points every simple is a Specht module.</summary>
    private void NamePartitions(Action<string, SimpleRepresentation?> name)
    {
        var n = _table.Group.Degree;
        if (_table.Group.Kind != GroupKind.Symmetric)
        {
            return;
        }

        // The partitions of the linear characters are one row and one column; the other characters carry theirs.
        foreach (var simple in _table.Simples)
        {
            var row = simple.Constituents[0].Row;
            int[]? parts = simple.IsTrivial ? [n]
                : row.Degree == 1 ? [.. Enumerable.Repeat(1, n)]
                : row is IntegerRow integers ? integers.Partition
                : null;
            if (parts is not null)
            {
                name("[" + string.Join(",", parts) + "]", simple);
            }
        }
    }

    private SimpleRepresentation? Sign()
    {
        var lines = _table.Simples.Skip(1).Where(simple => simple.Dimension == 1).ToList();
        if (lines.Count <= 1)
        {
            return lines.FirstOrDefault();
        }

        // A homomorphism is known from the generators: no class is looked at.
        var signs = _table.Group.Generators.DistinctBy(_table.Group.ClassPositionOf).Select(g => (Class: _table.Group.ClassPositionOf(g), g.Sign)).ToArray();
        return Array.TrueForAll(signs, pair => pair.Sign > 0) ? null : lines.Find(line => Array.TrueForAll(signs, pair => line.Character[pair.Class] == pair.Sign));
    }

    private SimpleRepresentation? Standard()
    {
        var dimension = _table.Group.Degree - 1;
        var candidates = _table.Simples.Where(simple => simple.Dimension == dimension).ToList();
        if (dimension == 0 || candidates.Count == 0)
        {
            return null;
        }

        // Representatives are made one by one, and none is kept.
        for (var c = 0; c < _table.Classes.Count && candidates.Count > 0; c++)
        {
            var value = _table.Group.Partition.Representative(c).FixedPointCount - 1;
            candidates.RemoveAll(simple => simple.Character[c] != value);
        }

        return candidates.FirstOrDefault();
    }
}
