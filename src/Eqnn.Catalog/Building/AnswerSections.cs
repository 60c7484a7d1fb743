using Eqnn.Algebra.Representations;
using Eqnn.Numbers.Permutations;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Building;

/// <summary>The sections that answer questions on networks: certificates of energies, separation and universality, and what only the library says of depth, separation and universality.</summary>
internal sealed class AnswerSections
{
    /// <summary>The answers that are in a document, as its inputs name them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["depth", "energies", "separation", "universality"];

    private AnswerSections(IReadOnlyList<JsonItem> separations, IReadOnlyList<JsonItem> universality, IReadOnlyList<JsonItem> described) => (Separations, Universality, Described) = (separations, universality, described);

    /// <summary>Certificates of kind <c>separation</c>.</summary>
    public IReadOnlyList<JsonItem> Separations { get; }

    /// <summary>Certificates of kind <c>universality</c>.</summary>
    public IReadOnlyList<JsonItem> Universality { get; }

    /// <summary>The field <c>answers</c>: what no certificate of the document proves.</summary>
    public IReadOnlyList<JsonItem> Described { get; }

    /// <summary>The sections on the G-sets of a document; energies, which are certificates alone, are made by themselves.</summary>
    public static AnswerSections Of(IReadOnlyList<IsotypicDecomposition> decompositions, IReadOnlyList<Permutation> elements, CancellationToken cancellationToken)
    {
        var (separations, universality, described) = (new List<JsonItem>(), new List<JsonItem>(), new List<JsonItem>());
        foreach (var decomposition in decompositions)
        {
            described.AddRange(DepthSection.Rows(decomposition, cancellationToken));
        }

        foreach (var decomposition in decompositions)
        {
            var (certificates, said) = SeparationSection.Of(decomposition.Set, cancellationToken);
            separations.AddRange(certificates);
            described.Add(said);
        }

        foreach (var decomposition in decompositions)
        {
            var (certificates, said) = UniversalitySection.Of(decomposition.Set, elements, cancellationToken);
            universality.AddRange(certificates);
            described.Add(said);
        }

        return new(separations, universality, described);
    }
}
