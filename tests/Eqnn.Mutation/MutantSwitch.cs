using System.Reflection;

namespace Eqnn.Mutation;

/// <summary>The class that Stryker adds to the mutated assembly: which mutant is active, and which ones were met.</summary>
internal sealed class MutantSwitch
{
    private readonly FieldInfo _active;
    private readonly FieldInfo _capture;
    private readonly MethodInfo _covered;

    /// <summary>The switch of a mutated assembly.</summary>
    /// <exception cref="InvalidOperationException">It is not mutated.</exception>
    public MutantSwitch(Assembly mutated)
    {
        var type = Array.Find(mutated.GetTypes(), type => type.Name == "MutantControl") ?? throw new InvalidOperationException($"{mutated.GetName().Name} holds no mutants");
        _active = type.GetField("ActiveMutant")!;
        _capture = type.GetField("CaptureCoverage")!;
        _covered = type.GetMethod("GetCoverageData")!;
        Active = None;
    }

    /// <summary>No mutant.</summary>
    public const int None = -1;

    /// <summary>The mutant that is active.</summary>
    public int Active
    {
        set => _active.SetValue(null, value);
    }

    /// <summary>The mutants whose places <paramref name="work"/> meets, and those of them in the initialisers of types, which run once in a process.</summary>
    public (IReadOnlyList<int> Met, IReadOnlyList<int> Once) Covered(Action work)
    {
        _capture.SetValue(null, true);
        _covered.Invoke(null, null);
        work();
        _capture.SetValue(null, false);
        var lists = (IList<int>[])_covered.Invoke(null, null)!;
        return ([.. lists[0].Concat(lists[1]).Distinct()], [.. lists[1].Distinct()]);
    }
}
