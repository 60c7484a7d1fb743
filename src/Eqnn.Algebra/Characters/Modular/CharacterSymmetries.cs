using Eqnn.Algebra.Characters.Rows;
using Eqnn.Numbers;
using Eqnn.Numbers.Modular;

namespace Eqnn.Algebra.Characters.Modular;

/// <summary>What takes irreducible characters to irreducible ones at no cost: Galois conjugation χ(g) ↦ χ(g^t), t prime to the exponent, and products with characters of degree 1.</summary>
/// <remarks>Both take generalised characters to such and keep norm and sign of the degree; characters of norm 1 and positive degree are the irreducible ones.</remarks>
internal sealed class CharacterSymmetries
{
    private readonly PrimeField _field;
    private readonly List<int[]> _powers = [];
    private readonly List<ulong[]> _twists = [];

    /// <param name="algebra">Classes and their powers.</param>
    /// <param name="field">The field of the values.</param>
    /// <param name="linear">All characters of degree 1.</param>
    public CharacterSymmetries(IClassAlgebra algebra, PrimeField field, IReadOnlyList<ulong[]> linear)
    {
        _field = field;
        foreach (var t in ClassPowers.UnitGenerators(algebra.Exponent))
        {
            var map = algebra.Powers.Map(t);
            if (map.Where((power, c) => power != c).Any())
            {
                _powers.Add(map);
            }
        }

        // Characters of degree 1 that generate all of them.
        var generated = new Numbering<ulong[]>(SequenceComparer<ulong>.Instance);
        generated.TryAdd([.. Enumerable.Repeat(1UL, algebra.ClassCount)]);
        foreach (var lambda in linear)
        {
            if (generated.Find(lambda) >= 0)
            {
                continue;
            }

            _twists.Add(lambda);
            for (var at = 0; at < generated.Count; at++)
            {
                generated.TryAdd(Product(generated[at], lambda));
            }
        }
    }

    /// <summary>All images of an irreducible character, itself first.</summary>
    public IReadOnlyList<ulong[]> Orbit(ulong[] chi)
    {
        var orbit = new Numbering<ulong[]>(SequenceComparer<ulong>.Instance);
        orbit.TryAdd(chi);
        for (var at = 0; at < orbit.Count; at++)
        {
            foreach (var map in _powers)
            {
                orbit.TryAdd(Array.ConvertAll(map, c => orbit[at][c]));
            }

            foreach (var lambda in _twists)
            {
                orbit.TryAdd(Product(orbit[at], lambda));
            }
        }

        return orbit.Values;
    }

    private ulong[] Product(ulong[] a, ulong[] b)
    {
        var product = new ulong[a.Length];
        for (var c = 0; c < product.Length; c++)
        {
            product[c] = _field.Multiply(a[c], b[c]);
        }

        return product;
    }
}
