using DoanKet.Contracts.Signing;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Modules.Signing.Providers;

namespace DoanKet.Modules.Signing.Rounds;

/// <summary>How one signs by a key, told to whoever is about to.</summary>
internal sealed class KeyWays(SigningProviders providers)
{
    /// <returns>Null where the key cannot be reached: its provider is not set any more.</returns>
    public SigningWay? Of(SigningKey key) =>
        key.Place switch
        {
            KeyPlace.Here => new(true, "Mật khẩu của chứng thư số", "", "Ký số"),
            KeyPlace.Module => new(true, "Mã PIN của thiết bị bảo mật", "", "Ký số"),
            KeyPlace.Token => new(
                false,
                null,
                "Cắm USB token vào máy tính này. Mã PIN chỉ nhập trong phần mềm ký trên máy, không nhập ở đây.",
                "Ký bằng USB token"
            ),
            _ => providers.Find(key.Provider) is { } provider ? ByPhone(provider, key.AsksPin) : null,
        };

    private static SigningWay ByPhone(SigningProvider provider, bool asksPin) =>
        new(
            false,
            asksPin ? $"Mã PIN ở {provider.Name}" : null,
            $"Cầm sẵn điện thoại: bấm xong, mở ứng dụng {provider.Name} để xem lại và xác nhận.",
            $"Ký bằng {provider.Name}"
        );
}
