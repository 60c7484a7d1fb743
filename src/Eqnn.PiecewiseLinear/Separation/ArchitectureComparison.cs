using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Separation;

/// <summary>Which of two shapes of networks with invariant outputs tells more inputs apart. Exact, for all real inputs, any number of channels and any continuous activation that is no polynomial, with biases.</summary>
/// <remarks>Either may see more, both the same, or each something that the other does not. Source: docs/theory.md#complete.</remarks>
public sealed class ArchitectureComparison
{
    private ArchitectureComparison(Architecture first, Architecture second, UnseenPairs? onlySecond, UnseenPairs? onlyFirst) =>
        (First, Second, SeenBySecondOnly, SeenByFirstOnly) = (first, second, onlySecond, onlyFirst);

    /// <summary>The first shape.</summary>
    public Architecture First { get; }

    /// <summary>The second shape.</summary>
    public Architecture Second { get; }

    /// <summary>Pairs that the second separates and the first does not; null if there are none.</summary>
    public UnseenPairs? SeenBySecondOnly { get; }

    /// <summary>Pairs that the first separates and the second does not; null if there are none.</summary>
    public UnseenPairs? SeenByFirstOnly { get; }

    /// <summary>Whether the first separates everything that the second does.</summary>
    public bool FirstSeesAtLeastAsMuch => SeenBySecondOnly is null;

    /// <summary>Whether the second separates everything that the first does.</summary>
    public bool SecondSeesAtLeastAsMuch => SeenByFirstOnly is null;

    /// <summary>Decides.</summary>
    /// <exception cref="ArgumentException">The inputs differ, or an output is not one point.</exception>
    /// <exception cref="LimitExceededException">More subspaces than the options allow.</exception>
    public static ArchitectureComparison Of(Architecture first, Architecture second, CompletenessOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (!ReferenceEquals(first.Input, second.Input))
        {
            throw new ArgumentException($"networks on {first.Input.Name} and on {second.Input.Name} are not compared", nameof(second));
        }

        if (first.Output.Size != 1 || second.Output.Size != 1)
        {
            throw new ArgumentException("networks are compared by their invariant outputs: Z must be one point");
        }

        return new(first, second, Unseen(first, second), Unseen(second, first));

        UnseenPairs? Unseen(Architecture blind, Architecture seeing)
        {
            var (echelon, _) = RelationSearches.Find(blind, seeing, null, options ?? CompletenessOptions.Default, cancellationToken);
            if (echelon is null)
            {
                return null;
            }

            var n = (int)first.Input.Size;
            var (vector, isSmallest) = SmallestPair.Find(echelon, IsSeen, cancellationToken);
            return RelationSearches.Pairs(first.Input, echelon, vector, isSmallest);

            bool IsSeen(int[] pair)
            {
                IReadOnlyList<ColumnVector<Cyclotomic>> Half(int from) => [[.. pair.Skip(from).Take(n).Select(value => (Cyclotomic)value)]];
                return !LayerColours.Of(seeing, [Half(0), Half(n)], cancellationToken).HaveEqualCounts(0, 1);
            }
        }
    }
}
