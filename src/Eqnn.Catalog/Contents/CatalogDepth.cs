namespace Eqnn.Catalog.Contents;

/// <summary>What networks on a G-set make of a source: whether one layer of an activation brings a simple, and how many layers do.</summary>
public sealed class CatalogDepth
{
    internal CatalogDepth(CatalogSet set, string activation, CatalogSimple source, CatalogSimple target, bool isReached, int? least, int? attained) =>
        (Set, Activation, Source, Target, IsReached, Least, Attained) = (set, activation, source, target, isReached, least, attained);

    /// <summary>The G-set.</summary>
    public CatalogSet Set { get; }

    /// <summary>The name of the activation.</summary>
    public string Activation { get; }

    /// <summary>The simple from which networks start.</summary>
    public CatalogSimple Source { get; }

    /// <summary>The simple that is asked for.</summary>
    public CatalogSimple Target { get; }

    /// <summary>Whether one activation brings it: an edge of the interaction graph.</summary>
    public bool IsReached { get; }

    /// <summary>The least number of layers after which it can come at all; null is never.</summary>
    public int? Least { get; }

    /// <summary>The least number of layers after which it is proved that some weights reach it; null where none is known.</summary>
    public int? Attained { get; }

    /// <summary>The pair and the numbers of layers.</summary>
    public override string ToString() => FormattableString.Invariant($"{Source.Label} -> {Target.Label} by {Activation} on {Set.Name}: {(Least is { } least ? $"{least} layers at least" : "never")}");
}
