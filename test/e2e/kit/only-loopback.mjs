// Loaded into the program before it starts: every connection that would leave the machine is refused and told.
import dns from "node:dns";
import net from "node:net";

const isLoopback = (host) => host === undefined || host === "localhost" || host === "::1" || host.startsWith("127.");

function refuse(host) {
  process.stderr.write(`\nLEFT THE MACHINE: ${host}\n`);
  process.exit(99);
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const host = typeof first === "object" ? first.host : typeof second === "string" ? second : undefined;
  const isPipe = typeof first === "object" ? typeof first.path === "string" : typeof first === "string" && Number.isNaN(Number(first));
  if (!isPipe && !isLoopback(host)) refuse(host);
  return connect.apply(this, args);
};

for (const [names, name] of [[dns, "lookup"], [dns.promises, "lookup"]]) {
  const lookup = names[name];
  names[name] = (host, ...rest) => (isLoopback(host) ? lookup(host, ...rest) : refuse(host));
}
