namespace DoanKet.Kernel.Files;

/// <summary>
/// The store of files does not answer, or refuses: nothing is lost, and a later try may succeed. A full disk is another fault.
/// </summary>
public sealed class FileStoreUnavailableException(string message, Exception inner) : IOException(message, inner);
