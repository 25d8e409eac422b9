export { Caller } from "./caller.js";
export { roomLogContract, type StoreUnderTest } from "./room-log-contract.js";
export { transportContract, type TransportUnderTest } from "./transport-contract.js";
