using DoanKet.Database.PostgreSql;
using DoanKet.Database.Sqlite;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Settings;
using DoanKet.Outside.S3;
using DoanKet.Outside.Smtp;
using FileOptions = DoanKet.Kernel.Settings.FileOptions;

namespace DoanKet.Host.Web;

/// <summary>What the settings choose among: one of two databases, one of two places for files.</summary>
internal static class OutsideSetup
{
    public static void AddOutside(this IServiceCollection services, IConfiguration configuration, DataFolder data)
    {
        var database = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new();
        services.AddSingleton(database);
        if (database.IsPostgreSql)
            services.AddPostgreSql(database);
        else
            services.AddSqlite(database, data);
        var files = configuration.GetSection("Files").Get<FileOptions>() ?? new();
        if (files.S3.IsUsed)
            services.AddS3Store();
        else
            services.AddSingleton<IBlobStore, LocalBlobStore>();
        services.AddSmtp();
    }
}
