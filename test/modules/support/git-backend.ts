import { execFileSync, spawn } from 'node:child_process'
import path from 'node:path'
import type { Respond } from './loopback-https.ts'

/** Serves the repositories of a folder by git's own CGI program: `/acme/net.git` is `FOLDER/acme/net.git`. */
export function gitBackend(folder: string): Respond {
  const programs = execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim()
  return (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'https://localhost')
    const child = spawn(path.join(programs, 'git-http-backend'), {
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: folder,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: pathname,
        QUERY_STRING: search.slice(1),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers['content-type'],
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
        GIT_PROTOCOL: request.headers['git-protocol'] as string | undefined,
        // The folder may be somebody else's: git would refuse it then.
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'safe.directory',
        GIT_CONFIG_VALUE_0: '*',
      },
    })
    request.pipe(child.stdin)
    child.stdin.on('error', () => undefined)
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('close', () => {
      const all = Buffer.concat(chunks)
      const end = all.indexOf('\r\n\r\n')
      const pairs = all
        .toString('utf8', 0, Math.max(0, end))
        .split('\r\n')
        .map((line) => line.split(': ', 2) as [string, string])
      const status = pairs.find(([name]) => name === 'Status')?.[1]
      response.writeHead(
        status ? Number.parseInt(status, 10) : 200,
        Object.fromEntries(pairs.filter(([name]) => name)),
      )
      response.end(all.subarray(end + 4))
    })
  }
}
