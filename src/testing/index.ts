export { Caller } from "./caller.js";
export type { StoreUnderTest } from "./room-log/log-bench.js";
export { roomLogContract } from "./room-log/room-log-contract.js";
export { transportContract, type TransportUnderTest } from "./transport-contract.js";
