using System.Globalization;
using System.Text.Json;

namespace DoanKet.Kernel.Backup;

/// <summary>
/// The values of columns as JSON that says the same on both databases: instants in microseconds, which is all that PostgreSQL keeps.
/// </summary>
internal static class ColumnText
{
    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case Guid id:
                json.WriteStringValue(id.ToString("N"));
                break;
            case DateTime instant:
                json.WriteNumberValue(instant.Ticks / TimeSpan.TicksPerMicrosecond);
                break;
            case DateTimeOffset instant:
                json.WriteNumberValue(instant.UtcTicks / TimeSpan.TicksPerMicrosecond);
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case decimal number:
                json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case byte[] bytes:
                json.WriteBase64StringValue(bytes);
                break;
            case Enum or int or long or short or byte:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            default:
                throw new NotSupportedException($"A backup has no words for {value.GetType()}.");
        }
    }

    /// <param name="type">Of the entity's property.</param>
    /// <exception cref="InvalidDataException">The text is of another type.</exception>
    public static object? Read(JsonElement json, Type type)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return null;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        try
        {
            if (plain.IsEnum)
                return Enum.ToObject(plain, json.GetInt64());
            return Type.GetTypeCode(plain) switch
            {
                TypeCode.String => json.GetString(),
                TypeCode.Boolean => json.GetBoolean(),
                TypeCode.DateTime => new DateTime(json.GetInt64() * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc),
                TypeCode.Decimal => decimal.Parse(json.GetString()!, CultureInfo.InvariantCulture),
                TypeCode.Int32 => json.GetInt32(),
                TypeCode.Int64 => json.GetInt64(),
                TypeCode.Int16 => json.GetInt16(),
                TypeCode.Byte => json.GetByte(),
                _ when plain == typeof(Guid) => Guid.ParseExact(json.GetString()!, "N"),
                _ when plain == typeof(DateOnly) => DateOnly.ParseExact(json.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                _ when plain == typeof(DateTimeOffset) => new DateTimeOffset(json.GetInt64() * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero),
                _ when plain == typeof(byte[]) => json.GetBytesFromBase64(),
                _ => throw new NotSupportedException($"A backup has no words for {plain}."),
            };
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or OverflowException)
        {
            throw new InvalidDataException($"A value of the backup is no {plain.Name}.", error);
        }
    }
}
