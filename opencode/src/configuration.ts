import { PM2Error } from "./error.ts"

export interface Configuration {
  /** The console's address, without a slash at the end. */
  readonly url: string
  readonly token: string
  /** How long one request may take, in milliseconds. */
  readonly timeout: number
}

/**
 * Out of the environment: PM2_CONSOLE_URL, PM2_CONSOLE_TOKEN, PM2_CONSOLE_TIMEOUT (seconds). What is wrong is told without
 * its value, as both the token and an address may hold a secret.
 */
export function configurationOf(environment: Readonly<Record<string, string | undefined>>, command: string): Configuration {
  const wrong = (detail: string): never => { throw new PM2Error("NOT_CONFIGURED", command, detail) }
  const address = environment.PM2_CONSOLE_URL?.trim() || "http://127.0.0.1:9616"
  const url = URL.canParse(address) ? new URL(address) : wrong("PM2_CONSOLE_URL is not an address.")
  if (!["http:", "https:"].includes(url.protocol) || url.username || url.password || url.search || url.hash) {
    wrong("PM2_CONSOLE_URL is to be http(s)://HOST:PORT, without a name, a password or a query.")
  }
  const token = environment.PM2_CONSOLE_TOKEN?.trim() || wrong("PM2_CONSOLE_TOKEN is not set.")
  if (!/^[\x21-\x7e]{1,512}$/.test(token)) wrong("PM2_CONSOLE_TOKEN is not a token.")
  const seconds = Number(environment.PM2_CONSOLE_TIMEOUT?.trim() || 120)
  if (!(seconds >= 1 && seconds <= 600)) wrong("PM2_CONSOLE_TIMEOUT is to be 1 to 600 seconds.")
  return { url: url.href.replace(/\/+$/, ""), token, timeout: seconds * 1000 }
}
