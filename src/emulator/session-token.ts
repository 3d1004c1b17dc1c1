import { createCipheriv, createDecipheriv, createHash, createHmac } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { AccessKey } from "./access-key.ts";
import { newAccessKeyId } from "./access-key-id.ts";
import type { Principal, Session } from "./principal.ts";
import { randomBytes32, secretText } from "./random-secret.ts";
import type { Table, World } from "./world.ts";

/** Temporary credentials are kept nowhere: as with AWS, the token holds all that is known about them, sealed. */
interface Sealed {
  readonly accessKeyId: string;
  readonly accountId: string;
  readonly arn: string;
  readonly userId: string;
  readonly expiresAt: number;
  readonly session: Session;
}

export interface SessionGrant {
  readonly principal: Principal & { readonly session: Session };
  readonly expiresAt: number;
}

export type SessionKey = AccessKey & { readonly sessionToken: string; readonly expiresAt: number };

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** The first byte of a token: a store may meet tokens of an older form. */
const FORM = 1;

const sealsTable = (world: World): Table<string> => world.table("session-seal");

/** The key of this world, made with its first session; undefined before. */
function sealOf(world: World): Buffer | undefined {
  const seal = sealsTable(world).get("key");
  return seal === undefined ? undefined : Buffer.from(seal, "hex");
}

function ensureSeal(world: World): Buffer {
  const seal = sealOf(world) ?? randomBytes32(world);
  if (!sealsTable(world).has("key")) sealsTable(world).put("key", seal.toString("hex"));
  return seal;
}

const secretOf = (seal: Buffer, accessKeyId: string): string => secretText(createHmac("sha256", seal).update(accessKeyId).digest());

/** Makes temporary credentials. */
export function issueSession(world: World, { principal, expiresAt }: SessionGrant): SessionKey {
  const seal = ensureSeal(world);
  const { accountId, arn, userId, session } = principal;
  const accessKeyId = newAccessKeyId(world, "ASIA", accountId);
  const sealed: Sealed = { accessKeyId, accountId, arn, userId, expiresAt, session };
  // A key id is used once, so what is derived from it is a nonce.
  const nonce = createHash("sha256").update(`nonce ${accessKeyId}`).digest().subarray(0, NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, seal, nonce);
  const body = Buffer.concat([cipher.update(deflateRawSync(JSON.stringify(sealed))), cipher.final()]);
  const sessionToken = Buffer.concat([Buffer.of(FORM), nonce, cipher.getAuthTag(), body]).toString("base64");
  return { ...sealed, secretAccessKey: secretOf(seal, accessKeyId), sessionToken };
}

/** The credentials a token stands for; undefined when it was not made here, was altered, or belongs to another key. */
export function openSession(world: World, accessKeyId: string, sessionToken: string): SessionKey | undefined {
  const seal = sealOf(world);
  const bytes = Buffer.from(sessionToken, "base64");
  // Base64 reads over what it does not know: only the text that was issued is good.
  if (seal === undefined || bytes[0] !== FORM || bytes.toString("base64") !== sessionToken) return undefined;
  const sealed = unseal(seal, bytes.subarray(1));
  if (sealed?.accessKeyId !== accessKeyId) return undefined;
  return { ...sealed, secretAccessKey: secretOf(seal, accessKeyId), sessionToken };
}

function unseal(seal: Buffer, bytes: Buffer): Sealed | undefined {
  try {
    const cipher = createDecipheriv(CIPHER, seal, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    cipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const body = Buffer.concat([cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), cipher.final()]);
    return JSON.parse(inflateRawSync(body).toString()) as Sealed;
  } catch {
    return undefined;
  }
}

/** Bytes that session policies and tags take once they are packed. */
export const packedSize = (value: unknown): number => deflateRawSync(JSON.stringify(value)).byteLength;
