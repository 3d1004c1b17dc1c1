import { parseOperator, type PolicyStatement } from "../../policy/index.ts";

/** A value that a condition key may have in a request, and how to tell people of it. */
export interface Sample {
  readonly label: string;
  /** Undefined: the request does not have the key. */
  readonly value: string | readonly string[] | undefined;
}

/** The values of one condition key that are worth asking: every one that statements mention, another, and none. */
export interface Dimension {
  readonly key: string;
  readonly samples: readonly Sample[];
}

const DAY = 86_400_000;

/**
 * The keys that some statements' conditions mention, with their samples, by name in small letters.
 * `fill` turns a value with policy variables into one that a request can have.
 */
export function dimensionsOf(statements: readonly PolicyStatement[], fill: (text: string) => string): ReadonlyMap<string, Dimension> {
  const found = new Map<string, { key: string; samples: Map<string, Sample> }>();
  for (const { Condition = {} } of statements) {
    for (const [name, keys] of Object.entries(Condition)) {
      const use = parseOperator(name);
      for (const [key, values] of Object.entries(keys)) {
        const dimension = found.get(key.toLowerCase()) ?? { key, samples: new Map<string, Sample>() };
        found.set(key.toLowerCase(), dimension);
        const mentioned = [values].flat().map(String).flatMap((value) => samplesOf(use?.operator.family ?? "string", value, fill));
        for (const sample of mentioned) if (!dimension.samples.has(sample.label)) dimension.samples.set(sample.label, sample);
        const [first] = mentioned;
        if (use?.qualifier !== undefined && typeof first?.value === "string") {
          dimension.samples.set("several", { label: `${first.label} and another`, value: [first.value, OTHER] });
        }
      }
    }
  }
  return new Map(Array.from(found, ([name, { key, samples }]) => [name, { key, samples: withOthers([...samples.values()]) }]));
}

/** A value that no policy mentions. */
const OTHER = "something-else";
const ANOTHER: Sample = { label: "another value", value: OTHER };
const ABSENT: Sample = { label: "absent", value: undefined };

function withOthers(mentioned: readonly Sample[]): Sample[] {
  const values = new Set(mentioned.map(({ value }) => value));
  const isTold = values.has("true") || values.has("false");
  return [...mentioned, ...(isTold ? [] : [ANOTHER]), ABSENT];
}

function samplesOf(family: string, value: string, fill: (text: string) => string): Sample[] {
  switch (family) {
    case "boolean":
      return [{ label: "true", value: "true" }, { label: "false", value: "false" }];
    case "null":
      return [];
    case "numeric": {
      const number = Number(value);
      return Number.isNaN(number) ? [] : [-1, 0, 1].map((step) => ({ label: String(number + step), value: String(number + step) }));
    }
    case "date": {
      const time = Date.parse(value);
      return Number.isNaN(time) ? [] : [-DAY, 0, DAY].map((step) => sample(new Date(time + step).toISOString()));
    }
    case "ip":
      return [{ label: value, value: value.split("/", 1)[0] ?? value }, sample(value.includes(":") ? "2001:db8:ffff::1" : "203.0.113.77")];
    default:
      return [{ label: value, value: plain(fill(value)) }];
  }
}

const sample = (value: string): Sample => ({ label: value, value });

/** A text that a pattern matches; no policy names what stands for its wildcards. */
export const plain = (pattern: string): string => pattern.replaceAll("*", "any").replaceAll("?", "x");
