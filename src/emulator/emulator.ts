import { randomBytes } from "node:crypto";
import type { HttpHandler } from "@smithy/protocol-http";
import { LandfallError } from "../diagnostics/index.ts";
import type { Clock } from "../limits/index.ts";
import { createAccessKey, keepUserOf, type AccessKey, type AccessKeyRequest } from "./access-key.ts";
import { notBefore, systemClock } from "./clock.ts";
import { Engine } from "./engine.ts";
import type { FaultSpec } from "./fault-spec.ts";
import { Faults } from "./faults.ts";
import type { HttpRequest, HttpResponse } from "./http-message.ts";
import type { CallLog, LoggedCall } from "./request-log.ts";
import { sdkHandler } from "./sdk-handler.ts";
import { SERVICES } from "./services/index.ts";
import { addStandaloneAccount, emailOwner, emailProblem, knownAccountsTable, newAccountId, setAccountLimit, setInboundTransferLimit } from "./services/organizations/index.ts";
import { openMemoryStore, openStore, type MemoryWorld } from "./store/index.ts";
import { answerTry, isTry, type Tried, tryAction, type TryQuestion } from "./try/index.ts";

export interface EmulatorOptions {
  /** The folder of the store; without one, everything is gone when the emulator closes. */
  readonly dir?: string;
  /** Throws away what the folder held. */
  readonly fresh?: boolean;
  /** Time as the emulator sees it; the system's by default. It never runs backward within a store. */
  readonly clock?: Clock;
  /** The same seed gives a new store the same ids and keys; by default each differs. */
  readonly seed?: string;
  /** The account that is there at the beginning, and its root e-mail; `111111111111` by default. */
  readonly managementAccountId?: string;
  readonly managementEmail?: string;
  /** How many accounts an organization may hold, as AWS Support raises it; 10 by default. */
  readonly accountLimit?: number;
  /** Of how many other organizations one may pay the bill, as AWS Support raises it; none by default. */
  readonly inboundTransferLimit?: number;
  /** False lets calls through however fast they come. */
  readonly throttle?: boolean;
  /** Trouble on demand; with the same seed and the same calls it meets the same ones. */
  readonly faults?: readonly FaultSpec[];
  /** Further accounts that belong to no organization, by their root e-mail addresses; those that are there already stay as they are. */
  readonly standaloneAccounts?: readonly string[];
  /** Told of every call that was answered. */
  readonly onCall?: (call: LoggedCall) => void;
}

/** What a client needs to sign requests. */
export interface EmulatorCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** An account that somebody opened by himself. */
export interface StandaloneAccount {
  readonly id: string;
  readonly email: string;
  readonly credentials: EmulatorCredentials;
}

/** An embedded AWS: many accounts, one world. */
export interface Emulator {
  readonly managementAccountId: string;
  /** The key of `arn:aws:iam::<management account>:user/admin`. */
  readonly credentials: EmulatorCredentials;
  /** The further accounts that were asked for, with keys of their users `admin`. */
  readonly standaloneAccounts: readonly StandaloneAccount[];
  readonly clock: Clock;
  /** For the clients of the AWS SDK, in process. */
  readonly requestHandler: HttpHandler;
  /** Answers one request; never rejects. */
  handle(request: HttpRequest): Promise<HttpResponse>;
  /** Makes a key for an account that exists: for its user `admin` unless said otherwise, who becomes an administrator if he is not there. */
  issueAccessKey(request: AccessKeyRequest): Promise<EmulatorCredentials>;
  /** Puts an account into the world that belongs to no organization. */
  addAccount(account: { readonly id: string; readonly email: string; readonly name: string }): Promise<void>;
  /** Replaces all faults, from the next call on. Throws `LandfallError` LF8008 for one that there is not. */
  setFaults(faults: readonly FaultSpec[]): void;
  /** Lets every call through without trouble while the work lasts, so that one can look at the world as it is. */
  calmly<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Whether policies would let something pass, of any service. Nothing is done.
   * Throws `LandfallError` LF8010 for an account, LF8011 for a principal that there is not.
   */
  tryAction(question: TryQuestion): Promise<Tried>;
  /** What was asked and answered since it was opened. */
  calls(): CallLog;
  /** Ends the calls under way and releases the store. */
  close(): Promise<void>;
}

const MANAGEMENT_ACCOUNT = "111111111111";
const BEGINNING = "emulator";

/** How the world began; kept in the store. */
interface Beginning {
  readonly managementAccountId: string;
  readonly accessKey: AccessKey;
}

/** The keys of further accounts, by e-mail address. */
const STANDALONE = "emulator/standalone-accounts";

/**
 * Opens the embedded AWS. A new one is a bare management account without an organization.
 * Throws `LandfallError`: LF8001 to LF8006 when the store cannot be used, LF8008 for a fault that there is not, LF8009 for
 * an e-mail address that cannot be an account's.
 */
