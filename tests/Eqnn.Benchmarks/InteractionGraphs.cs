using BenchmarkDotNet.Attributes;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.Benchmarks;

/// <summary>The interaction graph of relu from the name of the group on: table, decomposition, stabilisers, edges.</summary>
[MemoryDiagnoser]
public class InteractionGraphs
{
    /// <summary>Group and G-set.</summary>
    [Params("C200 on regular", "C1000 on regular", "C5000 on regular", "S8 on subsets:4", "PSL(2,31) on points", "S5 on regular")]
    public string Input { get; set; } = "";

    /// <summary>Everything, as <c>eqnn interact</c> does it.</summary>
    [Benchmark]
    public int Whole()
    {
        var decomposition = Decompose();
        return InteractionGraph.Of(decomposition, Activation.Relu).EdgeCount;
    }

    /// <summary>The part before the theorem: the baseline.</summary>
    [Benchmark(Baseline = true)]
    public int TableAndDecomposition() => Decompose().Components.Count;

    private IsotypicDecomposition Decompose()
    {
        var words = Input.Split(" on ");
        var group = FiniteGroup.Parse(words[0]);
        return IsotypicDecomposition.Of(CharacterTable.Of(group), GSet.Parse(group, words[1]));
    }
}
