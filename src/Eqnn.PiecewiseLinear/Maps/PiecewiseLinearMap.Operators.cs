using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Fans;

namespace Eqnn.PiecewiseLinear.Maps;

public sealed partial class PiecewiseLinearMap
{
    /// <summary>The sum, on the common refinement of the fans.</summary>
    /// <exception cref="ArgumentException">The maps are not between the same representations.</exception>
    public static PiecewiseLinearMap operator +(PiecewiseLinearMap left, PiecewiseLinearMap right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        left.RequireSameEnds(right);
        var fan = left.Fan.RefinedBy(right.Fan);
        return FromFunction(fan, left.Target, v => [.. left.Evaluate(v).Zip(right.Evaluate(v), (a, b) => a + b)]);
    }

    /// <summary>The difference, on the common refinement of the fans.</summary>
    /// <exception cref="ArgumentException">The maps are not between the same representations.</exception>
    public static PiecewiseLinearMap operator -(PiecewiseLinearMap left, PiecewiseLinearMap right) => left + (-right);

    /// <summary>The negative.</summary>
    public static PiecewiseLinearMap operator -(PiecewiseLinearMap map) => -Cyclotomic.One * map;

    /// <summary>The map scaled by a real number.</summary>
    /// <exception cref="ArgumentException">The factor is not real.</exception>
    public static PiecewiseLinearMap operator *(Cyclotomic factor, PiecewiseLinearMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return factor.IsReal
            ? new(map.Fan, map.Target, [.. map.ValuesOnRayOrbits.Select(value => factor * value)])
            : throw new ArgumentException($"the factor {factor} is not real", nameof(factor));
    }

    /// <summary>The map scaled by a real number.</summary>
    /// <exception cref="ArgumentException">The factor is not real.</exception>
    public static PiecewiseLinearMap operator *(PiecewiseLinearMap map, Cyclotomic factor) => factor * map;

