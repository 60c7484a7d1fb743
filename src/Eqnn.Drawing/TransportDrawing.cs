using System.Globalization;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Transport;

namespace Eqnn.Drawing;

/// <summary>Vectors of one simple and their images in every simple of dimension 1 or 2, side by side; the explorer shows the same with a hand.</summary>
public static class TransportDrawing
{
    private static readonly int[] Steps = [1, 2, 5, 10];

    /// <summary>The picture.</summary>
    /// <param name="applied">Vectors with their images, all of one <see cref="ActivationTransport"/>.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static string ToSvg(IReadOnlyList<AppliedVector> applied)
    {
        ArgumentNullException.ThrowIfNull(applied);
        if (applied.Count == 0)
        {
            throw new ArgumentException("there is no vector to draw", nameof(applied));
        }

        var transport = applied[0].Transport;
        var panels = new List<Panel>();
        if (transport.Dimension <= 2)
        {
            panels.Add(new PointsPanel($"v in {transport.Source.Label}", Frame(transport.Components.Single(c => c.Simple == transport.Source)), [.. applied.Select(a => (a.Vector.Select(c => c.ToDouble()).ToArray(), 0))], transport.Dimension));
        }

        foreach (var component in transport.Components.Where(c => c.IsSplit && c.CopyDimension <= 2))
        {
            var k = transport.Components.ToList().IndexOf(component);
            var points = applied.SelectMany(a => a.Parts[k].Enclosures.Select(e => e.ToDouble()).Chunk(component.CopyDimension).Select((point, copy) => (point, copy))).ToList();
            var zero = applied.All(a => a.Parts[k].Vanishes == VanishingCause.Theorem);
            panels.Add(new PointsPanel(component.Simple.Label + (zero ? ": exactly 0 for every v" : ""), Frame(component), points, component.CopyDimension));
        }

        var title = $"{transport.Graph.Activation.Name} on {transport.Graph.Decomposition.Set.Name} of {transport.Graph.Decomposition.Set.Group.Name}, from {transport.Source.Label}";
        return panels.Count == 0
            ? Panel.Sheet(title, [new PointsPanel("no simple of dimension 1 or 2", null, [], 1)], []).ToString()
            : Panel.Sheet(title, panels, ["each picture has its own scale, the radius of its circle; copies: disc, then rings"]).ToString();
    }

    private static OrthonormalFrame Frame(IsotypicCopies component) => new(component.Representation is SimpleCopy copy ? copy.Gram : Matrix<Numbers.Cyclotomic>.Identity(component.CopyDimension));

    /// <summary>Points of a line or a plane around 0.</summary>
    private sealed class PointsPanel(string caption, OrthonormalFrame? frame, IReadOnlyList<(double[] Point, int Copy)> points, int dimension) : Panel(caption)
    {
        private const double Radius = 78;
        private const double Margin = 12;

        public override double Width => 2 * (Radius + Margin);

        public override double Height => (2 * (Radius + Margin)) + 16;

        public override void Draw(SvgDocument svg)
        {
            const double Centre = Radius + Margin;
            var placed = points.Select(p => (Point: frame is null ? p.Point : frame.Point(p.Point), p.Copy)).ToList();
            var size = placed.Select(p => Math.Sqrt(p.Point.Sum(c => c * c))).DefaultIfEmpty(0).Max();
            var scale = Nice(size);
            svg.Line(Margin, Centre, Width - Margin, Centre, "stroke=\"#bbb\" stroke-width=\"0.8\"");
            if (dimension == 2)
            {
                svg.Line(Centre, Margin, Centre, Width - Margin, "stroke=\"#bbb\" stroke-width=\"0.8\"");
                svg.Circle(Centre, Centre, Radius, "fill=\"none\" stroke=\"#bbb\" stroke-width=\"0.8\"");
            }

            foreach (var (point, copy) in placed)
            {
                var (x, y) = (Centre + (Radius * point[0] / scale), Centre - (dimension == 2 ? Radius * point[1] / scale : 0));
                svg.Circle(x, y, 4 + copy, copy == 0 ? "fill=\"#2166ac\"" : "fill=\"none\" stroke=\"#2166ac\" stroke-width=\"1.4\"");
            }

            svg.Text(Width - Margin, Height - 2, string.Create(CultureInfo.InvariantCulture, $"{scale:0.######}"), "text-anchor=\"end\" font-size=\"10\" fill=\"#555\"");
        }

        /// <summary>The least of 1, 2, 5 times a power of ten that is not below the size.</summary>
        private static double Nice(double size)
        {
            if (size < 1e-12)
            {
                return 1;
            }

            var power = Math.Pow(10, Math.Floor(Math.Log10(size)));
            return Steps.First(step => step * power >= size * (1 - 1e-12)) * power;
        }
    }
}
