import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type PolicyCase, readPolicyCase } from "../../src/policy/index.ts";

const FOLDER = import.meta.dirname;

export const corpusFiles = (): string[] => readdirSync(FOLDER).filter((file) => file.endsWith(".jsonl")).sort();

export const casesOf = (file: string): PolicyCase[] =>
  readFileSync(path.join(FOLDER, file), "utf8").split("\n").filter((line) => line !== "").map(readPolicyCase);