    /// <summary>Whether two maps are equal as functions between the same representations.</summary>
    public static bool operator ==(PiecewiseLinearMap? left, PiecewiseLinearMap? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two maps differ.</summary>
    public static bool operator !=(PiecewiseLinearMap? left, PiecewiseLinearMap? right) => !(left == right);

    /// <summary>The composite <c>v ↦ after(F(v))</c>. Its fan: each chamber of this map is cut by the hyperplanes of the other, pulled back, that pass through its interior.</summary>
    /// <exception cref="ArgumentException">The other map does not start where this one ends: other group, dimension or basis.</exception>
    /// <exception cref="Eqnn.Numbers.LimitExceededException">The refined fan is too large.</exception>
    public PiecewiseLinearMap Then(PiecewiseLinearMap after, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(after);
        if (!Target.HasSameMatrices(after.Source))
        {
            throw new ArgumentException($"the map ends in {Target} (dimension {Target.Dimension}), the next one starts in {after.Source} (dimension {after.Source.Dimension}) with other matrices", nameof(after));
        }

        var fan = Fan.RefinedBy(Cuts(after.Fan.Normals), cancellationToken);
        return FromFunction(fan, after.Target, v => after.Evaluate(Evaluate(v)));
    }

    /// <summary>The composite with a linear map behind it: <c>v ↦ A F(v)</c>.</summary>
    /// <param name="matrix">A, with <c>A ρ(g) = σ(g) A</c> for the matrices ρ of <see cref="Target"/>, σ of the new target.</param>
    /// <param name="target">The new target.</param>
    /// <exception cref="ArgumentException">The matrix has the wrong shape or is not equivariant; names the generator.</exception>
    public PiecewiseLinearMap ThenLinear(Matrix<Cyclotomic> matrix, MatrixRepresentation target)
    {
        RequireEquivariant(matrix, Target, target);
        return new(Fan, target, [.. ValuesOnRayOrbits.Select(value => matrix * value)]);
    }

    /// <summary>The composite with a linear map before it: <c>v ↦ F(A v)</c>.</summary>
    /// <param name="matrix">A, from <paramref name="source"/> to <see cref="Source"/>.</param>
    /// <param name="source">The new source.</param>
    /// <exception cref="ArgumentException">The matrix has the wrong shape or is not equivariant; names the generator.</exception>
    public PiecewiseLinearMap AfterLinear(Matrix<Cyclotomic> matrix, MatrixRepresentation source)
    {
        RequireEquivariant(matrix, source, Source);
        var dual = matrix.Transpose();
        var fan = EquivariantFan.FromForms(source, Fan.Normals.Select(normal => dual * normal));
        return FromFunction(fan, Target, v => Evaluate(matrix * v));
    }

    /// <summary>max(c, 0) for every coordinate c of the value.</summary>
    /// <exception cref="ArgumentException">The group does not permute the coordinates of the target, so that this is not equivariant; names the generator.</exception>
    public PiecewiseLinearMap Relu() => Coordinatewise(Rational.Zero, Rational.One);

    /// <summary>|c| for every coordinate c of the value.</summary>
    /// <exception cref="ArgumentException">The group does not permute the coordinates of the target; names the generator.</exception>
    public PiecewiseLinearMap Abs() => Coordinatewise(-Rational.One, Rational.One);

    /// <summary>For every coordinate c of the value, <c>below · c</c> if c &lt; 0 and <c>above · c</c> else: every positively homogeneous activation.</summary>
    /// <exception cref="ArgumentException">The group does not permute the coordinates of the target; names the generator.</exception>
    public PiecewiseLinearMap Coordinatewise(Rational below, Rational above)
    {
        foreach (var g in Target.Group.Generators)
        {
            var matrix = Target.MatrixOf(g);
            if (Enumerable.Range(0, matrix.RowCount).Any(i => matrix.Row(i).Count(c => !c.IsZero) != 1 || matrix.Row(i).Any(c => !c.IsZero && !c.IsOne)))
            {
                throw new ArgumentException($"a function of the coordinates is equivariant only where the group permutes them; {g} acts on {Target} by {matrix}");
            }
        }

        var fan = Fan.RefinedBy(Cuts(Enumerable.Range(0, Target.Dimension).Select(i => Matrix<Cyclotomic>.Identity(Target.Dimension).Row(i))));
        return FromFunction(fan, Target, v => [.. Evaluate(v).Select(c => (c.Sign < 0 ? below : above) * c)]);
    }

    /// <summary>The larger of the two values, coordinate by coordinate.</summary>
    /// <exception cref="ArgumentException">The maps are not between the same representations, or the group does not permute the coordinates of the target.</exception>
    public static PiecewiseLinearMap Max(PiecewiseLinearMap left, PiecewiseLinearMap right) => right + (left - right).Relu();

    /// <summary>The smaller of the two values, coordinate by coordinate.</summary>
    /// <exception cref="ArgumentException">The maps are not between the same representations, or the group does not permute the coordinates of the target.</exception>
    public static PiecewiseLinearMap Min(PiecewiseLinearMap left, PiecewiseLinearMap right) => left - (left - right).Relu();

    /// <summary>The same map on another fan.</summary>
    /// <exception cref="ArgumentException">The fan lives elsewhere, or the map is not linear on its chambers.</exception>
    public PiecewiseLinearMap On(EquivariantFan fan)
    {
        ArgumentNullException.ThrowIfNull(fan);
        if (!fan.Space.HasSameMatrices(Source))
        {
            throw new ArgumentException($"the fan lives in {fan.Space}, the map starts in {Source}", nameof(fan));
        }

        var wanted = fan.Normals.Select(VectorKey.OfLine).ToHashSet();
        return Kinks().FirstOrDefault(kink => !wanted.Contains(VectorKey.OfLine(kink))) is { } kink
            ? throw new ArgumentException($"the map is not linear on the chambers of the fan: it has a kink at the zeros of ({string.Join(", ", kink)})", nameof(fan))
            : FromFunction(fan, Target, Evaluate);
    }

    /// <summary>The same map on the coarsest fan of hyperplanes: those without a kink are left out, as far as the fan stays pointed.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public PiecewiseLinearMap Simplify(CancellationToken cancellationToken = default)
    {
        var fan = EquivariantFan.FromForms(Source, Kinks(cancellationToken), cancellationToken: cancellationToken);
        return fan.Chambers.Arrangement.Hyperplanes.Count < Fan.Chambers.Arrangement.Hyperplanes.Count ? FromFunction(fan, Target, Evaluate) : this;
    }

    /// <inheritdoc/>
    public bool Equals(PiecewiseLinearMap? other) =>
        other is not null
        && (ReferenceEquals(this, other)
            || (Source.HasSameMatrices(other.Source) && Target.HasSameMatrices(other.Target)
                && Fan.RefinedBy(other.Fan).RayOrbits.All(orbit => Evaluate(orbit.Representative).SequenceEqual(other.Evaluate(orbit.Representative)))));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PiecewiseLinearMap);

