import { isRead } from "./is-read.ts";

/** A view of an SDK client on which each distinct read is made once; calls that change something are always made. */
export function withMemory<C extends object>(client: C, memory: Map<string, Promise<unknown>>): C {
  return new Proxy(client, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      const call = member.bind(target) as (input: unknown) => Promise<unknown>;
      if (typeof name !== "string" || !isRead(name)) return call;
      return (input: unknown) => {
        const key = `${name} ${JSON.stringify(input)}`;
        let answer = memory.get(key);
        if (answer === undefined) memory.set(key, (answer = call(input)));
        return answer;
      };
    },
  });
}
