import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

/** Bytes; an organization of thousands of accounts needs a few million. */
export const MAX_FILE_BYTES = 16_000_000;

export type RefusedFile = { readonly kind: "large" } | { readonly kind: "unreadable"; readonly reason: string };

/**
 * Reads a file that is a file: a pipe or a device would be waited for without end. The kind is asked of what was opened,
 * so that nothing can take its place in between. Never throws.
 */
export function readRegularFile(path: string, maxBytes = MAX_FILE_BYTES): Buffer | RefusedFile {
  let descriptor: number | undefined;
  try {
    // Opening a pipe waits for its other end without this flag, which Windows does not have.
    const flag = (constants as Partial<typeof constants>).O_NONBLOCK ?? 0;
    descriptor = openSync(path, constants.O_RDONLY | flag);
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) return { kind: "unreadable", reason: "is a folder" };
    if (!stat.isFile()) return { kind: "unreadable", reason: "is not a regular file" };
    if (stat.size > maxBytes) return { kind: "large" };
    return readAll(descriptor, maxBytes) ?? { kind: "large" };
  } catch (error) {
    return { kind: "unreadable", reason: REASONS[(error as NodeJS.ErrnoException).code ?? ""] ?? "cannot be read" };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Up to the limit and no further: files of the system may be larger than they say. */
function readAll(descriptor: number, maxBytes: number): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let size = 0; size <= maxBytes; ) {
    const chunk = Buffer.alloc(65_536);
    const read = readSync(descriptor, chunk);
    if (read === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, read));
    size += read;
  }
  return undefined;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "does not exist",
  ENOTDIR: "does not exist",
  EISDIR: "is a folder",
  EACCES: "may not be read",
  EPERM: "may not be read",
  // A socket, or a device without its driver.
  ENXIO: "is not a regular file",
};

/** "16 MB" */
export const MAX_FILE_WORDS = `${MAX_FILE_BYTES / 1_000_000} MB`;
