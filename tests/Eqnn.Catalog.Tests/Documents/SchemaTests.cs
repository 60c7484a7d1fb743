using Eqnn.Catalog.Documents;
using NJsonSchema;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Tests.Documents;

/// <summary>The schema that is published and the reader of the checker, written apart, take and refuse the same.</summary>
public sealed class SchemaTests
{
    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchema.FromJsonAsync(DocumentSchema.TextOf(2)).GetAwaiter().GetResult());

    public static TheoryData<string> Documents => ["C5", "S3@regular,points", "A5@regular", "A4@points", "C3@3*regular"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_fits_the_schema(string what) => Assert.Empty(Schema.Value.Validate(Built.Document(what)));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Fields_more_or_less_are_refused_by_both(string what)
    {
        var text = Built.Text(what);
        var original = Changeable.Parse(text);
        var records = original.DescendantsAndSelf().OfType<JObject>().DistinctBy(record => System.Text.RegularExpressions.Regex.Replace(record.Path, "[0-9]+", "") + string.Join(' ', record.Properties().Select(p => p.Name)) + record["kind"]);
        foreach (var path in records.Select(record => record.Path).ToList())
        {
            var more = Changeable.Parse(text);
            At(more, path)["colour"] = 3;
            Refused(more);
            foreach (var name in At(original, path).Properties().Select(property => property.Name))
            {
                var less = Changeable.Parse(text);
                if (At(less, path).Remove(name) && name is not ("basis" or "fourier" or "unseen"))
                {
                    Refused(less);
                }
            }
        }

        static JObject At(JObject document, string path) => path.Length == 0 ? document : (JObject)document.SelectToken(path)!;
        static void Refused(JObject document)
        {
            Assert.NotEmpty(Schema.Value.Validate(document));
            Assert.NotNull(Checking.CertificateChecker.CheckFields(Changeable.Print(document)));
        }
    }
}
