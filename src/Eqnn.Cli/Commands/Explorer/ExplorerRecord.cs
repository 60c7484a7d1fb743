using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Cli.Output;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Explorations;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.PiecewiseLinear.Maps;
using Newtonsoft.Json;

namespace Eqnn.Cli.Commands.Explorer;

/// <summary>The data of an explorer page, schema explorer-1, as compact JSON: exact numbers as <c>3</c>, <c>"1/4"</c> or <c>{"a":[atom,coefficient,...]}</c>. Same exploration, same bytes.</summary>
internal sealed class ExplorerRecord
{
    /// <summary>The activations whose coordinates in a space of maps are written.</summary>
    private static readonly string[] CoordinatesOf = ["relu", "abs"];

    private readonly Exploration _exploration;
    private readonly JsonTextWriter _json;

    private ExplorerRecord(Exploration exploration, JsonTextWriter json)
    {
        _exploration = exploration;
        _json = json;
    }

    /// <summary>The document and its hash, which is that of the document with an empty hash.</summary>
    public static (string Json, string Hash) Of(Exploration exploration, string command, string version)
    {
        const string Empty = "\"sha256\":\"\"";
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var writer = new JsonTextWriter(text) { Formatting = Formatting.None, Culture = CultureInfo.InvariantCulture })
        {
            new ExplorerRecord(exploration, writer).Document(command, version);
        }