export async function openEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const seed = options.seed ?? randomBytes(16).toString("hex");
  const faults = new Faults(seed, options.faults);
  const store = options.dir === undefined ? openMemoryStore(seed) : await openStore({ dir: options.dir, fresh: options.fresh ?? false, seed });
  const clock = notBefore(options.clock ?? systemClock, store.lastNow);
  const engine = new Engine({ store, services: SERVICES, clock, wallNow: Date.now, throttle: options.throttle ?? true, faults, onCall: options.onCall });
  try {
    const beginning = await engine.change((world, now) => begin(world, now, options));
    const keys = await engine.change((world, now) => (options.standaloneAccounts ?? []).map((email) => standaloneAccount(world, email, now)));
    return emulatorOf({ engine, clock, faults }, beginning, keys);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Makes the management account in a new world, and finds it in an old one. */
function begin(world: MemoryWorld, now: number, options: EmulatorOptions): Beginning {
  const table = world.table<Beginning>(BEGINNING);
  let beginning = table.get(BEGINNING);
  if (!beginning) {
    const id = options.managementAccountId ?? MANAGEMENT_ACCOUNT;
    addStandaloneAccount(world, { id, email: options.managementEmail ?? "management@example.com", name: "Management", createdAt: now });
    beginning = { managementAccountId: id, accessKey: createAccessKey(world, { accountId: id }, now) };
    table.put(BEGINNING, beginning);
  }
  keepUserOf(world, beginning.accessKey, now);
  refuseOtherAccount(beginning.managementAccountId, options);
  if (options.accountLimit !== undefined) setAccountLimit(world, options.accountLimit);
  if (options.inboundTransferLimit !== undefined) setInboundTransferLimit(world, options.inboundTransferLimit);
  return beginning;
}

/** The account with this address and the key that was made with it; both are made when they are not there. */
function standaloneAccount(world: MemoryWorld, email: string, now: number): StandaloneAccount {
  const keys = world.table<AccessKey>(STANDALONE);
  let key = keys.get(email);
  if (key === undefined) {
    refuseEmail(world, email);
    const id = newAccountId(world);
    addStandaloneAccount(world, { id, email, name: email.split("@")[0] ?? email, createdAt: now });
    keys.put(email, (key = createAccessKey(world, { accountId: id }, now)));
  }
  return { id: key.accountId, email, credentials: credentialsOf(key) };
}

function refuseEmail(world: MemoryWorld, email: string): void {
  const problem = emailProblem(email) ?? (emailOwner(world, email) === undefined ? undefined : "is another account's");
  if (problem === undefined) return;
  throw new LandfallError({ code: "LF8009", severity: "error", summary: `The emulator cannot have an account with the e-mail address ${email}: it ${problem}.`, fix: "Give an address that no account of the emulator has." }, "usage");
}

function refuseOtherAccount(managementAccountId: string, options: EmulatorOptions): void {
  if (options.managementAccountId === undefined || options.managementAccountId === managementAccountId) return;
  throw new LandfallError({
    code: "LF8006",
    severity: "error",
    summary: `The emulator's store in ${options.dir ?? "memory"} belongs to management account ${managementAccountId}, not ${options.managementAccountId}.`,
    fix: "Leave the management account out, or name another folder with --dir.",
  });
}

function issueAccessKey(world: MemoryWorld, request: AccessKeyRequest, now: number): AccessKey {
  if (!knownAccountsTable(world).has(request.accountId)) throw new RangeError(`There is no account ${request.accountId}.`);
  return createAccessKey(world, request, now);
}

interface Running {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly faults: Faults;
}

function emulatorOf({ engine, clock, faults }: Running, { managementAccountId, accessKey }: Beginning, standaloneAccounts: readonly StandaloneAccount[]): Emulator {
  const handle = (request: HttpRequest): Promise<HttpResponse> => (isTry(request) ? engine.look((world, now) => answerTry(request, world, now)) : engine.handle(request));
  return {
    managementAccountId,
    credentials: credentialsOf(accessKey),
    standaloneAccounts,
    clock,
    requestHandler: sdkHandler(handle),
    handle,
    issueAccessKey: async (request) => credentialsOf(await engine.change((world, now) => issueAccessKey(world, request, now))),
    addAccount: (account) => engine.change((world, now) => addStandaloneAccount(world, { ...account, createdAt: now })),
    setFaults: (specs) => faults.set(specs),
    calmly: (work) => faults.pausedFor(work),
    tryAction: (question) => engine.look((world, now) => tryAction(world, now, question)),
    calls: () => engine.log.read(),
    close: () => engine.close(),
  };
}

const credentialsOf = ({ accessKeyId, secretAccessKey, sessionToken }: AccessKey): EmulatorCredentials => ({
  accessKeyId,
  secretAccessKey,
  ...(sessionToken === undefined ? {} : { sessionToken }),
});

