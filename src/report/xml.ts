const MARKS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Cleaned text inside of an element or of an attribute in double quotes; what XML cannot hold is taken out. */
export const xml = (text: string): string => text.replaceAll(/[\uFFFE\uFFFF]/g, "").replaceAll(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);
