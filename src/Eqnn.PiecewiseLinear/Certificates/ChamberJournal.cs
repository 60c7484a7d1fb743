using System.Numerics;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;

namespace Eqnn.PiecewiseLinear.Certificates;

/// <summary>The chambers of an enumeration once more, orbit by orbit, with what makes them checkable: for each orbit a point in one chamber, its stabiliser, its walls, and for each wall up to the stabiliser the orbit beyond with an element that carries the chamber beyond to that orbit's.</summary>
/// <remarks>
/// <para><b>Symmetry.</b> Where the arrangement has none of its own, -1 is used. Why the orbits prove the number of chambers: docs/theory.md#orbit-certificates.</para>
/// <para><b>Cost.</b> Time follows the orbits; memory holds one bit for each hyperplane and orbit.</para>
/// <para><b>Not</b> the rays: <see cref="ListedChambers"/> has them, for as many chambers as can be listed.</para>
/// </remarks>
public sealed class ChamberJournal
{
    /// <summary>The journal of any enumeration; <see cref="Of"/> refuses those that have none.</summary>
    internal ChamberJournal(ChamberEnumeration chambers)
    {
        Chambers = chambers;
        var arrangement = chambers.Arrangement;
        var hasSymmetry = arrangement.Action is { ImageOrder.IsOne: false };
        Order = hasSymmetry ? arrangement.Action!.ImageOrder : 2;
        Generators = hasSymmetry ? SignedImages.Of(arrangement) : [[.. Enumerable.Range(0, arrangement.Rows.Count).Select(j => -j - 1)]];
        OrbitCount = hasSymmetry ? chambers.Orbits.Count : chambers.ChamberCount / 2;
    }

    /// <summary>The enumeration.</summary>
    public ChamberEnumeration Chambers { get; }

    /// <summary>The order of the symmetry as it acts on the span of the rows; 2 where it is -1.</summary>
    public BigInteger Order { get; }

    /// <summary>Generators of it: the images of the rows from 1, negative for the opposite row.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Generators { get; }

    /// <summary>The number of orbits; of pairs of opposite chambers where the symmetry is -1.</summary>
    public BigInteger OrbitCount { get; }

    /// <summary>The journal of an enumeration; the work is done by <see cref="Visit"/>.</summary>
    /// <exception cref="ArgumentException">The arrangement has no hyperplanes: it has one chamber without walls, and <see cref="ListedChambers"/> says all of it; or the enumeration is partial.</exception>
    public static ChamberJournal Of(ChamberEnumeration chambers)
    {
        ArgumentNullException.ThrowIfNull(chambers);
        return chambers.Arrangement.Dimension == 0 || chambers.IsPartial
            ? throw new ArgumentException(chambers.IsPartial ? "the enumeration is partial" : "an arrangement without hyperplanes has no walls to cross", nameof(chambers))
            : new(chambers);
    }

    /// <summary>Goes through the orbits.</summary>
    /// <param name="start">Told the base by which elements are given, as signed hyperplanes from 1, before the first orbit.</param>
    /// <param name="visit">Told each orbit.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CertificateException">What is met on the way differs from the enumeration: a bug.</exception>
    public void Visit(Action<IReadOnlyList<int>> start, Action<OrbitRecord> visit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(visit);
        var (found, walls, orbits) = (BigInteger.Zero, BigInteger.Zero, 0);
        ChamberLimits.EngineFor(Chambers.Arrangement).Journal(
            start,
            record =>
            {
                var size = Order / record.StabiliserOrder;
                found += size;
                walls += size * record.Walls.Count;
                orbits++;
                visit(record);
            },
            cancellationToken);
        Require(found, walls / 2, orbits);
    }

    /// <summary>Two ways through the same orbits must count the same.</summary>
    internal void Require(BigInteger found, BigInteger walls, int orbits)
    {
        if (found != Chambers.ChamberCount || walls != Chambers.WallCount || orbits != OrbitCount)
        {
            throw new CertificateException("a certificate holds the chambers of the enumeration", FormattableString.Invariant($"{Chambers.Arrangement}: {found} chambers, {walls} walls in {orbits} orbits; the enumeration has {Chambers.ChamberCount}, {Chambers.WallCount}, {OrbitCount}"));
        }
    }
}
