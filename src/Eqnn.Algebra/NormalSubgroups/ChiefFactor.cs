using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Groups;

namespace Eqnn.Algebra.NormalSubgroups;

/// <summary>A chief factor N/M of a group G: M &lt; N normal in G with no normal subgroup between.</summary>
/// <param name="Upper">N.</param>
/// <param name="Lower">M.</param>
internal abstract record ChiefFactor(FiniteGroup Upper, FiniteGroup Lower);

/// <summary>A chief factor that is elementary abelian.</summary>
/// <param name="Upper">N.</param>
/// <param name="Lower">M.</param>
/// <param name="Prime">The prime.</param>
/// <param name="Basis">Elements of N that are a basis modulo M.</param>
internal sealed record AbelianFactor(FiniteGroup Upper, FiniteGroup Lower, long Prime, IReadOnlyList<int[]> Basis) : ChiefFactor(Upper, Lower);

/// <summary>A chief factor T × … × T for a simple group T that is not abelian.</summary>
/// <param name="Upper">N.</param>
/// <param name="Lower">M.</param>
/// <param name="Level">Blocks on which exactly the elements of C_G(N/M) act trivially.</param>
internal sealed record NonabelianFactor(FiniteGroup Upper, FiniteGroup Lower, BlockTower.Level Level) : ChiefFactor(Upper, Lower);
