export { createServer, type Denial, type InktapeServer, type Knock, type ServerOptions } from "./create-server.js";
export { sqliteStore, type SqliteStoreOptions } from "./sqlite/store.js";
