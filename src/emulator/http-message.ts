/** A request as the emulator reads it, however it came. */
export interface HttpRequest {
  readonly method: string;
  /** The path as sent, still encoded. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[] | null>>;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The connection breaks instead of carrying this answer. */
  readonly isCut?: true;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

export const encodeText = (text: string): Uint8Array => encoder.encode(text);

/** The body as text; undefined when it is not UTF-8. */
export function decodeText(body: Uint8Array): string | undefined {
  try {
    return decoder.decode(body);
  } catch {
    return undefined;
  }
}
