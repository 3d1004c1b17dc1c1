export { compileChain, type CompiledChain } from "./chain.ts";
export { type CompiledPolicy, compilePolicy } from "./policy.ts";
export { decide } from "./decide.ts";
export { explain } from "./explain.ts";
