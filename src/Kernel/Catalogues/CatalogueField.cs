using System.Globalization;
using System.Linq.Expressions;

namespace DoanKet.Kernel.Catalogues;

/// <summary>What may stand in a field of a catalogue.</summary>
public enum FieldKind
{
    Text,
    Day,
    YesNo,
    Number,
}

/// <summary>A field of a catalogue's rows, as a screen and a spreadsheet show it.</summary>
/// <param name="Name">Of the property, as the form sends it.</param>
/// <param name="Label">Vietnamese; heads the column.</param>
/// <param name="IsKey">Tells rows apart and is never changed: the row ends and another one begins.</param>
/// <param name="MaxLength">Of a text, in characters.</param>
public sealed record CatalogueField(string Name, string Label, FieldKind Kind, bool IsRequired, bool IsKey, int MaxLength)
{
    public const string Yes = "có",
        No = "không";

    /// <summary>What is wrong with a text that somebody typed here; null when nothing is.</summary>
    public string? Problem(string typed) =>
        Kind switch
        {
            _ when typed.Length == 0 => IsRequired ? $"Hãy điền “{Label}”." : null,
            FieldKind.Text when typed.Length > MaxLength => $"“{Label}” dài quá {MaxLength} ký tự; hãy rút gọn.",
            FieldKind.Day when !DayText.TryRead(typed, out _) =>
                $"“{typed}” ở “{Label}” không phải là ngày; hãy gõ ngày/tháng/năm, ví dụ 05/03/2026.",
            FieldKind.YesNo when Flag(typed) is null => $"“{Label}” là “{Yes}” hoặc “{No}”, không phải “{typed}”.",
            FieldKind.Number when !int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out _) =>
                $"“{Label}” là một số, không phải “{typed}”.",
            _ => null,
        };

    internal static bool? Flag(string typed) =>
        typed.ToUpperInvariant() switch
        {
            "CÓ" or "X" or "1" or "TRUE" => true,
            "KHÔNG" or "0" or "FALSE" or "" => false,
            _ => null,
        };
}

/// <summary>A field together with the property of the entity it stands for.</summary>
public sealed class CatalogueField<T>
{
    private readonly Func<T, object?> _get;
    private readonly Action<T, object?> _set;

    private CatalogueField(CatalogueField field, Func<T, object?> get, Action<T, object?> set) => (Field, _get, _set) = (field, get, set);

    public CatalogueField Field { get; }

    /// <param name="property">E.g. <c>b => b.Name</c>: text, day, yes or no, or a whole number.</param>
    /// <param name="maxLength">The limit of the entity; only for texts.</param>
    public static CatalogueField<T> For<TValue>(
        Expression<Func<T, TValue>> property,
        string label,
        int maxLength = 0,
        bool isRequired = true,
        bool isKey = false
    )
    {
        var member = (System.Reflection.PropertyInfo)((MemberExpression)property.Body).Member;
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        var kind =
            type == typeof(DateOnly) ? FieldKind.Day
            : type == typeof(bool) ? FieldKind.YesNo
            : type == typeof(int) ? FieldKind.Number
            : FieldKind.Text;
        return new(
            new(member.Name, label, kind, isRequired && kind != FieldKind.YesNo, isKey, maxLength),
            row => member.GetValue(row),
            (row, value) => member.SetValue(row, value)
        );
    }

    public string Show(T row) =>
        _get(row) switch
        {
            DateOnly day => day.Show(),
            bool flag => flag ? CatalogueField.Yes : CatalogueField.No,
            var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    /// <summary>A day for Excel's own date, otherwise as shown.</summary>
    public object? Cell(T row) => _get(row) is DateOnly day ? day : Show(row);

    /// <param name="typed">Without <see cref="CatalogueField.Problem"/>.</param>
    public void Put(T row, string typed) =>
        _set(
            row,
            Field.Kind switch
            {
                FieldKind.Day => DayText.TryRead(typed, out var day) ? day : null,
                FieldKind.YesNo => CatalogueField.Flag(typed),
                FieldKind.Number => typed.Length == 0 ? null : int.Parse(typed, CultureInfo.InvariantCulture),
                _ => typed,
            }
        );
}
