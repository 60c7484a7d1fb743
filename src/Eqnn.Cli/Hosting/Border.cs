using System.Text.RegularExpressions;
using Eqnn.Numbers;

namespace Eqnn.Cli.Hosting;

/// <summary>The border between what a user wrote and the library: only here does an <see cref="ArgumentException"/> mean that the user is wrong.</summary>
/// <remarks>Past the border the library gets values it has made itself; an <see cref="ArgumentException"/> there is a bug and is reported as one.</remarks>
internal static partial class Border
{
    /// <summary>Runs <paramref name="read"/>, which turns user input into a value.</summary>
    /// <param name="what">What is read, for messages that do not say it: <c>--on</c>, <c>group</c>.</param>
    /// <param name="read">The call into the library.</param>
    /// <exception cref="InputException">The library refused the input.</exception>
    public static T Read<T>(string what, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (AlgebraFormatException)
        {
            throw;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            throw new InputException($"{what}: {WithoutParameterName(e)}", e);
        }
    }

    /// <summary>The file of <c>@file</c>.</summary>
    /// <param name="option">The option, for messages.</param>
    /// <param name="text">What was written after it.</param>
    /// <exception cref="InputException">It does not begin with @.</exception>
    public static string FileOf(string option, string text) => text.StartsWith('@') ? text[1..] : throw new InputException($"{option}: '{text}' is no file; write @file.json");

    /// <summary>The runtime adds the name of a parameter to messages, which is nothing to a user; where messages were put together it may stand in the middle.</summary>
    private static string WithoutParameterName(Exception exception) => ParameterName().Replace(exception.Message, "");

    [GeneratedRegex(@" \(Parameter '[^']*'\)")]
    private static partial Regex ParameterName();
}
