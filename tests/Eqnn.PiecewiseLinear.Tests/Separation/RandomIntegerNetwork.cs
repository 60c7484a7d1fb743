using Eqnn.Algebra.GSets;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Separation;

namespace Eqnn.PiecewiseLinear.Tests.Separation;

/// <summary>Networks of a shape with random integer weights on all orbitals, made by their definition: one weight for each orbital of the basis of Hom_G.</summary>
internal static class RandomIntegerNetwork
{
    public static SeparatingNetwork Of(Architecture architecture, int channels, int seed, Activation? activation = null, bool biases = true)
    {
        var random = new Random(seed);
        GSet[] sets = [architecture.Input, .. architecture.Layers, architecture.Output];
        int[] widths = [channels, .. architecture.Layers.Select(_ => 3), 1];
        var layers = new List<IntegerLayer>();
        for (var i = 1; i < sets.Length; i++)
        {
            var orbitals = OrbitalBasis.Of(sets[i - 1], sets[i]).Orbitals;
            var weights = from to in Enumerable.Range(0, widths[i])
                          from @from in Enumerable.Range(0, widths[i - 1])
                          from orbital in orbitals
                          let weight = random.Next(-3, 4)
                          where weight != 0
                          select new IntegerWeight(to, @from, orbital.TargetPoint, orbital.SourcePoint, weight);
            var list = from to in Enumerable.Range(0, biases ? widths[i] : 0)
                       from orbit in Enumerable.Range(0, sets[i].Orbits.Count)
                       let value = random.Next(-5, 6)
                       where value != 0 && i < sets.Length - 1
                       select new IntegerBias(to, orbit, value);
            layers.Add(new IntegerLayer(sets[i - 1], widths[i - 1], sets[i], widths[i], [.. weights], [.. list]));
        }

        return new SeparatingNetwork(layers, activation ?? Activation.Relu);
    }
}
