using Eqnn.Algebra.Characters.Modular;
using Eqnn.Algebra.Characters.Partitions;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Algebra.Classes;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>The rows of a character table in the documented order, with indicators and complex conjugates: the computation behind <see cref="CharacterTable.Of"/>.</summary>
internal sealed class CharacterRows
{
    /// <summary>Rows as a method found them.</summary>
    /// <exception cref="CertificateException">Indicators and conjugates contradict each other.</exception>
    public CharacterRows(CharacterValues values, Lazy<ClassPowers> powers, IReadOnlyList<CharacterRow> rows, int[] indicators, int[] conjugates, bool isCyclic, string origin, IReadOnlyList<int>? decidingClasses = null)
    {
        Values = values;
        Powers = powers;
        Rows = rows;
        Indicators = indicators;
        Conjugates = conjugates;
        IsCyclic = isCyclic;
        Origin = origin;
        DecidingClasses = decidingClasses ?? AllClasses(rows.Count);
        for (var i = 0; i < indicators.Length; i++)
        {
            // A character is real-valued exactly if it equals its conjugate row, exactly if its indicator is not 0 [Isaacs, Thm 4.5].
            if ((indicators[i] == 0) != (conjugates[i] != i))
            {
                throw new CertificateException("an irreducible character has indicator 0 exactly if it is not real", FormattableString.Invariant($"row {i + 1} of {rows.Count}"));
            }
        }
    }

    /// <summary>The values.</summary>
    public CharacterValues Values { get; }

