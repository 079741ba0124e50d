import { createServer, type IncomingMessage, type RequestListener } from "node:http"
import type { AddressInfo } from "node:net"
import type { Configuration } from "../src/configuration.ts"

export const TOKEN = "pm2c_not-a-real-token-0123456789"

/** A server that is not the console, or one that misbehaves. */
export async function fakeConsole<T>(listener: RequestListener, test: (configuration: Configuration, seen: IncomingMessage[]) => Promise<T>): Promise<T> {
  const seen: IncomingMessage[] = []
  const server = createServer((request, response) => {
    seen.push(request)
    return listener(request, response)
  })
  await new Promise<void>(listening => server.listen(0, "127.0.0.1", listening))
  const { port } = server.address() as AddressInfo
  try {
    return await test({ url: `http://127.0.0.1:${port}`, token: TOKEN, timeout: 20_000 }, seen)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
