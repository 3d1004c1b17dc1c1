import type { Box, Picture } from "./box.ts";
import { place, type PlacedBox } from "./place.ts";
import { xml } from "../xml.ts";

const SHAPES: Readonly<Record<Box["kind"], string>> = {
  root: "rounded=1;fillColor=#E8F0FB;strokeColor=#3B6EA8;fontStyle=1;",
  ou: "rounded=1;fillColor=#E8F0FB;strokeColor=#3B6EA8;",
  account: "rounded=1;fillColor=#F7F7F7;strokeColor=#8A94A0;",
  more: "rounded=1;fillColor=none;strokeColor=#8A94A0;dashed=1;",
};
const TONES = { added: "strokeColor=#1A7F37;strokeWidth=3;", changed: "strokeColor=#9A6700;strokeWidth=3;", moved: "strokeColor=#0969DA;strokeWidth=3;", removed: "strokeColor=#CF222E;strokeWidth=3;dashed=1;", dim: "opacity=50;" };

/** A picture that diagrams.net opens and in which each box can be moved with its lines. */
export function pictureDrawio(picture: Picture): string {
  const { boxes, width, height } = place(picture);
  const ids = new Map(boxes.map(({ box }, index) => [box, `b${index}`]));
  const idOf = ({ box }: PlacedBox): string => ids.get(box) ?? "";
  const description = [picture.description, picture.note].filter((text) => text !== undefined).join(" ");
  return [
    '<mxfile host="landfall" type="device">',
    `  <diagram id="organization" name="${xml(picture.title)}">`,
    `    <mxGraphModel grid="1" gridSize="10" page="1" pageWidth="${Math.ceil(width)}" pageHeight="${Math.ceil(height)}">`,
    "      <root>",
    '        <mxCell id="0"/>',
    '        <mxCell id="1" parent="0"/>',
    `        <mxCell id="title" value="${xml(`<b>${xml(picture.title)}</b><br>${xml(description)}`)}" style="text;html=1;align=left;" vertex="1" parent="1"><mxGeometry x="24" y="10" width="${Math.ceil(width) - 48}" height="40" as="geometry"/></mxCell>`,
    ...boxes.map((placed) => vertex(placed, idOf(placed))),
    ...boxes.flatMap((placed) => (placed.parent === undefined ? [] : [edge(idOf(placed), idOf(placed.parent))])),
    "      </root>",
    "    </mxGraphModel>",
    "  </diagram>",
    "</mxfile>",
    "",
  ].join("\n");
}

/** A label is HTML inside of XML, so text from outside is escaped twice. */
function vertex({ box, lines, x, y, width, height }: PlacedBox, id: string): string {
  const label = lines.map(({ text, role }) => (role === "name" ? (box.kind === "account" ? xml(text) : `<b>${xml(text)}</b>`) : `<font color="#57606A">${xml(text)}</font>`)).join("<br>");
  const style = `html=1;whiteSpace=wrap;align=left;spacingLeft=8;arcSize=8;${SHAPES[box.kind]}${box.mark === undefined ? "" : TONES[box.mark.tone]}`;
  return `        <mxCell id="${id}" value="${xml(label)}" style="${style}" vertex="1" parent="1"><mxGeometry x="${Math.round(x)}" y="${Math.round(y)}" width="${Math.round(width)}" height="${Math.round(height)}" as="geometry"/></mxCell>`;
}

const edge = (to: string, from: string): string =>
  `        <mxCell id="e-${to}" style="edgeStyle=orthogonalEdgeStyle;rounded=0;html=1;endArrow=none;strokeColor=#A6B0BB;exitX=1;exitY=0.5;entryX=0;entryY=0.5;" edge="1" parent="1" source="${from}" target="${to}"><mxGeometry relative="1" as="geometry"/></mxCell>`;
