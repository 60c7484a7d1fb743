using System.Globalization;
using Eqnn.Algebra.Families;
using Eqnn.Algebra.Names;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Subgroups;

/// <summary>Names of small groups up to isomorphism, where a theorem characterises the group by a few facts; otherwise none.</summary>
/// <remarks>
/// Abelian groups; groups with a cyclic subgroup of index 2 (dihedral, dicyclic, semidihedral, modular) [Gorenstein, §5.4]; extraspecial groups by exponent or number of square roots of 1; C_p : C_m; SL(2,3), GL(2,3); alternating, symmetric
/// and projective groups of small order as automorphism groups of their simple derived subgroups; direct products of named groups. docs/theory.md#subgroups.
/// </remarks>
internal sealed class SubgroupNames
{
    private readonly SubgroupClass _subgroup;
    private readonly ElementTable _table;
    private readonly ushort[] _elements;
    private readonly int[] _generators;
    private readonly Dictionary<int, int> _orders = [];

    private SubgroupNames(SubgroupClass subgroup)
    {
        _subgroup = subgroup;
        _table = subgroup.Lattice.Table;
        _elements = subgroup.Elements;
        _generators = subgroup.RawGenerators;
        foreach (var a in _elements)
        {
            _orders[_table.ElementOrder[a]] = _orders.GetValueOrDefault(_table.ElementOrder[a]) + 1;
        }
    }

    /// <summary>The name, in the notation of <see cref="GroupNames"/> where that has one, or null.</summary>
    public static string? Of(SubgroupClass subgroup) => new SubgroupNames(subgroup).Find();

    private int Order => _elements.Length;

    private string? Find()
    {
        if (_generators.All(a => _generators.All(b => _table.Product(a, b) == _table.Product(b, a))))
        {
            return Abelian();
        }

        return WithCyclicHalf() ?? Extraspecial() ?? PrimeByCyclic() ?? ByDerivedSubgroup() ?? DirectProduct();
    }

    /// <summary>By invariant factors; an abelian p-group is determined by the number of its elements of order dividing each power of p.</summary>
    private string Abelian()
    {
        var factors = new List<long>();
        foreach (var (prime, exponent) in NumberTheory.Factor(Order))
        {
            var at = 0;
            var before = 1L;
            var above = new List<int>();
            for (var (k, power) = (1, prime); k <= exponent; k++, power *= prime)
            {
                // The elements of order dividing p^k number p^(sum of min(k, e_i)); the quotients count the factors with e_i ≥ k.
                var now = _orders.Where(pair => power % pair.Key == 0).Sum(pair => (long)pair.Value);
                above.Add(LogarithmOf(now / before, prime));
                before = now;
            }

            for (; at < above[0]; at++)
            {
                var part = 1L;
                foreach (var _ in above.Where(count => count > at))
                {
                    part *= prime;
                }

                if (at == factors.Count)
                {
                    factors.Add(1);
                }

                factors[at] *= part;
            }
        }

        factors.Reverse();
        return Order == 1 ? "C1" : string.Join(" x ", factors.GroupBy(factor => factor).Select(same => "C" + Text(same.Key) + (same.Count() > 1 ? "^" + Text(same.Count()) : "")));
    }

    private static int LogarithmOf(long power, long prime)
    {
        var exponent = 0;
        for (; power > 1; power /= prime)
        {
            exponent++;
        }

        return exponent;
    }

    /// <summary>⟨r⟩ of index 2, s outside: s r s⁻¹ = r^k and s² decide.</summary>
    private string? WithCyclicHalf()
    {
        var n = Order / 2;
        foreach (var r in _elements)
        {
            if (Order % 2 != 0 || _table.ElementOrder[r] != n)
            {
                continue;
            }

            var powers = new List<int> { 0 };
            for (int power = r; power != 0; power = _table.Product(power, r))
            {
                powers.Add(power);
            }

            var s = Array.Find(_generators, a => !powers.Contains(a));
            var (k, square) = (powers.IndexOf(_table.Conjugate(r, s)), powers.IndexOf(_table.Product(s, s)));
            var isTwoPower = (n & (n - 1)) == 0;
            if (k == n - 1)
            {
                return square == 0 ? (n == 3 ? "S3" : "D" + Text(n)) : isTwoPower ? "Q" + Text(Order) : "Dic" + Text(n / 2);
            }

            if (isTwoPower && n >= 8 && k == (n / 2) - 1)
            {
                return "SD" + Text(Order);
            }

            if (isTwoPower && n >= 8 && k == (n / 2) + 1)
            {
                return "M" + Text(Order);
            }
        }

        return null;
    }

