namespace DoanKet.Pades;

/// <summary>All verdicts of a file in one word: the worst of its signatures.</summary>
internal static class Overall
{
    public static OverallVerdict Of(IReadOnlyList<SignatureReport> signatures, IReadOnlyList<SignatureReport> timeStamps)
    {
        var verdicts = signatures.Concat(timeStamps).Select(Of).ToList();
        if (verdicts.Contains(OverallVerdict.Invalid))
            return OverallVerdict.Invalid;
        if (verdicts.Contains(OverallVerdict.Indeterminate))
            return OverallVerdict.Indeterminate;
        return verdicts.Contains(OverallVerdict.Warning) ? OverallVerdict.Warning : OverallVerdict.Valid;
    }

    public static OverallVerdict Of(SignatureReport report)
    {
        var isWrong =
            report.Crypto == CryptoVerdict.Invalid
            || report.Coverage == Coverage.Broken
            || report.Changes == LaterChanges.Undefined
            || report.IsForbiddenChange
            || report.Trust == TrustVerdict.Revoked;
        if (isWrong)
            return OverallVerdict.Invalid;
        var isUntold = report.Crypto == CryptoVerdict.Unknown || report.Trust != TrustVerdict.Trusted || report.IsWeak;
        if (isUntold)
            return OverallVerdict.Indeterminate;
        return report.Changes == LaterChanges.Annotation ? OverallVerdict.Warning : OverallVerdict.Valid;
    }
}
