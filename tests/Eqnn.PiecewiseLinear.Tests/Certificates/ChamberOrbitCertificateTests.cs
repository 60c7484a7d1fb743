using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Certificates;
using Eqnn.PiecewiseLinear.Tests.Arrangements;
using Eqnn.Records.Certificates;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Certificates;

public sealed class ChamberOrbitCertificateTests
{
    [Fact]
    public void The_maker_compares_what_it_meets_with_the_enumeration()
    {
        var chambers = ChamberEnumeration.Of(Families.Resonance(3));
        var journal = ChamberJournal.Of(chambers);
        journal.Require(32, 48, 10);
        Fires.With("a certificate holds the chambers of the enumeration", () => journal.Require(31, 48, 10));
        Fires.With("a certificate holds the chambers of the enumeration", () => journal.Require(32, 47, 10));
        Fires.With("a certificate holds the chambers of the enumeration", () => journal.Require(32, 48, 9));
    }

    [Fact]
    public void Another_way_to_the_chambers_has_the_same_certificate_but_for_its_name()
    {
        static string Lines(ChamberRoute route) => string.Join('\n', ChamberOrbitCertificate.Of(ChamberEnumeration.Of(Families.SumZero(4), ChamberSearchOptions.Default.WithRoute(route))).Split('\n')[1..^2]);
        Assert.Equal(Lines(ChamberRoute.Rays), Lines(ChamberRoute.Simplex));
    }
}
