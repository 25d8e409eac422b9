import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/*
 * Certificates for localhost that are their own authorities, good until 2126. Made for each name by:
 *
 * openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 36500 -subj /CN=localhost \
 *   -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout <name>-key.pem -out <name>-cert.pem
 */
export type CertificateName = "one" | "two";

/** Where the files of a certificate are. */
export function certificateFiles(name: CertificateName) {
  const file = (kind: string) => fileURLToPath(new URL(`${name}-${kind}.pem`, import.meta.url));
  return { cert: file("cert"), key: file("key") };
}

/** The texts of a certificate. */
export function certificate(name: CertificateName) {
  const { cert, key } = certificateFiles(name);
  return { cert: readFileSync(cert, "utf8"), key: readFileSync(key, "utf8") };
}
