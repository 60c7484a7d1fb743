using System.Globalization;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Explorations;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;

namespace Eqnn.Records.Explorations;

/// <summary>A G-set of a page: its simples with their copies and fans, and the arrows between them.</summary>
internal static class SetPart
{
    /// <summary>The largest graph of which the reckoning of every pair is written.</summary>
    private const int MostWithReasons = 60;

    /// <summary>The set.</summary>
    public static void Write(JsonOutput json, PageNumbers numbers, ExploredSet set)
    {
        var gset = set.Decomposition.Set;
        json.Field("name", gset.Name);
        json.Field("size", gset.Size);
        json.Field("named", set.IsNamed);
        json.List("orbits", gset.Orbits, orbit => json.Positions(orbit.Points.Select(x => (int)x)));
        json.Row("stabilisers", gset.Orbits.Select(orbit => GroupPart.Digits(orbit.Stabilizer.Order)));
        json.Permutations("generators", gset.GeneratorActions);
        json.List("simples", Enumerable.Range(0, set.Components.Count), i => json.Object(() => WriteComponent(json, numbers, set, i)));
        json.Object("arrows", () => WriteArrows(json, set));
        json.Object("depth", () => DepthPart.Write(json, set));
    }

    private static void WriteComponent(JsonOutput json, PageNumbers numbers, ExploredSet set, int position)
    {
        var component = set.Components[position];
        json.Field("label", component.Simple.Label);
        json.Field("multiplicity", set.Decomposition.Multiplicity(component.Simple));
        json.Field("copyDimension", component.CopyDimension);
        json.Field("multiplicityDimension", component.Dimension);
        json.Field("split", component.IsSplit);
        json.List("iota", Enumerable.Range(0, (int)set.Decomposition.Set.Size), x => numbers.Row(component.FormAt(x)));
        json.List("gramInverse", component.InverseGram.Rows(), numbers.Row);
        json.List("frame", Frame(component), json.MeasuredRow);
        if (set.Fans.TryGetValue(position, out var fan))
        {
            json.Object("fan", () =>
            {
                json.Field("chambers", GroupPart.Digits(fan.ChamberCount));
                json.List("orbits", fan.ChamberOrbits, orbit => json.Object(() =>
                {
                    json.Field("signs", string.Concat(orbit.Orbit.Representative.RowSigns.Select(sign => sign > 0 ? '+' : sign < 0 ? '-' : '0')));
                    json.Field("size", GroupPart.Digits(orbit.Orbit.Size));
                }));
            });
        }
    }

    /// <summary>The upper triangular C of <c>Gram = CᵀC</c> for all copies together: pictures are isometric to Fun(X).</summary>
    private static double[][] Frame(IsotypicCopies component)
    {
        var (gram, n) = (component.Gram, component.Dimension);
        var factor = Enumerable.Range(0, n).Select(_ => new double[n]).ToArray();
        for (var i = 0; i < n; i++)
        {
            for (var j = i; j < n; j++)
            {
                var rest = gram[i, j].ToDouble();
                for (var k = 0; k < i; k++)
                {
                    rest -= factor[k][i] * factor[k][j];
                }

                factor[i][j] = i == j ? Math.Sqrt(rest) : rest / factor[i][i];
            }
        }

        // A copy is drawn by its own block: copies need not be orthogonal, and each picture holds one.
        return [.. Enumerable.Range(0, component.CopyDimension).Select(i => factor[i][..component.CopyDimension])];
    }

    private static void WriteArrows(JsonOutput json, ExploredSet set)
    {
        Edges(json, "even", set.Even);
        Edges(json, "odd", set.Odd);
        json.Object("powers", () =>
        {
            foreach (var (degree, graph) in set.Powers.OrderBy(pair => pair.Key))
            {
                Edges(json, degree.ToString(CultureInfo.InvariantCulture), graph);
            }
        });
        if (set.Components.Count <= MostWithReasons)
        {
            json.Object("reasons", () => WriteReasons(json, set));
        }

        if (set.Energies is { } energies)
        {
            json.List("absEnergies", energies.Rows, row => json.Row(row.Shares.Select(share => share.Text)));
        }
    }

    /// <summary>For each pair the number of its reckoning, of which there are few: orbit, |A|, |B|, the sum over B and the signed sum.</summary>
    private static void WriteReasons(JsonOutput json, ExploredSet set)
    {
        var (n, accounts, keys) = (set.Components.Count, new List<CouplingAccount>(), new Numbering<string>());
        json.List("rows", Enumerable.Range(0, n), i => json.Row(Enumerable.Range(0, n).Select(j =>
        {
            var account = set.Even.Account(i, j);
            var place = keys.NumberOf(string.Join(';', account.Orbits.Select(orbit => FormattableString.Invariant($"{orbit.Stabilizer.Orbit},{orbit.Stabilizer.Vector.Order},{orbit.Stabilizer.Line.Order},{orbit.EvenSum},{orbit.OddSum}"))));
            if (place == accounts.Count)
            {
                accounts.Add(account);
            }

            return place;
        })));
        json.List("accounts", accounts, account => json.List(account.Orbits, orbit => json.Row<Action>(
            [
                () => json.Item(orbit.Stabilizer.Orbit + 1),
                () => json.Item(GroupPart.Digits(orbit.Stabilizer.Vector.Order)),
                () => json.Item(GroupPart.Digits(orbit.Stabilizer.Line.Order)),
                () => json.Item(orbit.EvenSum.ToString("R")),
                () => json.Item(orbit.OddSum.ToString("R")),
            ],
            write => write())));
    }

    private static void Edges(JsonOutput json, string name, InteractionGraph graph) => json.List(name, graph.Edges, edge => json.Row([edge.From, edge.To]));
}
