/**
 * The size of a policy text in characters, as AWS Organizations counts it against its quota: white space counts.
 * Source: Organizations User Guide, "Quotas and service limits".
 * Unconfirmed: AWS does not say what a character is outside the Basic Multilingual Plane; UTF-16 units are counted here,
 * which is never less than a count of code points.
 */
export const policySize = (text: string): number => text.length;
