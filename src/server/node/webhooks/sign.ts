import { createHmac } from "node:crypto";
import { InktapeError } from "../../../signal/errors.js";

const PREFIX = "whsec_";
/** Standard Webhooks: a secret has 24 to 64 bytes. */
const SECRET_BYTES = { least: 24, most: 64 };

/** The key that a secret is: base64, with `whsec_` in front or not. Throws `bad-argument` for what is no such secret. */
export function webhookKey(secret: string): Buffer {
  const text = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret;
  const key = Buffer.from(text, "base64");
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(text);
  if (isBase64 && key.length >= SECRET_BYTES.least && key.length <= SECRET_BYTES.most) return key;
  throw new InktapeError(
    "bad-argument",
    `The secret of a webhook is ${SECRET_BYTES.least} to ${SECRET_BYTES.most} random bytes in base64, as from "openssl rand -base64 32".`,
  );
}

/**
 * The headers by which who is told knows that it was us, as https://www.standardwebhooks.com says (version 1, symmetric).
 *
 * @param id the message's own, the same each time it is sent.
 * @param seconds when it is sent, since 1970.
 */
export function signed(key: Buffer, id: string, seconds: number, body: string): Record<string, string> {
  const signature = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": String(seconds), "webhook-signature": `v1,${signature}` };
}
