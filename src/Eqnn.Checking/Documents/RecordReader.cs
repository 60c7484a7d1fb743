using Eqnn.Checking.Reading;

namespace Eqnn.Checking.Documents;

/// <summary>Goes through the records of a section, which must be all that are needed and no more.</summary>
internal sealed class RecordReader(Section section)
{
    private int _next;

    public Claim Next()
    {
        section.Require(_next < section.Records.Count, FormattableString.Invariant($"ends after {_next} records; more are needed"));
        return section.Records[_next++];
    }

    public void End() => section.Require(_next == section.Records.Count, FormattableString.Invariant($"has {section.Records.Count} records; {_next} are needed"));
}
