import { walk } from "./code-walk.ts";
import { readProjectFile } from "./source-files.ts";

const FORBIDDEN_WORDS = ["util", "utils", "helper", "helpers", "common", "manager", "operate"];

/** Words in the name of a file or of a folder on its way that say nothing about what is in it. */
export const emptyWords = (file: string): string[] => file.split(/[^A-Za-z]+/).filter((word) => FORBIDDEN_WORDS.includes(word.toLowerCase()));

/** Places where code speaks to the terminal. */
export const printing = (file: string, text?: string): string[] =>
  walk(file, (report) => ({
    MemberExpression(node) {
      if (node.object.type !== "Identifier") return;
      const property = node.property.type === "Identifier" ? node.property.name : "";
      if (node.object.name === "console") report(node, `console.${property}`);
      if (node.object.name === "process" && /^std(out|err)$/.test(property)) report(node, `process.${property}`);
    },
  }), text);

/** Errors thrown without a code, and without saying that they are a defect of the program (TypeError, RangeError). */
export const plainErrors = (file: string, text?: string): string[] =>
  walk(file, (report) => ({
    ThrowStatement(node) {
      const { argument } = node;
      const isPlain = (argument.type === "NewExpression" || argument.type === "CallExpression") && argument.callee.type === "Identifier" && argument.callee.name === "Error";
      if (isPlain) report(node, "throws a plain Error");
    },
  }), text);

/** Absolute paths of the machines this was written on, in any text. */
const MACHINE_PATH = /(?:^|[^A-Za-z0-9.@])(\/(?:work|root|farm|tmp\/bash_jobs)\/[^\s"'`)]*)/;

export const machinePaths = (file: string, text = readProjectFile(file)): string[] => matching(file, text, MACHINE_PATH);

/** British forms that slip in; the American one is meant everywhere. */
const BRITISH = /\b((?:re|dis|un)?(?:organis|authoris|recognis|normalis|serialis|synthesis(?=e|ing)|initialis|customis|summaris|minimis|maximis|optimis|utilis|analys(?=ed?\b|ing))\w*|\w*colour\w*|\w*behaviour\w*|favour\w*|neighbour\w*|honour\w*|licence\w*|defence|centre\w*|catalogue\w*|labell\w+|modell\w+|travell\w+|fulfil|artefact\w*|grey|whilst|programme)\b/i;
/** The folder of public test data, and a file that packages carry, are named so by others. */
const OTHERS_NAMES = /shared\/data\/organisations|"LICENCE"/g;

export const britishWords = (file: string, text = readProjectFile(file)): string[] => matching(file, text.replaceAll(OTHERS_NAMES, ""), BRITISH);

const matching = (file: string, text: string, pattern: RegExp): string[] =>
  text.split("\n").flatMap((line, index) => {
    const found = pattern.exec(line)?.[1];
    return found === undefined ? [] : [`${file}:${index + 1} ${found}`];
  });
