using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using DoanKet.Kernel;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Settings;
using Microsoft.Extensions.Options;

namespace DoanKet.Outside.S3;

/// <summary>Files in an S3-compatible store.</summary>
internal sealed class S3BlobStore : IBlobStore, IDisposable
{
    private readonly AmazonS3Client _client;
    private readonly S3Options _options;
    private readonly DataFolder _data;

    public S3BlobStore(IOptions<DoanKet.Kernel.Settings.FileOptions> options, DataFolder data)
    {
        _options = options.Value.S3;
        _data = data;
        _client = new(
            new BasicAWSCredentials(_options.AccessKey, _options.SecretKey),
            new AmazonS3Config
            {
                ServiceURL = _options.ServiceUrl,
                ForcePathStyle = true,
                // The SDK's default trailing checksums are stored as part of the file by some stores and refused by others.
                RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
                ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
                // A store that does not answer must not hold the people who wait: the SDK's own 100 seconds, four times over, are minutes.
                Timeout = TimeSpan.FromSeconds(_options.AnswerSeconds),
                MaxErrorRetry = 1,
            }
        );
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
    private Task<long> SendAsync(string temporaryPath, string sha256, CancellationToken ct) =>
        AskAsync(
            async () =>
            {
                await _client.PutObjectAsync(
                    new PutObjectRequest
                    {
                        BucketName = _options.Bucket,
                        Key = KeyOf(sha256),
                        FilePath = temporaryPath,
                        UseChunkEncoding = _options.UseChunkEncoding,
                    },
                    ct
                );
                return (await _client.GetObjectMetadataAsync(_options.Bucket, KeyOf(sha256), ct)).ContentLength;
            },
            sha256,
            ct
        );

    public async Task<bool> AnswersAsync(CancellationToken ct)
    {
        try
        {
            await _client.HeadBucketAsync(new HeadBucketRequest { BucketName = _options.Bucket }, ct);
            return true;
        }
        catch (Exception error) when (IsUnavailable(error))
        {
            return false;
        }
    }

    public async Task<Stream> OpenAsync(string sha256, CancellationToken ct)
    {
        var length = await AskAsync(
            async () => (await _client.GetObjectMetadataAsync(_options.Bucket, KeyOf(sha256), ct)).ContentLength,
            sha256,
            ct
        );
        return new S3ReadStream(
            length,
            (from, token) =>
                AskAsync(
                    async () =>
                    {
                        var request = new GetObjectRequest
                        {
                            BucketName = _options.Bucket,
                            Key = KeyOf(sha256),
                            ByteRange = new(from, length - 1),
                        };
                        return (await _client.GetObjectAsync(request, token)).ResponseStream;
                    },
                    sha256,
                    token
                )
        );
    }

    private static async Task<T> AskAsync<T>(Func<Task<T>> ask, string sha256, CancellationToken ct)
    {
        try
        {
            return await ask();
        }
        catch (AmazonS3Exception error) when (error.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            throw new FileNotFoundException("The store has no such file.", sha256, error);
        }
        catch (Exception error) when (IsUnavailable(error) && !ct.IsCancellationRequested)
        {
            throw new FileStoreUnavailableException("The store of files does not answer, or refuses.", error);
        }
    }

    /// <summary>Down, frozen, slow beyond patience, or it does not accept our key.</summary>
    private static bool IsUnavailable(Exception error) =>
        error
            is AmazonClientException
                or AmazonServiceException
                or HttpRequestException
                or TimeoutException
                or OperationCanceledException
                or IOException
                and not FileNotFoundException;

    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var request = new ListObjectsV2Request { BucketName = _options.Bucket, Prefix = "files/" };
        do
        {
            var page = await _client.ListObjectsV2Async(request, ct);
            foreach (var file in page.S3Objects ?? [])
                yield return file.Key[(file.Key.LastIndexOf('/') + 1)..];
            request.ContinuationToken = page.IsTruncated == true ? page.NextContinuationToken : null;
        } while (request.ContinuationToken is not null);
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
