import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The last that runs on Java 17. */
export const TRINO_VERSION = '435'

/** A coordinator that does no work itself, and workers that hold the rows in their memory. */
export interface TrinoCluster {
  readonly url: string
  readonly workers: readonly ChildProcess[]
  stop(): Promise<void>
}

const pom = (artifact: string) => `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>ascribe.test</groupId><artifactId>of-${artifact}</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>io.trino</groupId><artifactId>${artifact}</artifactId><version>${TRINO_VERSION}</version></dependency>
  </dependencies>
</project>
`

/** The package of the whole server is not on every Maven repository; its main module, which starts by one line, is. */
const MAIN = `public class Main {
  public static void main(String[] arguments) {
    new io.trino.server.Server().start("${TRINO_VERSION}");
  }
}
`

/** Downloads Trino with Maven into a folder that is kept. */
export function installTrino(folder: string): void {
  for (const [artifact, name] of [
    ['trino-main', 'lib'],
    ['trino-memory', 'plugin'],
  ] as const) {
    const done = path.join(folder, `${name}.done`)
    if (existsSync(done)) continue
    const project = path.join(folder, `${name}-pom`)
    mkdirSync(project, { recursive: true })
    writeFileSync(path.join(project, 'pom.xml'), pom(artifact))
    execFileSync(
      'mvn',
      [
        '-q',
        'dependency:copy-dependencies',
        '-DincludeScope=runtime',
        `-DoutputDirectory=${path.join(folder, name)}`,
      ],
      { cwd: project, stdio: 'inherit' },
    )
    writeFileSync(done, '')
  }
  // Jars of plugins are packed without the line that says what is in them.
  const services = path.join(folder, 'plugin/services/META-INF/services')
  mkdirSync(services, { recursive: true })
  writeFileSync(path.join(services, 'io.trino.spi.Plugin'), 'io.trino.plugin.memory.MemoryPlugin\n')
  writeFileSync(path.join(folder, 'Main.java'), MAIN)
}

export async function startTrino(installed: string, folder: string, workers: number): Promise<TrinoCluster> {
  rmSync(folder, { recursive: true, force: true })
  const ports = await freePorts(workers + 1)
  const url = `http://127.0.0.1:${ports[0]}`
  const nodes = ports.map((port, at) => startNode(installed, path.join(folder, `node-${at}`), port, at, url))
  const stop = async () => {
    for (const node of nodes) node.kill('SIGKILL')
    await Promise.all(
      nodes.map(
        (node) => node.exitCode ?? node.signalCode ?? new Promise((ended) => node.once('exit', ended)),
      ),
    )
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await allUp(ports, nodes, folder)
    return { url, workers: nodes.slice(1), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function startNode(installed: string, folder: string, port: number, at: number, url: string): ChildProcess {
  mkdirSync(path.join(folder, 'etc/catalog'), { recursive: true })
  mkdirSync(path.join(folder, 'plugin'))
  symlinkSync(path.join(installed, 'plugin'), path.join(folder, 'plugin/memory'))
  writeFileSync(path.join(folder, 'etc/catalog/memory.properties'), 'connector.name=memory\n')
  const settings = {
    'node.environment': 'test',
    'node.id': `node-${at}`,
    'node.internal-address': '127.0.0.1',
    coordinator: String(at === 0),
    ...(at === 0 && { 'node-scheduler.include-coordinator': 'false' }),
    'http-server.http.port': String(port),
    'discovery.uri': url,
    'query.max-memory-per-node': '200MB',
    // A machine that does other things as well is slow, not dead.
    ...(at === 0 && { 'scheduler.http-client.request-timeout': '60s' }),
    'exchange.http-client.request-timeout': '60s',
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`)
  writeFileSync(path.join(folder, 'etc/config.properties'), lines.join(''))
  const log = openSync(path.join(folder, 'log'), 'w')
  return spawn(
    'java',
    [
      '-Xmx700m',
      '-XX:TieredStopAtLevel=1',
      '-Djdk.attach.allowAttachSelf=true',
      '-Duser.timezone=UTC',
      '-Dconfig=etc/config.properties',
      '-cp',
      path.join(installed, 'lib/*'),
      path.join(installed, 'Main.java'),
    ],
    { cwd: folder, stdio: ['ignore', log, log] },
  )
}

const STARTED = 'SERVER STARTED'
const MOST_SECONDS = 240

async function allUp(
  ports: readonly number[],
  nodes: readonly ChildProcess[],
  folder: string,
): Promise<void> {
  for (let second = 0; second < MOST_SECONDS; second++) {
    const logs = ports.map((_, at) => readFileSync(path.join(folder, `node-${at}/log`), 'utf8'))
    const dead = nodes.findIndex(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null)
    if (dead >= 0) throw new Error(`node ${dead} ended:\n${logs[dead]!.slice(-3000)}`)
    if (logs.every((log) => log.includes(STARTED))) return
    await sleep(1000)
  }
  throw new Error(`Trino was not up within ${MOST_SECONDS} seconds`)
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((ready) => {
          const server = createServer().listen(0, '127.0.0.1', () => ready(server))
        }),
    ),
  )
  const ports = servers.map((server) => (server.address() as { port: number }).port)
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))))
  return ports
}
