using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Eqnn.Architecture.Tests;

/// <summary>Nothing is ambient: no static variable, and no type that must be initialised before another.</summary>
public sealed class StateTests
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Published once or replaced by a better immutable value, never seen half made; each with the reason why <c>Lazy</c> does not do.</summary>
    private static readonly HashSet<string> Caches =
    [
        "Eqnn.Numbers.Cosine._pi", // an enclosure of π that is replaced by a longer one when more digits are asked for
    ];

    [Theory]
    [MemberData(nameof(Product.RoomData), MemberType = typeof(Product))]
    public void Static_fields_are_readonly(string room) =>
        Broken.None("a static field is readonly or a constant", Product.WrittenTypes(room)
            .SelectMany(type => type.GetFields(Own))
            .Where(field => field.IsStatic && !field.IsInitOnly && !field.IsLiteral && !Product.IsGenerated(field))
            .Select(Product.NameOf)
            .Except(Caches));

    [Theory]
    [MemberData(nameof(Product.RoomData), MemberType = typeof(Product))]
    public void Each_static_constructor_runs_alone(string room)
    {
        var names = Product.WrittenTypes(room).Where(type => type.TypeInitializer is not null && !type.ContainsGenericParameters).Select(type => type.FullName!).ToList();
        Broken.None("a static constructor works when no other has run", names.Select(name => (name, trouble: Trouble(room, name)))
            .Where(pair => pair.trouble is not null)
            .Select(pair => $"{pair.name}: {pair.trouble}"));
    }

    // A fresh load context has fresh statics, so each constructor is the first to run.
    private static string? Trouble(string room, string type)
    {
        var folder = Path.GetDirectoryName(Product.PathOf(room))!;
        var context = new AssemblyLoadContext(type, isCollectible: true);
        context.Resolving += (self, name) =>
            File.Exists(Path.Combine(folder, name.Name + ".dll")) ? self.LoadFromAssemblyPath(Path.Combine(folder, name.Name + ".dll")) : null;
        try
        {
            var fresh = context.LoadFromAssemblyPath(Product.PathOf(room)).GetType(type, throwOnError: true)!;
            Assert.NotSame(Product.Load(room).GetType(type), fresh);
            RuntimeHelpers.RunClassConstructor(fresh.TypeHandle);
            return null;
        }
        catch (TypeInitializationException exception)
        {
            return exception.InnerException?.Message ?? exception.Message;
        }
        finally
        {
            context.Unload();
        }
    }
}
