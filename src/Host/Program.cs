using DoanKet.Host.Cli;

return await CommandLine.RunAsync(args);
