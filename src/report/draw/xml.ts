const MARKS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Cleaned text inside of an element or an attribute. */
export const xml = (text: string): string => text.replaceAll(/[\uFFFE\uFFFF]/g, "").replaceAll(/[&<>"']/g, (mark) => MARKS[mark] ?? mark);
