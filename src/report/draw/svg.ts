import type { Picture } from "./box.ts";
import { HEAD, LINE_HEIGHT, MARGIN, PADDING, place, type PlacedBox } from "./place.ts";
import { xml } from "../xml.ts";

/** Colors once for light and once for dark pages; nothing is loaded from elsewhere. */
const LOOK = `
  svg { font: 13px ui-sans-serif, system-ui, "Segoe UI", "Noto Sans", sans-serif; background: #ffffff }
  text { fill: #1c2733 } .title { font-size: 18px; font-weight: 600 } .name { font-weight: 600 } .account .name { font-weight: 400 }
  .quiet, .fact { fill: #57606a } .policy { fill: #3b4a9c }
  rect { stroke-width: 1.2; rx: 6 } .edge { fill: none; stroke: #a6b0bb; stroke-width: 1.2 }
  .root rect, .ou rect { fill: #e8f0fb; stroke: #3b6ea8 } .account rect { fill: #f7f7f7; stroke: #8a94a0 } .more rect { fill: none; stroke: #8a94a0; stroke-dasharray: 4 3 }
  .added rect { stroke: #1a7f37; stroke-width: 2.5 } .changed rect { stroke: #9a6700; stroke-width: 2.5 } .moved rect { stroke: #0969da; stroke-width: 2.5 } .removed rect { stroke: #cf222e; stroke-width: 2.5; stroke-dasharray: 6 3 }
  .added .mark { fill: #1a7f37 } .changed .mark { fill: #9a6700 } .moved .mark { fill: #0969da } .removed .mark { fill: #cf222e } .dim { opacity: .55 }
  @media (prefers-color-scheme: dark) {
    svg { background: #0d1117 } text { fill: #e6edf3 } .quiet, .fact { fill: #9da7b3 } .policy { fill: #aab6ff } .edge { stroke: #4b5563 }
    .root rect, .ou rect { fill: #14263d; stroke: #6ea8e6 } .account rect { fill: #161b22; stroke: #6e7781 } .more rect { stroke: #6e7781 }
    .added rect { stroke: #3fb950 } .changed rect { stroke: #d29922 } .moved rect { stroke: #58a6ff } .removed rect { stroke: #f85149 }
    .added .mark { fill: #3fb950 } .changed .mark { fill: #d29922 } .moved .mark { fill: #58a6ff } .removed .mark { fill: #f85149 }
  }`;

/** A picture as one file that stands alone: title and description for those who listen, light and dark. */
export function pictureSvg(picture: Picture): string {
  const { title, description, note } = picture;
  const { width, height, boxes } = place(picture);
  const wide = Math.max(width, MARGIN * 2 + title.length * 10, MARGIN * 2 + description.length * 7);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(wide)} ${round(height)}" width="${round(wide)}" height="${round(height)}" role="img" aria-describedby="description">`,
    `<title>${xml(title)}</title>`,
    `<desc id="description">${xml([description, note].filter((text) => text !== undefined).join(" "))}</desc>`,
    `<style>${LOOK}\n</style>`,
    `<text class="title" x="${MARGIN}" y="${HEAD - 32}">${xml(title)}</text>`,
    `<text class="quiet" x="${MARGIN}" y="${HEAD - 14}">${xml(description)}</text>`,
    ...boxes.flatMap((box) => (box.parent === undefined ? [] : [edge(box, box.parent)])),
    ...boxes.map(drawn),
    ...(note === undefined ? [] : [`<text class="quiet" x="${MARGIN}" y="${round(height - MARGIN)}">${xml(note)}</text>`]),
    "</svg>",
    "",
  ].join("\n");
}

function drawn({ box, lines, x, y, width, height }: PlacedBox): string {
  const classes = [box.kind, ...(box.mark === undefined ? [] : [box.mark.tone])].join(" ");
  const texts = lines.map(({ text, role }, index) => `<text class="${role}" x="${round(x + PADDING)}" y="${round(y + PADDING / 2 + LINE_HEIGHT * (index + 1) - 4)}">${xml(text)}</text>`);
  return `<g class="${classes}"><rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"/>${texts.join("")}</g>`;
}

function edge(to: PlacedBox, from: PlacedBox): string {
  const [x1, y1, x2, y2] = [from.x + from.width, from.y + from.height / 2, to.x, to.y + to.height / 2].map(round);
  const middle = round((Number(x1) + Number(x2)) / 2);
  return `<path class="edge" d="M${x1} ${y1}H${middle}V${y2}H${x2}"/>`;
}

const round = (number: number): number => Math.round(number * 10) / 10;
