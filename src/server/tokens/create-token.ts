import { SignJWT } from "jose";
import { InktapeError } from "../../signal/errors.js";
import { claimsSchema, type Claims } from "./claims.js";
import { secretKey } from "./secret-key.js";

/** What a token is made of. */
export interface TokenOptions extends Partial<Omit<Claims, "room" | "exp">> {
  /** The secret that the server was started with; at least 32 bytes. Keep it on your own server. */
  readonly secret: string;
  /** The room, or a pattern of rooms in which `*` stands for any letters. */
  readonly room: string;
  /** For how many seconds it is good. Default one hour. */
  readonly expiresIn?: number | undefined;
  /** From when on, milliseconds since 1970. Default the machine's time. */
  readonly now?: number | undefined;
}

const HOUR_S = 3600;

/**
 * Makes a token that lets its bearer into rooms: a JSON Web Token (RFC 7519), signed by HMAC with SHA-256. For an app's
 * own server, which knows who its users are. Rejects with `bad-argument` for a secret or claims that cannot be.
 */
export async function createToken(options: TokenOptions): Promise<string> {
  const { secret, expiresIn = HOUR_S, now = Date.now(), ...claims } = options;
  const key = secretKey(secret);
  const { success, data, error } = claimsSchema.omit({ exp: true }).safeParse(claims);
  if (!success) throw new InktapeError("bad-argument", `No token can be made of that: ${problemOf(error)}.`);
  if (!(expiresIn > 0)) throw new InktapeError("bad-argument", `A token cannot be good for ${expiresIn} seconds.`);
  const issued = Math.floor(now / 1000);
  return new SignJWT(data)
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuedAt(issued)
    .setExpirationTime(issued + Math.ceil(expiresIn))
    .sign(key);
}

function problemOf({
  issues,
}: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}): string {
  return issues.map(({ path, message }) => `${path.map(String).join(".")}: ${message}`).join("; ");
}
