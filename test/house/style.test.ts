import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filesBelow, isTest, productFiles, readProjectFile, ROOT } from "./source-files.ts";
import { britishWords, emptyWords, machinePaths, plainErrors, printing } from "./style-rules.ts";

const MOST_LINES = 400;
const MOST_TEST_LINES = 500;
const MOST_ROOT_ENTRIES = 22;

const all = filesBelow();
const code = all.filter((file) => /\.(ts|tsx|mjs)$/.test(file));
const lines = new Map(code.map((file) => [file, readProjectFile(file).split("\n").length - 1]));
/** Everything a person wrote; the lock file is npm's, and the words of the catalog of actions are AWS's. */
const texts = all.filter((file) => file !== "package-lock.json" && file !== "src/policy/catalog/table.json" && !/\.(png|svg|ico|gz)$/.test(file));

describe("the style of the house", () => {
  it("keeps files short", () => {
    const isOfTests = (file: string): boolean => isTest(file) || /^(test|scripts)\//.test(file);
    const long = [...lines].filter(([file, count]) => count > (isOfTests(file) ? MOST_TEST_LINES : MOST_LINES));
    expect(long.map(([file, count]) => `${file}: ${count} lines`)).toEqual([]);
  });

  it("keeps nineteen files of twenty under 300 lines", () => {
    const counts = productFiles().map((file) => lines.get(file) ?? 0).sort((a, b) => a - b);
    expect(counts[Math.floor(counts.length * 0.95)]).toBeLessThan(300);
  });

  it("keeps the root of the repository small", () => {
    const ignored = readProjectFile(".gitignore").split("\n").map((line) => line.replace("/", ""));
    const entries = readdirSync(ROOT).filter((name) => name !== ".git" && !ignored.includes(name) && !name.endsWith(".tgz"));
    expect(entries.length, entries.join(" ")).toBeLessThanOrEqual(MOST_ROOT_ENTRIES);
  });

  it("names files by what is in them", () => {
    expect(all.flatMap((file) => emptyWords(file).map((word) => `${file}: ${word}`))).toEqual([]);
  });

  it("lets only cli and console speak", () => {
    const silent = productFiles().filter((file) => !/^src\/(cli|console)\//.test(file));
    expect(silent.flatMap((file) => printing(file))).toEqual([]);
  });

  it("throws coded errors, and TypeError or RangeError for defects", () => {
    expect(productFiles().flatMap((file) => plainErrors(file))).toEqual([]);
  });

  it("knows no path of a machine", () => {
    expect(texts.flatMap((file) => machinePaths(file))).toEqual([]);
  });

  it("spells as Americans do", () => {
    const spoken = texts.filter((file) => /^(src|docs|examples|scripts)\/|^[A-Z]+\.md$/.test(file));
    expect(spoken.flatMap((file) => britishWords(file))).toEqual([]);
  });
});

describe("the check of the style", () => {
  it("sees empty words in a name, and not in a word that contains one", () => {
    expect(emptyWords("src/plan/string-utils.ts")).toEqual(["utils"]);
    expect(emptyWords("src/plan/uncommon-managers.ts")).toEqual([]);
  });

  it("sees printing in code, and not in text", () => {
    expect(printing("a.ts", 'console.log("a");\nprocess.stdout.write("b");')).toEqual(["a.ts:1 console.log", "a.ts:2 process.stdout"]);
    expect(printing("a.ts", 'const a = "console.log(1)"; // process.stdout')).toEqual([]);
  });

  it("sees plain errors, and not coded ones", () => {
    expect(plainErrors("a.ts", 'throw new Error("a");\nthrow new TypeError("b");\nthrow new LandfallError(c);')).toEqual(["a.ts:1 throws a plain Error"]);
  });

  it("sees the paths of a machine, and not those of a URL or an address", () => {
    const project = ["", "work", "ann", "project"].join("/");
    expect(machinePaths("a.md", `see ${project}, then`)).toEqual([`a.md:1 ${project},`]);
    expect(machinePaths("a.md", "https://example.com/work/ann/ and ou:Work/root/x and ./work/x")).toEqual([]);
  });

  it("sees British words, whatever their case and form", () => {
    const word = ["Organ", "isations"].join("");
    expect(britishWords("a.md", `The ${word} of the data.\nThe organizations.\nIt synthesizes; an analysis and synthesis.`)).toEqual([`a.md:1 ${word}`]);
  });
});
