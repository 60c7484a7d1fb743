using System.Diagnostics;
using System.Text;

namespace Eqnn.Cli.Tests.Latex;

/// <summary>One document through pdflatex, in a scratch folder.</summary>
internal static class TexRun
{
    /// <summary>The executable, or null.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, "pdflatex")).FirstOrDefault(File.Exists);

    /// <summary>What TeX complains of in a document of the given parts, each under its name: errors, and boxes that stick out. Empty where all is well.</summary>
    public static IReadOnlyList<string> Complaints(IEnumerable<(string Name, string Latex)> parts)
    {
        var document = new StringBuilder("\\documentclass{article}\n\\usepackage{amsmath,amssymb,booktabs,longtable,tikz}\n\\usetikzlibrary{arrows.meta}\n\\begin{document}\n");
        foreach (var (name, latex) in parts)
        {
            document.Append($"\\clearpage\\typeout{{eqnn: {string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || " -:.@/()".Contains(c, StringComparison.Ordinal)))}}}\n").Append(latex).Append('\n');
        }

        var log = Log(document.Append("\\end{document}\n").ToString());
        var (complaints, at) = (new List<string>(), "");
        foreach (var line in log)
        {
            at = line.StartsWith("eqnn: ", StringComparison.Ordinal) ? line[6..] : at;
            if (line.StartsWith('!') || line.Contains("Overfull", StringComparison.Ordinal) || line.Contains("Emergency stop", StringComparison.Ordinal))
            {
                complaints.Add($"{at}: {line}");
            }
        }

        if (!log.Any(line => line.Contains("Output written on", StringComparison.Ordinal)))
        {
            complaints.Add("TeX wrote no pages");
        }

        return complaints;
    }

    private static string[] Log(string document)
    {
        var folder = Directory.CreateTempSubdirectory("eqnn-tex-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "answers.tex"), document);
            var start = new ProcessStartInfo(Program ?? "pdflatex") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false };
            foreach (var word in new[] { "-interaction=nonstopmode", "-no-shell-escape", "answers.tex" })
            {
                start.ArgumentList.Add(word);
            }

            // Long lines of the log are broken by TeX, and names with them.
            start.Environment["max_print_line"] = "1000";
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var text = process.StandardOutput.ReadToEndAsync();
            Assert.True(process.WaitForExit(TimeSpan.FromMinutes(3)), "pdflatex does not end");
            return text.Result.Split('\n');
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
