export { memory, type MemoryOptions } from "./memory.js";
export { memoryStore } from "../../room/memory-store.js";
