namespace DoanKet.DocumentReading;
/// <summary>.</summary>
public sealed record FileKind(string MediaType, string Extension, string Name);
/// <summary>.</summary>
public static class FileSniffer { public static FileKind Detect(Stream s) { _ = s; return new("a", ".b", "c"); } }