        var json = text.ToString();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        var at = json.IndexOf(Empty, StringComparison.Ordinal);
        return (string.Concat(json.AsSpan(0, at), $"\"sha256\":\"{hash}\"", json.AsSpan(at + Empty.Length)), hash);
    }

    private void Document(string command, string version) => Object(() =>
    {
        Field("page", () => Object(() =>
        {
            Field("schema", "explorer-1");
            Field("version", version);
            Field("command", command);
            Field("sha256", "");
            Field("licence", "CC0-1.0");
            List("extents", _exploration.Extents, _json.WriteValue);
        }));
        Field("field", WriteField);
        Field("group", WriteGroup);
        List("simples", _exploration.Table.Simples, WriteSimple);
        List("gsets", _exploration.Sets, WriteSet);
        List("pairs", _exploration.Verdicts, WriteVerdict);
        List("maps", _exploration.Maps, WriteMaps);
        List("activations", Activation.Known, WriteActivation);
    });

    private void WriteField() => Object(() =>
    {
        var basis = _exploration.Field;
        Field("conductor", basis.Field.Conductor);
        List("atoms", basis.Atoms, atom => Object(() =>
        {
            Field("radical", atom.ToString("R"));
            Field("latex", atom.ToString("L"));
            Field("gap", Shapes.Gap(atom));
            Field("double", () => _json.WriteValue(atom.ToDouble()));
            Field("digits", atom.ToDecimalString(80));
            if (basis.Atoms.Count == 2)
            {
                // In a quadratic field all irrational numbers have one conductor: with 1 written in its basis, sums of atoms have GAP's normal form.
                var root = basis.Atoms[1];
                var terms = atom.IsRational ? Difference(Cyclotomic.One + root, root) : Difference(root, Cyclotomic.Zero);
                List("zumbroich", terms, term => Array(() =>
                {
                    _json.WriteValue(term.Exponent);
                    _json.WriteValue(term.Coefficient.ToString());
                }));
            }
        }));
        var pairs = Enumerable.Range(1, basis.Atoms.Count - 1).SelectMany(i => Enumerable.Range(i, basis.Atoms.Count - i).Select(j => (i, j)));
        List("products", pairs, pair => Array(() =>
        {
            _json.WriteValue(pair.i);
            _json.WriteValue(pair.j);
            var coordinates = basis.CoordinatesOf(basis.Atoms[pair.i] * basis.Atoms[pair.j]);
            Array(() =>
            {
                for (var k = 0; k < coordinates.Count; k++)
                {
                    if (!coordinates[k].IsZero)
                    {
                        Array(() =>
                        {
                            _json.WriteValue(k);
                            _json.WriteValue(coordinates[k].ToString());
                        });
                    }
                }
            });
        }));
    });

    private static IEnumerable<(int Exponent, Rational Coefficient)> Difference(Cyclotomic left, Cyclotomic right) => left.ZumbroichCoefficients.Select(term => (term.Exponent, term.Coefficient))
        .Concat(right.IsZero ? [] : right.ZumbroichCoefficients.Select(term => (term.Exponent, -term.Coefficient)))
        .GroupBy(term => term.Item1).Select(group => (group.Key, group.Aggregate(Rational.Zero, (sum, term) => sum + term.Item2))).Where(term => !term.Item2.IsZero).OrderBy(term => term.Key);

    private void WriteGroup() => Object(() =>
    {
        var (table, group) = (_exploration.Table, _exploration.Table.Group);
        Field("name", group.Name);
        Field("order", group.Order.ToString(CultureInfo.InvariantCulture));
        Field("exponent", group.Exponent.ToString(CultureInfo.InvariantCulture));
        Field("degree", group.Degree);
        List("generators", group.Generators, g => Integers(Shapes.FromOne(g.Images)));
        Field("abelian", () => _json.WriteValue(table.Irreducibles.All(character => character.Degree == 1)));
        List("classes", group.ConjugacyClasses, c => Object(() =>
        {
            Field("element", c.Representative.ToString());
            Field("size", c.Size.ToString(CultureInfo.InvariantCulture));
            Field("order", () => _json.WriteValue((long)c.ElementOrder));
        }));
        List("characters", table.Irreducibles, character => Object(() =>
        {
            Field("label", character.Label);
            Field("degree", () => _json.WriteValue(character.Degree));
            Field("indicator", character.Indicator);
            Texts("gap", Enumerable.Range(0, table.Classes.Count).Select(i => Shapes.Gap(character[i])));
            Texts("values", Enumerable.Range(0, table.Classes.Count).Select(i => character[i].ToString("R")));
        }));
        var normal = _exploration.Table.NormalSubgroups;
        List("normalSubgroups", normal.Subgroups, n => Object(() =>
        {
            Field("order", n.Order.ToString(CultureInfo.InvariantCulture));
            Field("classes", () => Integers(n.ClassPositions));
            Field("covers", () => Integers(n.LowerCovers.Select(m => m.Position)));
            Texts("kernelOf", table.Simples.Where(s => s.KernelClassPositions.SequenceEqual(n.ClassPositions)).Select(s => s.Label));
        }));
    });

    private void WriteSimple(SimpleRepresentation simple) => Object(() =>
    {
        Field("label", simple.Label);
        Texts("aliases", simple.Aliases);
        Field("type", Shapes.Letter(simple.Type));
        Field("dimension", () => _json.WriteValue(simple.Dimension));
        Field("kernelOrder", simple.KernelOrder.ToString(CultureInfo.InvariantCulture));
        Field("imageOrder", () => _json.WriteValue((double)simple.ImageOrder));
        Texts("character", Enumerable.Range(0, simple.Table.Classes.Count).Select(i => simple.Character[i].ToString("R")));
    });

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
                    Field("signs", () => Integers(orbit.Orbit.Representative.RowSigns));
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
        var n = set.Components.Count;
        var pairs = n <= 16 ? Enumerable.Range(0, n).SelectMany(i => Enumerable.Range(0, n).Select(j => (i, j))) : [];
        List("reasons", pairs, pair => Object(() =>
        {
            var account = set.Even.Account(pair.i, pair.j);
            Field("from", set.Components[pair.i].Simple.Label);
            Field("to", set.Components[pair.j].Simple.Label);
            List("orbits", account.Orbits, orbit => Array(() =>
            {
                _json.WriteValue(orbit.Stabilizer.Orbit + 1);
                _json.WriteValue(orbit.Stabilizer.Vector.Order.ToString(CultureInfo.InvariantCulture));
                _json.WriteValue(orbit.Stabilizer.Line.Order.ToString(CultureInfo.InvariantCulture));
                _json.WriteValue(orbit.EvenSum.ToString("R"));
                _json.WriteValue(orbit.OddSum.ToString("R"));
            }));
        }));
        Field("reach", () => Object(() =>
        {
            foreach (var name in Exploration.ReachClasses)
            {
                List(name, set.Reach[name], source => Array(() => source.ToList().ForEach(step => Array(() => step.ToList().ForEach(simple => _json.WriteValue(simple.Position))))));
            }
        }));
        if (set.Energies is { } energies)
        {
            Field("absEnergies", () => Array(() => energies.Rows.ToList().ForEach(row => Texts(row.Shares.Select(share => share.Text)))));
        }
    });

    private void Edges(string name, InteractionGraph graph) => List(name, graph.Edges, edge => Array(() =>
    {
        _json.WriteValue(edge.From);
        _json.WriteValue(edge.To);
    }));

    private void WriteVerdict(MapVerdict verdict) => Object(() =>
    {
        Field("source", verdict.Source.Label);
        Field("target", verdict.Target.Label);
        Field("exists", () => _json.WriteValue(verdict.IsPossible));
        Field("linear", () => _json.WriteValue(verdict.LinearExists));
        verdict.Match(
            exists =>
            {
                Field("bias", exists.Witness.Bias.ToString("R"));
                return 0;
            },
            impossible =>
            {
                Field("element", impossible.Obstruction.Element.ToString());
                return 0;
            });
    });

    private void WriteMaps(EquivariantMapSpace space) => Object(() =>
    {
        var source = ((Subrepresentation)space.Fan.Space).Simples[0];
        var rays = space.Fan.Rays.ToList();
        Field("source", source.Label);
        Field("target", space.TargetModel.Simple.Label);
        Field("model", space.TargetModel.Description);
        Field("dimension", space.Dimension);
        Field("linear", space.LinearDimension);
        Field("oneLayer", space.OneLayerDimension);
        List("rays", rays, ray => Numbers(ray.Direction));
        List("gram", space.TargetModel.Gram.Rows(), row => Array(() => row.ToList().ForEach(c => _json.WriteValue(c.ToDouble()))));
        List("basis", space.Basis, map => Array(() => rays.ForEach(ray => Numbers(map.ValueOn(ray)))));
        List("linearPart", space.LinearPart, row => Texts(row.Select(c => c.ToString("R"))));
        List("oneLayerPart", space.OneLayerPart, row => Texts(row.Select(c => c.ToString("R"))));
        Field("activations", () => Object(() =>
        {
            foreach (var name in CoordinatesOf)
            {
                List(name, space.Apply(Activation.Parse(name)), map => Texts(map.Coordinates.Select(c => c.ToString("R"))));
            }
        }));
    });

    private void WriteActivation(Activation f) => Object(() =>
    {
        Field("name", f.Name);
        Field("formula", f.Formula);
        Field("group", f.PiecewiseLinear is { IsPositivelyHomogeneous: true } ? "one kink" : f.PiecewiseLinear is not null ? "bounded or shifted" : f.Polynomial is not null ? "polynomial" : "smooth");
        Part("even", f.Even);
        Part("odd", f.Odd);
        if (f.PiecewiseLinear is { } pieces)
        {
            Field("points", pieces.ToString());
        }

        if (f.Polynomial is { } polynomial)
        {
            Field("polynomial", polynomial.ToString());
        }

        List("samples", Enumerable.Range(-8, 17), t => Array(() =>
        {
            _json.WriteValue(t / 2.0);
            _json.WriteValue(f.ApproximateAt(t / 2.0));
        }));
    });

    private void Part(string name, FunctionPart part) => Field(name, () =>
    {
        if (part.IsPolynomial)
        {
            Integers(part.Degrees);
        }
        else
        {
            _json.WriteNull();
        }
    });

    private void Numbers(IEnumerable<Cyclotomic> values) => Array(() =>
    {
        foreach (var value in values)
        {
            Number(value);
        }
    });

    private void Number(Cyclotomic value)
    {
        if (value.IsRational)
        {
            var q = value.ToRational();
            if (q.IsInteger && Rational.Abs(q) < 1_000_000)
            {
                _json.WriteValue((long)q.Numerator);
            }
            else
            {
                _json.WriteValue(q.ToString());
            }

            return;
        }

        var coordinates = _exploration.Field.CoordinatesOf(value);
        Object(() => Field("a", () => Array(() =>
        {
            for (var i = 0; i < coordinates.Count; i++)
            {
                if (!coordinates[i].IsZero)
                {
                    _json.WriteValue(i);
                    _json.WriteValue(coordinates[i].ToString());
                }
            }
        })));
    }

    private void Object(Action fields)
    {
        _json.WriteStartObject();
        fields();
        _json.WriteEndObject();
    }

    private void Array(Action items)
    {
        _json.WriteStartArray();
        items();
        _json.WriteEndArray();
    }

    private void Field(string name, Action value)
    {
        _json.WritePropertyName(name);
        value();
    }

    private void Field(string name, string value) => Field(name, () => _json.WriteValue(value));

    private void Field(string name, int value) => Field(name, () => _json.WriteValue(value));

    private void List<T>(string name, IEnumerable<T> items, Action<T> write) => Field(name, () => Array(() =>
    {
        foreach (var item in items)
        {
            write(item);
        }
    }));

    private void Texts(string name, IEnumerable<string> texts) => Field(name, () => Texts(texts));

    private void Texts(IEnumerable<string> texts) => Array(() =>
    {
        foreach (var text in texts)
        {
            _json.WriteValue(text);
        }
    });

    private void Integers(IEnumerable<int> values) => Array(() =>
    {
        foreach (var value in values)
        {
            _json.WriteValue(value);
        }
    });
}