    private string? Extraspecial()
    {
        var factors = NumberTheory.Factor(Order);
        if (factors.Count != 1 || factors[0].Exponent % 2 == 0)
        {
            return null;
        }

        var (p, twice) = ((int)factors[0].Prime, factors[0].Exponent - 1);
        var derived = Derived(_elements, _generators);
        if (derived.Length != p || Centre().Length != p || _elements.Any(a => !derived.Contains((ushort)_table.Power(a, p))))
        {
            return null;
        }

        // Square roots of 1 in the plus type number 2 (2^(2n-1) + 2^(n-1)): the zeros of a quadratic form of maximal index, twice.
        var plus = p == 2
            ? _elements.Count(a => _table.ElementOrder[a] <= 2) == 2 * ((1 << (twice - 1)) + (1 << ((twice / 2) - 1)))
            : _elements.All(a => _table.ElementOrder[a] is var order && (order == 1 || order == p));
        return string.Create(CultureInfo.InvariantCulture, $"{p}^{{1+{twice}}}_{(plus ? '+' : '-')}");
    }

    /// <summary>A normal subgroup ⟨r⟩ of prime order p, p prime to the index m, and an element of order m: C_p : C_m, of which the action is read off.</summary>
    private string? PrimeByCyclic()
    {
        foreach (var (prime, exponent) in NumberTheory.Factor(Order))
        {
            var (p, m) = ((int)prime, Order / (int)prime);
            if (exponent != 1 || p == 2 || _orders.GetValueOrDefault(p) != p - 1 || !_orders.ContainsKey(m))
            {
                continue;
            }

            var r = _elements.First(a => _table.ElementOrder[a] == p);
            var action = m / (_elements.Count(a => _table.Conjugate(r, a) == r) / p);
            if (action == m)
            {
                return "F" + Text(Order);
            }

            if (action == NumberTheory.Gcd(m, p - 1))
            {
                return "C" + Text(p) + ":C" + Text(m);
            }
        }

        return null;
    }

    private string? ByDerivedSubgroup()
    {
        var derived = Derived(_elements, _generators);
        var centreless = Centre().Length == 1;
        if (derived.Length == Order)
        {
            return Order switch
            {
                120 => "SL(2,5)",
                336 => "SL(2,7)",
                720 => "SL(2,9)",
                _ when !_subgroup.HasProperNormalSubgroup() && SimpleGroupOrders.NamesOf(Order) is [var only] => only,
                _ => null,
            };
        }

        switch (Order)
        {
            case 12 when centreless:
                return "A4";
            case 24 when centreless:
                return "S4";
            case 24 when derived.Length == 8:
                return "SL(2,3)";
            case 48 when derived.Length == 24 && Derived(derived, [.. derived.Select(a => (int)a)]).Length == 8:
                return _orders[2] > 1 ? "GL(2,3)" : null;
        }

        // G/T of order 2 over a simple group T without centre: a subgroup of Aut(T).
        if (!centreless || derived.Length * 2 != Order || Derived(derived, [.. derived.Select(a => (int)a)]).Length != derived.Length)
        {
            return null;
        }

        return derived.Length switch
        {
            60 => "S5",
            168 => "PGL(2,7)",
            360 => _orders.ContainsKey(6) ? "S6" : _orders.ContainsKey(10) ? "PGL(2,9)" : null,
            660 => "PGL(2,11)",
            1092 => "PGL(2,13)",
            2448 => "PGL(2,17)",
            2520 => "S7",
            3420 => "PGL(2,19)",
            _ => null,
        };
    }

    private string? DirectProduct()
    {
        // The centre of a product of two p-groups has more subgroups of order p than one.
        if (NumberTheory.Factor(Order) is [var (p, _)] && Centre().Count(a => _table.ElementOrder[a] == p) == p - 1)
        {
            return null;
        }

        foreach (var (first, second) in _subgroup.DirectFactors())
        {
            if (first.StructureName is { } a && second.StructureName is { } b)
            {
                return a + " x " + b;
            }
        }

        return null;
    }

    private ushort[] Centre() => Array.FindAll(_elements, a => Array.TrueForAll(_generators, g => _table.Product(a, g) == _table.Product(g, a)));

    /// <summary>Generated by the commutators of all elements with generators: that subgroup is normal, and modulo it the generators are central.</summary>
    private ushort[] Derived(ushort[] elements, int[] generators)
    {
        ushort[] closure = [0];
        var inside = new HashSet<ushort>(closure);
        var chosen = new List<int>();
        foreach (var a in elements)
        {
            foreach (var g in generators)
            {
                var commutator = _table.Product(_table.Conjugate(g, a), _table.Inverse[g]);
                if (!inside.Contains((ushort)commutator))
                {
                    chosen.Add(commutator);
                    closure = _table.Join(closure, chosen, _table.Count)!;
                    inside.UnionWith(closure);
                }
            }
        }

        return closure;
    }

    private static string Text(long n) => n.ToString(CultureInfo.InvariantCulture);
}
