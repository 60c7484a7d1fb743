using Eqnn.Checking.Groups;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Checking.Documents;

/// <summary>A copy of a simple in the functions on a G-set, with the linear forms v_y of all points of its orbit; and the ray orbits of its fan, once checked.</summary>
internal sealed class FanClaim
{
    private IReadOnlyList<IReadOnlyList<(int Point, int Value)>>? _active;

    private FanClaim(Claim record, RealSimple source, int orbit, ListedRepresentation representation, IReadOnlyList<ColumnVector<Cyclotomic>> forms, IReadOnlyList<int> lineClasses)
    {
        LineClasses = lineClasses;
        Record = record;
        Source = source;
        Orbit = orbit;
        Representation = representation;
        Forms = forms;
    }

    public Claim Record { get; }

    public RealSimple Source { get; }

    /// <summary>The orbit of the G-set that carries the copy.</summary>
    public int Orbit { get; }

    public ListedRepresentation Representation { get; }

    /// <summary>The form of each point of the orbit, in the order of the points.</summary>
    public IReadOnlyList<ColumnVector<Cyclotomic>> Forms { get; }

    /// <summary>The classes of the elements that keep the line of the base point's form, one entry for each element.</summary>
    public IReadOnlyList<int> LineClasses { get; }

    /// <summary>A ray of each orbit.</summary>
    public IReadOnlyList<ColumnVector<Cyclotomic>> Rays { get; private set; } = [];

    /// <summary>The elements that fix each of <see cref="Rays"/>.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Stabilizers { get; private set; } = [];

    /// <summary>The relations that values on the rays of a chamber obey, as lists of (ray orbit, element, coefficient); none where the fan is simplicial.</summary>
    public IReadOnlyList<IReadOnlyList<(int Orbit, int Element, Cyclotomic Coefficient)>> Relations { get; private set; } = [];

    /// <summary>Reads a record of the section <c>fans</c>; <c>null</c> where it states a limit, which is checked.</summary>
    public static FanClaim? Read(Claim record, RealSimple source, ListedSet set, IReadOnlyList<LineClaims> lines, ListedGroup group, bool hasModel, NumberClaims numbers, CancellationToken cancellationToken)
    {
        record["set"].Is(set.Name);
        record["source"].Is(source.Label);
        var orbit = Enumerable.Range(0, lines.Count).First(i => lines[i].Meets(source));
        var (equal, opposite) = lines[orbit].Parallel([source]);
        var hyperplanes = set.Orbits[orbit].Length / (equal.Count + opposite.Count);
        var limit = hasModel ? DocumentLimits.TooManyHyperplanes(hyperplanes, source.Dimension) : DocumentLimits.NoCopy;
        if (limit is not null)
        {
            record.Require(record.Find("limit") is not null, $"should state the limit '{limit}'");
            record["limit"].Is(limit);
            return null;
        }

        record.Require(record.Find("limit") is null, "states a limit that does not apply");
        record["orbit"].Is(orbit + 1);
        record["whole"].Is(set.Multiplicities[set.Simples.Index().First(pair => pair.Item.Position == source.Position).Index] == 1);
        record["hyperplanes"].Is(hyperplanes);
        var representation = numbers.Representation(record["generators"], group, source, cancellationToken);
        var form = numbers.Row(record["form"]);
        record["form"].Require(form.Count == source.Dimension && !form.IsZero, FormattableString.Invariant($"is no form in dimension {source.Dimension}"));
        var stabilizer = set.Stabilizer(set.Orbits[orbit][0]);
        record["form"].Require(stabilizer.All(h => Moved(form, representation.Matrices[h]) == form), "is not invariant under the stabiliser of the base point");

        // v_{g x} = v_x ∘ g⁻¹.
        var elements = set.ElementsTo(orbit);
        var forms = set.Orbits[orbit].Select(y => Moved(form, representation.Matrices[group.Inverse[elements[y]]])).ToList();
        record["form"].Require(Places(form).SequenceEqual(equal) && Places(-form).SequenceEqual(opposite), "the copy is special: points have equal or opposite forms on it but not on the whole component");
        var line = equal.Concat(opposite).Select(place => set.Orbits[orbit][place]).ToHashSet();
        IReadOnlyList<int> lineClasses = [.. Enumerable.Range(0, group.Order).Where(g => line.Contains(set.Apply(g, set.Orbits[orbit][0]))).Select(g => group.ClassOf[g])];
        return new(record, source, orbit, representation, forms, lineClasses);

        IEnumerable<int> Places(ColumnVector<Cyclotomic> vector) => forms.Index().Where(pair => pair.Item == vector).Select(pair => pair.Index);
    }

    /// <summary>Keeps what a check of the rays has found.</summary>
    public void Keep(IReadOnlyList<ColumnVector<Cyclotomic>> rays, IReadOnlyList<IReadOnlyList<int>> stabilizers, IReadOnlyList<IReadOnlyList<(int Orbit, int Element, Cyclotomic Coefficient)>> relations) =>
        (Rays, Stabilizers, Relations) = (rays, stabilizers, relations);

    /// <summary>The coordinates v_y of a vector.</summary>
    public ColumnVector<Cyclotomic> Coordinates(ColumnVector<Cyclotomic> vector) => [.. Forms.Select(form => form.Dot(vector))];

    /// <summary>For each of <see cref="Rays"/> the points with a positive coordinate, by their places, and these coordinates as numbers.</summary>
    public IReadOnlyList<IReadOnlyList<(int Point, int Value)>> ActiveCoordinates(Func<Cyclotomic, int> id) => _active ??=
        [.. Rays.Select(ray => (IReadOnlyList<(int, int)>)[.. Coordinates(ray).Index().Where(pair => pair.Item.Sign > 0).Select(pair => (pair.Index, id(pair.Item)))])];

    private static ColumnVector<Cyclotomic> Moved(ColumnVector<Cyclotomic> form, Matrix<Cyclotomic> matrix) => [.. Enumerable.Range(0, form.Count).Select(j => form.Dot(matrix.Column(j)))];
}