    /// <summary>That of the value at (1, 2, 3, ...): equal functions have equal hashes, whatever their fans.</summary>
    public override int GetHashCode() => Evaluate([.. Enumerable.Range(1, Source.Dimension).Select(i => (Cyclotomic)i)]).Aggregate(Source.Dimension, HashCode.Combine);

    /// <summary>One normal for each orbit of hyperplanes across which the matrix changes somewhere.</summary>
    internal IReadOnlyList<ColumnVector<Cyclotomic>> Kinks(CancellationToken cancellationToken = default)
    {
        var kinks = new SortedSet<int>();
        foreach (var orbit in Fan.ChamberOrbits)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var wall in orbit.Orbit.Representative.Walls.Where(wall => !kinks.Contains(wall)))
            {
                if (MatrixOn(orbit) != MatrixOn(orbit.Orbit.Representative.Across(wall)))
                {
                    kinks.Add(wall);
                }
            }
        }

        return [.. kinks.Select(kink => Fan.Chambers.Arrangement.Hyperplanes[kink].Normal)];
    }

    /// <summary>The pullbacks of linear forms on the target that change their sign inside a representative chamber.</summary>
    private IEnumerable<ColumnVector<Cyclotomic>> Cuts(IEnumerable<ColumnVector<Cyclotomic>> forms)
    {
        var list = forms.ToList();
        foreach (var chamber in Fan.ChamberOrbits)
        {
            var values = chamber.Rays.Select(ValueOn).ToList();
            Matrix<Cyclotomic>? dual = null;
            foreach (var form in list)
            {
                var signs = values.Select(value => value.Dot(form).Sign).ToHashSet();
                if (signs.Contains(1) && signs.Contains(-1))
                {
                    yield return (dual ??= MatrixOn(chamber).Transpose()) * form;
                }
            }
        }
    }

    private void RequireSameEnds(PiecewiseLinearMap other)
    {
        if (!Source.HasSameMatrices(other.Source) || !Target.HasSameMatrices(other.Target))
        {
            throw new ArgumentException($"the maps are {Source} → {Target} and {other.Source} → {other.Target}");
        }
    }

    private static void RequireEquivariant(Matrix<Cyclotomic> matrix, MatrixRepresentation source, MatrixRepresentation target)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.RowCount != target.Dimension || matrix.ColumnCount != source.Dimension)
        {
            throw new ArgumentException($"the matrix is {matrix.RowCount} x {matrix.ColumnCount}, not {target.Dimension} x {source.Dimension}", nameof(matrix));
        }

        if (!source.Group.Generators.SequenceEqual(target.Group.Generators))
        {
            throw new ArgumentException($"{source} belongs to {source.Group.Name}, {target} to {target.Group.Name}", nameof(target));
        }

        if (source.Group.Generators.FirstOrDefault(g => matrix * source.MatrixOf(g) != target.MatrixOf(g) * matrix) is { } bad)
        {
            throw new ArgumentException($"the matrix is not equivariant: it does not commute with {bad}", nameof(matrix));
        }
    }
}
