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

/** Whoever can sign is taken to ask as landfall does; only what cannot be a question is refused. */
function questionIn({ body }: HttpRequest): TryQuestion {
  const given = parsed(new TextDecoder().decode(body)) as Partial<Record<keyof TryQuestion, unknown>> | undefined;
  const [account, as, action] = [given?.account, given?.as, given?.action];
  if (typeof account !== "string" || typeof as !== "string" || typeof action !== "string") throw new AwsError("SerializationException", "A question has an account, a principal and an action.");
  return given as TryQuestion;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const answer = (status: number, value: object): HttpResponse => ({ status, headers: { "content-type": "application/json" }, body: encodeText(JSON.stringify(value)) });
