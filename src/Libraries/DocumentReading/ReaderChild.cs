using System.Text.Encodings.Web;
using System.Text.Json;

namespace DoanKet.DocumentReading;

/// <summary>The side of the child process: reads one file and writes the result as JSON.</summary>
public static class ReaderChild
{
    // The parent parses it as JSON, never as HTML; escaped Vietnamese would be six times as long.
    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task RunAsync(string path, Stream output, CancellationToken ct) =>
        JsonSerializer.SerializeAsync(output, DocumentReader.Read(path, ReadingLimits.Default), Json, ct);
}
