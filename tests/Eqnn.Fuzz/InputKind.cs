using Eqnn.Algebra.GSets;

namespace Eqnn.Fuzz;

/// <summary>What a case changes.</summary>
internal enum InputKind
{
    /// <summary>Words of a whole command line.</summary>
    Line,

    /// <summary>The name of a group.</summary>
    Group,

    /// <summary>A permutation, alone or as a generator.</summary>
    Permutation,

    /// <summary>An exact number.</summary>
    Cyclotomic,

    /// <summary>The name of a G-set.</summary>
    GSet,

    /// <summary>The name of an activation.</summary>
    Activation,

    /// <summary>A JSON file: group, G-set, arrangement, matrices, certificate, network, sidecar, document of the catalog.</summary>
    Json,

    /// <summary>An array, <c>.npy</c> or <c>.npz</c>.</summary>
    Array,

    /// <summary>An ONNX file.</summary>
    Onnx,
}
