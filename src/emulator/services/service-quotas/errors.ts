import { AwsError } from "../../aws-error.ts";

/** The errors of Service Quotas; names are those of the SDK's model, messages what AWS is known to answer. */
const named = (code: string) => (message: string): AwsError => new AwsError(code, message);

export const accessDenied = named("AccessDeniedException");
export const illegalArgument = named("IllegalArgumentException");
export const noSuchResource = named("NoSuchResourceException");
export const resourceAlreadyExists = named("ResourceAlreadyExistsException");
export const invalidPaginationToken = named("InvalidPaginationTokenException");

/** What AWS has and this emulator lacks is refused by name, never pretended; as the engine refuses whole operations. */
export const notEmulated = named("NotImplemented");
