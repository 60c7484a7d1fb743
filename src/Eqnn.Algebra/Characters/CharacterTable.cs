using System.Diagnostics;
using System.Numerics;
using Eqnn.Algebra.Characters.Partitions;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>The character table of a finite group: classes, complex irreducible characters, simple real representations, normal subgroups.</summary>
/// <remarks>
/// <para><b>Order of classes.</b> That of <see cref="FiniteGroup.ConjugacyClasses"/>. <b>Order of characters.</b> Trivial first; for cyclic groups by k = 0 .. n-1, where X.(k+1) takes the chosen generator to
/// exp(2πi k/n); otherwise by (degree, conductor of the value list, decreasing value list in the listing order of cyclotomics). <b>Order of simples.</b> Trivial first; for cyclic groups by frequency k = 0 .. ⌊n/2⌋, L_k
/// turning by 2πk/n under the chosen generator; otherwise by (dimension, type R &lt; C &lt; H, decreasing value list). The chosen generator of a cyclic group is the first one in
/// <see cref="FiniteGroup.Generators"/> that generates the group, else the representative of the first class of elements of order n. Otherwise nothing depends on the generators.</para>
/// <para><b>Exactness.</b> Characters of degree 1 are homomorphisms given by exponents. The others are computed modulo a prime, lifted by their eigenvalue multiplicities, and proved orthonormal exactly
/// (<see cref="Origin"/> names the method); those of S_n and A_n on their points are integers by the Murnaghan–Nakayama rule and their halves, proved orthonormal through adjoint power sums (docs/theory.md#symmetric);
/// those of groups with a cyclic subgroup of index 2 (dihedral, dicyclic, semidihedral, modular) are induced from it, by formula (docs/theory.md#index-two); those of direct products are products of verified ones (docs/theory.md#direct-products). A failed proof is a <see cref="CertificateException"/>, never a table.</para>
/// <para><b>Cost.</b> Classes of the group, then a few class matrices and about (number of classes)³ operations modulo p. Field elements are made when a value is asked for. S_n and A_n: about p(n)² n additions, n up to 30 within the default limits. Sizes: docs/benchmarks.md#tables, docs/benchmarks.md#symmetric.</para>
/// <para><b>Source.</b> [Isaacs], [Dixon1967], [Schneider1990]; docs/theory.md#objects.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CharacterTable
{
    /// <summary>The most images of points that the elements of an abelian group may have together.</summary>
    public const long MaxClassPoints = 100_000_000;

    private readonly Lazy<NormalSubgroupLattice> _normalSubgroups;
    private readonly Lazy<SimpleAliases> _aliases;
    private readonly Lazy<ClassPowers> _powers;
    private readonly SimpleRepresentation[] _simpleOfIrreducible;

    private CharacterTable(FiniteGroup group, CharacterRows rows, CancellationToken cancellationToken)
    {
        Group = group;
        Classes = group.ConjugacyClasses;
        Pool = rows.Values;
        Origin = rows.Origin;
        _powers = rows.Powers;
        var irreducibles = new IrreducibleCharacter[rows.Rows.Count];
        for (var i = 0; i < irreducibles.Length; i++)
        {
            irreducibles[i] = new IrreducibleCharacter(this, i, rows.Rows[i], rows.Indicators[i]);
        }

        Irreducibles = Array.AsReadOnly(irreducibles);
        var simples = RealSimples.Of(this, rows, cancellationToken);
        Simples = Array.AsReadOnly(simples);
        _simpleOfIrreducible = new SimpleRepresentation[irreducibles.Length];
        foreach (var simple in simples)
        {
            foreach (var constituent in simple.Constituents)
            {
                _simpleOfIrreducible[constituent.Position] = simple;
            }
        }

        _normalSubgroups = new Lazy<NormalSubgroupLattice>(() => NormalSubgroupLattice.Of(this));
        _aliases = new Lazy<SimpleAliases>(() => new SimpleAliases(this));
    }

    /// <summary>The group.</summary>
    public FiniteGroup Group { get; }

    /// <summary>The conjugacy classes, the columns of the table.</summary>
    public IReadOnlyList<ConjugacyClass> Classes { get; }

    /// <summary>The complex irreducible characters, the rows of the table; as many as classes.</summary>
    public IReadOnlyList<IrreducibleCharacter> Irreducibles { get; }

    /// <summary>The simple representations over the real numbers, up to isomorphism.</summary>
    public IReadOnlyList<SimpleRepresentation> Simples { get; }

    /// <summary>All normal subgroups; computed when first asked for.</summary>
    /// <exception cref="LimitExceededException">There are more than <see cref="GroupLimits.MaxNormalSubgroups"/>.</exception>
    public NormalSubgroupLattice NormalSubgroups => _normalSubgroups.Value;

    /// <summary>The method that found the table.</summary>
    public string Origin { get; }

    /// <summary>The character table of a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="progress">Told the stages: classes, irreducible characters.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="LimitExceededException">The group is too large for its limits.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="CertificateException">A check of the result failed: a bug.</exception>
    public static CharacterTable Of(FiniteGroup group, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        cancellationToken.ThrowIfCancellationRequested();
        SymmetricCharacters.RequireSize(group);
        if (group.IsAbelian && group.Order <= group.Limits.MaxEnumeratedOrder)
        {
            RequireRoomForElements(group.Name, group.Order, group.Degree);
        }

        CharacterRows.RequireRoom(group, cancellationToken);
        group.ComputeConjugacyClasses(progress, cancellationToken);
        return new CharacterTable(group, CharacterRows.Of(group, progress, cancellationToken), cancellationToken);
    }

    /// <summary>The classes of an abelian group are its elements: what their representatives take is known before.</summary>
    /// <exception cref="LimitExceededException">More than <see cref="MaxClassPoints"/>.</exception>
    internal static void RequireRoomForElements(string name, System.Numerics.BigInteger order, int degree)
    {
        if (!HasRoomForElements(order, degree))
        {
            throw new LimitExceededException(
                "order times degree of an abelian group with a character table", MaxClassPoints, FormattableString.Invariant($"{order * degree} for {name}"), "not possible; questions without copies, layers and pictures are answered by frequencies, those about one source also by the quotient that it sees");
        }
    }

    /// <summary>Whether the elements of an abelian group may be listed for a table.</summary>
    internal static bool HasRoomForElements(System.Numerics.BigInteger order, int degree) => order * degree <= MaxClassPoints;

    /// <summary>The number of elements in the classes at some positions.</summary>
    public BigInteger ElementCount(IEnumerable<int> classPositions)
    {
        ArgumentNullException.ThrowIfNull(classPositions);
        return classPositions.Aggregate(BigInteger.Zero, (sum, c) => sum + Classes[c].Size);
    }

    /// <summary>The simple with a label or an alias, in upper or lower case.</summary>
    /// <remarks>
    /// <para><c>L0</c>, <c>L1</c>, ...: by place. <c>X.1</c> and so on name complex characters, not simples.</para>
    /// <para><c>trivial</c>: L0. <c>sign</c>: the one nontrivial simple of dimension 1 where there is exactly one (the sign of S_n, the alternating L_k of C_2k, the determinant of D_n for odd n);
    /// where there are several, the sign of the permutations of the points, if the group has odd ones. <c>standard</c>: the natural permutation representation minus the trivial one, if that is simple
    /// (S_n, A_n, every 2-transitive group). For the symmetric group on its n points the partitions of n, as <c>[3,1]</c>: the Specht modules, with [n] trivial and [1,...,1] the sign.</para>
    /// </remarks>
    /// <exception cref="AlgebraFormatException">There is no such simple; the message lists what there is.</exception>
    public SimpleRepresentation SimpleNamed(string labelOrAlias)
    {
        ArgumentNullException.ThrowIfNull(labelOrAlias);
        return _aliases.Value.Find(labelOrAlias);
    }

    /// <summary>Label, name and size, in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"character table of {Group.Name} with {Classes.Count} classes");

    /// <summary>The values.</summary>
    internal CharacterValues Pool { get; }

    internal int PowerOfClass(int c, long n) => _powers.Value.Power(c, n);

    internal ClassPowers Powers => _powers.Value;

    internal SimpleRepresentation SimpleOf(IrreducibleCharacter character) => _simpleOfIrreducible[character.Position];

    internal IReadOnlyList<string> AliasesOf(SimpleRepresentation simple) => _aliases.Value.Of(simple);
}
