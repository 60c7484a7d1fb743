using System.Collections.Immutable;
using System.Numerics;
using Eqnn.Algebra.Families;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.NormalSubgroups;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>What is known of a group without its character table: the facts that need none, and for each of the others what stops it. Each state is a value; <see cref="Complete"/> grows it fact by fact.</summary>
public sealed class GroupSurvey
{
    /// <summary>So many comparisons of points for the classes of a group that is too large to be enumerated take some seconds, and the characters a minute.</summary>
    private const long LongTable = 10_000_000;

    private readonly ImmutableDictionary<string, GroupFact> _facts;

    private GroupSurvey(FiniteGroup group, ImmutableDictionary<string, GroupFact> facts, AbelianStructure? abelian) => (Group, _facts, Abelian) = (group, facts, abelian);

    /// <summary>What a survey is about, in the order in which facts are said; they are found in another one.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "exponent", "abelian", "nilpotent", "supersolvable", "solvable", "perfect", "simple", "centreOrder", "derivedSeries", "abelianInvariants", "compositionFactors", "chiefFactorOrders",
        "normalSubgroupOrders", "classCount", "normalSubgroupCount", "simpleCount",
    ];

    /// <summary>The group.</summary>
    public FiniteGroup Group { get; }

    /// <summary>The structure from which all facts about an abelian group come; null for a survey that was made fact by fact.</summary>
    public AbelianStructure? Abelian { get; }

    /// <summary>The facts that were looked at, in the order of <see cref="Keys"/>.</summary>
    public IEnumerable<GroupFact> Facts => Keys.Where(_facts.ContainsKey).Select(key => _facts[key]);

    /// <summary>Nothing yet.</summary>
    public static GroupSurvey Start(FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return new(group, ImmutableDictionary<string, GroupFact>.Empty, null);
    }

    /// <summary>All facts about an abelian group, by theory: none is missing, and no table is needed.</summary>
    /// <exception cref="ArgumentException">The group is not abelian.</exception>
    public static GroupSurvey OfAbelian(FiniteGroup group, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        var structure = AbelianStructure.Of(group, cancellationToken);
        GroupFact[] facts =
        [
            new("exponent") { Number = structure.Exponent }, new("abelian") { Truth = true }, new("nilpotent") { Truth = true }, new("supersolvable") { Truth = true }, new("solvable") { Truth = true },
            new("perfect") { Truth = false }, new("simple") { Truth = structure.IsSimple }, new("centreOrder") { Number = group.Order }, new("derivedSeries") { Numbers = [group.Order, BigInteger.One] },
            new("abelianInvariants") { Numbers = [.. structure.Invariants.Select(order => (BigInteger)order)] }, new("compositionFactors") { Factors = structure.CompositionFactors },
            new("chiefFactorOrders") { Numbers = structure.ChiefFactorOrders }, new("classCount") { Number = group.Order }, new("normalSubgroupCount") { Number = structure.SubgroupCount },
            new("simpleCount") { Number = structure.SimpleCount },
        ];
        return new(group, facts.ToImmutableDictionary(fact => fact.Key), structure);
    }

    /// <summary>Whether theorems about the family of a group say all that a survey is about, and its classes would take long: about so many comparisons of points as the square of the number of classes times the degree. Then a table is not worth waiting for.</summary>
    public static bool IsPreferredFor(FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.Facts is { ClassCount: { } classes, RealSimpleCount: not null, Exponent: not null } && (ClassMethod.TakesLong(group) || (group.Order > group.Limits.MaxEnumeratedOrder && classes * classes * group.Degree > LongTable));
    }

    /// <summary>Whether a fact was looked at.</summary>
    public bool Has(string key) => _facts.ContainsKey(key);

    /// <summary>Computes the facts that are not there yet, the cheap ones first.</summary>
    /// <param name="found">Told each state, so that what is known is at hand whatever ends the rest.</param>
    /// <param name="progress">Told how many facts are known.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public GroupSurvey Complete(Action<GroupSurvey>? found = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var (survey, group) = (this, Group);
        if (group.Facts is { } known)
        {
            AddKnown(known);
        }

        Add("abelian", fact => new(fact) { Truth = group.IsAbelian });
        Add("derivedSeries", fact => new(fact) { Numbers = [.. group.ComputeDerivedSeries(cancellationToken).Select(subgroup => subgroup.Order)] });
        Add("solvable", fact => new(fact) { Truth = group.IsSolvable });
        Add("perfect", fact => new(fact) { Truth = group.IsPerfect });
        Add("nilpotent", fact => new(fact) { Truth = group.ComputeLowerCentralSeries(cancellationToken)[^1].Order.IsOne });
        Add("abelianInvariants", fact => new(fact) { Numbers = [.. group.ComputeAbelianInvariants(cancellationToken).Select(order => (BigInteger)order)] });
        if (!survey.Has("normalSubgroupOrders") && LimitExceededException.Within(() => NormalSubgroupLattice.TryWithoutTable(group, cancellationToken)).Value is { } lattice)
        {
            var chief = ChiefSeries.Of(lattice);
            Add("normalSubgroupOrders", fact => new(fact) { Numbers = [.. lattice.Subgroups.Select(subgroup => subgroup.Order)] });
            Add("simple", fact => new(fact) { Truth = lattice.Subgroups.Count == 2 });
            Add("centreOrder", fact => new(fact) { Number = lattice.Subgroups.Where(subgroup => subgroup.IsCentral).Max(subgroup => subgroup.Order) });
            Add("compositionFactors", fact => new(fact) { Factors = chief.CompositionFactors });
            Add("chiefFactorOrders", fact => new(fact) { Numbers = chief.FactorOrders });
            Add("supersolvable", fact => new(fact) { Truth = chief.IsSupersolvable });
        }

        Add("simple", fact => new(fact) { Truth = group.IsSimple(cancellationToken) });
        Add("centreOrder", fact => new(fact) { Number = group.ComputeCentre(cancellationToken).Order });
        Add("exponent", fact => new(fact) { Number = group.ComputeExponent(cancellationToken) });
        return survey;

        // By theorems about the family that the name of the group names; what has no formula is left to the rest.
        void AddKnown(TheoryFacts facts)
        {
            Add("abelian", fact => new(fact) { Truth = false });
            Add("nilpotent", fact => new(fact) { Truth = false });
            Add("supersolvable", fact => new(fact) { Truth = facts.IsSupersolvable });
            Add("solvable", fact => new(fact) { Truth = facts.IsSolvable });
            Add("perfect", fact => new(fact) { Truth = facts.QuotientOrder == 1 });
            Add("simple", fact => new(fact) { Truth = facts.IsSimple });
            Add("centreOrder", fact => new(fact) { Number = facts.CentreOrder });
            Add("derivedSeries", fact => new(fact) { Numbers = facts.DerivedSeriesOrders });
            Add("abelianInvariants", fact => new(fact) { Numbers = [.. NumberTheory.Factor(facts.QuotientOrder).Select(power => BigInteger.Pow(power.Prime, power.Exponent)).Order()] });
            Add("compositionFactors", fact => new(fact) { Factors = [.. facts.AbelianFactorOrders.CountBy(order => order).OrderBy(pair => pair.Key).Select(pair => new CompositionFactor(pair.Key, FormattableString.Invariant($"C{pair.Key}"), pair.Value)), .. facts.Factor is { } factor ? [new CompositionFactor(factor.Order, factor.Name, 1)] : Array.Empty<CompositionFactor>()] });
            Add("chiefFactorOrders", fact => new(fact) { Numbers = facts.ChiefFactorOrders });
            Add("normalSubgroupOrders", fact => new(fact) { Numbers = facts.NormalSubgroupOrders });
            AddNumber("exponent", facts.Exponent);
            AddNumber("classCount", facts.ClassCount);
            AddNumber("simpleCount", facts.RealSimpleCount);
        }

        void AddNumber(string key, BigInteger? number)
        {
            if (number is { } value)
            {
                Add(key, fact => new(fact) { Number = value });
            }
        }

        void Add(string key, Func<string, GroupFact> compute)
        {
            if (survey.Has(key))
            {
                return;
            }

            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new("structure of the group", survey._facts.Count, Keys.Count));
            var (fact, limit) = LimitExceededException.Within(() => compute(key));
            survey = new(group, survey._facts.Add(key, fact ?? new(key) { Limit = limit }), null);
            found?.Invoke(survey);
        }
    }

    /// <summary>The group and the number of facts.</summary>
    public override string ToString() => FormattableString.Invariant($"{Group.Name}: {_facts.Count} facts without a table");
}
