using Eqnn.Numbers;

namespace Eqnn.Algebra.Families;

/// <summary>The numbers of a name like <c>C8</c> or <c>SL(2,3)</c>, with the means to refuse them.</summary>
internal sealed class NameArguments(string head, string text, int firstAt, long first, int secondAt, long second, GroupLimits limits, CancellationToken cancellation)
{
    /// <summary>The canonical head.</summary>
    public string Head { get; } = head;

    /// <summary>The index, or the first of two numbers; at least 1.</summary>
    public long First { get; } = first;

    /// <summary>The second number; 0 where there is one only.</summary>
    public long Second { get; } = second;

    public GroupLimits Limits { get; } = limits;

    /// <summary>Stops constructions that take long.</summary>
    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>A number as a degree, after dividing the limit by the points each unit needs.</summary>
    public int Degree(long n, int pointsEach = 1)
    {
        Limits.RequireDegree((System.Numerics.BigInteger)n * pointsEach);
        return (int)n;
    }

    public AlgebraFormatException Refuse(string problem, string nearest) => new("group", text, firstAt, problem, nearest);

    public AlgebraFormatException RefuseSecond(string problem, string nearest) => new("group", text, secondAt, problem, nearest);
}
