/**
 * AWS partitions: separate copies of AWS that share no accounts.
 * Source: AWS General Reference, "Amazon Resource Names".
 */
export type Partition = "aws" | "aws-cn" | "aws-us-gov";

interface PartitionFacts {
  readonly partition: Partition;
  /** A Region of this partition starts with one of these. */
  readonly regionPrefixes: readonly string[];
  /** Organizations has one endpoint per partition, in this Region. */
  readonly organizationsRegion: string;
  /** What the names of its endpoints end in. */
  readonly dnsSuffix: string;
}

export const PARTITIONS: readonly PartitionFacts[] = [
  { partition: "aws-cn", regionPrefixes: ["cn-"], organizationsRegion: "cn-northwest-1", dnsSuffix: "amazonaws.com.cn" },
  { partition: "aws-us-gov", regionPrefixes: ["us-gov-"], organizationsRegion: "us-gov-west-1", dnsSuffix: "amazonaws.com" },
  {
    partition: "aws",
    regionPrefixes: ["af-", "ap-", "ca-", "eu-", "il-", "me-", "mx-", "sa-", "us-"],
    organizationsRegion: "us-east-1",
    dnsSuffix: "amazonaws.com",
  },
];

/** The partition a Region belongs to; undefined for a name of no known form. */
export function partitionOfRegion(region: string): PartitionFacts | undefined {
  return PARTITIONS.find((facts) => facts.regionPrefixes.some((prefix) => region.startsWith(prefix)));
}
