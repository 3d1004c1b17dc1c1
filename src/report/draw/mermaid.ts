import type { Box, Picture } from "./box.ts";

const CLASSES = [
  "classDef ou fill:#e8f0fb,stroke:#3b6ea8,color:#12263f",
  "classDef account fill:#f7f7f7,stroke:#8a94a0,color:#12263f",
  "classDef more fill:#ffffff,stroke:#8a94a0,color:#57606a,stroke-dasharray:4 3",
  "classDef added stroke:#1a7f37,stroke-width:3px",
  "classDef changed stroke:#9a6700,stroke-width:3px",
  "classDef moved stroke:#0969da,stroke-width:3px",
  "classDef removed stroke:#cf222e,stroke-width:3px,stroke-dasharray:6 3",
  "classDef dim opacity:0.6",
];

/** A picture for Markdown: a flow chart from the root to the accounts. Source: Mermaid, "Flowcharts", "Entity codes". */
export function pictureMermaid({ title, description, note, root }: Picture): string {
  const statements: string[] = [];
  let next = 0;
  const draw = (box: Box, parent?: string): void => {
    const id = `n${next++}`;
    statements.push(`${id}["${label(box)}"]:::${box.kind === "root" ? "ou" : box.kind}`);
    if (box.mark !== undefined) statements.push(`class ${id} ${box.mark.tone}`);
    if (parent !== undefined) statements.push(`${parent} --- ${id}`);
    for (const child of box.children) draw(child, id);
  };
  draw(root);
  const lines = ["flowchart LR", `accTitle: ${escaped(title)}`, `accDescr: ${escaped([description, note].filter((text) => text !== undefined).join(" "))}`, ...statements, ...CLASSES];
  return `${lines.map((line, index) => (index === 0 ? line : `  ${line}`)).join("\n")}\n`;
}

function label({ kind, name, facts, policies, mark }: Box): string {
  const first = kind === "account" || kind === "more" ? escaped(name) : `<b>${escaped(name)}</b>`;
  const rest = [...facts, ...policies.map((policy) => `[${policy}]`), ...(mark === undefined ? [] : [mark.word])].map((text) => `<small>${escaped(text)}</small>`);
  return [first, ...rest].join("<br/>");
}

/** Everything besides letters, digits and a few marks as its code, so that no name is markup. */
const escaped = (text: string): string => Array.from(text, (character) => (/[\p{L}\p{N} .,:()/_-]/u.test(character) ? character : `#${character.codePointAt(0)};`)).join("");
