import { styleText } from "node:util";

/** How a screen is drawn. The caller decides; nothing here looks at the terminal or the environment. */
export interface Style {
  /** Columns a line may take. */
  readonly width: number;
  readonly color: boolean;
  /** Whether rules, arrows and branches may be drawn with characters beyond ASCII. */
  readonly unicode: boolean;
}

/** What a piece of text means. Color only repeats what a word or a symbol says already. */
export type Mark = "added" | "removed" | "changed" | "moved" | "danger" | "dim" | "bold" | "error" | "warning";

type Format = Parameters<typeof styleText>[0];

const FORMATS: Readonly<Record<Mark, Format>> = {
  added: "green",
  removed: "red",
  changed: "yellow",
  moved: "cyan",
  danger: ["bold", "red"],
  dim: "dim",
  bold: "bold",
  error: ["bold", "red"],
  warning: ["bold", "yellow"],
};

/** The text as its meaning looks, or as it is when the style has no color. */
export function paint(style: Style, mark: Mark | undefined, text: string): string {
  if (mark === undefined || !style.color || text === "") return text;
  return styleText(FORMATS[mark], text, { validateStream: false });
}

/** The characters a screen is drawn with. */
export interface Glyphs {
  readonly rule: string;
  readonly arrow: string;
  readonly ellipsis: string;
  readonly newline: string;
  readonly branch: string;
  readonly lastBranch: string;
  readonly trunk: string;
  readonly gap: string;
}

const UNICODE: Glyphs = {
  rule: "│", arrow: "→", ellipsis: "…", newline: "␤", branch: "├─ ", lastBranch: "└─ ", trunk: "│  ", gap: "   ",
};
const ASCII: Glyphs = {
  rule: "|", arrow: "->", ellipsis: "...", newline: " ", branch: "|- ", lastBranch: "`- ", trunk: "|  ", gap: "   ",
};

export const glyphs = (style: Style): Glyphs => (style.unicode ? UNICODE : ASCII);
