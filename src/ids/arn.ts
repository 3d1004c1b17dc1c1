/** The six fields of an Amazon Resource Name; the last takes whatever follows, colons included. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly accountId: string;
  readonly resource: string;
}

/** Parses an ARN; undefined when the text is none. */
export function parseArn(text: string): Arn | undefined {
  const [prefix, partition, service, region, accountId, ...rest] = text.split(":");
  if (prefix !== "arn" || !partition || !service || region === undefined || accountId === undefined || rest.length === 0) {
    return undefined;
  }
  return { partition, service, region, accountId, resource: rest.join(":") };
}

export function formatArn(arn: Arn): string {
  return `arn:${arn.partition}:${arn.service}:${arn.region}:${arn.accountId}:${arn.resource}`;
}
