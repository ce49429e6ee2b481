import { execFileSync, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

/** A git server that asks for a token, as GitHub does for a private repository. */
export interface GitServer {
  /** Of the server; the repository is at `/acme/ml`. */
  readonly url: string
  /** How many requests came with the token, and how many without. */
  readonly requests: { allowed: number; refused: number }
  close(): Promise<void>
}

/** Serves the folder that holds `acme/ml.git` by git's own CGI program. */
export async function startGitServer(bare: string, token: string): Promise<GitServer> {
  const backend = path.join(
    execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(),
    'git-http-backend',
  )
  const expected = `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
  const requests = { allowed: 0, refused: 0 }
  const server = createServer((request, response) => {
    const sent = request.rawHeaders.filter((name, at) => at % 2 === 0 && /^authorization$/i.test(name))
    if (sent.length > 1) {
      requests.refused++
      response.writeHead(400).end('Duplicate header: "Authorization"')
      return
    }
    if (request.headers.authorization?.toLowerCase() !== expected.toLowerCase()) {
      requests.refused++
      response.writeHead(401, { 'www-authenticate': 'Basic realm="GitHub"' }).end()
      return
    }
    requests.allowed++
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
    const child = spawn(backend, {
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: path.dirname(path.dirname(bare)),
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: pathname.replace(/^(\/[^/]+\/[^/]+?)(?:\.git)?\//, '$1.git/'),
        QUERY_STRING: search.slice(1),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers['content-type'],
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
        GIT_PROTOCOL: request.headers['git-protocol'] as string | undefined,
        REMOTE_USER: 'x-access-token',
      },
    })
    request.pipe(child.stdin)
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('close', () => {
      const all = Buffer.concat(chunks)
      const end = all.indexOf('\r\n\r\n')
      const headers = all.toString('utf8', 0, end).split('\r\n')
      const pairs = headers.map((line) => line.split(': ', 2) as [string, string])
      const status = pairs.find(([name]) => name === 'Status')?.[1]
      response.writeHead(status ? Number.parseInt(status, 10) : 200, Object.fromEntries(pairs))
      response.end(all.subarray(end + 4))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
