using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Drawing.Explorer;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Explorations;
using Xunit;

namespace Eqnn.Drawing.Tests.Explorer;

/// <summary>The page as a file.</summary>
public sealed class ExplorerPageTests
{
    [Fact]
    public void A_page_that_would_be_too_large_is_refused_with_its_size()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("C2"));
        var exploration = Exploration.Of(table, [GSet.Parse(table.Group, "regular")]);
        Assert.Contains("<h1>C2</h1>", ExplorerPage.ToHtml(exploration, "{}"), StringComparison.Ordinal);
        var refusal = Assert.Throws<LimitExceededException>(() => ExplorerPage.ToHtml(exploration, new string(' ', ExplorerPage.MaxBytes)));
        Assert.Contains("bytes of an explorer page", refusal.Message, StringComparison.Ordinal);
    }
}
