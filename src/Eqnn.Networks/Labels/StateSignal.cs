namespace Eqnn.Networks.Labels;

/// <summary>What the simples of one state say about the labels.</summary>
public sealed class StateSignal
{
    internal StateSignal(int state, FeatureSpace space, IReadOnlyList<SimpleSignal> simples, int leftOut)
    {
        (State, Space, Simples, LeftOut) = (state, space, simples, leftOut);
    }

    /// <summary>The state; 0 is the input.</summary>
    public int State { get; }

    /// <summary>Its features.</summary>
    public FeatureSpace Space { get; }

    /// <summary>The simples that the data fill, those with most energy if there are many.</summary>
    public IReadOnlyList<SimpleSignal> Simples { get; }

    /// <summary>The number of simples with energy that were not measured.</summary>
    public int LeftOut { get; }
}
