using System.Reflection;
using System.Runtime.CompilerServices;

namespace Eqnn.Architecture.Tests;

/// <summary>What every public type looks like: immutable, closed, comparable without generics, with signatures that F# reads without ceremony.</summary>
public sealed class TypeShapeTests
{
    private static IEnumerable<Type> Classes => Product.PublicTypes().Where(type => type.IsClass && !typeof(Delegate).IsAssignableFrom(type));

    private static IEnumerable<Type> Structs => Product.PublicTypes().Where(type => type is { IsValueType: true, IsEnum: false });

    [Fact]
    public void Classes_are_sealed_or_abstract() =>
        Broken.None("a public class is sealed, abstract or static", Classes.Where(type => !type.IsSealed && !type.IsAbstract).Select(Product.NameOf));

    [Fact]
    public void Structs_are_readonly() =>
        Broken.None("a public struct is readonly", Structs.Where(type => !type.IsDefined(typeof(IsReadOnlyAttribute), false)).Select(Product.NameOf));

    [Fact]
    public void Structs_have_value_equality() =>
        Broken.None("a public struct implements IEquatable of itself and ==", Structs
            .Where(type => type.GetMethod("op_Equality") is null || !type.GetInterfaces().Contains(typeof(IEquatable<>).MakeGenericType(type)))
            .Select(Product.NameOf));

    [Fact]
    public void Comparable_types_implement_the_non_generic_interface() =>
        Broken.None("what implements IComparable<T> implements IComparable", Product.PublicTypes()
            .Where(type => !type.IsInterface && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IComparable<>)))
            .Where(type => !typeof(IComparable).IsAssignableFrom(type))
            .Select(Product.NameOf));

    [Fact]
    public void Records_with_a_sequence_compare_it_by_content() =>
        Broken.None("a record that holds a sequence writes its own Equals", Product.PublicTypes()
            .Where(type => type.GetMethod("<Clone>$") is not null)
            .Where(type => type.GetProperties().Any(property => property.PropertyType.IsGenericType && typeof(System.Collections.IEnumerable).IsAssignableFrom(property.PropertyType)
                && property.GetMethod!.IsDefined(typeof(CompilerGeneratedAttribute), false)))
            .Where(type => type.GetMethod(nameof(Equals), [type])!.IsDefined(typeof(CompilerGeneratedAttribute), false))
            .Select(Product.NameOf));

    [Fact]
    public void Properties_have_no_public_setter() =>
        Broken.None("a public property has no setter (init is allowed)", Product.PublicTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(property => property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(Product.NameOf));

    [Fact]
    public void Fields_are_not_public() =>
        Broken.None("public fields are constants or members of an enumeration", Product.PublicTypes()
            .Where(type => !type.IsEnum)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral)
            .Select(Product.NameOf));

    /// <summary>What the inner loops of the rooms above are written in: arithmetic on arrays modulo a prime and on image lists. Everything else hands out values.</summary>
    private static bool IsWordOfInnerLoops(Type type) =>
        type.Namespace == "Eqnn.Numbers.Modular" || type.FullName is "Eqnn.Numbers.DisjointSets" or "Eqnn.Numbers.Permutations.PermutationArrays" or "Eqnn.Numbers.Permutations.OrbitPartition" or "Eqnn.Numbers.Permutations.InvariantPartition";

    [Fact]
    public void Results_are_not_arrays() =>
        Broken.None("no public member hands out an array that could be written into", Product.PublicTypes().Where(type => !IsWordOfInnerLoops(type))
            .SelectMany(Product.PublicMembers)
            .OfType<MethodInfo>()
            .Where(method => method.ReturnType.IsArray)
            .Select(Product.NameOf));

    [Fact]
    public void Parameters_are_passed_by_value() =>
        Broken.None("out, ref and in occur only in TryParse", Product.PublicTypes()
            .SelectMany(Product.PublicMembers)
            .Where(method => method.Name != nameof(int.TryParse) && method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef))
            .Select(Product.NameOf));

    [Fact]
    public void Parameters_are_not_spans_outside_parsing() =>
        Broken.None("spans stay internal", Product.PublicTypes().Where(type => !IsWordOfInnerLoops(type))
            .SelectMany(Product.PublicMembers)
            .Where(method => !IsCollectionBuilder(method))
            .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType.IsByRefLike) || (method is MethodInfo { ReturnType.IsByRefLike: true }))
            .Select(Product.NameOf));

    /// <summary>What the compiler calls for <c>[a, b, c]</c>: it must take a span, and nobody writes its name.</summary>
    private static bool IsCollectionBuilder(MethodBase method) => Product.PublicTypes()
        .SelectMany(type => type.GetCustomAttributes<CollectionBuilderAttribute>())
        .Any(builder => builder.BuilderType == method.DeclaringType && builder.MethodName == method.Name);

    [Fact]
    public void A_cancellation_token_is_the_last_parameter_and_optional() =>
        Broken.None("a CancellationToken stands last and has a default", Product.PublicTypes()
            .SelectMany(Product.PublicMembers)
            .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CancellationToken)
                && (!parameter.IsOptional || parameter.Position != method.GetParameters().Length - 1)))
            .Select(Product.NameOf));

    [Fact]
    public void No_type_of_a_package_is_in_a_public_signature() =>
        Broken.None("public signatures use types of the base library and of the product", Product.PublicTypes()
            .SelectMany(type => Product.PublicMembers(type).SelectMany(Signature).Concat([type.BaseType]).Concat(type.GetInterfaces()).OfType<Type>().Select(used => (type, used)))
            .Where(pair => !IsOurs(pair.used))
            .Select(pair => $"{Product.NameOf(pair.type)}: {pair.used}"));

    private static IEnumerable<Type?> Signature(MethodBase method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType).Concat(method is MethodInfo { ReturnType: var result } ? [result] : []);

    private static bool IsOurs(Type type)
    {
        if (type.HasElementType)
        {
            return IsOurs(type.GetElementType()!);
        }

        var assembly = type.Assembly.GetName().Name!;
        var own = type.IsGenericParameter || Product.Rooms.Contains(assembly) || assembly.StartsWith("System.", StringComparison.Ordinal);
        return own && (!type.IsGenericType || type.GetGenericArguments().All(IsOurs));
    }
}
