using Eqnn.Algebra.Representations;
using Eqnn.Numbers.Permutations;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Building;

/// <summary>The sections that answer questions on networks: certificates of energies, separation and universality, and what only the library says of depth, separation and universality.</summary>
internal sealed class AnswerSections
{
    /// <summary>The answers that are in a document, as its inputs name them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["depth", "energies", "separation", "universality"];

    private AnswerSections(JArray separations, JArray universality, JArray described) => (Separations, Universality, Described) = (separations, universality, described);

    /// <summary>Certificates of kind <c>separation</c>.</summary>
    public JArray Separations { get; }

    /// <summary>Certificates of kind <c>universality</c>.</summary>
    public JArray Universality { get; }

    /// <summary>The field <c>answers</c>: what no certificate of the document proves.</summary>
    public JArray Described { get; }

    /// <summary>The sections on the G-sets of a document; energies, which are certificates alone, are made by themselves.</summary>
    public static AnswerSections Of(IReadOnlyList<IsotypicDecomposition> decompositions, IReadOnlyList<Permutation> elements, CancellationToken cancellationToken)
    {
        var (separations, universality, described) = (new JArray(), new JArray(), new List<JObject>());
        foreach (var decomposition in decompositions)
        {
            described.AddRange(DepthSection.Rows(decomposition, cancellationToken));
        }

        foreach (var decomposition in decompositions)
        {
            var (certificates, said) = SeparationSection.Of(decomposition.Set, cancellationToken);
            certificates.ToList().ForEach(separations.Add);
            described.Add(said);
        }

        foreach (var decomposition in decompositions)
        {
            var (certificates, said) = UniversalitySection.Of(decomposition.Set, elements, cancellationToken);
            certificates.ToList().ForEach(universality.Add);
            described.Add(said);
        }

        return new(separations, universality, [.. described]);
    }
}
