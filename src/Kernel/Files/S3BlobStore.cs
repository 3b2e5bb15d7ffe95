using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using DoanKet.Kernel.Settings;
using Microsoft.Extensions.Options;

namespace DoanKet.Kernel.Files;

/// <summary>Files in an S3-compatible store.</summary>
internal sealed class S3BlobStore : IBlobStore, IDisposable
{
    private readonly AmazonS3Client _client;
    private readonly S3Options _options;
    private readonly DataFolder _data;

    public S3BlobStore(IOptions<Settings.FileOptions> options, DataFolder data)
    {
        _options = options.Value.S3;
        _data = data;
        _client = new(new BasicAWSCredentials(_options.AccessKey, _options.SecretKey), new AmazonS3Config
        {
            ServiceURL = _options.ServiceUrl,
            ForcePathStyle = true,
            // The SDK's default trailing checksums are stored as part of the file by some stores and refused by others.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
    }

    public async Task PutAsync(string temporaryPath, string sha256, CancellationToken ct)
    {
        var length = new FileInfo(temporaryPath).Length;
        var kept = await SendAsync(temporaryPath, sha256, ct);
        if (kept != length)
            throw new IOException($"The store kept {kept} of {length} bytes; see Files:S3:UseChunkEncoding.");
        File.Delete(temporaryPath);
    }

    /// <summary>The length of what the store then says it has: stores that corrupt uploads answer 200.</summary>
    private async Task<long> SendAsync(string temporaryPath, string sha256, CancellationToken ct)
    {
        try
        {
            await _client.PutObjectAsync(new PutObjectRequest
            {
                BucketName = _options.Bucket,
                Key = KeyOf(sha256),
                FilePath = temporaryPath,
                UseChunkEncoding = _options.UseChunkEncoding,
            }, ct);
            return (await _client.GetObjectMetadataAsync(_options.Bucket, KeyOf(sha256), ct)).ContentLength;
        }
        catch (Exception error) when (error is AmazonClientException or AmazonServiceException or HttpRequestException)
        {
            throw new IOException("The store could not be written.", error);
        }
    }

    public async Task<Stream> OpenAsync(string sha256, CancellationToken ct)
    {
        try
        {
            return (await _client.GetObjectAsync(_options.Bucket, KeyOf(sha256), ct)).ResponseStream;
        }
        catch (AmazonS3Exception error) when (error.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            throw new FileNotFoundException("The store has no such file.", sha256, error);
        }
    }

    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var request = new ListObjectsV2Request { BucketName = _options.Bucket, Prefix = "files/" };
        do
        {
            var page = await _client.ListObjectsV2Async(request, ct);
            foreach (var file in page.S3Objects ?? [])
                yield return file.Key[(file.Key.LastIndexOf('/') + 1)..];
            request.ContinuationToken = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (request.ContinuationToken is not null);
    }

    public async Task<LocalCopy> LocalAsync(string sha256, CancellationToken ct)
    {
        var path = Path.Combine(_data.Temporary, Ids.New().ToString("N"));
        await using var source = await OpenAsync(sha256, ct);
        await using var target = File.Create(path);
        await source.CopyToAsync(target, ct);
        return new(path, Temporary: true);
    }

    public void Dispose() => _client.Dispose();

    private static string KeyOf(string sha256) => $"files/{sha256[..2]}/{sha256}";
}
