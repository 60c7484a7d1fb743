using System.Globalization;
using System.Text;

namespace Eqnn.Mutation;

/// <summary>The score of a group, by files, and the mutants that live.</summary>
internal static class Summary
{
    public static string Of(IReadOnlyList<Mutant> all, MutantSample sample, IReadOnlyDictionary<int, Outcome> outcomes)
    {
        var population = sample.Population(all).Count;
        var mutants = sample.Of(all);
        var text = new StringBuilder();
        foreach (var file in mutants.Where(mutant => outcomes.ContainsKey(mutant.Id)).GroupBy(mutant => mutant.File).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Score([.. file], outcomes)} {file.Key}\n");
            foreach (var mutant in file.Where(mutant => !outcomes[mutant.Id].IsKilled).OrderBy(mutant => mutant.Line))
            {
                text.Append(CultureInfo.InvariantCulture, $"    line {mutant.Line} {outcomes[mutant.Id].State} ({mutant.Kind}): {mutant.Before}\n        -> {mutant.After}\n");
            }
        }

        List<Mutant> done = [.. mutants.Where(mutant => outcomes.ContainsKey(mutant.Id))];
        var states = string.Join(", ", done.GroupBy(mutant => outcomes[mutant.Id].State).OrderBy(state => state.Key, StringComparer.Ordinal).Select(state => FormattableString.Invariant($"{state.Count()} {state.Key}")));
        var (low, high) = ScoreInterval.Of(done.Count(mutant => outcomes[mutant.Id].IsKilled), done.Count, population);
        var drawn = done.Count == population ? "all" : FormattableString.Invariant($"drawn from {population} with seed {sample.Seed}, 95 % from {low:0.0} to {high:0.0} %");
        return text.Append(CultureInfo.InvariantCulture, $"{Score(done, outcomes)} ({drawn}): {states}\n").ToString();
    }

    private static string Score(IReadOnlyList<Mutant> mutants, IReadOnlyDictionary<int, Outcome> outcomes)
    {
        var killed = mutants.Count(mutant => outcomes[mutant.Id].IsKilled);
        return FormattableString.Invariant($"{(mutants.Count == 0 ? 100 : 100.0 * killed / mutants.Count):0.0} % {killed}/{mutants.Count}");
    }
}
