export { createToken, type TokenOptions } from "../tokens/create-token.js";
export type { TokenTrust } from "../tokens/token-verifier.js";
export type { AnswerKnock, Denial, Knock } from "./access.js";
export { createServer, type InktapeServer } from "./create-server.js";
export type { Tls } from "./http-server.js";
export type { ServerLimits } from "./limits.js";
export type { ServerOptions } from "./server-options.js";
export { sqliteStore, type SqliteStoreOptions } from "./sqlite/store.js";
export type { LogFields, Logger, ServerLog } from "./watch/log.js";
