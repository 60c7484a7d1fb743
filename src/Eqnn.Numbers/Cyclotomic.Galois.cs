namespace Eqnn.Numbers;

public readonly partial struct Cyclotomic
{
    /// <summary>The degree over Q of the minimal polynomial: the number of distinct Galois conjugates.</summary>
    /// <remarks>Cost: one conjugation for each pair (conjugate, generator of the Galois group).</remarks>
    public int Degree => GaloisOrbit().Count;

    /// <summary>Whether this number equals its complex conjugate.</summary>
    public bool IsReal => IsRational || Conjugate() == this;

    /// <summary>The complex conjugate.</summary>
    public Cyclotomic Conjugate() => Body is { } body ? CyclotomicArithmetic.Conjugate(body, body.Conductor - 1) : this;

    /// <summary>The image under the automorphism ζ_n → ζ_n^<paramref name="k"/>, n = <see cref="Conductor"/>.</summary>
    /// <param name="k">Any integer coprime to the conductor.</param>
    /// <exception cref="ArgumentException"><paramref name="k"/> is not coprime to the conductor.</exception>
    public Cyclotomic GaloisConjugate(long k)
    {
        if (Body is not { } body)
        {
            return this;
        }

        var unit = (int)NumberTheory.Mod(k, body.Conductor);
        if (unit == 1)
        {
            return this;
        }

        return NumberTheory.Gcd(unit, body.Conductor) == 1
            ? CyclotomicArithmetic.Conjugate(body, unit)
            : throw new ArgumentException($"{k} is not coprime to the conductor {body.Conductor}", nameof(k));
    }

    /// <summary>The distinct Galois conjugates, ascending in the order of <see cref="CompareListing"/>; a rational number is its only one.</summary>
    public IReadOnlyList<Cyclotomic> GaloisConjugates()
    {
        var orbit = GaloisOrbit();
        orbit.Sort(CompareListing);
        return orbit.AsReadOnly();
    }

    /// <summary>The norm from Q(ζ_n) to Q, n = <see cref="Conductor"/>: the product of the φ(n) images under the Galois group (with repetitions).</summary>
    public Rational Norm()
    {
        var orbit = GaloisOrbit();
        var product = orbit.Aggregate(One, (a, b) => a * b).ToRational();
        return Rational.Pow(product, (int)NumberTheory.EulerPhi(Conductor) / orbit.Count);
    }

    /// <summary>The trace from Q(ζ_n) to Q, n = <see cref="Conductor"/>: the sum of the φ(n) images under the Galois group (with repetitions).</summary>
    public Rational Trace()
    {
        var n = Conductor;

        // The sum of the primitive m-th roots of unity is μ(m); an exponent e gives m = n / gcd(e, n), and each root φ(n)/φ(m) times.
        var phi = NumberTheory.EulerPhi(n);
        return ZumbroichCoefficients.Aggregate(Rational.Zero, (sum, term) =>
        {
            var order = n / NumberTheory.Gcd(term.Exponent, n);
            return sum + (term.Coefficient * (int)(NumberTheory.Mobius(order) * (phi / NumberTheory.EulerPhi(order))));
        });
    }

    // Closes {this} under generators of the Galois group.
    private List<Cyclotomic> GaloisOrbit()
    {
        var orbit = new List<Cyclotomic> { this };
        if (IsRational)
        {
            return orbit;
        }

        var seen = new HashSet<Cyclotomic> { this };
        var steps = ConductorTable.Of(Conductor).GaloisChain;
        for (var i = 0; i < orbit.Count; i++)
        {
            foreach (var step in steps)
            {
                var image = orbit[i].GaloisConjugate(step.Multiplier);
                if (seen.Add(image))
                {
                    orbit.Add(image);
                }
            }
        }

        return orbit;
    }
}
