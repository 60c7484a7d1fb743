using Eqnn.Testing;
using FsCheck.Xunit;

namespace Eqnn.Numbers.Tests;

[Properties(Arbitrary = [typeof(Samples)])]
public sealed class RationalLaws : OrderedFieldLaws<Rational>;

[Properties(Arbitrary = [typeof(Samples)])]
public sealed class RationalOrderLaws : ComparableLaws<Rational>;

[Properties(Arbitrary = [typeof(Samples)])]
public sealed class RationalTextLaws : TextLaws<Rational>
{
    protected override IReadOnlyList<string> ExactFormats => ["G", "R"];
}
