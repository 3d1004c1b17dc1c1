import { displayWidth, type Screen } from "../../../../src/report/index.ts";

/** A terminal as far as live progress needs one: it keeps what was written as a person would see it. */
export interface FakeTerminal extends Screen {
  columns: number;
  rows: number;
  /** All lines, those scrolled out of sight first. */
  readonly lines: () => string[];
  readonly isCursorShown: () => boolean;
  /** How often something was written. */
  readonly writes: () => number;
}

// eslint-disable-next-line no-control-regex -- this reads what a terminal obeys
const SEQUENCE = /\u001B\[(\??)(\d*)([A-Za-z])/y;

export function fakeTerminal(columns: number, rows: number): FakeTerminal {
  const lines: string[] = [""];
  let row = 0;
  let column = 0;
  let isCursorShown = true;
  let writes = 0;

  const put = (character: string): void => {
    const line = Array.from(lines[row] ?? "");
    while (line.length < column) line.push(" ");
    line[column] = character;
    lines[row] = line.join("");
    column += 1;
  };
  const obey = (isPrivate: boolean, number: string, letter: string): void => {
    const amount = number === "" ? 1 : Number(number);
    if (isPrivate && amount === 25) isCursorShown = letter === "h";
    else if (letter === "A") row = Math.max(0, lines.length - terminal.rows, row - amount);
    else if (letter === "K") lines[row] = Array.from(lines[row] ?? "").slice(0, column).join("");
    else if (letter === "J") {
      lines[row] = Array.from(lines[row] ?? "").slice(0, column).join("");
      lines.length = row + 1;
    } else if (letter !== "m") throw new RangeError(`the terminal does not know ${letter}`);
  };

  const terminal: FakeTerminal = {
    columns,
    rows,
    lines: () => lines.map((line) => line.trimEnd()),
    isCursorShown: () => isCursorShown,
    writes: () => writes,
    write(text) {
      writes += 1;
      for (let at = 0; at < text.length; ) {
        SEQUENCE.lastIndex = at;
        const sequence = SEQUENCE.exec(text);
        const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
        at += sequence === null ? character.length : sequence[0].length;
        if (sequence !== null) obey(sequence[1] === "?", sequence[2] ?? "", sequence[3] ?? "");
        else if (character === "\r") column = 0;
        else if (character === "\n") {
          row += 1;
          column = 0;
          lines[row] ??= "";
        } else put(character);
      }
      const wide = lines.find((line) => displayWidth(line) >= terminal.columns);
      if (wide !== undefined) throw new RangeError(`a line fills the terminal and would wrap: ${wide}`);
    },
  };
  return terminal;
}
