namespace Eqnn.Mutation;

/// <summary>Which mutants of a group are tested: those of some files, and of these all or a number drawn at random.</summary>
/// <param name="Place">What the path of the file holds, or after <c>!</c> what it does not hold.</param>
/// <param name="Count">How many are drawn, or null for all.</param>
/// <param name="Seed">The seed of the draw: the same mutants are drawn for the same report.</param>
internal sealed record MutantSample(string Place, int? Count, int Seed)
{
    /// <summary>The mutants from which is drawn.</summary>
    public IReadOnlyList<Mutant> Population(IReadOnlyList<Mutant> all) => [.. all.Where(mutant => Place.StartsWith('!') ? !mutant.File.Contains(Place[1..], StringComparison.Ordinal) : mutant.File.Contains(Place, StringComparison.Ordinal))];

    /// <summary>The mutants drawn, in the order in which they are tested: a random one, so that a run that was stopped has tested a random sample too.</summary>
    public IReadOnlyList<Mutant> Of(IReadOnlyList<Mutant> all)
    {
        Mutant[] drawn = [.. Population(all).OrderBy(mutant => mutant.Id)];
        var random = new Random(Seed);
        random.Shuffle(drawn);
        return drawn[..Math.Min(Count ?? drawn.Length, drawn.Length)];
    }
}
