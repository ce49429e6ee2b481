import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, globalAgent } from 'node:https'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** A web server on the loopback that speaks https as the world does, with a certificate made for the run. */
export interface LoopbackServer {
  /** `localhost:12345` */
  readonly host: string
  /** Every request: method and URL, with the credentials that came along. */
  readonly requests: { readonly url: string; readonly authorization: string | undefined }[]
  close(): Promise<void>
}

export type Respond = (request: IncomingMessage, response: ServerResponse) => void

let certificate: { readonly file: string; readonly key: Buffer; readonly cert: Buffer } | undefined

/** The certificate's file; this process and the git that it starts trust it from now on. */
export function trustLoopback(): { readonly file: string; readonly key: Buffer; readonly cert: Buffer } {
  if (certificate) return certificate
  const folder = temporaryFolder({})
  const [file, key] = [path.join(folder, 'cert.pem'), path.join(folder, 'key.pem')]
  const names = 'subjectAltName=DNS:localhost,IP:127.0.0.1'
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  execFileSync(
    'openssl',
    ['req', '-x509', ...kind, '-subj', '/CN=localhost', '-addext', names, '-keyout', key, '-out', file],
    { stdio: 'ignore' },
  )
  certificate = { file, key: readFileSync(key), cert: readFileSync(file) }
  globalAgent.options.ca = certificate.cert
  process.env.GIT_SSL_CAINFO = file
  return certificate
}

export async function startServer(respond: Respond, name = 'localhost'): Promise<LoopbackServer> {
  const { key, cert } = trustLoopback()
  const requests: LoopbackServer['requests'] = []
  const server = createServer({ key, cert }, (request, response) => {
    requests.push({ url: request.url ?? '', authorization: request.headers.authorization })
    respond(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    host: `${name}:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
