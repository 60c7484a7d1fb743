using System.Numerics;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Chains;

/// <summary>What the search for classes and for generators asks of a group of permutations: its generators, its chain, how far work may go.</summary>
internal interface IPermutationGroup
{
    /// <summary>The name, for messages.</summary>
    string Name { get; }

    /// <summary>The number of points.</summary>
    int Degree { get; }

    /// <summary>The generators as given.</summary>
    IReadOnlyList<Permutation> Generators { get; }

    /// <summary>Generators without those that are seen to be superfluous.</summary>
    IReadOnlyList<int[]> EssentialGenerators { get; }

    /// <summary>The number of elements.</summary>
    BigInteger Order { get; }

    /// <summary>The stabiliser chain.</summary>
    StabilizerChain Chain { get; }

    /// <summary>The limits in force.</summary>
    GroupLimits Limits { get; }
}
