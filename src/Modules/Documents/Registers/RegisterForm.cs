using DoanKet.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace DoanKet.Modules.Documents.Registers;

/// <summary>The part of a book, as it stands in the address.</summary>
internal sealed class RegisterForm
{
    [FromQuery(Name = "nam")]
    public int? Year { get; set; }

    [FromQuery(Name = "quyen-so")]
    public string? Book { get; set; }

    [FromQuery(Name = "tu-ngay")]
    public DateOnly? From { get; set; }

    [FromQuery(Name = "den-ngay")]
    public DateOnly? To { get; set; }

    [FromQuery(Name = "tu-so")]
    public int? FirstNumber { get; set; }

    [FromQuery(Name = "den-so")]
    public int? LastNumber { get; set; }

    /// <summary>"Quyển số", as it will stand on the cover.</summary>
    [FromQuery(Name = "tap")]
    public int? Volume { get; set; }

    /// <summary>No part of the book was asked for.</summary>
    public bool IsWhole => From is null && To is null && FirstNumber is null && LastNumber is null;

    public RegisterQuery Query(Guid unitId, DateOnly today) =>
        new(unitId, Year ?? today.Year, Book ?? "", From, To, FirstNumber, LastNumber);

    /// <param name="after">Number after which a page begins.</param>
    public string Address(string path, int? after = null)
    {
        Dictionary<string, string?> values = new()
        {
            ["nam"] = Year?.ToString(),
            ["quyen-so"] = Book,
            ["tu-ngay"] = From?.Show(),
            ["den-ngay"] = To?.Show(),
            ["tu-so"] = FirstNumber?.ToString(),
            ["den-so"] = LastNumber?.ToString(),
            ["tap"] = Volume?.ToString(),
            ["sau"] = after?.ToString(),
        };
        return QueryHelpers.AddQueryString(path, values.Where(v => !string.IsNullOrEmpty(v.Value)));
    }
}
