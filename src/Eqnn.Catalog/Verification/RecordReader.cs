using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Verification;

/// <summary>Goes through the records of a section, which must be all that are needed and no more.</summary>
internal sealed class RecordReader(JToken section)
{
    private int _next;

    public JToken Next()
    {
        section.Require(_next < section.Count(), FormattableString.Invariant($"ends after {_next} records; more are needed"));
        return section[_next++]!;
    }

    public void End() => section.Require(_next == section.Count(), FormattableString.Invariant($"has {section.Count()} records; {_next} are needed"));
}
