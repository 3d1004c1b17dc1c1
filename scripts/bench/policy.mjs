// The policy evaluator: how many decisions a second, how many bytes each, how long policies take to compile.
import { load } from "../load.mjs";
import { bytesOf, rateOf, secondsOf } from "./measure.mjs";
import { chain, organization, plainRequestOf, requestOf } from "./policy-scenario.mjs";
import { catalogRow } from "./policy-catalog.mjs";
import { cedarRows } from "./policy-cedar.mjs";
import { iamSimulateRow } from "./policy-iam-simulate.mjs";

export const policyBench = { name: "policy", title: "The policy evaluator, by one thread's processor time", measure };

async function measure() {
  const policy = await load('export * from "./src/policy/index.ts";', "bench-policy");
  const { compileChain, decide, explain, requestFrom } = policy;
  const compiled = compileChain(chain);
  const prepared = Array.from({ length: 1000 }, (_, index) => requestOf(index));
  const { outcome } = decide(compiled, prepared[0]);
  if (outcome !== "allowed") throw new RangeError(`the scenario is ${outcome}, not allowed`);
  return [
    rate("decide, request object built each time", 400_000, (index) => decide(compiled, requestOf(index))),
    rate("decide, request objects made before", undefined, (index) => decide(compiled, prepared[index % 1000])),
    rate("decide, principal as text, keys derived", 400_000, (index) => decide(compiled, requestFrom(plainRequestOf(index)))),
    rate("explain, request object built each time", 50_000, (index) => explain(compiled, requestOf(index))),
    { case: "allocated by one decision", value: bytesOf((index) => decide(compiled, prepared[index % 1000])), unit: "bytes", reach: 200, atMost: true },
    compileRow(compileChain, decide),
    await catalogRow(policy),
    ...(await cedarRows()),
    iamSimulateRow(),
  ];
}

function rate(name, reach, step) {
  const { wall, processor } = rateOf(step);
  return { case: name, value: processor, unit: "/s", ...(reach === undefined ? {} : { reach }), note: `${Math.round(wall).toLocaleString("en-US")} by the clock` };
}

/** The first decision is counted in, because a chain sorts its statements by action only then. */
function compileRow(compileChain, decide) {
  const request = requestOf(0);
  const { wall, processor } = secondsOf(
    () => organization(1000),
    (chains) => chains.forEach((one) => decide(compileChain(one), request)),
  );
  return { case: "compile 1,000 accounts, 60 SCPs", value: processor, unit: "s", reach: 0.5, atMost: true, note: `${wall.toFixed(2)} by the clock; with 3,000 policies of their own and the first decision of each` };
}
