const LARGEST = 2 ** 32;

/** What stands for an address: 32 bits. */
export const addressHash = (address: string): number => mixed(address, 0x9e3779b1);

/** What stands for a content: 24 bits, never 0, which stands for no content. */
export const contentHash = (content: string | undefined): number => (content === undefined ? 0 : (mixed(content, 0x85ebca6b) >>> 8) || 1);

/** Numbers that are far apart for texts that are alike. It keeps nothing secret and stops no forger; nothing rests on either. */
function mixed(text: string, seed: number): number {
  let hash = seed ^ text.length;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** In which of so many parts of equal width a hash falls. */
export const partOf = (hash: number, parts: number): number => Math.floor((hash / LARGEST) * parts);
