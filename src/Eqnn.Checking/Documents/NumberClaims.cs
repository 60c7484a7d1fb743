using Eqnn.Checking.Groups;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Checking.Documents;

/// <summary>The table of numbers of a document: each in normal form, real, with its own decimals, listed once, and used.</summary>
internal sealed class NumberClaims
{
    private const int Digits = 12;
    private readonly Claim _records;
    private readonly Cyclotomic[] _values;
    private readonly bool[] _used;

    public NumberClaims(Claim records)
    {
        _records = records;
        var items = records.Items();
        _values = new Cyclotomic[items.Count];
        _used = new bool[items.Count];
        var seen = new HashSet<Cyclotomic>();
        for (var i = 0; i < _values.Length; i++)
        {
            var record = items[i];
            record["id"].Is(i + 1);
            var value = record["exact"].Value();
            record["exact"].Require(value.IsReal, "is not real");
            record["decimal"].Is(value.ToDecimalString(Digits));
            record["exact"].Require(seen.Add(value), "is listed twice");
            _values[i] = value;
        }
    }

    /// <summary>The value to which an id points.</summary>
    public Cyclotomic Value(Claim claim)
    {
        var id = claim.Int();
        claim.Require(id >= 1 && id <= _values.Length, () => FormattableString.Invariant($"there is no number {id}"));
        _used[id - 1] = true;
        return _values[id - 1];
    }

    /// <summary>The values of a list.</summary>
    public ColumnVector<Cyclotomic> Row(Claim list) => [.. list.Items().Select(Value)];

    /// <summary>Requires that a token points to the value that was found.</summary>
    public void Is(Claim claim, Cyclotomic found)
    {
        var value = Value(claim);
        claim.Require(value == found, () => $"claims {value}, found {found}");
    }

    /// <summary>Requires that a list points to the values that were found.</summary>
    public void Is(Claim claim, IReadOnlyList<Cyclotomic> found) => claim.Each(found, (item, value) => Is(item, value));

    /// <summary>The matrices of a simple, one for each generator, multiplied out over the group; the traces are its character.</summary>
    public ListedRepresentation Representation(Claim claim, ListedGroup group, RealSimple simple, CancellationToken cancellationToken)
    {
        var items = claim.Items(group.Generators.Count);
        var matrices = items.Select(matrix => Matrix<Cyclotomic>.FromRows(matrix.Items(simple.Dimension).Select(row => Row(row, simple.Dimension)))).ToList();
        var representation = ListedRepresentation.Of(items, matrices, simple.Dimension, group, cancellationToken);
        claim.Require(representation.MultipleOf(simple, claim) == 1, () => $"the traces are not the character of {simple.Label}");
        return representation;
    }

    private ColumnVector<Cyclotomic> Row(Claim list, int count) => [.. list.Items(count).Select(Value)];

    /// <summary>Requires that every number was used.</summary>
    public void AllUsed()
    {
        var idle = Array.IndexOf(_used, false);
        if (idle >= 0)
        {
            throw _records[idle].Refuse("is used nowhere");
        }
    }
}
