using Eqnn.Algebra.Groups;

namespace Eqnn.Algebra.NormalSubgroups;

/// <summary>The normal subgroups of a group.</summary>
/// <param name="Groups">The subgroups, each once, in no particular order.</param>
/// <param name="Above">For each the positions of those that contain it, itself included, ascending.</param>
internal sealed record FoundSubgroups(IReadOnlyList<FiniteGroup> Groups, IReadOnlyList<IReadOnlyList<int>> Above);
