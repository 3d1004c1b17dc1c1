import { clean } from "../clean.ts";
import { wrap } from "../layout.ts";
import { glyphs, type Mark, paint, type Style } from "../style.ts";
import type { Box, BoxMark, Picture } from "./box.ts";

const MARKS: Readonly<Record<BoxMark["tone"], Mark>> = { added: "added", changed: "changed", moved: "moved", removed: "removed", dim: "dim" };

/** A picture as lines of text. */
export function pictureText({ title, note, root }: Picture, style: Style): string {
  const end = note === undefined ? [] : ["", ...wrap(note, style.width)];
  return `${[paint(style, "bold", clean(style, title)), "", ...lines(root, "", "", style), ...end].join("\n")}\n`;
}

function lines(box: Box, branch: string, below: string, style: Style): string[] {
  const { branch: middle, lastBranch, trunk, gap } = glyphs(style);
  const policies = box.policies.length === 0 ? [] : [`[${box.policies.join(", ")}]`];
  const plain = [...box.facts, ...policies].map((text) => clean(style, text));
  const name = paint(style, box.kind === "account" ? undefined : box.kind === "more" ? "dim" : "bold", clean(style, box.name));
  const mark = box.mark === undefined ? [] : [paint(style, MARKS[box.mark.tone], box.mark.word)];
  const head = paint(style, "dim", branch) + [name, ...plain, ...mark].join("  ");
  return [
    head,
    ...box.children.flatMap((child, index) => {
      const last = index === box.children.length - 1;
      return lines(child, below + (last ? lastBranch : middle), below + (last ? gap : trunk), style);
    }),
  ];
}
