/** A piece of a text. Offsets count UTF-16 units from 0; lines and columns count from 1; the end is exclusive. */
export interface TextSpan {
  readonly offset: number;
  readonly endOffset: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Turns offsets of one text into spans; the lines are found once. */
export function spanFinder(text: string): (offset: number, endOffset: number) => TextSpan {
  const lineStarts = [0];
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === "\n" || (character === "\r" && text[i + 1] !== "\n")) lineStarts.push(i + 1);
  }
  const find = (offset: number) => {
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
  };
  return (offset, endOffset) => {
    const start = find(offset);
    const end = find(endOffset);
    return { offset, endOffset, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  };
}
