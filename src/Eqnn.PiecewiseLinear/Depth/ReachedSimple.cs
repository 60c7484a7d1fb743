using Eqnn.Algebra.Characters;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>A simple of <c>J_t</c> and whether networks populate it.</summary>
/// <remarks>Made by <see cref="DepthAnalysis"/> alone.</remarks>
public sealed class ReachedSimple
{
    internal ReachedSimple(SimpleRepresentation simple, Attainment attainment, string reason, BlockWitness? block = null, DepthWitness? witness = null)
    {
        Simple = simple;
        Attainment = attainment;
        Reason = reason;
        Block = block;
        Witness = witness;
    }

    /// <summary>The simple K.</summary>
    public SimpleRepresentation Simple { get; }

    /// <summary>By which argument it is decided.</summary>
    public Attainment Attainment { get; }

    /// <summary>The argument in one sentence; for what is not decided, the limit or the class that stopped it.</summary>
    public string Reason { get; }

    /// <summary>A chamber and a block in which K shows; <c>null</c> if another argument decides.</summary>
    public BlockWitness? Block { get; }

    /// <summary>An explicit network with integer weights, checked exactly; <c>null</c> if none was looked for or found.</summary>
    public DepthWitness? Witness { get; }

    /// <summary>Whether some weights and some input populate K: <c>true</c>, <c>false</c> (none do), or <c>null</c>, not decided.</summary>
    public bool? Populated => Attainment switch
    {
        Attainment.Undecided => null,
        Attainment.Never => false,
        _ => true,
    };

    /// <summary>Whether some weights and some input are known to populate K.</summary>
    public bool IsAttained => Populated == true;

    /// <summary>The label and what is known.</summary>
    public override string ToString() => $"{Simple.Label}: {(Populated switch { true => "populated", false => "never", _ => "not decided" })} ({Reason})";
}
