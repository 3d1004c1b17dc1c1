/**
 * Starts loading what every way to AWS takes, while something else is waited for. A failure here shows when the client
 * is asked for.
 */
export function loadClientsAhead(): void {
  const modules: readonly Promise<unknown>[] = [
    import("@aws-sdk/credential-providers"),
    import("@aws-sdk/client-organizations"),
    import("@aws-sdk/client-sts"),
    import("@aws-sdk/client-resource-groups-tagging-api"),
    import("@aws-sdk/client-ssm"),
  ];
  for (const module of modules) module.catch(() => {});
}
