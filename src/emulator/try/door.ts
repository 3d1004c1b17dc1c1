import { LandfallError } from "../../diagnostics/index.ts";
import { AwsError } from "../aws-error.ts";
import { keyFor } from "../credentials.ts";
import { encodeText, type HttpRequest, type HttpResponse } from "../http-message.ts";
import { awsJson1_1, type Endpoint } from "../protocols/index.ts";
import { verifySignature } from "../signature.ts";
import type { World } from "../world.ts";
import type { TryQuestion } from "./question.ts";
import { tryAction } from "./try-action.ts";

/** What no service of AWS is called. */
export const TRY_TARGET = "LandfallEmulator.Try";
export const TRY_SERVICE = "landfall";

const ENDPOINT: Endpoint = { id: TRY_SERVICE, signingName: TRY_SERVICE, iamPrefix: TRY_SERVICE, protocol: awsJson1_1, load: async () => ({}) };

export const isTry = ({ headers }: HttpRequest): boolean => headers["x-amz-target"] === TRY_TARGET;

/** Answers a question over HTTP, signed with any key of the embedded AWS: whoever has one may read all of it anyway. */
export async function answerTry(request: HttpRequest, world: World, now: number): Promise<HttpResponse> {
  try {
    await verifySignature(request, { endpoint: ENDPOINT, keyOf: (id, token) => keyFor(world, id, token), wallNow: Date.now(), now });
    return answer(200, tryAction(world, now, questionIn(request)));
  } catch (error) {
    if (error instanceof LandfallError) return answer(400, { diagnostics: error.diagnostics });
    if (error instanceof AwsError) return awsJson1_1.writeError(error, "00000000-0000-0000-0000-000000000000");
    throw error;
  }
}

const isText = (value: unknown): boolean => typeof value === "string";
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
const perhaps = (test: (value: unknown) => boolean) => (value: unknown): boolean => value === undefined || test(value);

/** What each member of a question has to be. An action with wildcards is none. */
const MEMBERS: Readonly<Record<keyof TryQuestion, (value: unknown) => boolean>> = {
  account: isText,
  as: isText,
  action: (value) => typeof value === "string" && /^[\w-]+:\w+$/.test(value),
  resource: perhaps(isText),
  example: perhaps(isText),
  owner: perhaps(isText),
  region: perhaps(isText),
  context: perhaps((value) => isRecord(value) && Object.values(value).every(isTexts)),
  mayHave: perhaps(isTexts),
};

function questionIn({ body }: HttpRequest): TryQuestion {
  const given = parsed(new TextDecoder().decode(body));
  if (!isRecord(given)) throw new AwsError("SerializationException", "A question is a JSON object.");
  const wrong = Object.entries(MEMBERS).find(([member, isRight]) => !isRight(given[member]));
  if (wrong !== undefined) throw new AwsError("SerializationException", `A question has no such ${wrong[0]}.`);
  return given as unknown as TryQuestion;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const answer = (status: number, value: object): HttpResponse => ({ status, headers: { "content-type": "application/json" }, body: encodeText(JSON.stringify(value)) });
