using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace DoanKet.Kernel.Backup;

/// <summary>
/// A digest of a table that does not depend on the order of its rows: the two databases sort differently. The sum of the rows' SHA-256,
/// modulo 2^256.
/// </summary>
internal sealed class RowDigest
{
    private static readonly BigInteger Modulus = BigInteger.One << 256;

    private BigInteger _sum;

    public long Rows { get; private set; }

    public void Add(string line)
    {
        _sum = (_sum + new BigInteger(SHA256.HashData(Encoding.UTF8.GetBytes(line)), isUnsigned: true)) % Modulus;
        Rows++;
    }

    public override string ToString() => _sum.ToString("x64");
}
