namespace Eqnn.Networks;

/// <summary>How the units of a state in a file become channels and points of a feature space: which unit stands at each place, and by what it is scaled.</summary>
/// <remarks>For hidden layers that were trained without a group in mind: an exporter's numbering of units says nothing of orbits. Places are counted channel by channel, in each by points.</remarks>
public sealed class UnitOrder : IEquatable<UnitOrder>
{
    private readonly int[] _units;
    private readonly double[] _scales;

    /// <summary>An order.</summary>
    /// <param name="units">For each place the unit, from 0; every unit once.</param>
    /// <param name="scales">For each place the number by which the unit of the file is larger than what stands at the place; <c>null</c> for 1 everywhere.</param>
    /// <exception cref="ArgumentException">A unit is missing or doubled, or a scale is 0 or not finite.</exception>
    public UnitOrder(IEnumerable<int> units, IEnumerable<double>? scales = null)
    {
        ArgumentNullException.ThrowIfNull(units);
        _units = [.. units];
        _scales = scales is null ? [.. Enumerable.Repeat(1.0, _units.Length)] : [.. scales];
        var seen = new bool[_units.Length];
        foreach (var unit in _units)
        {
            if (unit < 0 || unit >= seen.Length || seen[unit])
            {
                throw new ArgumentException(FormattableString.Invariant($"an order of {seen.Length} units names each of them once; {unit + 1} is {(unit >= 0 && unit < seen.Length ? "doubled" : "none of them")}"), nameof(units));
            }

            seen[unit] = true;
        }

        if (_scales.Length != _units.Length || Array.Exists(_scales, scale => scale == 0 || !double.IsFinite(scale)))
        {
            throw new ArgumentException(FormattableString.Invariant($"{_units.Length} units need as many scales, none of them 0"), nameof(scales));
        }
    }

    /// <summary>For each place the unit, from 0.</summary>
    public IReadOnlyList<int> Units => _units;

    /// <summary>For each place the scale.</summary>
    public IReadOnlyList<double> Scales => _scales;

    /// <summary>Whether all scales are 1.</summary>
    public bool IsPlain => Array.TrueForAll(_scales, scale => scale == 1);

    /// <summary>Whether every unit stands where the file has it, with scale 1.</summary>
    public bool IsIdentity => IsPlain && !_units.Where((unit, place) => unit != place).Any();

    /// <inheritdoc/>
    public bool Equals(UnitOrder? other) => other is not null && _units.AsSpan().SequenceEqual(other._units) && _scales.AsSpan().SequenceEqual(other._scales);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UnitOrder);

    /// <inheritdoc/>
    public override int GetHashCode() => _units.Aggregate(_units.Length, HashCode.Combine);
}
