export { createToken, type TokenOptions } from "../tokens/create-token.js";
export type { TokenTrust } from "../tokens/token-verifier.js";
export type { AnswerKnock, Denial, Knock, MayAdminister } from "./access.js";
export { createServer, type InktapeServer, type ServerOptions } from "./create-server.js";
export type { Retention } from "./retention.js";
export type { Webhook, WebhookEvent } from "./webhooks/webhooks.js";
export type { ServerLimits } from "./limits.js";
export { sqliteStore, type SqliteStore, type SqliteStoreOptions } from "./sqlite/store.js";
