using System.Numerics;

namespace Eqnn.Records.Json;

/// <summary>Where the values of a document go, one after another: to a text, or to a tree.</summary>
internal abstract class JsonSink : IDisposable
{
    /// <summary>Whether what follows should stand on one line; a matter of layout alone.</summary>
    public virtual bool IsOnOneLine { get; set; }

    /// <summary>Whether nothing has been written.</summary>
    public abstract bool IsEmpty { get; }

    public abstract void StartRecord();

    public abstract void EndRecord();

    public abstract void StartList();

    public abstract void EndList();

    public abstract void Name(string name);

    public abstract void Text(string? text);

    public abstract void Truth(bool truth);

    public abstract void Null();

    /// <summary>A finite floating-point number, with the digits that read back as the same number.</summary>
    public abstract void Number(double number);

    /// <summary>A whole number.</summary>
    public abstract void Whole(BigInteger number);

    /// <summary>A number, or a whole document, as it is written.</summary>
    public abstract void Raw(string json);

    /// <summary>A value that is there already.</summary>
    public virtual void Value(JsonItem item) => item.WriteTo(this);

    public virtual void Finish()
    {
    }

    public virtual void Dispose()
    {
    }
}