    /// <summary>The power maps; for abelian groups made when asked for.</summary>
    public Lazy<ClassPowers> Powers { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<CharacterRow> Rows { get; }

    /// <summary>The Frobenius–Schur indicators.</summary>
    public IReadOnlyList<int> Indicators { get; }

    /// <summary>For each row the position of the complex conjugate one.</summary>
    public IReadOnlyList<int> Conjugates { get; }

    /// <summary>Whether the rows stand by frequency.</summary>
    public bool IsCyclic { get; }

    /// <summary>Classes, ascending, at one of which two different rows, or sums of a row and its conjugate, first differ.</summary>
    public IReadOnlyList<int> DecidingClasses { get; }

    /// <summary>All classes, as many as rows.</summary>
    public static IReadOnlyList<int> AllClasses(int count) => [.. Enumerable.Range(0, count)];

    /// <summary>The method.</summary>
    public string Origin { get; }

    /// <summary>Twelve bytes for each value while they are found: somewhat more than a gigabyte.</summary>
    private const long MaxFoundValues = 100_000_000;

    /// <summary>The same before the classes are known, where a generator of large order o shows that there are many: the o characters of the group that it generates lie in restrictions of irreducible ones, of degree at most |G|/o each [Isaacs, Prob. 2.9], so there are o²/|G| at least.</summary>
    /// <exception cref="LimitExceededException">There are more values than the limit.</exception>
    internal static void RequireRoom(FiniteGroup group, CancellationToken cancellationToken, long limit = MaxFoundValues)
    {
        if (group.Kind != GroupKind.General || group.IsAbelian || group.DirectFactors.Count > 0 || group.CyclicIndexTwo is not null)
        {
            return;
        }

        if (group.Facts?.ClassCount is { } classes && classes <= long.MaxValue)
        {
            RequireRoom(group.Name, (long)classes - group.Facts.QuotientOrder, (long)classes, limit);
        }

        var largest = group.Generators.Max(generator => generator.Order);
        var least = largest * largest / group.Order;
        if (least * least > limit && least - (group.Order / group.ComputeDerivedSubgroup(cancellationToken).Order) is var rows && rows * least > limit)
        {
            throw new LimitExceededException("values of characters that are found modulo a prime", limit, FormattableString.Invariant($"at least {rows * least} ({rows} characters of {group.Name} at {least} classes)"), "not possible");
        }
    }

    /// <summary>Refuses characters that would be found modulo a prime, before they are, where their values have no room.</summary>
    /// <exception cref="LimitExceededException">There are more values than the limit.</exception>
    internal static void RequireRoom(string name, long rows, long classes, long limit = MaxFoundValues)
    {
        if (rows * classes > limit)
        {
            throw new LimitExceededException("values of characters that are found modulo a prime", limit, FormattableString.Invariant($"{rows * classes} ({rows} characters of {name} at {classes} classes)"), "not possible");
        }
    }

    /// <summary>The rows for a group whose classes are known.</summary>
    public static CharacterRows Of(FiniteGroup group, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        if (group.Partition is ProductClasses product)
        {
            return ProductRows.Of(group, product, progress, cancellationToken);
        }

        if (SymmetricCharacters.Apply(group))
        {
            return PartitionRows.Of(group, progress, cancellationToken);
        }

        if (group.CyclicIndexTwo is { } structure)
        {
            return CyclicIndexTwoRows.Of(group, structure, cancellationToken);
        }

        return FoundModuloPrime(group, progress, cancellationToken);
    }

    /// <summary>The rows of any group whose classes are known: homomorphisms, and what Dixon's method finds.</summary>
    internal static CharacterRows FoundModuloPrime(FiniteGroup group, IProgress<WorkProgress>? progress, CancellationToken cancellationToken, long limit = MaxFoundValues)
    {
        var quotient = AbelianQuotient.Of(group, cancellationToken);
        var linear = quotient.Characters.Select(exponents => new LinearRow(quotient, exponents)).ToList();
        var pool = new ValuePool(quotient.ExponentOfQuotient);
        var classCount = group.ConjugacyClasses.Count;
        var powers = new Lazy<ClassPowers>(() => GroupClassAlgebra.PowersOf(group, CancellationToken.None));
        IReadOnlyList<StoredRow> stored = [];
        var storedIndicators = new Dictionary<CharacterRow, int>();
        if (linear.Count < classCount)
        {
            RequireRoom(group.Name, classCount - linear.Count, classCount, limit);
            var known = GroupClassAlgebra.PowersOf(group, cancellationToken);
            powers = new Lazy<ClassPowers>(known);
            var algebra = new GroupClassAlgebra(group, known);
            (stored, var field) = DixonSchneider.Characters(algebra, linear, pool, progress, cancellationToken);
            storedIndicators = FrobeniusSchur.Of(algebra, stored, field, cancellationToken);
        }

        List<CharacterRow> rows = [.. linear, .. stored];
        var cyclicGenerator = linear.Count == classCount ? CyclicGenerator(group) : null;
        cancellationToken.ThrowIfCancellationRequested();
        if (cyclicGenerator is { } generator)
        {
            // E = n here, so the exponent at the generator is the frequency.
            rows.Sort((a, b) => ((LinearRow)a).Exponent(generator).CompareTo(((LinearRow)b).Exponent(generator)));
        }
        else
        {
            progress?.Report(new WorkProgress("rows of the table in order", 0, 0));
            CancellableSort.Sort(rows, new CharacterRowOrder(pool, AllClasses(classCount)), cancellationToken);
        }

        var (indicators, conjugates) = RealityOf(rows, quotient.ExponentOfQuotient, powers, storedIndicators, cancellationToken);
        return new CharacterRows(pool, powers, rows, indicators, conjugates, cyclicGenerator is not null, stored.Count == 0 ? "abelian: homomorphisms to roots of unity"
            : linear.Count > 1 ? "linear characters, then Dixon-Schneider" : "Dixon-Schneider");
    }

    /// <summary>The class of the chosen generator of a cyclic group, or <c>null</c> for other abelian groups.</summary>
    private static int? CyclicGenerator(FiniteGroup group)
    {
        var classes = group.ConjugacyClasses;
        foreach (var generator in group.Generators)
        {
            if (generator.Order == classes.Count)
            {
                return group.ClassPositionOf(generator);
            }
        }

        for (var c = 0; c < classes.Count; c++)
        {
            if (classes[c].ElementOrder == classes.Count)
            {
                return c;
            }
        }

        return null;
    }

    private static (int[] Indicators, int[] Conjugates) RealityOf(List<CharacterRow> rows, int exponent, Lazy<ClassPowers> powers,
        Dictionary<CharacterRow, int> storedIndicators, CancellationToken cancellationToken)
    {
        // Rows are told apart by exponents (linear) or numbers of values (stored), so the conjugate row is found by looking it up.
        var places = new Dictionary<int[], int>(SequenceComparer<int>.Instance);
        for (var i = 0; i < rows.Count; i++)
        {
            places.Add(Key(rows[i]), i);
        }

        var indicators = new int[rows.Count];
        var conjugates = new int[rows.Count];
        var inverse = rows.Exists(row => row is StoredRow) ? powers.Value.Map(-1) : [];
        for (var i = 0; i < rows.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var key = rows[i] is LinearRow linear
                ? Array.ConvertAll(linear.Exponents, x => x == 0 ? 0 : exponent - x)
                : Array.ConvertAll(inverse, c => ((StoredRow)rows[i]).Ids[c]);
            conjugates[i] = places[key];
            indicators[i] = rows[i] is LinearRow ? conjugates[i] == i ? 1 : 0 : storedIndicators[rows[i]];
        }

        return (indicators, conjugates);
    }

    private static int[] Key(CharacterRow row) => row is LinearRow linear ? linear.Exponents : ((StoredRow)row).Ids;
}
