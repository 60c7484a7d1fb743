using System.Globalization;
using Eqnn.Algebra.Representations;
using Eqnn.Cli.Output;
using Eqnn.PiecewiseLinear.Explorations;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.Cli.Commands.Explorer;

/// <content>The G-sets of a page: components in coordinates, arrows with their reasons, depth.</content>
internal sealed partial class ExplorerRecord
{
    /// <summary>The largest graph of which the reckoning of every pair is written.</summary>
    private const int MaxReasonNodes = 60;

    private void WriteSet(ExploredSet set) => Object(() =>
    {
        var gset = set.Decomposition.Set;
        Field("name", gset.Name);
        Field("size", () => _json.WriteValue(gset.Size));
        Field("named", () => _json.WriteValue(set.IsNamed));
        List("orbits", gset.Orbits, orbit => Integers(orbit.Points.Select(x => x + 1)));
        Texts("stabilisers", gset.Orbits.Select(orbit => orbit.Stabilizer.Order.ToString(CultureInfo.InvariantCulture)));
        List("generators", gset.GeneratorActions, g => Integers(Shapes.FromOne(g.Images)));
        List("simples", Enumerable.Range(0, set.Components.Count), i => WriteComponent(set, i));
        Field("arrows", () => WriteArrows(set));
        Field("depth", () => WriteDepth(set));
    });

    private void WriteComponent(ExploredSet set, int position) => Object(() =>
    {
        var component = set.Components[position];
        Field("label", component.Simple.Label);
        Field("multiplicity", () => _json.WriteValue(set.Decomposition.Multiplicity(component.Simple)));
        Field("copyDimension", component.CopyDimension);
        Field("multiplicityDimension", component.Dimension);
        Field("split", () => _json.WriteValue(component.IsSplit));
        List("iota", Enumerable.Range(0, (int)set.Decomposition.Set.Size), x => Numbers(component.FormAt(x)));
        List("gramInverse", component.InverseGram.Rows(), Numbers);
        List("frame", Frame(component), row => Array(() => row.ToList().ForEach(_json.WriteValue)));
        if (set.Fans.TryGetValue(position, out var fan))
        {
            Field("fan", () => Object(() =>
            {
                Field("chambers", fan.ChamberCount.ToString(CultureInfo.InvariantCulture));
                List("orbits", fan.ChamberOrbits, orbit => Object(() =>
                {
                    Field("signs", string.Concat(orbit.Orbit.Representative.RowSigns.Select(sign => sign > 0 ? '+' : sign < 0 ? '-' : '0')));
                    Field("size", orbit.Orbit.Size.ToString(CultureInfo.InvariantCulture));
                }));
            }));
        }
    });

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

    private void WriteArrows(ExploredSet set) => Object(() =>
    {
        Edges("even", set.Even);
        Edges("odd", set.Odd);
        Field("powers", () => Object(() =>
        {
            foreach (var (degree, graph) in set.Powers.OrderBy(pair => pair.Key))
            {
                Edges(degree.ToString(CultureInfo.InvariantCulture), graph);
            }
        }));
        if (set.Components.Count <= MaxReasonNodes)
        {
            Field("reasons", () => WriteReasons(set));
        }

        if (set.Energies is { } energies)
        {
            Field("absEnergies", () => Array(() => energies.Rows.ToList().ForEach(row => Texts(row.Shares.Select(share => share.Text)))));
        }
    });

    /// <summary>For each pair the number of its reckoning, of which there are few: orbit, |A|, |B|, the sum over B and the signed sum.</summary>
    private void WriteReasons(ExploredSet set) => Object(() =>
    {
        var (n, accounts, keys) = (set.Components.Count, new List<CouplingAccount>(), new Dictionary<string, int>(StringComparer.Ordinal));
        List("rows", Enumerable.Range(0, n), i => Integers(Enumerable.Range(0, n).Select(j =>
        {
            var account = set.Even.Account(i, j);
            var place = Position(keys, string.Join(';', account.Orbits.Select(orbit => FormattableString.Invariant($"{orbit.Stabilizer.Orbit},{orbit.Stabilizer.Vector.Order},{orbit.Stabilizer.Line.Order},{orbit.EvenSum},{orbit.OddSum}"))));
            if (place == accounts.Count)
            {
                accounts.Add(account);
            }

            return place;
        })));
        List("accounts", accounts, account => Array(() => account.Orbits.ToList().ForEach(orbit => Array(() =>
        {
            _json.WriteValue(orbit.Stabilizer.Orbit + 1);
            _json.WriteValue(orbit.Stabilizer.Vector.Order.ToString(CultureInfo.InvariantCulture));
            _json.WriteValue(orbit.Stabilizer.Line.Order.ToString(CultureInfo.InvariantCulture));
            _json.WriteValue(orbit.EvenSum.ToString("R"));
            _json.WriteValue(orbit.OddSum.ToString("R"));
        }))));
    });

    /// <summary>J_t for t = 1, 2, ... from each source, as the number of its list, with the number of the reason of each simple in it (one number if all have the same).</summary>
    private void WriteDepth(ExploredSet set) => Object(() =>
    {
        var (lists, reasons, members) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<(bool? Populated, string Text), int>(), new List<IReadOnlyList<int>>());
        Field("classes", () => Object(() =>
        {
            foreach (var (name, depth) in set.Depths)
            {
                List(name, depth.Profiles, profile => Array(() => profile.Steps.Skip(1).ToList().ForEach(step => Array(() =>
                {
                    IReadOnlyList<int> list = [.. step.Reached.Select(reached => reached.Simple.Position)];
                    var place = Position(lists, string.Join(',', list));
                    if (place == members.Count)
                    {
                        members.Add(list);
                    }

                    _json.WriteValue(place);
                    var why = step.Reached.Select(reached => Position(reasons, (reached.Populated, reached.Reason))).ToList();
                    if (why.Distinct().Count() == 1)
                    {
                        _json.WriteValue(why[0]);
                    }
                    else
                    {
                        Integers(why);
                    }
                }))));
            }
        }));
        List("lists", members, Integers);
        List("reasons", reasons.OrderBy(entry => entry.Value), entry => Array(() =>
        {
            _json.WriteValue(entry.Key.Populated is { } known ? known ? 1 : 0 : -1);
            _json.WriteValue(entry.Key.Text);
        }));
    });

    private void Edges(string name, InteractionGraph graph) => List(name, graph.Edges, edge => Array(() =>
    {
        _json.WriteValue(edge.From);
        _json.WriteValue(edge.To);
    }));
}
