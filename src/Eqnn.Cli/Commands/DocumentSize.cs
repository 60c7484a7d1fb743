using System.Numerics;
using Eqnn.Algebra.Groups;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;

namespace Eqnn.Cli.Commands;

/// <summary>How many values a JSON document of a table holds, known before the table is: too long ones are refused, long ones written while they are made.</summary>
internal static class DocumentSize
{
    /// <summary>The most values of one document; a gigabyte or two of text.</summary>
    private const long MaxValues = 100_000_000;

    /// <summary>Documents with more values are not held in memory.</summary>
    private const long MaxHeld = 2_000_000;

    /// <summary>Whether the document of a group with all its classes and rows of values is one to be streamed.</summary>
    /// <param name="group">The group.</param>
    /// <param name="hasRows">Whether rows were chosen: then only the classes count.</param>
    /// <param name="query">The question; only JSON is a document.</param>
    /// <exception cref="LimitExceededException">It has more values than a document may have.</exception>
    public static bool IsStreamed(FiniteGroup group, bool hasRows, Query query)
    {
        if (query.Format != OutputFormat.Json)
        {
            return false;
        }

        // A class of an abelian group is an element; others are found first, which is the smaller part of the work.
        var classes = group.IsAbelian ? group.Order : group.ComputeConjugacyClasses(query.Progress, query.CancellationToken).Count;
        var values = classes * (group.Degree + (hasRows ? BigInteger.Zero : classes));
        return values <= MaxValues || group.IsAbelian && classes > group.Limits.MaxClasses
            ? values > MaxHeld
            : throw new LimitExceededException("values of a JSON document", MaxValues, FormattableString.Invariant($"{values} ({classes} classes, degree {group.Degree})"), hasRows ? "not possible; the text form shows a part" : "choose rows with --rows");
    }
}
